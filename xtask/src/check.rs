//! `--check`: tells how a folder differs from what would be generated.

use std::io::IsTerminal;
use std::path::Path;

use tinsmith::output::Tree;

use crate::problem::Problem;
use crate::say;

/// Fails where a folder is not what would be generated: names each file, shows what is other in
/// it, and says what to run.
pub fn check(tree: &Tree, folder: &Path) -> Result<(), Problem> {
    let report = tree.report(folder).map_err(Problem::new)?;
    let Some(report) = report else {
        let count = tree.len();
        say::line(format_args!(
            "{}: {count} files are up to date",
            folder.display()
        ));
        return Ok(());
    };
    let is_terminal = std::io::stdout().is_terminal();
    for line in report.lines() {
        match colour(line).filter(|_| is_terminal) {
            Some(colour) => say::coloured(line, colour),
            None => say::line(line),
        }
    }
    Err(Problem::new(format!(
        "{} is not what the model says; this makes it so:\n\n    {}\n",
        folder.display(),
        command_without_check()
    )))
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
fn command_without_check() -> String {
    let arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--check");
    let quoted = arguments.map(|argument| {
        let is_plain = |c: char| c.is_alphanumeric() || "-_./,=:#@+".contains(c);
        if !argument.is_empty() && argument.chars().all(is_plain) && !argument.starts_with('#') {
            argument
        } else {
            format!("'{}'", argument.replace('\'', r"'\''"))
        }
    });
    let words: Vec<String> = ["cargo", "xtask"]
        .map(str::to_owned)
        .into_iter()
        .chain(quoted)
        .collect();
    words.join(" ")
}
