//! A required member that has not been set is told by the compiler, by name, with what to do.
//!
//! What the compiler says is in `ui/*.stderr`; `TRYBUILD=overwrite` writes it anew.

use generated::license_manager::CreateTokenInput;

#[test]
fn a_missing_required_member_does_not_compile() {
    // Only cases that fail: one that passed would have trybuild build all code, not just check it.
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

#[test]
fn required_members_can_be_set_in_any_order() {
    let one = CreateTokenInput::builder()
        .license_arn("arn")
        .client_token("order-4711");
    let other = CreateTokenInput::builder()
        .client_token("order-4711")
        .license_arn("arn");
    assert_eq!(one.build(), other.build());
}

#[test]
fn a_required_member_can_be_set_twice_and_the_last_value_counts() {
    let input = CreateTokenInput::builder()
        .license_arn("first")
        .client_token("order-4711")
        .license_arn("second")
        .build();
    assert_eq!(input.license_arn, "second");
}
