//! The process that reads: built in release, it measures itself.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use serde_json::json;
use tinsmith::model;

use crate::problem::Problem;

/// What is measured of the files, which are read anew each time.
pub const IDL: &str = "IDL";

/// What is measured of the text of their AST.
pub const AST: &str = "AST";

/// Reads a model and the text of its JSON AST in turns, and prints the nanoseconds of each as JSON:
/// what `bench idl` runs.
#[derive(Args)]
pub struct Reading {
    /// How often.
    #[arg(long, value_name = "N", default_value_t = 1)]
    rounds: u32,

    /// The files of the model.
    #[arg(value_name = "FILE", required = true)]
    model: Vec<PathBuf>,
}

impl Reading {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let ast = model::ast(&self.model)?.text;
        let (mut of_idl, mut of_ast) = (Vec::new(), Vec::new());
        for _ in 0..self.rounds {
            let text = ast.clone();
            let start = Instant::now();
            let read = model::load(&self.model)?;
            of_idl.push(nanoseconds(start));
            drop(read);
            let start = Instant::now();
            let read = model::parse([("ast.json", text)])?;
            of_ast.push(nanoseconds(start));
            drop(read);
        }
        println!(
            "{}",
            json!([
                {"name": IDL, "nanoseconds": of_idl},
                {"name": AST, "nanoseconds": of_ast},
            ])
        );
        Ok(())
    }
}

/// The time since then.
fn nanoseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e9
}
