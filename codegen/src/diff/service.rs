//! The service itself: its names, its protocol, how requests are signed.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};
use super::operations::TOLD_APART;
use crate::ir::auth::scheme;
use crate::ir::{ErrorChoice, Service};
use crate::lower::docs::code;

impl Comparison<'_> {
    /// All that is the service's own.
    pub fn service(&mut self) {
        let (old, new) = (self.old, self.new);
        let location = Location::new(Subject::Service, &old.id, old.module.to_string());
        self.name(&location, &old.module, &new.module);
        let type_ = Location {
            item: format!("{}::{}", old.module, old.name),
            ..location.clone()
        };
        self.name(&type_, &old.name, &new.name);
        self.identity(&location);
        self.protocol(&location);
        self.errors_of_one_code(&location);
        self.unwrapped_errors(&location);
        self.transient_errors(&location);
        self.auth(&location);
        self.clients(&location);
        self.customized();
        self.optional_modules(&location);
        self.deprecation(&location, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.documentation(&location, &old.docs, &new.docs);
    }

    fn identity(&mut self, location: &Location) {
        let (old, new) = (self.old, self.new);
        let facts = [
            ("version of the API", &old.version, &new.version),
            ("SDK id", &old.sdk_id, &new.sdk_id),
            ("title", &old.plain_title, &new.plain_title),
        ];
        for (fact, old, new) in facts {
            if old != new {
                let reason = format!("its {fact} was {} and is {}", code(old), code(new));
                self.note(location, Severity::Patch, Kind::Identity, reason);
            }
        }
    }

    fn protocol(&mut self, location: &Location) {
        let (old, new) = (self.old, self.new);
        if old.query_compatible != new.query_compatible {
            let reason = if new.query_compatible {
                "the codes of errors are those of awsQuery now"
            } else {
                "the codes of errors are no longer those of awsQuery"
            };
            self.note(location, Severity::Patch, Kind::Protocol, reason);
        }
        if self.is_another_protocol() {
            let reason = format!(
                "what is sent and read, presigned requests included, is as {} has it now, not as {}; \
                 but for what else is told, code that calls it stays as it is",
                code(new.protocol),
                code(old.protocol)
            );
            self.note(location, Severity::Patch, Kind::Protocol, reason);
        }
    }

    /// Errors that their namespaces tell apart.
    fn errors_of_one_code(&mut self, location: &Location) {
        let told_apart = |service: &Service| -> Vec<ErrorChoice> {
            let choices = service.error_choices.iter();
            choices
                .filter(|choice| choice.namespace.is_some())
                .cloned()
                .collect()
        };
        if told_apart(self.old) != told_apart(self.new) {
            self.note(location, Severity::Patch, Kind::WireName, TOLD_APART);
        }
    }

    /// Errors that are told by the root of a body.
    fn unwrapped_errors(&mut self, location: &Location) {
        let (old, new) = (&self.old.unwrapped_errors, &self.new.unwrapped_errors);
        if old != new {
            let reason = match new.as_slice() {
                [] => "no error is told by the root of a response any more".to_owned(),
                errors => format!("{} is told by the root of a response, too", listed(errors)),
            };
            self.note(location, Severity::Patch, Kind::WireName, reason);
        }
    }

    /// Errors that are tried again for their codes.
    fn transient_errors(&mut self, location: &Location) {
        let (old, new) = (&self.old.transient_codes, &self.new.transient_codes);
        if old != new {
            let reason = match new.as_slice() {
                [] => "no errors are tried again for their codes any more".to_owned(),
                codes => format!("errors with the code {} are tried again", listed(codes)),
            };
            self.note(location, Severity::Patch, Kind::Retry, reason);
        }
    }

    /// What clients are made with, and what they can be set to.
    fn clients(&mut self, location: &Location) {
        let (old, new) = (self.old, self.new);
        let how = |service: &Service| match service.knows_aws() {
            true => "an `SdkConfig`",
            false => "`Settings` alone",
        };
        if old.knows_aws() != new.knows_aws() {
            let reason = format!(
                "clients were made with {} and are with {}",
                how(old),
                how(new)
            );
            self.note(location, Severity::Major, Kind::Auth, reason);
        }
        let has_key = |service: &Service| service.api_key.is_some();
        let has_login = |service: &Service| service.uses_auth(scheme::BASIC);
        for (method, goes) in [
            ("api_key", has_key(old) && !has_key(new)),
            ("basic_auth", has_login(old) && !has_login(new)),
        ] {
            if goes {
                let reason = format!("`Settings::{method}` is not there any more");
                self.note(location, Severity::Major, Kind::Auth, reason);
            }
        }
        if has_key(old) && has_key(new) && old.api_key != new.api_key {
            let reason = "requests have the key of their caller in another place";
            self.note(location, Severity::Patch, Kind::Auth, reason.to_owned());
        }
    }

    fn auth(&mut self, location: &Location) {
        let (old, new) = (&self.old.signing_name, &self.new.signing_name);
        let name = |name: &Option<String>| match name {
            Some(name) => format!("signed for {}", code(name)),
            None => "not signed".to_owned(),
        };
        if old != new {
            let reason = format!("requests were {} and are {}", name(old), name(new));
            self.note(location, Severity::Patch, Kind::Auth, reason);
        }
        let (old, new) = (&self.old.auth_schemes, &self.new.auth_schemes);
        if old != new {
            let reason = format!(
                "callers were authenticated by {} and are by {}",
                listed(old),
                listed(new)
            );
            self.note(location, Severity::Patch, Kind::Auth, reason);
        }
    }

    /// Some modules are copied into the crate only where an operation needs them.
    fn optional_modules(&mut self, location: &Location) {
        let compresses = |service: &Service| service.operations.iter().any(|o| o.compresses);
        let checks = |service: &Service| service.operations.iter().any(|o| o.http.checksum);
        let hashes = |service: &Service| service.operations.iter().any(|o| o.http.tree_hash);
        let chooses = Service::has_http_checksums;
        let (old, new) = (self.old, self.new);
        let http_checksum = chooses(old) && !chooses(new);
        let tree_hash = hashes(old) && !hashes(new);
        let compression = compresses(old) && !compresses(new);
        let checksum = checks(old) && !checks(new);
        let waiting = old.waiters().next().is_some() && new.waiters().next().is_none();
        for (module, kind, goes) in [
            ("compression", Kind::Compression, compression),
            ("checksum", Kind::HttpBinding, checksum),
            ("http_checksum", Kind::HttpBinding, http_checksum),
            ("waiter", Kind::Waiting, waiting),
            ("tree_hash", Kind::HttpBinding, tree_hash),
        ] {
            if goes {
                let reason = format!(
                    "no operation needs the module `support::{module}` any more: code that uses \
                     it does not compile"
                );
                self.note(location, Severity::Major, kind, reason);
            }
        }
    }
}

/// What the model calls each of several things.
fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| code(name)).collect();
    names.join(", ")
}
