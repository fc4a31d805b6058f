//! The files that not all services need which have the module that these are in.

use crate::ir::endpoint::Function::{self, *};
use crate::ir::{HostPart, Service, TimestampFormat, Type};

/// Whether a type is one that needs a file.
type IsSuch = fn(&Type) -> bool;

/// Whether a service needs a file.
type IsNeeded = fn(&Service) -> bool;

/// Files that are needed where rules of the endpoint call any of these functions.
const FUNCTIONS: &[(&str, &[Function])] = &[
    ("endpoint/functions/arn.rs", &[ParseArn]),
    ("endpoint/functions/choice.rs", &[Coalesce, Ite]),
    (
        "endpoint/functions/equals.rs",
        &[BooleanEquals, StringEquals],
    ),
    (
        "endpoint/functions/host.rs",
        &[IsValidHostLabel, IsVirtualHostableS3Bucket],
    ),
    ("endpoint/functions/is_set.rs", &[IsSet]),
    ("endpoint/functions/not.rs", &[Not]),
    ("endpoint/functions/partition.rs", &[Partition]),
    (
        "endpoint/functions/text.rs",
        &[ParseArn, ParseUrl, Split, Substring, UriEncode],
    ),
    ("endpoint/functions/url.rs", &[ParseUrl]),
];

/// Files that are needed where any member is of such a type, or has one in it.
const TYPES: &[(&str, IsSuch)] = &[
    ("any_format/document.rs", |type_| {
        matches!(type_, Type::Document)
    }),
    ("wire/types/big_number.rs", |type_| {
        matches!(type_, Type::BigInteger | Type::BigDecimal)
    }),
    ("wire/types/document.rs", |type_| {
        matches!(type_, Type::Document)
    }),
    ("wire/types/format.rs", is_formatted),
    ("wire/types/timestamp.rs", |type_| {
        matches!(type_, Type::Timestamp(_))
    }),
];

/// Files that are needed for anything else.
const OTHERS: &[(&str, IsNeeded)] = &[
    ("double/aws_chunked.rs", Service::sums_uploads),
    ("client/api_key.rs", |service| service.api_key.is_some()),
    ("client/carried_url.rs", has_presigned_urls),
    ("client/checked_body.rs", Service::checks_downloads),
    ("client/checksum.rs", Service::has_http_checksums),
    ("client/length.rs", |service| {
        service.has_streams() || service.has_documents_in_bodies()
    }),
    ("client/sent_once.rs", Service::has_streams),
    ("client/trailer/chunked.rs", Service::sums_uploads),
    ("client/trailer/mod.rs", Service::sums_uploads),
    ("client/trailer/summed_body.rs", Service::sums_uploads),
    ("client/other_region.rs", has_presigned_urls),
    ("client/signing.rs", |service| service.signing.is_some()),
    ("operation/signing.rs", |service| service.signing.is_some()),
    ("client/events.rs", Service::sends_events),
    ("event_stream/initial.rs", |service| {
        service.has_headers_beside_events() || service.has_initial_messages()
    }),
    ("event_stream/body.rs", Service::sends_events),
    ("event_stream/draft.rs", Service::has_event_streams),
    ("event_stream/frame.rs", Service::has_event_streams),
    ("double/defaults.rs", Service::has_defaults_inside),
    ("double/open.rs", Service::sends_events),
    ("event_stream/live.rs", Service::sends_events),
    ("event_stream/messages.rs", Service::sends_events),
    ("event_stream/outgoing.rs", Service::sends_events),
    ("event_stream/sender.rs", Service::sends_events),
    ("event_stream/to_header.rs", Service::has_event_streams),
    ("event_stream/writer.rs", Service::has_event_streams),
    ("client/extended_request_id.rs", |service| {
        service.extended_request_id
    }),
    ("operation/extended_request_id.rs", |service| {
        service.extended_request_id
    }),
    ("client/environment.rs", Service::has_environment),
    ("client/own_settings.rs", |service| {
        service.session.is_some()
    }),
    ("client/presigned.rs", |service| {
        service.knows_aws()
            || service.has_http_checksums()
            || service.has_documents_in_bodies()
            || service.has_streams()
    }),
    ("client/retries.rs", Service::has_successes_of_any_status),
    ("client/sender.rs", |service| !service.of_aws),
    ("endpoint/functions/diagram.rs", Service::has_diagram),
    (
        "endpoint/functions/endpoint_with.rs",
        Service::has_endpoint_details,
    ),
    ("wire/types/in_place.rs", Service::has_recursion),
    ("wire/types/laid_out.rs", Service::has_layouts),
    ("wire/types/laid_out_as.rs", |service| {
        service.has_layouts() && service.has_type(is_formatted)
    }),
    ("wire/types/union.rs", |service| {
        service.has_unions()
            || service.has_recursion()
            || service.has_layouts()
            || service.has_type(is_formatted)
    }),
    ("http_checksum/chunked.rs", Service::sums_uploads),
    ("operation/checksums.rs", Service::has_http_checksums),
    ("operation/presigned_url.rs", has_presigned_urls),
    ("operation/request/bare_id.rs", |service| {
        let operations = service.operations.iter();
        let mut members = operations.flat_map(|operation| &operation.input.members);
        members.any(|member| !member.collections.is_empty())
    }),
    ("operation/request/header.rs", |service| {
        let mut operations = service.operations.iter();
        operations.any(|operation| !operation.http.headers.is_empty())
    }),
    ("operation/request/host_label.rs", |service| {
        let operations = service.operations.iter();
        let mut parts = operations.flat_map(|operation| &operation.host_prefix);
        parts.any(|part| matches!(part, HostPart::Label { .. }))
    }),
    ("operation/request/not_blank.rs", |service| {
        let operations = service.operations.iter();
        let mut bindings = operations.flat_map(|operation| &operation.endpoint_bindings);
        bindings.any(|binding| binding.is_checked())
    }),
];

/// Whether a service needs a file of a module that it has.
pub(super) fn is_needed(path: &str, service: &Service) -> bool {
    if let Some((_, functions)) = FUNCTIONS.iter().find(|(file, _)| *file == path) {
        return service.calls(functions);
    }
    if let Some((_, is_such)) = TYPES.iter().find(|(file, _)| *file == path) {
        return service.has_type(is_such);
    }
    let other = OTHERS.iter().find(|(file, _)| *file == path);
    other.is_none_or(|(_, is_needed)| is_needed(service))
}

/// Whether any requests carry a URL that is presigned for another region.
pub(super) fn has_presigned_urls(service: &Service) -> bool {
    let mut operations = service.operations.iter();
    operations.any(|operation| operation.presigned_url.is_some())
}

/// Whether it is a timestamp in another format than that of the codec.
pub(super) fn is_formatted(type_: &Type) -> bool {
    use TimestampFormat::{DateTime, HttpDate};
    matches!(type_, Type::Timestamp(DateTime | HttpDate))
}
