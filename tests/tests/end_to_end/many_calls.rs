//! Very many calls at once.

use std::collections::HashSet;
use std::time::Duration;

use generated::license_manager::{Client, ListTokensInput};
use tinsmith_tests::local_license_manager::Fault;
use tokio::task::JoinSet;

use crate::account::{client, new_token, server};

const CALLS: usize = 1000;

/// Each call has a connection of its own, which takes a file at either end.
fn allow_many_connections() {
    let files = u64::try_from(3 * CALLS).expect("a small number");
    let allowed = rlimit::increase_nofile_limit(files);
    let allowed = allowed.expect("the limit can be asked for");
    assert!(allowed >= files, "only {allowed} open files are allowed");
}

/// The ids and the tokens that so many calls at once give.
async fn create_many(client: &Client) -> Vec<(String, String)> {
    let mut calls = JoinSet::new();
    for order in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move { new_token(&client, &format!("order-{order}")).await });
    }
    calls.join_all().await
}

/// The ids of all tokens, page by page, and the number of pages.
async fn list_all(client: &Client) -> (Vec<String>, usize) {
    let (mut ids, mut pages, mut next) = (Vec::new(), 0, None);
    loop {
        let mut call = client.list_tokens().max_results(64);
        if let Some(next) = next {
            call = call.next_token(next);
        }
        let page = call.send().await.expect("tokens can be listed");
        let tokens = page.tokens.into_iter().flatten();
        ids.extend(tokens.filter_map(|token| token.token_id));
        pages += 1;
        next = page.next_token;
        if next.is_none() {
            return (ids, pages);
        }
    }
}

#[tokio::test]
async fn what_a_client_gives_outlives_it_and_can_be_spawned() {
    let server = server();
    let (first, second, pages, presigned) = {
        let client = client(&server);
        let builder = client.list_tokens().max_results(1);
        let first = tokio::spawn(builder.send());
        let mut calls = JoinSet::new();
        calls.spawn(client.list_tokens().send());
        let pages = client.list_tokens().max_results(1).paginate();
        let pages = tokio::spawn(pages.try_collect::<Vec<_>>());
        let input = ListTokensInput::builder().build();
        let presigned = client.presign(input, Duration::from_secs(60));
        (first, calls, pages, tokio::spawn(presigned))
    };
    first.await.expect("no panic").expect("tokens are listed");
    for listed in second.join_all().await {
        listed.expect("tokens are listed");
    }
    let pages = pages.await.expect("no panic").expect("pages");
    assert_eq!(pages.len(), 1);
    presigned.await.expect("no panic").expect("a request");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_at_once_lose_nothing() {
    allow_many_connections();
    let server = server();
    let client = client(&server);
    // Some of them fail at first, which nobody should notice.
    server.fail_times(10, Fault::EmptyBody(500));
    let created = create_many(&client).await;
    let ids: HashSet<_> = created.iter().map(|(id, _)| id.clone()).collect();
    let tokens: HashSet<_> = created.iter().map(|(_, token)| token).collect();
    assert_eq!((ids.len(), tokens.len()), (CALLS, CALLS));

    let (listed, pages) = list_all(&client).await;
    assert_eq!((listed.len(), pages), (CALLS, CALLS.div_ceil(64)));
    assert_eq!(listed.into_iter().collect::<HashSet<_>>(), ids);
    assert_eq!(server.requests().len(), CALLS + 10 + pages);
}
