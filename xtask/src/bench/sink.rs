//! The service on loopback that programs call: a process of its own, which ends with this one.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::built::Program;
use super::{Context, micro};
use crate::problem::Problem;

/// The running service.
pub struct Sink {
    child: Child,
    address: String,
}

impl Sink {
    /// Builds and starts it, with objects of these sizes.
    ///
    /// # Errors
    /// Where it does not build or start.
    pub fn build(context: &Context, sizes: impl Iterator<Item = u64>) -> Result<Self, Problem> {
        micro::generate_crates(context)?;
        let places = &context.places;
        let program = Program::of("peer-sink", places.repository("tests/peers"), places);
        Self::start(&program.release()?, sizes)
    }

    /// Starts one that is built.
    fn start(program: &Path, sizes: impl Iterator<Item = u64>) -> Result<Self, Problem> {
        let failed = |error: &dyn std::fmt::Display| {
            Problem::new(format!("cannot run `{}`: {error}", program.display()))
        };
        let child = Command::new(program)
            .args(sizes.map(|size| size.to_string()))
            // It ends when its input does, however this process ends.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(&error))?;
        let mut sink = Self {
            child,
            address: String::new(),
        };
        if let Some(output) = sink.child.stdout.take() {
            let read = BufReader::new(output).read_line(&mut sink.address);
            read.map_err(|error| failed(&error))?;
        }
        if sink.address().is_empty() {
            return Err(failed(&"it does not say its address"));
        }
        Ok(sink)
    }

    /// Where it listens, e.g. `http://127.0.0.1:4000`.
    pub fn address(&self) -> &str {
        self.address.trim_end()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Starts a shell as the service; it is told its script in place of the sizes.
    fn started(script: &str) -> Result<Sink, Problem> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sink");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("it is written");
        let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o700);
        std::fs::set_permissions(&path, permissions).expect("it may run");
        Sink::start(&path, [1, 2].into_iter())
    }

    #[test]
    fn it_says_its_address_and_is_gone_when_nobody_needs_it() {
        let sink = started("echo \"http://127.0.0.1:$1$2\"; exec cat");
        let sink = sink.unwrap_or_else(|_| panic!("it starts"));
        assert_eq!(sink.address(), "http://127.0.0.1:12");
        let process = std::path::PathBuf::from(format!("/proc/{}", sink.child.id()));
        drop(sink);
        assert!(!process.exists());
    }

    #[test]
    fn one_that_says_nothing_has_not_started() {
        let Err(Problem::Other(message)) = started("exit 1") else {
            panic!("it has started");
        };
        assert!(
            message.ends_with("it does not say its address"),
            "{message}"
        );
    }
}
