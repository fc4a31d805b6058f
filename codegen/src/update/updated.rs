//! What comes of writing a crate.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::Generated;
use crate::output::Written;
use crate::release::{NextRelease, Version};

/// A crate that was written. Prints what there is to say of it, for people: a line a service, and
/// one of its version where that was to change.
#[derive(Debug)]
pub struct Updated {
    /// What was written.
    pub generated: Generated,
    /// What that did to the folder.
    pub written: Written,
    /// The version that was there before.
    pub before: Option<Version>,
    /// The release that it has got, where it was to have the next one.
    pub next: Option<NextRelease>,
    /// How long it took.
    pub time: Duration,
}

impl fmt::Display for Updated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for warning in &self.generated.warnings {
            writeln!(f, "warning: {warning}")?;
        }
        f.write_str(&self.report())
    }
}

impl Updated {
    /// What was done, without warnings: which version the crate has got, then one line a service. Where
    /// there are several, what belongs to all of them has its own line.
    #[must_use]
    pub fn report(&self) -> String {
        let next = self.next.iter();
        let mut lines: Vec<String> = next.map(|next| told(self.before, next)).collect();
        let services = &self.generated.services;
        let alone = services.len() == 1;
        lines.extend(services.iter().map(|service| {
            format!(
                "{}: {}, {}, {}, {} ms",
                service.module,
                counted(service.operations, "operation"),
                counted(service.shapes, "shape"),
                self.files(|path| alone || is_in(path, &service.module)),
                self.time.as_millis()
            )
        }));
        if !alone {
            let is_shared = |path: &Path| !services.iter().any(|of| is_in(path, &of.module));
            lines.push(format!("all services: {}", self.files(is_shared)));
        }
        lines.join("\n") + "\n"
    }

    /// What became of some of the files.
    fn files(&self, which: impl Fn(&Path) -> bool) -> String {
        let count = |paths: &[PathBuf]| paths.iter().filter(|path| which(path)).count();
        let files = self.generated.tree.files();
        let all = files.filter(|(path, _)| which(path)).count();
        let (new, removed) = (count(&self.written.written), count(&self.written.removed));
        let unchanged = all - new;
        let new = counted(new, "file");
        format!("{new} written, {removed} removed, {unchanged} unchanged")
    }
}

/// How many there are of what is called so, e.g. `1 file`, `2 files`.
fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}

/// Whether a file is one of a service of this module.
fn is_in(path: &Path, module: &str) -> bool {
    let folder = path.components().nth(1);
    folder.is_some_and(|folder| folder.as_os_str() == module)
}

/// Which version the crate has now, and why.
fn told(before: Option<Version>, next: &NextRelease) -> String {
    let version = next.release.version();
    match (before, next.diff.verdict()) {
        (None, _) => format!("version {version}, the first"),
        (Some(before), None) if before == version => {
            format!("version {version} stays: nothing changes for callers")
        }
        (Some(before), None) => {
            format!("version {before} -> {version}, nothing changes for callers")
        }
        (Some(before), Some(verdict)) => {
            format!("version {before} -> {version}, a {verdict} change")
        }
    }
}
