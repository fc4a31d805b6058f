//! `tinsmith diff`: what a new model changes for callers.

use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};

use super::names::{files_of, names};
use super::problem::Problem;
use super::say;
use crate::ServiceSpec;
use crate::diff::{self, Severity};
use crate::protocol::Wanted;

/// Tells what a new model changes for callers of the generated crate, the verdict last.
///
/// Each change is major, minor or patch, by Cargo's semver rules for the code that is generated.
#[derive(Args)]
pub struct Diff {
    /// The old model; its files separated by commas, where it is merged of several.
    #[arg(value_name = "OLD")]
    old: Files,

    /// The new model, likewise.
    #[arg(value_name = "NEW")]
    new: Files,

    /// The operations that are called, separated by commas; all where absent.
    #[arg(long, value_name = "A,B")]
    operations: Option<Vec<String>>,

    /// The service, by shape id, name or SDK id, where the models have several.
    #[arg(long, value_name = "ID")]
    service: Option<String>,

    /// The protocol that is spoken, by shape id or name; of those that the service lists, the default
    /// where absent.
    #[arg(long, value_name = "ID")]
    protocol: Option<String>,

    /// The protocol that the new model is to speak, where it is another.
    #[arg(long, value_name = "ID")]
    new_protocol: Option<String>,

    /// For whom the changes are written.
    #[arg(long, default_value = "text")]
    format: Format,

    /// Fails where the verdict is this or graver.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Limit>,
}

/// The files of a model.
#[derive(Clone)]
struct Files(Vec<PathBuf>);

impl FromStr for Files {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(files_of(text.as_ref())))
    }
}

/// How changes are told.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal.
    Text,
    /// For a pull request.
    Markdown,
    /// For a program.
    Json,
}

/// The least verdict that is a failure.
#[derive(Clone, Copy, ValueEnum)]
enum Limit {
    /// Only what breaks code.
    Major,
    /// What is new, too.
    Minor,
    /// Any change at all.
    Patch,
}

impl Diff {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let asked =
            |name: Option<String>, option| name.map(|name| Wanted::from(name).by_option(option));
        let protocol = asked(self.protocol, "--protocol");
        let new_protocol = asked(self.new_protocol, "--new-protocol");
        let new_protocol = new_protocol.or_else(|| protocol.clone());
        let operations = names(self.operations.as_deref(), "--operations")?;
        let spec = |Files(model): Files, protocol| ServiceSpec {
            model,
            service: self.service.clone(),
            operations: operations.clone(),
            protocol,
        };
        let diff = diff::of_models(&spec(self.old, protocol), &spec(self.new, new_protocol))?;
        let report = match self.format {
            Format::Text => diff.text(),
            Format::Markdown => diff.markdown(),
            Format::Json => diff.json().map_err(Problem::new)?,
        };
        say::text(report);
        let limit = self.fail_on.map(|limit| match limit {
            Limit::Major => Severity::Major,
            Limit::Minor => Severity::Minor,
            Limit::Patch => Severity::Patch,
        });
        match (diff.verdict(), limit) {
            (Some(verdict), Some(limit)) if verdict >= limit => Err(Problem::new(format!(
                "the verdict is {verdict}, and `--fail-on {limit}` was given"
            ))),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Diff;

    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        diff: Diff,
    }

    /// Whether the command fails on a pair of models of the tests.
    fn fails(pair: &str, arguments: &[&str]) -> bool {
        let folder = format!(
            "{}/../tests/fixtures/diff/{pair}",
            env!("CARGO_MANIFEST_DIR")
        );
        let models = ["old", "new"].map(|model| format!("{folder}/{model}.json"));
        let arguments = arguments.iter().map(|argument| (*argument).to_owned());
        let arguments = ["diff".to_owned()]
            .into_iter()
            .chain(models)
            .chain(arguments);
        let arguments = Arguments::try_parse_from(arguments).unwrap_or_else(|e| panic!("{e}"));
        arguments.diff.run().is_err()
    }

    #[test]
    fn it_fails_on_the_verdict_that_is_named_and_on_graver_ones() {
        for (pair, minor) in [("constraints_changed", false), ("enum_variant_added", true)] {
            assert!(fails(pair, &["--fail-on", "patch"]));
            assert_eq!(fails(pair, &["--fail-on", "minor"]), minor);
            assert!(!fails(pair, &["--fail-on", "major"]));
        }
        assert!(fails("member_removed", &["--fail-on", "major"]));
    }

    #[test]
    fn it_succeeds_whatever_changes_where_no_verdict_is_named() {
        for format in ["text", "markdown", "json"] {
            assert!(!fails("member_removed", &["--format", format]));
        }
    }

    #[test]
    fn it_succeeds_where_nothing_that_is_called_changes() {
        let arguments = ["--fail-on", "patch", "--operations", "PutBook"];
        assert!(!fails("operation_removed", &arguments));
    }
}
