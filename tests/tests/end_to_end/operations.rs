//! Every operation, when all goes well.

use std::time::Duration;

use aws_types::request_id::RequestId;
use generated::license_manager::types::{Filter, TokenData, TokenType};
use generated::license_manager::{CreateTokenInput, GetAccessTokenError};
use jsonwebtoken::dangerous::insecure_decode_claims;
use serde_json::{Value, json};
use tinsmith_tests::local_license_manager::{Fault, LocalLicenseManager};

use crate::account::{LICENSE, client, create, id_and_token, new_token, server};

fn claims(token: &str) -> Value {
    insecure_decode_claims(token).expect("the token is a JWT")
}

/// Every token of the server, in the order of creation.
async fn tokens(server: &LocalLicenseManager) -> Vec<TokenData> {
    let listed = client(server).list_tokens().send().await;
    let tokens = listed.expect("tokens can be listed").tokens;
    tokens.expect("there is a list")
}

#[tokio::test]
async fn a_token_says_what_was_asked_for() {
    let server = server();
    let client = client(&server);
    let call = create(&client, "order-1")
        .role_arns(["arn:aws:iam::123456789012:role/Reader"])
        .expiration_in_days(30)
        .token_properties(["customer=17", "Größe 🔐"]);
    let created = call.send().await.expect("the token is created");
    assert_eq!(created.token_type, Some(TokenType::RefreshToken));
    let (id, token) = id_and_token(created);
    let claims = claims(&token);
    assert_eq!(claims["jti"], id);
    assert_eq!(claims["aud"], LICENSE);
    assert_eq!(claims["amr"], json!(["customer=17", "Größe 🔐"]));
    assert_eq!(
        claims["role_arns"],
        json!(["arn:aws:iam::123456789012:role/Reader"])
    );
    let seconds = claims["exp"].as_u64().zip(claims["iat"].as_u64());
    let lasts = seconds.map(|(end, start)| Duration::from_secs(end - start));
    assert_eq!(lasts, Some(Duration::from_hours(30 * 24)));
}

#[tokio::test]
async fn an_output_tells_the_id_of_its_call() {
    let server = server();
    let client = client(&server);
    let created = create(&client, "order-1").send().await;
    let again = create(&client, "order-1").send().await;
    assert_eq!(created.request_id(), Some("request-00000001"));
    assert_eq!(again.request_id(), Some("request-00000002"));
    assert_eq!(
        created.expect("the token is created"),
        again.expect("the token is there")
    );
}

#[tokio::test]
async fn an_input_can_be_built_first_and_called_later() {
    let server = server();
    let input = CreateTokenInput::builder()
        .license_arn(LICENSE)
        .client_token("order-1");
    let mut input = input.build();
    input.token_properties = Some(vec!["set=later".to_owned()]);
    let created = client(&server).call(input).await;
    let (_, token) = id_and_token(created.expect("the token is created"));
    assert_eq!(claims(&token)["amr"], json!(["set=later"]));
}

#[tokio::test]
async fn the_same_client_token_gives_the_same_token_for_ten_minutes() {
    let server = server();
    let client = client(&server);
    let first = new_token(&client, "order-1").await;
    assert_eq!(new_token(&client, "order-1").await, first);
    assert_eq!(tokens(&server).await.len(), 1);
    server.clock().advance(Duration::from_mins(10));
    assert_ne!(new_token(&client, "order-1").await, first);
    assert_eq!(tokens(&server).await.len(), 2);
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_for_an_access_token() {
    let server = server();
    let client = client(&server);
    let call = create(&client, "order-1").token_properties(["customer=17", "seat=4"]);
    let (_, refresh) = id_and_token(call.send().await.expect("the token is created"));
    let call = client.get_access_token().token(refresh);
    let access = call.token_properties(["seat=4"]).send().await;
    let access = access.expect("the token is good").access_token;
    let claims = claims(&access.expect("there is an access token"));
    assert_eq!(claims["token_use"], "access");
    assert_eq!(claims["aud"], LICENSE);
}

#[tokio::test]
async fn tokens_are_listed_with_all_that_is_known_of_them() {
    let server = server();
    let client = client(&server);
    let (id, token) = new_token(&client, "order-1").await;
    let tokens = tokens(&server).await;
    let [listed] = &tokens[..] else {
        panic!("one token has been created: {tokens:?}")
    };
    assert_eq!(listed.token_id, Some(id));
    assert_eq!(listed.license_arn.as_deref(), Some(LICENSE));
    assert_eq!(listed.status.as_deref(), Some("AVAILABLE"));
    assert_eq!(listed.token_properties, Some(Vec::new()));
    let expires = listed.expiration_time.as_deref().unwrap_or_default();
    let expires = aws_smithy_types::DateTime::from_str(
        expires,
        aws_smithy_types::date_time::Format::DateTime,
    );
    let expires = expires.expect("a token expires").secs();
    assert_eq!(claims(&token)["exp"], expires);
}

#[tokio::test]
async fn tokens_can_be_listed_by_license_and_by_id() {
    let server = server();
    let client = client(&server);
    let (_, other) = (
        new_token(&client, "order-1").await,
        "arn:aws:license-manager::123456789012:license:l-other",
    );
    let call = create(&client, "order-2").license_arn(other);
    let (id, _) = id_and_token(call.send().await.expect("the token is created"));
    let filter = Filter::builder().name("LicenseArns").values([other]);
    for call in [
        client.list_tokens().filters([filter]),
        client.list_tokens().token_ids([&id]),
    ] {
        let listed = call.send().await.expect("tokens can be listed").tokens;
        let ids = listed.into_iter().flatten().filter_map(|t| t.token_id);
        assert_eq!(ids.collect::<Vec<_>>(), [id.as_str()]);
    }
}

#[tokio::test]
async fn a_deleted_token_gives_no_access() {
    let server = server();
    let client = client(&server);
    let (id, token) = new_token(&client, "order-1").await;
    let deleted = client.delete_token().token_id(id).send().await;
    deleted.expect("the token is deleted");
    assert_eq!(tokens(&server).await[0].status.as_deref(), Some("DELETED"));
    let refused = client.get_access_token().token(token).send().await;
    let refused = refused.expect_err("the token has been deleted");
    assert!(
        matches!(
            refused.as_service_error(),
            Some(GetAccessTokenError::AccessDeniedException(_))
        ),
        "{refused:?}"
    );
}

#[tokio::test]
async fn members_and_values_that_a_later_version_adds_do_no_harm() {
    let server = server();
    let client = client(&server);
    server.fail_times(2, Fault::LaterVersion);
    let created = create(&client, "order-1").send().await;
    let created = created.expect("what is unknown is no error");
    let added = TokenType::Unknown("ADDED_LATER".to_owned());
    assert_eq!(created.token_type, Some(added));
    let tokens = tokens(&server).await;
    assert_eq!(tokens[0].token_id, created.token_id);
}
