//! What a service needs beyond its model, as far as it is no one operation's.

use super::change::{Kind, Severity, Subject};
use super::comparison::{Comparison, Location};

impl Comparison<'_> {
    /// How requests are signed, and how errors and ids stand in responses.
    pub fn customized(&mut self) {
        let (old, new) = (self.old, self.new);
        let location = Location::new(Subject::Service, &old.id, old.module.to_string());
        let (severity, reason) = match (old.signing, new.signing) {
            (None, Some(_)) => (
                Severity::Minor,
                "its requests are signed in another way, and settings can leave bodies out",
            ),
            (Some(_), None) => (
                Severity::Major,
                "its requests are signed as most are: code that calls `Settings::unsigned_payload` does \
                 not compile",
            ),
            _ => (Severity::Patch, "its requests are signed in another way"),
        };
        if old.signing != new.signing {
            self.note(&location, severity, Kind::Auth, reason);
        }
        if old.may_be_anonymous() != new.may_be_anonymous() {
            let (severity, reason) = if new.may_be_anonymous() {
                let reason =
                    "its callers may be anonymous now, and say so by `Settings::anonymous`";
                (Severity::Minor, reason)
            } else {
                let reason = "its callers may not be anonymous any more: code that calls \
                              `Settings::anonymous` does not compile";
                (Severity::Major, reason)
            };
            self.note(&location, severity, Kind::Auth, reason);
        }
        self.ids(&location);
        if old.errors_in_successes != new.errors_in_successes {
            let reason = if new.errors_in_successes {
                "a response with the status of a success is an error where its body says so"
            } else {
                "a response with the status of a success is one, whatever its body says"
            };
            self.note(&location, Severity::Patch, Kind::Protocol, reason);
        }
        if old.elsewhere != new.elsewhere {
            let reason = "errors tell otherwise in which region is what was not found in this one";
            self.note(&location, Severity::Patch, Kind::Protocol, reason);
        }
        if old.session.is_some() != new.session.is_some() {
            let reason = if new.session.is_some() {
                "calls are signed in a session where their endpoint asks for it"
            } else {
                "calls whose endpoint asks for a session fail, as nothing opens one any more"
            };
            self.note(&location, Severity::Minor, Kind::Auth, reason);
        }
        if old.codes_without_body != new.codes_without_body {
            let reason = "errors whose responses have no body have other codes";
            self.note(&location, Severity::Patch, Kind::Protocol, reason);
        }
    }

    fn ids(&mut self, location: &Location) {
        let (severity, kind, reason) = match (
            self.old.extended_request_id,
            self.new.extended_request_id,
        ) {
            (false, true) => (
                Severity::Minor,
                Kind::Added,
                "outputs and errors tell an extended request id, by `RequestIdExt`",
            ),
            (true, false) => (
                Severity::Major,
                Kind::Removed,
                "there is no extended request id any more: code that uses `RequestIdExt` does not \
                 compile",
            ),
            _ => return,
        };
        self.note(location, severity, kind, reason);
    }
}
