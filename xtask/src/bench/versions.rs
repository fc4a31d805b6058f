//! What was compared, by its version, and on what.

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;

use super::places::Places;
use crate::problem::Problem;

/// The versions of the compiler and of some of the peers' crates, and how many cores there are.
///
/// # Errors
/// Where the peers have no lock file, or it has no such crate.
pub fn of(places: &Places, crates: &[&str]) -> Result<String, Problem> {
    locked_in(&places.repository("tests/peers/Cargo.lock"), crates)
}

/// The same, with the versions of another lock file.
///
/// # Errors
/// Where there is none, or it has no such crate.
pub fn locked_in(path: &Path, crates: &[&str]) -> Result<String, Problem> {
    let lock = fs::read_to_string(path)
        .map_err(|error| Problem::new(format!("cannot read `{}`: {error}", path.display())))?;
    let mut told = vec![rustc(), cores()];
    for name in crates {
        let version = locked(&lock, name).ok_or_else(|| {
            Problem::new(format!("`{}` has no version of `{name}`", path.display()))
        })?;
        told.push(format!("{name} {version}"));
    }
    Ok(told.join(", "))
}

/// E.g. `rustc 1.95.0`.
fn rustc() -> String {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(compiler).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.unwrap_or_default();
    let mut words = text.split_whitespace();
    format!("rustc {}", words.nth(1).unwrap_or("of no known version"))
}

fn cores() -> String {
    match std::thread::available_parallelism().map_or(1, NonZeroUsize::get) {
        1 => "1 core".to_owned(),
        cores => format!("{cores} cores"),
    }
}

/// The version of a crate in a lock file of cargo's; of several, the last.
fn locked<'l>(lock: &'l str, name: &str) -> Option<&'l str> {
    let entry = format!("\nname = \"{name}\"\nversion = \"");
    let (_, rest) = lock.rsplit_once(&entry)?;
    rest.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"http\"
version = \"0.2.12\"

[[package]]
name = \"http\"
version = \"1.5.0\"

[[package]]
name = \"http-body\"
version = \"1.1.0\"
";

    #[test]
    fn a_version_is_that_of_the_newest_crate_of_the_name() {
        assert_eq!(locked(LOCK, "http"), Some("1.5.0"));
        assert_eq!(locked(LOCK, "body"), None);
    }
}
