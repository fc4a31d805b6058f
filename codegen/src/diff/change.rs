//! Changes: what each is about, how grave it is, and why.

use std::fmt;

use serde::Serialize;

use crate::diagnostic::printable_line;

/// How grave a change is: the step of the version that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Code that compiled compiles, with nothing new to call.
    Patch,
    /// Code that compiled compiles; there is more to call, or something to look at.
    Minor,
    /// Code that compiled may not compile.
    Major,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The service.
    Service,
    /// The rules that give its endpoint.
    Endpoint,
    /// An operation.
    Operation,
    /// A waiter.
    Waiter,
    /// A structure that is not an error.
    Structure,
    /// An error structure, or its variant in the error of an operation.
    Error,
    /// A union.
    Union,
    /// An enum.
    Enum,
    /// A member of a structure.
    Member,
    /// A variant of a union or an enum.
    Variant,
    /// The builder of a structure.
    Builder,
}

/// In what way it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another Rust name, or is in another module.
    Renamed,
    /// It has another type.
    Type,
    /// Its field is an `Option` now, or no longer one.
    Optionality,
    /// Its value is in a `Box` now, or no longer.
    Boxed,
    /// Builders insist on it now, or no longer, or on them in another order.
    Required,
    /// It holds another value before it is set.
    Default,
    /// The model limits its values in another way.
    Constraints,
    /// It is called something else on the wire.
    WireName,
    /// Timestamps are written in another way.
    TimestampFormat,
    /// It is in another place of the HTTP message.
    HttpBinding,
    /// It may, or may no longer, be printed.
    Sensitive,
    /// It is on its way out, or no longer.
    Deprecated,
    /// It says something else to people.
    Documentation,
    /// Its parts come in another order.
    Order,
    /// It is retried in another way.
    Retry,
    /// Answers mean something else to those who wait, or they are asked for at other times.
    Waiting,
    /// Requests go to another place.
    Address,
    /// Requests are signed in another way.
    Auth,
    /// Messages travel in another way.
    Protocol,
    /// It answers page by page in another way.
    Pagination,
    /// Requests are compressed now, or no longer.
    Compression,
    /// The service states another version of its API, or another name.
    Identity,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Change {
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// In what way that changes.
    pub kind: Kind,
    /// The Rust item in the generated crate, e.g. `license_manager::types::TokenData::status`;
    /// the old one where there is one.
    pub item: String,
    /// The shape id.
    pub shape: String,
    /// What changes, and what that means for callers.
    pub reason: String,
}

/// All changes, the gravest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    changes: Vec<Change>,
}

impl Diff {
    /// Puts changes in order: the gravest first, then by item. A reason is one line, whatever the
    /// model says.
    pub(crate) fn of(mut changes: Vec<Change>) -> Self {
        for change in &mut changes {
            change.reason = printable_line(&change.reason).into_owned();
        }
        changes.sort_by(|a, b| {
            b.severity
                .cmp(&a.severity)
                .then_with(|| location(a).cmp(&location(b)))
        });
        changes.dedup();
        Self { changes }
    }

    /// The changes.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The gravest of them; `None` where there are none.
    pub fn verdict(&self) -> Option<Severity> {
        self.changes.first().map(|change| change.severity)
    }

    /// The changes of this severity.
    pub fn of_severity(&self, severity: Severity) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| change.severity == severity)
    }
}

fn location(change: &Change) -> (&str, &str, Subject, Kind, &str) {
    (
        &change.item,
        &change.shape,
        change.subject,
        change.kind,
        &change.reason,
    )
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Service => "service",
            Self::Endpoint => "endpoint",
            Self::Operation => "operation",
            Self::Structure => "structure",
            Self::Error => "error",
            Self::Union => "union",
            Self::Enum => "enum",
            Self::Member => "member",
            Self::Variant => "variant",
            Self::Builder => "builder",
            Self::Waiter => "waiter",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Type => "type",
            Self::Optionality => "optionality",
            Self::Boxed => "boxed",
            Self::Required => "required",
            Self::Default => "default",
            Self::Constraints => "constraints",
            Self::WireName => "wire name",
            Self::TimestampFormat => "timestamp format",
            Self::HttpBinding => "HTTP binding",
            Self::Sensitive => "sensitive",
            Self::Deprecated => "deprecated",
            Self::Documentation => "documentation",
            Self::Order => "order",
            Self::Retry => "retry",
            Self::Address => "address",
            Self::Auth => "auth",
            Self::Protocol => "protocol",
            Self::Pagination => "pagination",
            Self::Compression => "compression",
            Self::Identity => "identity",
            Self::Waiting => "waiting",
        })
    }
}
