//! What items are needed by, and which services need that.

use super::super::super::has_aws;
use super::super::Context;
use super::super::optional_files::{has_presigned_urls, is_formatted};
use crate::ir::auth::scheme;
use crate::ir::endpoint::Function;
use crate::ir::{Service, Type};

/// Whether a service needs an item.
pub(super) type IsNeeded = fn(&Service) -> bool;

/// Whether a crate with these services needs an item.
pub(super) type IsInCrate = fn(&[Context<'_>]) -> bool;

/// What items are needed by that are there for a type of members. JSON's are told apart; other
/// formats come with all that values may be, but for documents.
pub(super) const TYPES: &[(&str, IsNeeded)] = &[
    ("big numbers", |service| {
        service.has_type(|type_| matches!(type_, Type::BigInteger | Type::BigDecimal))
    }),
    ("blobs", |service| {
        service.has_type(|type_| matches!(type_, Type::Blob))
    }),
    ("floats", |service| {
        service.has_type(|type_| matches!(type_, Type::Float | Type::Double) || is_document(type_))
    }),
    ("maps", |service| {
        service.has_type(|type_| matches!(type_, Type::Map(..))) || names_collections(service)
    }),
    ("timestamps", |service| {
        service.has_type(|type_| matches!(type_, Type::Timestamp(_)))
    }),
];

/// What items are needed by that are there to read such a type: whether it is read, and whether it is there
/// at all, since with some features all is read.
pub(super) const READ: &[(&str, IsNeeded, IsNeeded)] = &[
    (
        "integers to read",
        Service::reads_integers,
        Service::has_integers,
    ),
    (
        "lists to read",
        |service| service.reads_type(is_list) || names_collections(service),
        |service| service.has_type(is_list),
    ),
];

/// What items are needed by that have to do with streams of events: whether clients need them, and whether they or
/// services do.
pub(super) const OF_STREAMS: &[(&str, IsNeeded, IsNeeded)] = &[
    (
        "events to write",
        Service::sends_events,
        Service::has_event_streams,
    ),
    (
        "bound events to write",
        Service::sends_bound_events,
        Service::has_bound_events,
    ),
    (
        "initial messages to write",
        Service::has_initial_requests,
        Service::has_initial_messages,
    ),
    ("events to answer with", |_| false, Service::receives_events),
    (
        "headers beside events",
        Service::must_receive_headers,
        Service::has_headers_beside_events,
    ),
];

/// What else items are needed by.
pub(super) const OTHERS: &[(&str, IsNeeded)] = &[
    ("checksums", Service::has_http_checksums),
    ("checksums of downloads", Service::checks_downloads),
    ("checksums of uploads", Service::sums_uploads),
    ("API keys", |service| service.api_key.is_some()),
    ("anonymous callers", Service::may_be_anonymous),
    ("codes of responses without a body", |service| {
        !service.codes_without_body.is_empty()
    }),
    ("compressed requests", |service| {
        let mut operations = service.operations.iter();
        operations.any(|operation| operation.compresses)
    }),
    ("bound events", Service::has_bound_events),
    ("event streams", Service::has_event_streams),
    ("events to send", Service::sends_events),
    ("initial requests", Service::has_initial_requests),
    ("initial requests to read", |service| {
        let mut operations = service.operations.iter();
        operations.any(|operation| operation.initial_messages && operation.input.events().is_some())
    }),
    ("defaults of services", Service::has_defaults_inside),
    ("documents", |service| service.has_type(is_document)),
    (
        "documents that may be absent",
        Service::has_documents_in_bodies,
    ),
    ("errors in successes", |service| service.errors_in_successes),
    ("extended request ids", |service| {
        service.extended_request_id
    }),
    ("initial responses", Service::has_initial_messages),
    ("labels in hosts", |service| {
        let mut operations = service.operations.iter();
        operations.any(|operation| operation.http.endpoint_label.is_some())
    }),
    ("logins", |service| service.uses_auth(scheme::BASIC)),
    ("operations", |service| !service.operations.is_empty()),
    ("pages that say whether they are the last", |service| {
        let operations = service.operations.iter();
        let mut pages = operations.filter_map(|operation| operation.pagination.as_ref());
        pages.any(|pages| pages.more.is_some())
    }),
    ("parsed URLs", |service| {
        service.calls(&[Function::ParseUrl])
    }),
    ("presigned URLs", has_presigned_urls),
    ("regions of redirects", |service| {
        service.elsewhere.is_some()
    }),
    ("sessions", |service| service.session.is_some()),
    ("settings of the environment", Service::has_environment),
    ("signatures of its own", |service| service.signing.is_some()),
    ("streams", Service::has_streams),
    (
        "successes of any status",
        Service::has_successes_of_any_status,
    ),
    (
        "texts that queries must have",
        Service::has_required_queries,
    ),
];

/// What items are needed by that a crate has as a whole, or not at all: whichever of its services are
/// compiled, they share one client.
pub(super) const WHOLE: &[(&str, IsInCrate)] = &[
    ("AWS", has_aws),
    ("AWS beside others", |contexts| {
        has_aws(contexts) && has_others(contexts)
    }),
    ("services of others", has_others),
];

/// Whether any of the services is not AWS's own.
fn has_others(contexts: &[Context<'_>]) -> bool {
    contexts.iter().any(|cx| !cx.service.of_aws)
}

/// Whether files of types are there that have to do with lists and maps, be there any or not.
fn names_collections(service: &Service) -> bool {
    service.has_recursion() || service.has_type(|type_| is_document(type_) || is_formatted(type_))
}

fn is_list(type_: &Type) -> bool {
    matches!(type_, Type::List(_))
}

fn is_document(type_: &Type) -> bool {
    matches!(type_, Type::Document)
}
