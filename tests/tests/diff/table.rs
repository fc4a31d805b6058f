//! Every pair of models with its verdict, and the verdict of `cargo-semver-checks` 0.51 on the two
//! crates without their clients. Where that tool says less, the last column says why.

use super::Pair;

/// What is new breaks nothing, and the tool asks for a step only where something breaks.
const NEW: &str = "it does not look for what is new";
/// Documentation.
const DOCS: &str = "it does not read documentation";
/// What functions do.
const BODIES: &str = "it does not read what functions do";
/// Types.
const TYPES: &str =
    "it does not compare the types of fields, of what variants hold and of arguments";
/// Required members.
const REQUIRED: &str =
    "it compares neither the bounds of `build` nor type parameters with defaults";
/// Type parameters.
const PARAMETERS: &str = "it does not compare the order of type parameters that have defaults";
/// The client.
const CLIENT: &str = "the client's method alone says so, and the crates are compared without";
/// Order.
const WARNING: &str = "it only warns of variants that sort in another order";
/// Traits of our own.
const IMPLS: &str = "it does not look for which types a trait of the crate is implemented";
/// Nothing to explain.
const SAME: &str = "";

/// The pairs.
#[rustfmt::skip]
pub const PAIRS: &[Pair] = &[
    Pair::new("operation_added",                       "minor", "none",  NEW),
    Pair::new("operation_removed",                     "major", "major", SAME),
    Pair::new("operation_documentation",               "patch", "none",  DOCS),
    Pair::new("operation_deprecated",                  "minor", "none",  CLIENT),
    Pair::new("operation_host_prefix",                 "patch", "none",  BODIES),
    Pair::new("operation_input_renamed",               "none",  "none",  SAME),
    Pair::new("compression_added",                     "patch", "none",  BODIES),
    Pair::new("compression_removed",                   "major", "major", SAME),
    Pair::new("operation_uri_changed",                 "patch", "none",  BODIES),
    Pair::new("success_status_changed",                "patch", "none",  BODIES),
    Pair::new("member_bound_elsewhere",                "patch", "none",  BODIES),
    Pair::new("member_becomes_payload",                "patch", "none",  BODIES),
    Pair::new("payload_becomes_stream",                "major", "none",  TYPES),
    Pair::new("stream_added",                          "major", "none",  TYPES),
    Pair::new("stream_needs_length",                   "patch", "none",  BODIES),
    Pair::new("header_gets_media_type",                "patch", "none",  BODIES),
    Pair::new("checksum_added",                        "patch", "none",  BODIES),
    Pair::new("checksum_removed",                      "major", "major", SAME),
    Pair::new("customization_added",                   "major", "none",  TYPES),
    Pair::new("customization_removed",                 "major", "major", SAME),
    Pair::new("store_customized",                      "minor", "none",  NEW),
    Pair::new("store_no_longer_customized",            "major", "major", SAME),
    Pair::new("url_is_presigned",                      "minor", "none",  NEW),
    Pair::new("url_no_longer_presigned",               "major", "major", SAME),
    Pair::new("own_endpoint_added",                    "patch", "none",  BODIES),
    Pair::new("ids_may_be_paths",                      "patch", "none",  BODIES),
    Pair::new("optional_member_added",                 "minor", "none",  NEW),
    Pair::new("required_member_added_to_input",        "major", "none",  REQUIRED),
    Pair::new("required_member_added_to_output",       "major", "none",  REQUIRED),
    Pair::new("required_member_added_to_structure",    "major", "none",  REQUIRED),
    Pair::new("member_with_default_added",             "minor", "none",  NEW),
    Pair::new("member_removed",                        "major", "major", SAME),
    Pair::new("only_use_of_structure_removed",         "major", "major", SAME),
    Pair::new("answer_becomes_part_of_input",          "minor", "none",  NEW),
    Pair::new("member_of_another_type",                "major", "none",  TYPES),
    Pair::new("member_of_input_becomes_required",      "major", "none",  TYPES),
    Pair::new("member_of_input_becomes_optional",      "major", "major", SAME),
    Pair::new("member_of_output_becomes_required",     "major", "none",  TYPES),
    Pair::new("member_of_structure_becomes_optional",  "major", "major", SAME),
    Pair::new("all_becomes_optional",                  "major", "major", SAME),
    Pair::new("default_taken_back",                    "major", "major", SAME),
    Pair::new("required_member_gets_default",          "major", "major", SAME),
    Pair::new("optional_member_gets_default",          "major", "none",  TYPES),
    Pair::new("default_changed",                       "minor", "none",  BODIES),
    Pair::new("member_marked_client_optional",         "major", "major", SAME),
    Pair::new("token_filled_in",                       "minor", "none",  BODIES),
    Pair::new("constraints_changed",                   "patch", "none",  BODIES),
    Pair::new("pattern_changed",                       "patch", "none",  BODIES),
    Pair::new("member_documentation",                  "patch", "none",  DOCS),
    Pair::new("member_deprecated",                     "minor", "minor", SAME),
    Pair::new("deprecation_withdrawn",                 "patch", "none",  DOCS),
    Pair::new("structure_is_a_secret",                 "patch", "none",  BODIES),
    Pair::new("member_becomes_sensitive",              "patch", "none",  BODIES),
    Pair::new("timestamp_format_changed",              "patch", "none",  BODIES),
    Pair::new("wire_name_respelled",                   "patch", "none",  BODIES),
    Pair::new("list_becomes_flat",                     "patch", "none",  BODIES),
    Pair::new("item_of_list_renamed",                  "patch", "none",  BODIES),
    Pair::new("member_becomes_attribute",              "patch", "none",  BODIES),
    Pair::new("xml_name_changed",                      "patch", "none",  BODIES),
    Pair::new("prefix_of_output_member_added",         "none",  "none",  SAME),
    Pair::new("namespace_of_member_added",             "patch", "none",  BODIES),
    Pair::new("namespace_of_output_member_added",      "none",  "none",  SAME),
    Pair::new("namespace_of_request_changed",          "patch", "none",  BODIES),
    Pair::new("root_of_request_renamed",               "patch", "none",  BODIES),
    Pair::new("ec2_query_name_added",                  "patch", "none",  BODIES),
    Pair::new("ec2_query_name_of_output_added",        "none",  "none",  SAME),
    Pair::new("query_error_code_added",                "patch", "none",  BODIES),
    Pair::new("member_renamed_by_another",             "major", "none",  TYPES),
    Pair::new("optional_members_reordered",            "patch", "none",  BODIES),
    Pair::new("required_members_reordered",            "major", "none",  PARAMETERS),
    Pair::new("list_becomes_sparse",                   "major", "none",  TYPES),
    Pair::new("list_of_another_type",                  "major", "none",  TYPES),
    Pair::new("list_becomes_map",                      "major", "none",  TYPES),
    Pair::new("member_becomes_boxed",                  "major", "none",  TYPES),
    Pair::new("string_becomes_enum",                   "major", "none",  TYPES),
    Pair::new("pagination_added",                      "minor", "none",  NEW),
    Pair::new("pagination_removed",                    "major", "major", SAME),
    Pair::new("pagination_items_added",                "minor", "none",  NEW),
    Pair::new("pagination_items_removed",              "major", "none",  IMPLS),
    Pair::new("pagination_items_of_another_type",      "major", "none",  IMPLS),
    Pair::new("pagination_token_of_another_member",    "patch", "none",  BODIES),
    Pair::new("enum_variant_added",                    "minor", "none",  NEW),
    Pair::new("enum_variant_removed",                  "major", "major", SAME),
    Pair::new("enum_variant_deprecated",               "minor", "minor", SAME),
    Pair::new("enum_value_changed",                    "patch", "none",  BODIES),
    Pair::new("enum_variants_reordered",               "minor", "none",  WARNING),
    Pair::new("enum_becomes_integers",                 "major", "major", SAME),
    Pair::new("union_variant_added",                   "minor", "none",  NEW),
    Pair::new("union_variants_reordered",              "patch", "none",  BODIES),
    Pair::new("union_variant_removed",                 "major", "major", SAME),
    Pair::new("union_variant_of_another_type",         "major", "none",  TYPES),
    Pair::new("union_variant_loses_its_value",         "major", "major", SAME),
    Pair::new("union_becomes_structure",               "major", "major", SAME),
    Pair::new("error_added_to_operation",              "patch", "none",  DOCS),
    Pair::new("new_error_added",                       "minor", "none",  NEW),
    Pair::new("error_removed_from_operation",          "patch", "none",  DOCS),
    Pair::new("error_removed",                         "major", "major", SAME),
    Pair::new("code_is_transient",                     "patch", "none",  BODIES),
    Pair::new("code_no_longer_transient",              "patch", "none",  BODIES),
    Pair::new("error_becomes_retryable",               "patch", "none",  BODIES),
    Pair::new("error_may_be_unwrapped",                "patch", "none",  BODIES),
    Pair::new("error_no_longer_unwrapped",             "patch", "none",  BODIES),
    Pair::new("error_header_changed",                  "patch", "none",  BODIES),
    Pair::new("errors_of_one_name_reordered",          "patch", "none",  BODIES),
    Pair::new("error_message_required",                "major", "none",  TYPES),
    Pair::new("shape_renamed_by_service",              "major", "major", SAME),
    Pair::new("shape_unreached_added",                 "none",  "none",  SAME),
    Pair::new("unknown_trait_added",                   "none",  "none",  SAME),
    Pair::new("namespace_changed",                     "none",  "none",  SAME),
    Pair::new("endpoint_rules_added",                  "minor", "none",  NEW),
    Pair::new("endpoint_rules_changed",                "patch", "none",  BODIES),
    Pair::new("endpoint_rules_removed",                "major", "major", SAME),
    Pair::new("endpoint_setting_added",                "minor", "none",  NEW),
    Pair::new("endpoint_setting_removed",              "major", "major", SAME),
    Pair::new("endpoint_setting_of_another_type",      "major", "none",  TYPES),
    Pair::new("endpoint_binding_added",                "patch", "none",  BODIES),
    Pair::new("waiter_added",                          "minor", "none",  NEW),
    Pair::new("waiter_removed",                        "major", "major", SAME),
    Pair::new("last_waiter_removed",                   "major", "major", SAME),
    Pair::new("waiter_judges_otherwise",               "patch", "none",  BODIES),
    Pair::new("waiter_delays_changed",                 "patch", "none",  BODIES),
    Pair::new("waiter_documentation",                  "patch", "none",  DOCS),
    Pair::new("waiter_deprecated",                     "minor", "minor", SAME),
    Pair::new("signing_name_changed",                  "patch", "none",  BODIES),
    Pair::new("auth_preferred_in_another_order",       "patch", "none",  BODIES),
    Pair::new("operation_auth_becomes_optional",       "patch", "none",  BODIES),
    Pair::new("payload_no_longer_signed",              "patch", "none",  BODIES),
    Pair::new("protocol_version_changed",              "patch", "none",  BODIES),
    Pair::new("another_protocol_taken",                "patch", "none",  BODIES).speaking("restJson1", "rpcv2Json"),
    Pair::new("protocol_without_streams_taken",        "major", "none",  TYPES).speaking("restJson1", "rpcv2Json"),
    Pair::new("service_version_changed",               "patch", "none",  BODIES),
    Pair::new("service_renamed",                       "major", "major", SAME),
];
