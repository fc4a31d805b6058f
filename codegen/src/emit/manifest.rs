//! `Cargo.toml`: features, and the few crates that the generated one stands on.

mod dependencies;
mod features;
mod metadata;

use std::collections::BTreeSet;

use super::{Context, Text, has_aws};
use crate::diagnostic::is_unprintable;
use crate::ir::auth::scheme;
use crate::ir::{TestFormat, Tests};
use dependencies::{
    CHECKSUM, COMPRESSION, DEPENDENCIES, Dependency, EVENT_STREAMS, HTTP_CHECKSUMS, OF_AWS, STREAM,
    TREE_HASH,
};

pub(crate) use metadata::RUST_VERSION;
pub use metadata::{Metadata, Publish};

/// What is known of the crate, beside its services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateInfo {
    /// The package's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The command that writes the crate anew, for those who find its files.
    pub command: String,
    /// What it says of itself.
    pub metadata: Metadata,
}

impl CrateInfo {
    /// The crate's name as code spells it.
    pub fn code_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The same with what HTTP itself has to authenticate callers, where some operation takes that.
const RUNTIME_WITH_HTTP_AUTH: Dependency = Dependency {
    name: "aws-smithy-runtime",
    version: "1.16",
    features: &["client", "http-auth"],
    feature: Some("client"),
};

/// The same with signatures of events, where some request streams them.
const RUNTIME_THAT_SIGNS_EVENTS: Dependency = Dependency {
    name: "aws-runtime",
    version: "1.10",
    features: &["event-stream"],
    feature: Some("client"),
};

/// The same with bodies that are asked for their bytes when these are wanted, where some operation streams
/// events.
const TYPES_WITH_POLLED_BODIES: Dependency = Dependency {
    name: "aws-smithy-types",
    version: "1.9",
    features: &["byte-stream-poll-next"],
    feature: None,
};

/// What tests need: that of the README a runtime.
fn test_dependencies(info: &CrateInfo, contexts: &[Context<'_>]) -> String {
    let tests = contexts.iter().filter_map(|cx| cx.service.tests.as_ref());
    let tests: Vec<&Tests> = tests.collect();
    let tested = match tests.as_slice() {
        [] => String::new(),
        tests => model_test_dependencies(info, tests),
    };
    format!(
        "
[dev-dependencies]
{tested}# The test in the README.
tokio = {{ version = \"1\", default-features = false, features = [\"macros\", \"rt\"] }}
"
    )
}

/// What the tests of models need: builders of what is expected, JSON to compare by value, and where
/// there is CBOR, that too: by another reader than the one that is tested.
fn model_test_dependencies(info: &CrateInfo, tests: &[&Tests]) -> String {
    let name = &info.name;
    let formats: BTreeSet<TestFormat> = tests.iter().flat_map(|tests| tests.formats()).collect();
    let formats = formats.into_iter().map(|format| match format {
        TestFormat::Cbor => "ciborium = \"0.2\"\n",
        TestFormat::Form => "form_urlencoded = \"1.2\"\n",
        TestFormat::Xml => "roxmltree = \"0.21\"\n",
    });
    let formats: String = formats.collect();
    format!(
        "{formats}{name} = {{ path = \".\", default-features = false, features = [\"test-util\"] }}
serde_json = \"1.0\"
"
    )
}

/// `Cargo.toml`.
pub(super) fn cargo_toml(info: &CrateInfo, contexts: &[Context<'_>]) -> Text {
    let titles = contexts.iter().map(|cx| cx.service.plain_title.as_str());
    let needs = needs(contexts);
    let features = features::all(contexts, &needs);
    let dependencies = dependencies(needs).into_iter();
    let dependencies =
        dependencies.map(|dependency| line(dependency, is_optional(contexts, dependency)));
    let dependencies: String = dependencies.collect();
    let test_dependencies = test_dependencies(info, contexts);
    let description = format!("A client of {}.", enumerated(titles.collect()));
    let text = format!(
        "[package]
name = \"{name}\"
version = \"{version}\"
edition = \"2024\"
{metadata}# What generating needs, and nobody else.
exclude = [\"/released.json\", \"/written.json\"]

[package.metadata.docs.rs]
all-features = true

[features]
{features}
[dependencies]
{dependencies}{test_dependencies}",
        name = info.name,
        version = info.version,
        metadata = info.metadata.lines(&description),
    );
    Text {
        path: "Cargo.toml".to_owned(),
        text,
    }
}

/// The crates that these services need, by name, each as often as it is needed with another feature.
fn needs(contexts: &[Context<'_>]) -> Vec<&'static Dependency> {
    let of_http = [scheme::BEARER, scheme::BASIC];
    let has_http_auth = of_http.iter().any(|scheme| uses_auth(contexts, scheme));
    let has_events = contexts.iter().any(Context::streams_events);
    let sends_events = contexts.iter().any(|cx| cx.service.sends_events());
    let with_more = |dependency| match dependency {
        &Dependency { name, .. } if has_http_auth && name == RUNTIME_WITH_HTTP_AUTH.name => {
            &RUNTIME_WITH_HTTP_AUTH
        }
        &Dependency { name, .. } if sends_events && name == RUNTIME_THAT_SIGNS_EVENTS.name => {
            &RUNTIME_THAT_SIGNS_EVENTS
        }
        &Dependency { name, .. } if has_events && name == TYPES_WITH_POLLED_BODIES.name => {
            &TYPES_WITH_POLLED_BODIES
        }
        dependency => dependency,
    };
    let has_aws = has_aws(contexts);
    let all = DEPENDENCIES.iter();
    let all = all.filter(|dependency| has_aws || !OF_AWS.contains(&dependency.name));
    let mut all: Vec<&Dependency> = all.map(with_more).collect();
    all.extend(contexts.iter().flat_map(needed_by));
    all.sort_by_key(|dependency| (dependency.name, dependency.feature));
    all.dedup_by_key(|dependency| (dependency.name, dependency.feature));
    all
}

/// Each of them once: the one of several that needs no feature.
fn dependencies(mut needs: Vec<&'static Dependency>) -> Vec<&'static Dependency> {
    needs.dedup_by_key(|dependency| dependency.name);
    needs
}

/// Whether a crate is not there whatever the features.
fn is_optional(contexts: &[Context<'_>], dependency: &Dependency) -> bool {
    dependency.feature.is_some() || is_of_services(contexts, dependency)
}

/// The crates that a service needs beside those of all services, each once.
fn needed_by(cx: &Context<'_>) -> Vec<&'static Dependency> {
    let needed = [
        cx.compresses().then_some(&COMPRESSION),
        cx.checksums().then_some(&CHECKSUM),
        cx.tree_hashes().then_some(&TREE_HASH),
        (cx.paginates() || cx.streams_events()).then_some(&STREAM),
    ];
    let mut needed: Vec<&Dependency> = needed.into_iter().flatten().collect();
    if cx.streams_events() {
        needed.extend(EVENT_STREAMS);
    }
    if cx.chooses_checksums() {
        let names: Vec<&str> = needed.iter().map(|needed| needed.name).collect();
        let sums = HTTP_CHECKSUMS.iter();
        needed.extend(sums.filter(|sum| !names.contains(&sum.name)));
    }
    needed
}

/// Whether a crate comes with the cargo features of services, since not all of these need it.
fn is_of_services(contexts: &[Context<'_>], dependency: &Dependency) -> bool {
    let needs = |cx: &&Context<'_>| {
        needed_by(cx)
            .iter()
            .any(|needed| needed.name == dependency.name)
    };
    let users = contexts.iter().filter(needs).count();
    dependency.feature.is_none() && (1..contexts.len()).contains(&users)
}

/// Whether any service has operations that can be authenticated in this way.
fn uses_auth(contexts: &[Context<'_>], scheme: &str) -> bool {
    contexts.iter().any(|cx| cx.uses_auth(scheme))
}

/// The cargo feature of a service, where the crate has several.
pub(super) fn feature_of(contexts: &[Context<'_>], cx: &Context<'_>) -> Option<String> {
    (contexts.len() > 1).then(|| cx.service.module.as_str().replace('_', "-"))
}

/// `IAM, SNS and STS`
pub(super) fn enumerated(names: Vec<&str>) -> String {
    match names.as_slice() {
        [others @ .., before, last] => {
            let others = others.iter().map(|name| format!("{name}, "));
            format!("{}{before} and {last}", others.collect::<String>())
        }
        names => names.concat(),
    }
}

/// `http = { version = "1.5", default-features = false }`
fn line(dependency: &Dependency, is_optional: bool) -> String {
    let Dependency {
        name,
        version,
        features,
        ..
    } = dependency;
    let features: Vec<String> = features.iter().map(|feature| quoted(feature)).collect();
    let features = match features.as_slice() {
        [] => String::new(),
        features => format!(", features = [{}]", features.join(", ")),
    };
    let optional = if is_optional { ", optional = true" } else { "" };
    format!(
        "{name} = {{ version = \"{version}\", default-features = false{features}{optional} }}\n"
    )
}

/// A basic string of TOML.
pub(crate) fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            c if is_unprintable(c) => vec![' '],
            c => vec![c],
        })
        .collect();
    format!("\"{escaped}\"")
}
