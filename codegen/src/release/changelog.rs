//! `CHANGELOG.md` of a generated crate: an entry a version, the newest first. Entries that are
//! there are never touched again, so that what people add to them stays.

use super::Version;
use crate::diff::{Change, Diff, Kind, Severity};

const INTRODUCTION: &str = "# Changelog

What changed for callers, by version. Versions follow
[Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html): before 1.0.0, what may
break code takes a step of the second number, anything else one of the third.
";

/// What an entry of a version begins with.
const ENTRY: &str = "\n## ";

/// A changelog without any entry.
pub(super) fn empty() -> String {
    INTRODUCTION.to_owned()
}

/// The changelog of a crate that has its first version.
pub(super) fn first(version: Version) -> String {
    format!("{INTRODUCTION}{ENTRY}{version}\n\nThe first version.\n")
}

/// The version of the newest entry.
pub(super) fn newest(changelog: &str) -> Option<Version> {
    let (_, entry) = changelog.split_once(ENTRY)?;
    entry
        .split_whitespace()
        .next()?
        .trim_matches(['[', ']'])
        .parse()
        .ok()
}

/// A changelog with another entry, which comes first.
pub(super) fn with_entry(changelog: &str, version: Version, diff: &Diff) -> String {
    let (introduction, entries) = match changelog.find(ENTRY) {
        Some(start) => changelog.split_at(start),
        None => (changelog, ""),
    };
    format!(
        "{}\n{}{entries}",
        introduction.trim_end(),
        entry(version, diff)
    )
}

fn entry(version: Version, diff: &Diff) -> String {
    let mut text = format!("{ENTRY}{version}\n");
    let sections = [
        (Severity::Major, "Breaking"),
        (Severity::Minor, "New"),
        (Severity::Patch, "Other"),
    ];
    for (severity, title) in sections {
        // There are many of these and they are all alike.
        let is_docs = |change: &&Change| change.kind == Kind::Documentation;
        let (docs, changes): (Vec<&Change>, Vec<&Change>) =
            diff.of_severity(severity).partition(is_docs);
        if docs.is_empty() && changes.is_empty() {
            continue;
        }
        text += &format!("\n### {title}\n\n");
        for Change {
            item,
            subject,
            kind,
            reason,
            ..
        } in changes
        {
            text += &format!("- `{item}` ({subject}, {kind}): {reason}.\n");
        }
        match docs.len() {
            0 => {}
            1 => text += &format!("- The documentation of `{}`.\n", docs[0].item),
            count => text += &format!("- The documentation of {count} items.\n"),
        }
    }
    if diff.changes().is_empty() {
        text += "\nNothing changes for callers.\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_entries_stay_as_they_are() {
        let old = "# Changelog\n\nOurs.\n\n## 0.2.0\n\nBy hand: *call me*.\n\n## 0.1.0\n";
        let new = with_entry(old, "0.2.1".parse().unwrap(), &Diff::default());
        assert_eq!(
            new,
            "# Changelog\n\nOurs.\n\n## 0.2.1\n\nNothing changes for callers.\n\n## 0.2.0\n\n\
             By hand: *call me*.\n\n## 0.1.0\n"
        );
        assert_eq!(newest(&new), "0.2.1".parse().ok());
    }

    #[test]
    fn a_changelog_that_was_lost_begins_anew() {
        let new = with_entry(&empty(), Version::FIRST, &Diff::default());
        assert!(new.starts_with(INTRODUCTION), "{new}");
        assert_eq!(newest(&new), Some(Version::FIRST));
    }
}
