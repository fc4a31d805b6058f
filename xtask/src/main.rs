//! The command line of Tinsmith: `cargo xtask`.

#![warn(clippy::print_stdout, clippy::print_stderr)]

#[allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what it prints is its own"
)]
mod bench;
mod check;
mod codegen;
mod corpus;
mod diff;
mod explain;
mod inspect;
mod problem;
mod say;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use clap::{Parser, Subcommand};

/// Turns Smithy service models into small, idiomatic Rust client crates.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Bench(bench::Bench),
    Codegen(codegen::Codegen),
    Corpus(corpus::Corpus),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Inspect(inspect::Inspect),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bench(bench) => bench.run(),
        Command::Codegen(codegen) => codegen.run(),
        Command::Corpus(corpus) => corpus.run(),
        Command::Diff(diff) => diff.run(),
        Command::Explain(explain) => {
            explain.run();
            Ok(())
        }
        Command::Inspect(inspect) => inspect.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            problem.report();
            ExitCode::FAILURE
        }
    }
}
