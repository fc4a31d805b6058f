//! Diffs as people and programs read them.

use serde::Serialize;

use super::change::{Change, Diff, Severity};

/// From the gravest to the least.
const SEVERITIES: [Severity; 3] = [Severity::Major, Severity::Minor, Severity::Patch];

const NOTHING: &str = "Nothing for you: the generated code stays as it is.";

impl Diff {
    /// For a terminal: three lines a change, the verdict last.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for change in self.changes() {
            let Change {
                severity,
                subject,
                kind,
                item,
                shape,
                reason,
            } = change;
            text += &format!("{severity}  {item}\n       {subject}, {kind}: {shape}\n");
            text += &format!("       {reason}\n\n");
        }
        if self.changes().is_empty() {
            text += NOTHING;
            text.push('\n');
        }
        text + &self.verdict_line() + "\n"
    }

    /// For a pull request: a table a severity, the verdict last.
    pub fn markdown(&self) -> String {
        let mut text = "## What the new model changes for callers\n\n".to_owned();
        for severity in SEVERITIES {
            let mut changes = self.of_severity(severity).peekable();
            if changes.peek().is_none() {
                continue;
            }
            text += &format!("### {severity}\n\n| item | change | why |\n|---|---|---|\n");
            for Change {
                subject,
                kind,
                item,
                shape,
                reason,
                ..
            } in changes
            {
                let reason = reason.replace('|', "\\|");
                text += &format!("| `{item}`<br>`{shape}` | {subject}, {kind} | {reason} |\n");
            }
            text.push('\n');
        }
        if self.changes().is_empty() {
            text += &format!("{NOTHING}\n\n");
        }
        text + &format!("**{}**\n", self.verdict_line())
    }

    /// For a program: `{"verdict": "minor", "changes": [{"severity": "minor", ..}]}`.
    ///
    /// # Errors
    /// Never in practice: there is nothing in a diff that JSON cannot say.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct Report<'a> {
            verdict: &'a str,
            changes: &'a [Change],
        }
        let verdict = self.verdict_name();
        let report = Report {
            verdict: &verdict,
            changes: self.changes(),
        };
        Ok(serde_json::to_string_pretty(&report)? + "\n")
    }

    /// `major`, `minor`, `patch` or `none`.
    pub fn verdict_name(&self) -> String {
        self.verdict()
            .map_or_else(|| "none".to_owned(), |severity| severity.to_string())
    }

    /// `verdict: minor (3 minor, 1 patch)`
    fn verdict_line(&self) -> String {
        let counts = SEVERITIES.iter().filter_map(|severity| {
            let count = self.of_severity(*severity).count();
            (count > 0).then(|| format!("{count} {severity}"))
        });
        let counts: Vec<String> = counts.collect();
        match counts.as_slice() {
            [] => "verdict: none".to_owned(),
            counts => format!("verdict: {} ({})", self.verdict_name(), counts.join(", ")),
        }
    }
}
