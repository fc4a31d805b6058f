//! Mutants that failed: what is kept of them, and how they are told.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use super::mutant::Mutant;
use super::trial::Reason;
use super::workspace::write;
use crate::problem::Problem;

/// A mutant that failed.
#[derive(Clone, Debug)]
pub struct Failed {
    /// Its number.
    pub number: u64,
    /// Why.
    pub reason: Reason,
}

/// The folder that those that failed are kept in.
pub struct Failures {
    folder: PathBuf,
}

impl Failures {
    /// In a folder, from which those of an earlier run are removed.
    ///
    /// # Errors
    /// Where they cannot be.
    pub fn in_folder(folder: PathBuf) -> Result<Self, Problem> {
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(Problem::new)?;
        }
        Ok(Self { folder })
    }

    /// Keeps a mutant, and says what was done to it, what came of it, and how to try it again.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn keep(&self, mutant: &Mutant, reason: &Reason, command: &str) -> Result<(), Problem> {
        let folder = self.folder.join(mutant.number.to_string());
        let mut text = format!(
            "{}\n\nIt is made from {}:\n",
            reason.kind,
            mutant.model.display()
        );
        for change in &mutant.changes {
            let _ = writeln!(text, "- {change}");
        }
        let service = mutant.service.as_ref();
        let service = service.map_or_else(String::new, |id| format!(" --service '{id}'"));
        let model = folder.join("model.json");
        let _ = write!(
            text,
            "\nTo try it again:\n\n    {command}\n    cargo xtask codegen --model {} --out \
             target/mutant --tests{service}\n\nWhat was said:\n\n{}\n",
            model.display(),
            printable(&reason.said)
        );
        write(&folder.join("failure.txt"), &text)?;
        fs::write(&model, &mutant.text).map_err(Problem::new)
    }

    /// What failed, a paragraph for each way to fail: how often, why, and where the first are.
    pub fn told(&self, failed: &[Failed]) -> String {
        let mut kinds: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
        for failed in failed {
            let kind = kinds.entry(&failed.reason.kind).or_default();
            kind.push(failed.number);
        }
        let mut text = String::new();
        for (kind, numbers) in kinds {
            let count = match numbers.len() {
                1 => "one mutant".to_owned(),
                several => format!("{several} mutants"),
            };
            let _ = writeln!(text, "\n{count}: {kind}");
            for number in numbers.iter().take(3) {
                let path = self.folder.join(number.to_string()).join("failure.txt");
                let _ = writeln!(text, "    {}", path.display());
            }
            if numbers.len() > 3 {
                text += "    ..\n";
            }
        }
        text
    }
}

/// What a process said, with escapes in place of what a terminal would act on.
fn printable(said: &str) -> String {
    let shown = |c: char| !c.is_control() || c == '\n' || c == '\t';
    let characters = said.chars().map(|c| match c {
        c if shown(c) => c.to_string(),
        c => c.escape_default().to_string(),
    });
    characters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_failure_does_nothing_to_a_terminal() {
        assert_eq!(printable("é\t\u{1b}[31m\r\n"), "é\t\\u{1b}[31m\\r\n");
    }

    #[test]
    fn mutants_that_fail_alike_are_told_together() {
        let failures = Failures {
            folder: PathBuf::from("out"),
        };
        let failed = |number, kind: &str| Failed {
            number,
            reason: Reason {
                kind: kind.to_owned(),
                said: String::new(),
            },
        };
        let failed = [
            failed(1, "panicked at a.rs:1:1: no"),
            failed(2, "told no problem"),
            failed(5, "panicked at a.rs:1:1: no"),
        ];
        let expected = "
2 mutants: panicked at a.rs:1:1: no
    out/1/failure.txt
    out/5/failure.txt

one mutant: told no problem
    out/2/failure.txt
";
        assert_eq!(failures.told(&failed), expected);
    }
}
