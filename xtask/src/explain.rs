//! `cargo xtask explain`: what the code of a problem means, and what to do.

use clap::Args;
use tinsmith::diagnostic::Code;

use crate::say;

/// Tells what the code of a problem means and what to do about it; without a code, of all.
#[derive(Args)]
pub struct Explain {
    /// The code, e.g. `tinsmith::missing_target`, or `missing_target` for short.
    #[arg(value_name = "CODE")]
    code: Option<Code>,
}

impl Explain {
    /// Runs the command.
    pub fn run(self) {
        match self.code {
            Some(code) => say::text(code.markdown()),
            None => say::text(catalogue()),
        }
    }
}

/// The page `codegen/ERRORS.md`.
fn catalogue() -> String {
    let codes: Vec<String> = Code::ALL.iter().map(|code| code.markdown()).collect();
    format!("{INTRODUCTION}\n{}", codes.join("\n"))
}

const INTRODUCTION: &str = "# Problems

Every problem that Tinsmith tells of, by its code. `cargo xtask explain CODE` prints one of these,
`cargo xtask explain` this page.
";
