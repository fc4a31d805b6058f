//! `smithy`, the command line of the reference, which runs on the JVM.

use std::process::{Command, Stdio};

/// One that is installed.
pub struct Smithy {
    /// What it is called in tables, e.g. "`smithy ast`, 1.60.2".
    pub version: String,
}

/// The one in `PATH`, where there is one.
pub fn smithy() -> Option<Smithy> {
    let mut command = Command::new("smithy");
    let output = command
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Some(Smithy {
        version: format!("`smithy ast`, {version}"),
    })
}

/// Its command that writes a model's AST to standard output. The files are to come. What they are checked
/// for beyond being a model is left out, as ours does not do it either.
pub fn ast() -> Command {
    let mut command = Command::new("smithy");
    command.args(["ast", "--allow-unknown-traits"]);
    command
}
