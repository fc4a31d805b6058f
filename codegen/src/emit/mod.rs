//! From the [`ir`] to tokens: one module per kind of thing emitted. An emitter is a
//! pure function of an ir item, and its doc comment shows the Rust that it emits. Emitters
//! decide nothing: whatever needs a trait or a model to be decided is in the ir.

mod any_format;
mod builder;
mod builders;
mod client;
mod clone;
mod constraints;
mod docs;
mod double;
pub mod endpoint;
mod enumeration;
mod error;
mod example;
mod file;
mod generics;
mod imports;
mod jmespath;
mod manifest;
mod model_tests;
mod module_path;
mod operation;
mod operation_error;
mod pagination;
mod parts;
mod re_exports;
mod readme;
mod request_id;
mod required;
mod root;
mod rust_type;
mod service;
mod setter;
mod streamed;
mod structure;
mod support;
mod types;
mod union;
mod value;
mod waiter;

pub use file::{File, FileSource, Text};
pub(crate) use manifest::RUST_VERSION;
#[cfg(feature = "cli")]
pub(crate) use manifest::quoted;
pub use manifest::{CrateInfo, Metadata, Publish};

use std::collections::{BTreeMap, BTreeSet};

use module_path::ModulePath;

use crate::ir;
use crate::protocol::Protocol;
use crate::rust::Ident;

/// What emitters look up: the crate, the service, its protocol, and types by name.
pub struct Context<'a> {
    /// The name of the crate, as code spells it.
    pub crate_name: &'a str,
    /// The service that is emitted.
    pub service: &'a ir::Service,
    /// How the service's messages travel.
    pub protocol: &'a Protocol,
    /// Whether any service of the crate has to do with AWS, so that all stand on what AWS has.
    pub has_aws: bool,
    types: BTreeMap<&'a Ident, &'a ir::Shape>,
    errors: BTreeMap<&'a Ident, &'a ir::Structure>,
    /// The types in which members have defaults that are services' alone.
    service_defaults: BTreeSet<&'a Ident>,
}

impl<'a> Context<'a> {
    /// The context of a service in a crate of this name.
    pub fn new(
        crate_name: &'a str,
        service: &'a ir::Service,
        protocol: &'a Protocol,
        has_aws: bool,
    ) -> Self {
        Self {
            crate_name,
            service,
            protocol,
            has_aws,
            types: service
                .types
                .iter()
                .map(|shape| (shape.name(), shape))
                .collect(),
            errors: service
                .errors
                .iter()
                .map(|error| (&error.name, error))
                .collect(),
            service_defaults: double::defaults::find(service),
        }
    }

    /// Whether any of the service's requests are compressed.
    fn compresses(&self) -> bool {
        self.service
            .operations
            .iter()
            .any(|operation| operation.compresses)
    }

    /// Whether any of the service's operations answer page by page.
    fn paginates(&self) -> bool {
        let mut operations = self.service.operations.iter();
        operations.any(|operation| operation.pagination.is_some())
    }

    /// Whether any of the service's operations can be authenticated in this way.
    fn uses_auth(&self, scheme: &str) -> bool {
        self.service.uses_auth(scheme)
    }

    /// Whether any of the service's requests carry a checksum.
    fn checksums(&self) -> bool {
        let mut operations = self.service.operations.iter();
        operations.any(|operation| operation.http.checksum)
    }

    /// Whether messages of any of the service's operations carry checksums that their senders may choose.
    fn chooses_checksums(&self) -> bool {
        self.service.has_http_checksums()
    }

    /// Whether any of the service's operations have waiters.
    fn waits(&self) -> bool {
        self.service.waiters().next().is_some()
    }

    /// Whether any of the service's requests carry checksums of a stream.
    fn tree_hashes(&self) -> bool {
        let mut operations = self.service.operations.iter();
        operations.any(|operation| operation.http.tree_hash)
    }

    /// Whether any of the service's messages is a stream, of bytes or of events.
    fn streams(&self) -> bool {
        self.service.has_streams()
    }

    /// Whether any of the service's messages is a stream of bytes.
    fn streams_bytes(&self) -> bool {
        self.service.has_byte_streams()
    }

    /// Whether any of the service's messages is a stream of events.
    fn streams_events(&self) -> bool {
        self.service.has_event_streams()
    }

    /// Whether timestamps are read or written: what is bound to HTTP or in forms says how, whether there
    /// are any.
    fn has_timestamps(&self) -> bool {
        let has_texts = self.protocol.uses("text");
        let is_timestamp = |type_: &ir::Type| matches!(type_, ir::Type::Timestamp(_));
        has_texts || self.service.has_type(is_timestamp)
    }

    /// Whether formats of any kind have timestamps: those beside JSON have all that values may be.
    fn writes_timestamps(&self) -> bool {
        let is_timestamp = |type_: &ir::Type| matches!(type_, ir::Type::Timestamp(_));
        !self.protocol.uses("json") || self.service.has_type(is_timestamp)
    }

    /// Whether decimal texts are read: as integers in JSON, or as timestamps.
    fn reads_decimals(&self) -> bool {
        self.has_timestamps() || !self.protocol.uses("json") || self.service.reads_integers()
    }

    /// Whether anything in the type of this name has a default that is the service's alone.
    fn has_service_defaults(&self, name: &Ident) -> bool {
        self.service_defaults.contains(name)
    }

    /// Whether any type has such.
    fn has_any_service_defaults(&self) -> bool {
        !self.service_defaults.is_empty()
    }

    /// A shared type, by its Rust name.
    fn type_(&self, name: &Ident) -> Option<&'a ir::Shape> {
        self.types.get(name).copied()
    }

    /// A structure that is a type of its own, by its Rust name.
    fn structure(&self, name: &Ident) -> Option<&'a ir::Structure> {
        match self.type_(name) {
            Some(ir::Shape::Structure(structure)) => Some(structure),
            _ => self.errors.get(name).copied(),
        }
    }

    /// The module of the service that has a type of this name.
    fn module_of(&self, name: &Ident) -> &'static str {
        if self.errors.contains_key(name) {
            "errors"
        } else {
            "types"
        }
    }
}

/// Whether a crate with these services has what is AWS's alone.
fn has_aws(contexts: &[Context<'_>]) -> bool {
    contexts.iter().any(|cx| cx.has_aws)
}

/// The files of one service, each to be made when its turn comes.
pub fn service<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let mut files: Vec<FileSource<'a>> = vec![
        Box::new(|| service::module(cx)),
        Box::new(|| client::module(cx)),
    ];
    files.extend(error::files(cx));
    if !cx.service.types.is_empty() {
        files.extend(types::files(cx));
    }
    if !cx.service.required.is_empty() {
        files.push(Box::new(|| required::module(cx)));
    }
    if let Some(rule_set) = &cx.service.endpoint {
        files.push(Box::new(|| endpoint_module(cx, rule_set)));
    }
    files.extend(builders::files(cx));
    files.push(Box::new(|| double::module(cx)));
    files.extend(constraints::files(cx));
    if cx.waits() {
        files.push(Box::new(|| waiter::module(cx)));
    }
    for operation in &cx.service.operations {
        files.push(Box::new(|| operation::module(cx, operation)));
    }
    files
}

fn endpoint_module(cx: &Context<'_>, rule_set: &ir::endpoint::RuleSet) -> File {
    let docs = format!(
        "Where {} is: its endpoint, by region and settings.",
        cx.service.title
    );
    let mut items = vec![endpoint::rules(rule_set)];
    items.extend(endpoint::settings::extension(cx));
    File::in_service(cx, ModulePath::Module("endpoint"), &docs, items)
}

/// The Rust files of the crate itself: its root, and the lists of its support code.
pub fn krate<'a>(contexts: &'a [Context<'_>]) -> Vec<FileSource<'a>> {
    let mut files: Vec<FileSource<'a>> = vec![Box::new(|| root::lib(contexts))];
    files.extend(support::lists(contexts));
    files
}

/// The tests that the models carry, where they are wanted.
pub fn model_tests<'a>(contexts: &'a [Context<'_>]) -> Vec<FileSource<'a>> {
    contexts
        .iter()
        .flat_map(|cx| model_tests::files(contexts, cx))
        .collect()
}

/// The files of the crate that are no Rust, or that are copied: manifest, README, support code.
pub fn texts(info: &CrateInfo, contexts: &[Context<'_>]) -> Vec<Text> {
    let mut texts = vec![
        manifest::cargo_toml(info, contexts),
        readme::readme(info, contexts),
        license(),
    ];
    texts.extend(contexts.iter().map(readme::links));
    texts.extend(support::copied(contexts));
    texts.extend(model_tests::checks(contexts));
    texts
}

/// The license of the support code, which goes with it.
fn license() -> Text {
    Text {
        path: "src/support/LICENSE.txt".to_owned(),
        text: include_str!("../../LICENSE").to_owned(),
    }
}
