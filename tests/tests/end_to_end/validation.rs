//! Inputs that break constraints of the model: who checks them first, and that the server agrees.

use std::collections::BTreeSet;

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use generated::license_manager::{
    Client, CreateTokenInput, GetAccessTokenInput, LicenseManager, ListTokensInput,
};
use generated::{CallError, Operation, Settings, Violation};
use tinsmith::rust::Scope;
use tinsmith::{lower, model, protocol, select};

use crate::account::{LICENSE, client, client_with, create, new_token, server, tried_once};

#[tokio::test]
async fn a_client_that_validates_does_not_send_what_breaks_a_constraint() {
    let server = server();
    let client = client_with(&server, Settings::new().validate_inputs(true));
    let call = create(&client, "order 1").token_properties(["a", "b", "c", "d"]);
    let error = call.send().await.expect_err("an input that is not valid");
    assert_eq!(server.requests().len(), 0);
    assert!(matches!(error, CallError::Construction(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the call could not be made: the input is not as the model asks: TokenProperties: has 4 \
         items, and must have at most 3; ClientToken: does not match `^\\S+$`"
    );
    let violations = error.violations().expect("the error tells what they are");
    let paths: Vec<String> = violations.iter().map(Violation::path).collect();
    assert_eq!(paths, ["TokenProperties", "ClientToken"]);
}

#[tokio::test]
async fn a_client_that_validates_sends_the_rest() {
    let server = server();
    let client = client_with(&server, Settings::new().validate_inputs(true));
    let created = create(&client, "order-1").send().await;
    assert!(created.is_ok(), "{created:?}");
}

#[tokio::test]
async fn a_call_can_be_validated_by_itself_and_excepted() {
    let server = server();
    let validating = Settings::new().validate_inputs(true);
    let call = create(&client(&server), "order 1").build();
    let refused = client(&server)
        .call(call.clone())
        .with_settings(&validating)
        .await;
    assert_eq!(server.requests().len(), 0);
    assert!(refused.is_err_and(|error| error.violations().is_some()));

    let trusting = Settings::new().validate_inputs(false);
    let client = client_with(&server, validating);
    let refused = client.call(call).with_settings(&trusting).await;
    let refused = refused.expect_err("the server refuses it");
    assert_eq!(server.requests().len(), 1);
    assert_eq!(refused.code(), Some("ValidationException"));
    assert!(refused.violations().is_none());
}

/// Asks the server what it thinks of an input too, and says which members the crate finds to be
/// broken.
async fn broken<O>(client: &Client, input: O) -> Vec<String>
where
    O: Operation<Service = LicenseManager>,
{
    let violations = input.validate();
    let answer = client.call(input).await;
    let Err(violations) = violations else {
        let code = answer.as_ref().err().and_then(ProvideErrorMetadata::code);
        assert_ne!(code, Some("ValidationException"), "{answer:?}");
        return Vec::new();
    };
    let error = answer.expect_err("the server refuses it too");
    assert_eq!(error.code(), Some("ValidationException"), "{error}");
    let message = error.message().unwrap_or_default();
    for violation in &violations {
        assert!(
            message.contains(&format!("`{}`", violation.path())),
            "{violation}: {message}"
        );
    }
    assert_eq!(message.split("; ").count(), violations.len(), "{message}");
    let paths = violations.iter().map(Violation::path);
    let members = paths.map(|path| path.split('[').next().map(str::to_owned));
    let members = members.flatten();
    members
        .map(|member| format!("{} {member}", O::NAME))
        .collect()
}

#[tokio::test]
async fn the_server_refuses_what_breaks_a_constraint_of_any_member() {
    let server = server();
    let client = client_with(&server, tried_once());
    let (_, token) = new_token(&client, "order-0").await;
    let mut found = BTreeSet::new();
    let key = "\u{1F511}";
    for (arn, roles, properties, token) in [
        (LICENSE, vec![LICENSE], 3, "order-1".to_owned()),
        ("l-0123", vec![], 0, key.repeat(2048)),
        (LICENSE, vec![LICENSE, "reader", ""], 0, key.repeat(2049)),
        (LICENSE, vec![], 4, "order 1".to_owned()),
        ("", vec![], 5, String::new()),
    ] {
        let input = CreateTokenInput::builder()
            .license_arn(arn)
            .client_token(token);
        let input = input
            .role_arns(roles)
            .token_properties(vec!["x"; properties]);
        found.extend(broken(&client, input.build()).await);
    }
    for (token, properties) in [(token, 3), ("a b".to_owned(), 4), ("a".repeat(4097), 0)] {
        let input = GetAccessTokenInput::builder().token(token);
        let input = input.token_properties(vec!["x"; properties]);
        found.extend(broken(&client, input.build()).await);
    }
    for size in [0, 1, 100, 101] {
        let input = ListTokensInput::builder().max_results(size);
        found.extend(broken(&client, input.build()).await);
    }
    assert_eq!(found, constrained());
}

/// Every member of the generated crate's inputs that is constrained.
fn constrained() -> BTreeSet<String> {
    let models = ["license-manager.json", "license-manager.overlay.json"];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/");
    let model = model::load(&models.map(|file| format!("{folder}{file}"))).expect("a model");
    let operations = ["CreateToken", "GetAccessToken", "ListTokens", "DeleteToken"];
    let operations = operations.map(str::to_owned);
    let selection = select::select(&model, None, Some(&operations)).expect("operations");
    let protocol = protocol::of(&model, selection.service).expect("a protocol");
    let service = lower::lower(&model, &selection, &protocol.rules(), &mut Scope::default());
    let shapes = service.expect("a service").constraints.shapes;
    let members = shapes.iter().flat_map(|shape| {
        let operation = shape.name.as_str().trim_end_matches("Input");
        let labels = shape.members.iter().map(|member| &member.label);
        labels.map(move |label| format!("{operation} {label}"))
    });
    members.collect()
}
