//! The command line: `tinsmith`, and the same under another name, with commands of one's own beside
//! these.
//!
//! ```no_run
//! use std::process::ExitCode;
//! use tinsmith::cli::{self, Program};
//!
//! fn main() -> ExitCode {
//!     cli::main(&Program::named("cargo xtask"))
//! }
//! ```

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod ast;
mod check;
mod codegen;
mod completions;
mod diff;
mod explain;
mod init;
mod inspect;
mod names;
pub mod problem;
mod program;
pub mod say;
mod shell;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use problem::Problem;
pub use program::Program;

/// Turns Smithy service models into small, idiomatic Rust client crates.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: All,
}

/// All that `tinsmith` does.
#[derive(Subcommand)]
enum All {
    #[command(flatten)]
    Command(Box<Command>),
    Completions(completions::Completions),
}

/// The commands, in the order of their use.
#[derive(Subcommand)]
#[allow(missing_docs, reason = "each command says it of itself, to clap too")]
pub enum Command {
    Init(init::Init),
    Inspect(inspect::Inspect),
    Codegen(codegen::Codegen),
    Diff(diff::Diff),
    Ast(ast::AstOf),
    Explain(explain::Explain),
}

impl Command {
    /// Runs the command, which belongs to a program.
    ///
    /// # Errors
    /// Where it does not do what it is for.
    pub fn run(self, program: &Program) -> Result<(), Problem> {
        match self {
            Self::Init(init) => init.run(program),
            Self::Inspect(inspect) => inspect.run(),
            Self::Codegen(codegen) => codegen.run(program),
            Self::Diff(diff) => diff.run(),
            Self::Ast(ast) => ast.run(),
            Self::Explain(explain) => {
                explain.run(program);
                Ok(())
            }
        }
    }
}

/// The whole program: reads its arguments, runs the command, and tells what goes wrong.
#[must_use]
pub fn main(program: &Program) -> ExitCode {
    let mut root = program.clap(Arguments::command());
    let matches = root.get_matches_mut();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    exit(match arguments.command {
        All::Command(command) => command.run(program),
        All::Completions(completions) => {
            completions.run(&mut root, program);
            Ok(())
        }
    })
}

/// What a program ends with after its command, whose problem is told.
#[must_use]
pub fn exit(done: Result<(), Problem>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            problem.report();
            ExitCode::FAILURE
        }
    }
}
