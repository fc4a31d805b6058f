//! `tinsmith explain`: what the code of a problem means, and what to do.

use clap::Args;

use super::{Program, say};
use crate::diagnostic::{Code, catalogue};

/// Tells what the code of a problem means and what to do about it; without a code, of all.
#[derive(Args)]
pub struct Explain {
    /// The code, e.g. `tinsmith::missing_target`, or `missing_target` for short.
    #[arg(value_name = "CODE")]
    code: Option<Code>,
}

impl Explain {
    /// Runs the command.
    pub fn run(self, program: &Program) {
        let text = self.code.map_or_else(catalogue, Code::markdown);
        say::text(program.in_text(&text));
    }
}
