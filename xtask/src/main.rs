//! `cargo xtask`: the commands of `tinsmith`, and with them what the house alone needs, `corpus` and
//! `bench`.

#![warn(clippy::print_stdout, clippy::print_stderr)]

#[allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what it prints is its own"
)]
mod bench;
mod corpus;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use tinsmith::cli::{self, Program, problem, say};

/// Turns Smithy service models into small, idiomatic Rust client crates.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    Tinsmith(cli::Command),
    Corpus(corpus::Corpus),
    Bench(bench::Bench),
    #[command(hide = true)]
    Measured(bench::Measured),
    #[command(hide = true)]
    Reading(bench::Reading),
}

fn main() -> ExitCode {
    let program = Program::named("cargo xtask");
    let matches = program.clap(Arguments::command()).get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    cli::exit(match arguments.command {
        Command::Tinsmith(command) => command.run(&program),
        Command::Corpus(corpus) => corpus.run(),
        Command::Bench(bench) => bench.run(),
        Command::Measured(measured) => measured.run(),
        Command::Reading(reading) => reading.run(),
    })
}
