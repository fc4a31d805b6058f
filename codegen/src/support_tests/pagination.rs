//! Pages and items, as a client gets them: the tides of one harbour after the other.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::LazyLock;

use futures_core::Stream;

use super::client::service_double::Answer::Respond;
use super::client::service_double::{Answer, ServiceDouble};
use super::client::tide::{ReadTide, Tide, TideError};
use crate::support::client::{CallError, Settings};
use crate::support::pagination::{Paginated, Paginator, WithItems};

/// The names of harbours, each a number.
static HARBOURS: LazyLock<Vec<String>> =
    LazyLock::new(|| (0..4).map(|number: u32| number.to_string()).collect());

/// A tide tells the next harbour: the one that is called as the tide is high, and none at 0.
impl Paginated for ReadTide {
    type Token = String;
    type TokenField = String;

    fn tokens<'t>(&'t mut self, output: &'t Tide) -> (&'t mut String, Option<&'t String>) {
        let next = HARBOURS.get(output.0 as usize);
        (&mut self.harbour, next.filter(|_| output.0 > 0))
    }
}

/// There are as many items as the tide is high.
impl WithItems for ReadTide {
    type Items = Vec<u32>;

    fn items(output: Tide) -> Vec<u32> {
        (0..output.0).collect()
    }
}

fn service(heights: impl IntoIterator<Item = &'static str>) -> ServiceDouble {
    ServiceDouble::with(heights.into_iter().map(|height| Respond(200, height)))
}

fn pages(service: &ServiceDouble) -> Paginator<ReadTide> {
    service.client().paginate(ReadTide::at("Brest"))
}

#[tokio::test]
async fn each_page_is_a_call_with_the_token_of_the_page_before() {
    let service = service(["2", "1", "0"]);
    let mut pages = pages(&service);
    for (page, asked) in [(2, "Brest"), (1, "2"), (0, "1")] {
        assert_eq!(pages.next().await.unwrap().unwrap(), Tide(page));
        assert_eq!(service.body(), asked.as_bytes());
    }
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none());
    assert_eq!(service.asked(), 3);
}

#[tokio::test]
async fn nothing_is_called_before_it_is_asked_for() {
    let service = service(["2"]);
    let mut pages = pages(&service);
    assert_eq!(service.asked(), 0);
    pages.next().await.unwrap().unwrap();
    assert_eq!(service.asked(), 1);
}

#[tokio::test]
async fn all_pages_can_be_collected() {
    let pages: Vec<Tide> = pages(&service(["2", "1", "0"]))
        .try_collect()
        .await
        .unwrap();
    assert_eq!(pages, [Tide(2), Tide(1), Tide(0)]);
}

#[tokio::test]
async fn items_go_on_from_page_to_page() {
    let service = service(["2", "1", "3", "0"]);
    let mut items = pages(&service).items();
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item.unwrap());
    }
    assert_eq!(all, [0, 1, 0, 0, 1, 2]);
}

#[tokio::test]
async fn what_is_left_of_the_items_can_be_collected() {
    let mut items = pages(&service(["2", "1", "0"])).items();
    assert_eq!(items.next().await.unwrap().unwrap(), 0);
    let rest: Vec<u32> = items.try_collect().await.unwrap();
    assert_eq!(rest, [1, 0]);
}

#[tokio::test]
async fn an_error_is_the_end() {
    let closed = Respond(400, "HarbourClosed: for the night");
    let service = ServiceDouble::with([Respond(200, "2"), closed, Respond(200, "1")]);
    let mut pages = pages(&service);
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    let error = error.into_service_error().unwrap();
    assert!(matches!(error, TideError::HarbourClosed(_)), "{error:?}");
    assert!(pages.next().await.is_none());
    assert_eq!(service.asked(), 2);
}

#[tokio::test]
async fn an_error_comes_after_the_items_before_it() {
    let answers = [Respond(200, "1"), Answer::Refuse];
    let settings = Settings::new().retry(aws_smithy_types::retry::RetryConfig::disabled());
    let pages = ServiceDouble::with(answers).client_with(settings);
    let mut items = pages.paginate(ReadTide::at("Brest")).items();
    assert_eq!(items.next().await.unwrap().unwrap(), 0);
    let error = items.next().await.unwrap().unwrap_err();
    assert!(matches!(error, CallError::Connection(_)), "{error:?}");
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_page_that_would_follow_itself_is_followed_by_an_error() {
    let service = service(["2", "2", "2"]);
    let mut pages = pages(&service);
    assert_eq!(pages.next().await.unwrap().unwrap(), Tide(2));
    assert_eq!(pages.next().await.unwrap().unwrap(), Tide(2));
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the call could not be made: the token of the next page is that of the page before it"
    );
    assert!(pages.next().await.is_none());
    assert_eq!(service.asked(), 2);
}

#[tokio::test]
async fn a_page_that_would_follow_itself_can_be_the_last() {
    let pages = pages(&service(["2", "2"])).until_token_repeats();
    let pages: Vec<Tide> = pages.try_collect().await.unwrap();
    assert_eq!(pages, [Tide(2), Tide(2)]);
}

#[tokio::test]
async fn settings_of_their_own_are_those_of_every_page() {
    let service = service(["2", "0"]);
    let settings = Settings::new().endpoint_url("https://harbour.example.net");
    let mut pages = pages(&service).with_settings(settings);
    while let Some(page) = pages.next().await {
        page.unwrap();
        assert_eq!(service.uri(), "https://harbour.example.net/");
    }
    assert_eq!(service.asked(), 2);
}

#[tokio::test]
async fn pages_and_items_are_streams() {
    async fn first<S: Stream + Unpin>(mut stream: S) -> Option<S::Item> {
        poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await
    }
    let page = first(pages(&service(["2"]))).await;
    assert_eq!(page.unwrap().unwrap(), Tide(2));
    let item = first(pages(&service(["2"])).items()).await;
    assert_eq!(item.unwrap().unwrap(), 0);
}

#[test]
fn pages_and_items_can_go_to_any_thread_and_outlive_their_client() {
    fn can_be_spawned(_: impl Send + 'static) {}
    can_be_spawned(pages(&service([])));
    can_be_spawned(pages(&service([])).items());
    can_be_spawned(pages(&service([])).try_collect::<Vec<_>>());
    can_be_spawned(pages(&service([])).items().try_collect::<Vec<_>>());
}

#[test]
fn their_debug_does_not_show_the_input() {
    let pages = pages(&service([]));
    assert_eq!(format!("{pages:?}"), r#"Paginator("ReadTide")"#);
    assert_eq!(format!("{:?}", pages.items()), r#"ItemStream("ReadTide")"#);
}
