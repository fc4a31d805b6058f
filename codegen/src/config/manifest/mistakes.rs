//! What is wrong with a manifest that TOML, or its form, does not allow, and what to do.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Place, did_you_mean};

/// A manifest that cannot be read, by the reason of `toml`.
pub(super) fn problem(
    name: &str,
    text: &str,
    error: &toml::de::Error,
    at: &impl Fn(Range<usize>) -> Place,
) -> Diagnostic {
    if text.trim_ascii_start().starts_with('{') {
        let message = format!("`{name}` is JSON, and no manifest");
        return Diagnostic::new(Code::InvalidManifest, message)
            .at(at(0..0))
            .help("a model is given with `--model`, and the folder of its crate with `--out`");
    }
    let reason = one_line(error.message());
    let found = error.span().and_then(|span| text.get(span));
    let help = help(&reason, found.unwrap_or_default());
    Diagnostic::new(
        Code::InvalidManifest,
        format!("the manifest is wrong: {reason}"),
    )
    .at(error.span().map(at))
    .help(help.unwrap_or_else(|| "`tinsmith init` writes one to begin with; codegen/docs/manifest.md has all that it may hold".to_owned()))
}

/// What to do about what was found, for this reason.
fn help(reason: &str, found: &str) -> Option<String> {
    if reason.ends_with("expected a sequence") {
        return Some(format!("write a list: `[{found}]`"));
    }
    if reason.ends_with("expected a string") && found.starts_with('[') {
        return Some("write one text, and no list".to_owned());
    }
    // unknown field `name`, expected one of `a`, `b`
    let mut names = reason
        .strip_prefix("unknown field `")?
        .split('`')
        .step_by(2);
    let unknown = names.next()?;
    did_you_mean(unknown, names)
}

/// The reasons of `toml` have several lines; ours have one.
fn one_line(message: &str) -> String {
    let lines: Vec<&str> = message
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("; ")
}
