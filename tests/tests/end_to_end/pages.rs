//! Lists that come in pages.

use aws_types::request_id::RequestId;
use generated::license_manager::types::TokenData;
use generated::license_manager::{Client, ListTokensError, ListTokensInput, ListTokensOutput};
use generated::{CallError, Settings};
use tinsmith_tests::local_license_manager::{Fault, ServiceError};

use crate::account::{client, new_token, server, tried_once};

/// The ids of some new tokens.
async fn new_tokens(client: &Client, number: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for number in 0..number {
        ids.push(new_token(client, &format!("order-{number}")).await.0);
    }
    ids
}

fn ids(tokens: Vec<TokenData>) -> Vec<String> {
    let ids = tokens.into_iter().map(|token| token.token_id);
    ids.map(|id| id.expect("a token has an id")).collect()
}

#[tokio::test]
async fn all_tokens_are_there_in_pages_of_the_size_that_was_asked_for() {
    let server = server();
    let client = client(&server);
    let created = new_tokens(&client, 5).await;
    let pages = client.list_tokens().max_results(2).paginate();
    let pages: Vec<ListTokensOutput> = pages.try_collect().await.expect("tokens can be listed");
    let pages = pages
        .into_iter()
        .map(|page| page.tokens.unwrap_or_default());
    let pages: Vec<Vec<String>> = pages.map(ids).collect();
    let sizes: Vec<usize> = pages.iter().map(Vec::len).collect();
    assert_eq!(sizes, [2, 2, 1]);
    assert_eq!(pages.concat(), created);
}

#[tokio::test]
async fn each_page_tells_the_id_of_its_own_call() {
    let server = server();
    let client = client(&server);
    new_tokens(&client, 3).await;
    let mut pages = client.list_tokens().max_results(2).paginate();
    for call in 4..6 {
        let page = pages.next().await.expect("a page");
        let id = format!("request-{call:08}");
        assert_eq!(page.request_id(), Some(&*id));
    }
}

#[tokio::test]
async fn items_do_not_tell_where_a_page_ends() {
    let server = server();
    let client = client(&server);
    let created = new_tokens(&client, 5).await;
    let input = ListTokensInput::builder().max_results(2).build();
    let tokens = client.paginate(input).items().try_collect().await;
    assert_eq!(ids(tokens.expect("tokens can be listed")), created);
}

#[tokio::test]
async fn without_tokens_there_is_one_page_and_no_item() {
    let server = server();
    let client = client(&server);
    let mut pages = client.list_tokens().paginate();
    assert!(matches!(pages.next().await, Some(Ok(_))));
    assert!(pages.next().await.is_none());
    assert!(
        client
            .list_tokens()
            .paginate()
            .items()
            .next()
            .await
            .is_none()
    );
}

#[tokio::test]
async fn a_page_that_fails_is_the_last() {
    let server = server();
    let client = client(&server);
    new_tokens(&client, 3).await;
    let pages = client.list_tokens().max_results(1).paginate();
    let mut pages = pages.with_settings(tried_once());
    assert!(matches!(pages.next().await, Some(Ok(_))));
    server.fail_next(ServiceError::new("RateLimitExceededException", "wait"));
    let error = pages.next().await.expect("a page").expect_err("a failure");
    let error: Result<ListTokensError, _> = error.into_service_error();
    assert!(error.is_ok(), "{error:?}");
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn a_page_that_fails_for_a_moment_is_tried_again() {
    let server = server();
    let client = client(&server);
    let created = new_tokens(&client, 3).await;
    let mut items = client.list_tokens().max_results(1).paginate().items();
    let mut listed = Vec::new();
    while let Some(token) = items.next().await {
        listed.push(token.expect("tokens can be listed"));
        server.fail_next(Fault::EmptyBody(503));
    }
    assert_eq!(ids(listed), created);
}

#[tokio::test]
async fn settings_hold_for_every_page() {
    let server = server();
    let client = client(&server);
    let nowhere = Settings::new().endpoint_url("http://127.0.0.1:1");
    let mut pages = client.list_tokens().paginate().with_settings(nowhere);
    let error = pages.next().await.expect("a page").expect_err("no server");
    assert!(matches!(error, CallError::Connection(_)), "{error:?}");
}
