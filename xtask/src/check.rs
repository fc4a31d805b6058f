//! `--check`: tells how a folder differs from what would be generated.

use std::io::IsTerminal;
use std::path::Path;

use tinsmith::output::Tree;

use crate::problem::Problem;

/// Fails where a folder is not what would be generated: names each file, shows what is other in
/// it, and says what to run.
pub fn check(tree: &Tree, folder: &Path) -> Result<(), Problem> {
    let report = tree.report(folder).map_err(Problem::new)?;
    let Some(report) = report else {
        println!("{}: {} files are up to date", folder.display(), tree.len());
        return Ok(());
    };
    if std::io::stdout().is_terminal() {
        report
            .lines()
            .for_each(|line| println!("{}", painted(line)));
    } else {
        print!("{report}");
    }
    Err(Problem::new(format!(
        "{} is not what the model says; this makes it so:\n\n    {}\n",
        folder.display(),
        command_without_check()
    )))
}

/// A line of the report in the colours that diffs have.
fn painted(line: &str) -> String {
    let colour = match line.as_bytes() {
        [b'-', b'-', b'-', ..] | [b'+', b'+', b'+', ..] => "1",
        [b'-', ..] => "31",
        [b'+', ..] => "32",
        [b'@', ..] => "36",
        _ => return line.to_owned(),
    };
    format!("\u{1b}[{colour}m{line}\u{1b}[0m")
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
