//! Releases of a generated crate: its version, its changelog, and the record of the models that
//! it had when it got that version. All three are files of the crate, so that the next version
//! can be found from them alone.
//!
//! Generating keeps a release as it is. [`next`] compares the models of the release with those of
//! now, and gives the version that the changes take.

mod changelog;
mod files;
mod record;
mod version;

pub(crate) use record::of as record;
pub use version::Version;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::diff::{self, Change, Diff, Kind, Severity, Subject};
use crate::rust::Scope;
use crate::{CRATE_MODULES, CrateSpec, ServiceSpec, ir, lower_model, model, stack};

/// A release of a crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    version: Version,
    changelog: String,
    /// The record of each service; `None` where it was lost, and begins anew.
    models: Option<Vec<String>>,
}

/// What the next version of a crate brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextRelease {
    /// The release, which is the old one where nothing changes.
    pub release: Release,
    /// What changes for callers.
    pub diff: Diff,
}

impl Release {
    /// The first release of a crate.
    #[must_use]
    pub fn first() -> Self {
        let version = Version::FIRST;
        Self {
            version,
            changelog: changelog::first(version),
            models: None,
        }
    }

    /// The version.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version
    }

    /// The version that the crate should have, where what has changed since this one breaks callers;
    /// `now` is what is recorded of the models of today.
    ///
    /// # Errors
    /// Where the record cannot be read.
    pub(crate) fn due(&self, now: &[String]) -> Result<Option<Version>, Diagnostics> {
        // Most models are as they were, and need no look.
        let Some(models) = self.models.as_ref().filter(|models| *models != now) else {
            return Ok(None);
        };
        let verdict = stack::with_room(|| changes(models, now))?.verdict();
        let breaks = verdict.filter(|verdict| *verdict == Severity::Major);
        Ok(breaks.map(|verdict| self.version.after(verdict)))
    }

    /// The services of the release as Rust sees them.
    fn services(models: &[String]) -> Result<Vec<ir::Service>, Diagnostics> {
        let mut modules = Scope::of_values(CRATE_MODULES);
        let services = models.iter().map(|text| {
            let model = model::parse([(files::RECORD, text.as_str())])?;
            let lowered = lower_model(&model, &ServiceSpec::default(), &mut modules)?;
            Ok(lowered.service)
        });
        services.collect()
    }
}

/// The next release of a crate: the version that `wanted` says or, without it, that the changes
/// take, with an entry in the changelog. Where nothing changes for callers and no version is
/// wanted, it is the release of now.
///
/// # Errors
/// Every problem of the models; a release that cannot be read; a version that is none after it.
pub fn next(spec: &CrateSpec, wanted: Option<Version>) -> Result<NextRelease, Diagnostics> {
    stack::with_room(|| next_here(spec, wanted))
}

fn next_here(spec: &CrateSpec, wanted: Option<Version>) -> Result<NextRelease, Diagnostics> {
    let models = crate::records(spec)?;
    let Some(release) = &spec.release else {
        let version = wanted.unwrap_or(Version::FIRST);
        let changelog = changelog::first(version);
        let release = Release {
            version,
            changelog,
            models: Some(models),
        };
        return Ok(NextRelease {
            release,
            diff: Diff::default(),
        });
    };
    let diff = changes(release.models.as_ref().unwrap_or(&models), &models)?;
    let version = match (wanted, diff.verdict()) {
        (Some(wanted), _) if wanted <= release.version => {
            let message = format!(
                "the version {wanted} does not come after {}",
                release.version
            );
            let problem = Diagnostic::new(Code::InvalidVersion, message);
            return Err(problem.help("name a later one, or none").into());
        }
        (Some(wanted), _) => wanted,
        (None, Some(verdict)) => release.version.after(verdict),
        (None, None) => {
            return Ok(NextRelease {
                release: release.clone(),
                diff,
            });
        }
    };
    let changelog = changelog::with_entry(&release.changelog, version, &diff);
    let release = Release {
        version,
        changelog,
        models: Some(models),
    };
    Ok(NextRelease { release, diff })
}

/// What changes for callers from the models of a release to those of now, both as they are recorded.
fn changes(old: &[String], new: &[String]) -> Result<Diff, Diagnostics> {
    let old = Release::services(old).map_err(|problems| files::unreadable(&problems))?;
    Ok(between(&old, &Release::services(new)?))
}

/// Compares all services of a crate, each with the one of the same shape id.
fn between(old: &[ir::Service], new: &[ir::Service]) -> Diff {
    let find = |services: &[ir::Service], wanted: &ir::Service| {
        services.iter().position(|service| service.id == wanted.id)
    };
    let mut changes = Vec::new();
    for service in new {
        match find(old, service) {
            Some(at) => changes.extend_from_slice(diff::between(&old[at], service).changes()),
            None => changes.push(whole(service, Severity::Minor, Kind::Added, "it is new")),
        }
    }
    let has_aws = |services: &[ir::Service]| services.iter().any(ir::Service::knows_aws);
    if has_aws(new) && !has_aws(old) {
        let here = new.iter().filter(|service| find(old, service).is_some());
        // Those that turn to AWS themselves have been told.
        let beside = here.filter(|service| !service.knows_aws());
        changes
            .extend(beside.map(|service| whole(service, Severity::Major, Kind::Auth, BESIDE_AWS)));
    }
    let gone = old.iter().filter(|service| find(new, service).is_none());
    changes
        .extend(gone.map(|service| whole(service, Severity::Major, Kind::Removed, "it is gone")));
    Diff::of(changes)
}

/// What changes for a service that had nothing to do with AWS where one that has comes beside it.
const BESIDE_AWS: &str = "a service of AWS is beside it: `Settings::bearer_token` takes a provider, as a \
                          `Token` is one, and `config` has the types of AWS";

/// A change of a whole service.
fn whole(service: &ir::Service, severity: Severity, kind: Kind, reason: &str) -> Change {
    Change {
        severity,
        subject: Subject::Service,
        kind,
        item: service.module.as_str().to_owned(),
        shape: service.id.to_string(),
        reason: reason.to_owned(),
    }
}
