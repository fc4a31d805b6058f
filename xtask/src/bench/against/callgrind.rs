//! Instructions, which callgrind counts: the same on every run, whatever else the machine does.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

/// How often a piece of work is done the second time, other than once. What a program does besides is
/// the same both times, and so is not counted.
const TIMES: u32 = 11;

/// The instructions of one piece of work of a peer's; else why nobody knows them.
pub fn instructions(program: &Path, peer: &str, file: &Path) -> Result<f64, String> {
    let once = run(program, peer, 1, file)?;
    let several = run(program, peer, TIMES, file)?;
    Ok((several - once) / f64::from(TIMES - 1))
}

/// Those of a whole process that does it so many times.
fn run(program: &Path, peer: &str, times: u32, file: &Path) -> Result<f64, String> {
    let mut out = std::ffi::OsString::from("--callgrind-out-file=");
    out.push(file);
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(out);
    valgrind.arg(program).arg(peer).arg(times.to_string());
    let output = valgrind.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => "`valgrind` is not there".to_owned(),
        _ => format!("`valgrind` cannot be run: {error}"),
    })?;
    let text = fs::read_to_string(file).unwrap_or_default();
    match total(&text) {
        Some(total) if output.status.success() => Ok(total),
        _ => {
            let said = String::from_utf8_lossy(&output.stderr);
            let last = said.lines().next_back().unwrap_or_default();
            Err(format!("`valgrind` failed: {last}"))
        }
    }
}

/// What the file of callgrind says of the process as a whole.
fn total(text: &str) -> Option<f64> {
    let mut lines = text.lines().rev();
    let number = lines.find_map(|line| line.strip_prefix("totals: "))?;
    number.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_at_the_end_of_the_file() {
        let file = "version: 1\ncreator: callgrind\nevents: Ir\nsummary: 7\n\nfn=(1) main\n3 4\n\ntotals: 1234\n";
        assert_eq!(total(file), Some(1234.0));
    }

    #[test]
    fn a_file_of_a_process_that_was_killed_has_none() {
        assert_eq!(total("version: 1\nevents: Ir\n"), None);
    }
}
