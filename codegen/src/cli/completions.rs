//! `tinsmith completions`: what a shell asks to complete commands.

use std::io;

use clap::Args;
use clap_complete::Shell;

use super::Program;

/// Prints a script that makes a shell complete commands and options.
#[derive(Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    /// Runs the command.
    pub fn run(self, root: &mut clap::Command, program: &Program) {
        clap_complete::generate(self.shell, root, program.name(), &mut io::stdout());
    }
}
