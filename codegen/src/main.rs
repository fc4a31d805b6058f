//! The program `tinsmith`.

use std::process::ExitCode;

use tinsmith::cli::{self, Program};

// Generation allocates all the time: tokens, syntax trees. With this it takes a quarter less time, and
// without huge pages no more memory than it needs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main(&Program::as_called())
}
