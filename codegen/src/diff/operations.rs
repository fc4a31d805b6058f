//! Operations, with what belongs to each alone.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use super::pair::{Pair, pairs};
use crate::ir::{HttpRequest, Operation, OperationError, Pagination};

/// What is said of errors that responses call by one name.
pub(super) const TOLD_APART: &str =
    "errors that responses call by one name are told apart in another way";

impl Comparison<'_> {
    /// All operations.
    pub fn operations(&mut self) {
        let (old, new) = (self.old, self.new);
        for pair in pairs(&old.operations, &new.operations) {
            let (Pair::Both(operation, _) | Pair::Removed(operation) | Pair::Added(operation)) =
                pair;
            let item = format!("{}::{}", old.module, operation.name);
            let location = Location::new(Subject::Operation, &operation.id, item);
            match pair {
                Pair::Both(old, new) => self.operation(&location, old, new),
                Pair::Removed(_) => {
                    let reason = "code that calls it does not compile";
                    self.note(&location, Severity::Major, Kind::Removed, reason);
                }
                Pair::Added(_) => {
                    self.note(&location, Severity::Minor, Kind::Added, "it is new");
                }
            }
        }
    }

    fn operation(&mut self, location: &Location, old: &Operation, new: &Operation) {
        self.name(location, &old.name, &new.name);
        self.wire_name(location, &old.wire_name, &new.wire_name);
        self.deprecation(location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(location, &old.docs, &new.docs);
        if old.example != new.example {
            let reason = "the example of a call in its documentation is another";
            self.note(location, Severity::Patch, Kind::Documentation, reason);
        }
        let without_root = |http: &HttpRequest| HttpRequest {
            root: None,
            ..http.clone()
        };
        if without_root(&old.http) != without_root(&new.http) && !self.is_another_protocol() {
            let reason = "its requests have another method, path, query, header or checksum";
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.http.root != new.http.root && !self.is_another_protocol() {
            let reason = "the body of its requests is another element, or of another namespace";
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
        let is_another_status =
            old.success == new.success && old.response.status != new.response.status;
        if is_another_status && !self.is_another_protocol() {
            let reason = "doubles of the service answer with another status";
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.success != new.success && !self.is_another_protocol() {
            let reason = "another status code of its responses is a success";
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if new.http.tree_hash && !old.http.tree_hash {
            let reason = "checksums of its stream are headers: code that makes its requests with \
                          a body of another type than those in memory does not compile";
            self.note(location, Severity::Major, Kind::HttpBinding, reason);
        }
        if old.checksums != new.checksums {
            let reason =
                "other checksums of its requests or responses are sent, asked for or checked";
            self.note(location, Severity::Patch, Kind::HttpBinding, reason);
        }
        if old.presigned_url != new.presigned_url {
            let reason = match new.presigned_url {
                Some(_) => "a client presigns the URL that it carries to another region",
                None => "a client no longer presigns the URL that it carries to another region",
            };
            self.note(location, Severity::Patch, Kind::Auth, reason);
        }
        if old.own_endpoint != new.own_endpoint {
            let reason = "its requests go to another URL";
            self.note(location, Severity::Patch, Kind::Address, reason);
        }
        if old.host_prefix != new.host_prefix {
            let reason = "what its requests put before the host of the endpoint is another";
            self.note(location, Severity::Patch, Kind::Address, reason);
        }
        if old.endpoint_bindings != new.endpoint_bindings {
            let reason = "what it says to the rules of the endpoint is another";
            self.note(location, Severity::Patch, Kind::Address, reason);
        }
        if old.auth_schemes != new.auth_schemes || old.unsigned_payload != new.unsigned_payload {
            let reason = "its callers are authenticated in another way";
            self.note(location, Severity::Patch, Kind::Auth, reason);
        }
        if old.compresses != new.compresses {
            let reason = if new.compresses {
                "its large requests are compressed now"
            } else {
                "its requests are no longer compressed"
            };
            self.note(location, Severity::Patch, Kind::Compression, reason);
        }
        self.pagination(location, old, new);
        for (old, new) in [(&old.input, &new.input), (&old.output, &new.output)] {
            let item = format!("{}::{}", self.old.module, old.name);
            let location = Location::new(Subject::Structure, &old.id, item);
            self.name(&location, &old.name, &new.name);
            self.structure(&location, old, new);
        }
        self.errors(location, &old.error, &new.error);
        self.waiters(old, new);
    }

    /// How the pages of an operation follow each other.
    fn pagination(&mut self, location: &Location, old: &Operation, new: &Operation) {
        let items = |pages: &Pagination| pages.items.as_ref().map(|items| items.type_.clone());
        let (severity, reason) = match (&old.pagination, &new.pagination) {
            (None, None) => return,
            (None, Some(_)) => (Severity::Minor, "it can be called page by page now"),
            (Some(_), None) => (
                Severity::Major,
                "it has no pages any more: code that calls `paginate` does not compile",
            ),
            (Some(old), Some(new)) if old == new => return,
            (Some(old), Some(new)) => match (items(old), items(new)) {
                (None, Some(_)) => (Severity::Minor, "it is known what its pages are made of"),
                (Some(_), None) => (
                    Severity::Major,
                    "it is not known any more what its pages are made of: code that calls \
                     `items` does not compile",
                ),
                (Some(old), Some(new)) if !self.is_same(&old, &new) => (
                    Severity::Major,
                    "its pages are made of something else: code that calls `items` may not compile",
                ),
                _ => (Severity::Patch, "its pages are found in another way"),
            },
        };
        self.note(location, severity, Kind::Pagination, reason);
    }

    /// What an operation fails with: which variants of the service's error its docs name.
    fn errors(&mut self, operation: &Location, old: &OperationError, new: &OperationError) {
        let item = format!("{}::{}", self.old.module, old.name);
        let location = Location {
            subject: Subject::Error,
            item,
            ..operation.clone()
        };
        self.name(&location, &old.name, &new.name);
        if old.told_apart != new.told_apart {
            self.note(&location, Severity::Patch, Kind::WireName, TOLD_APART);
        }
        let part = |name| Location {
            item: format!("{}::{name}", location.item),
            ..location.clone()
        };
        for variant in &old.errors {
            let stays = new
                .errors
                .iter()
                .any(|v| self.is_same_type(&variant.structure, &v.structure));
            if !stays {
                let reason = "the model does not name it for this operation any more";
                self.note(&part(&variant.name), Severity::Patch, Kind::Removed, reason);
            }
        }
        for variant in &new.errors {
            let known = old
                .errors
                .iter()
                .any(|v| self.is_same_type(&v.structure, &variant.structure));
            if !known {
                let reason = "the model names it for this operation, too";
                self.note(&part(&variant.name), Severity::Patch, Kind::Added, reason);
            }
        }
    }
}
