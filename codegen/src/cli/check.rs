//! `--check`: tells how a folder differs from what would be generated.

use std::io::IsTerminal;

use super::problem::Problem;
use super::{Program, say, shell};
use crate::Manifest;

/// Fails where a folder is not what would be generated: names each file, shows what is other in
/// it, and says what to run.
pub(super) fn check(manifest: &Manifest, program: &Program) -> Result<(), Problem> {
    let checked = manifest.check()?;
    say::warnings(&checked.generated.warnings);
    if let Some(overdue) = &checked.overdue {
        say::error(format_args!("warning: {overdue}"));
    }
    let is_terminal = std::io::stdout().is_terminal();
    for line in checked.report().lines() {
        match colour(line).filter(|_| is_terminal) {
            Some(colour) => say::coloured(line, colour),
            None => say::line(line),
        }
    }
    checked.up_to_date().map_err(|out_of_date| {
        let command = command_without_check(program);
        Problem::new(format!(
            "{out_of_date}; this makes it so:\n\n    {command}\n"
        ))
    })
}

/// The colour that a line of the report has, as diffs have it.
fn colour(line: &str) -> Option<&'static str> {
    Some(match line.as_bytes() {
        [b'-', b'-', b'-', ..] | [b'+', b'+', b'+', ..] => "1",
        [b'-', ..] => "31",
        [b'+', ..] => "32",
        [b'@', ..] => "36",
        _ => return None,
    })
}

/// The command as it was given, but for `--check`: what writes the folder.
fn command_without_check(program: &Program) -> String {
    let arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--check");
    let name = std::iter::once(program.name().to_owned());
    let words = arguments.map(|argument| shell::word(&argument));
    name.chain(words).collect::<Vec<String>>().join(" ")
}
