//! `tinsmith ast`: the JSON AST of a model.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use super::names::files;
use super::problem::Problem;
use super::say;
use crate::model::{self, Ast};

/// Writes a model as one JSON AST: its files merged, whatever they are written in, for tools that read no
/// Smithy IDL.
#[derive(Args)]
pub struct AstOf {
    /// The files of the model, which are merged.
    #[arg(value_name = "FILE", required = true)]
    model: Vec<PathBuf>,

    /// The file to write; standard output where absent.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Writes nothing; fails where this AST says anything else than the files, in whatever order and with
    /// whatever blanks.
    #[arg(long, value_name = "AST", conflicts_with = "out")]
    check: Option<PathBuf>,
}

impl AstOf {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let ast = model::ast(&files(&self.model))?;
        say::warnings(&ast.warnings);
        if let Some(other) = &self.check {
            return check(&ast, &model::ast(&[other])?, &other.display().to_string());
        }
        match &self.out {
            None => say::text(&ast.text),
            Some(path) => fs::write(path, &ast.text).map_err(|error| {
                Problem::new(format!("`{}` cannot be written: {error}", path.display()))
            })?,
        }
        Ok(())
    }
}

/// Fails where another AST is not the same.
fn check(ast: &Ast, other: &Ast, name: &str) -> Result<(), Problem> {
    let differences = ast.differences(other);
    if differences.is_empty() {
        say::line(format_args!("{name} is what the files say"));
        return Ok(());
    }
    for difference in &differences {
        say::line(difference);
    }
    Err(Problem::new(format!(
        "{name} is not what the files say; `--out {name}` writes it anew"
    )))
}
