//! How the tests of a generated crate went, read from what the test harness of Rust reports.

use std::collections::BTreeSet;
use std::process::Command;

use crate::workspace::{has_warning, output_of};

/// How tests went, by their names.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Those that passed.
    pub passed: BTreeSet<String>,
    /// Those that failed.
    pub failed: BTreeSet<String>,
    /// All that was printed.
    pub report: String,
}

impl Outcome {
    /// Runs `cargo test`, or the like.
    ///
    /// # Panics
    ///
    /// Where nothing could be tested, as it does not compile, say, or where the compiler has a warning.
    #[must_use]
    pub fn of(command: &mut Command) -> Self {
        let output = output_of(command);
        let [stdout, stderr] =
            [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
        let is_tested = stdout.contains("test result: ");
        assert!(is_tested, "{command:?} could not test:\n{stderr}");
        assert!(!has_warning(&stderr), "{command:?} warns:\n{stderr}");
        let outcome = Self::read(stdout);
        let succeeded = output.status.success();
        let failed = &outcome.failed;
        assert_eq!(succeeded, failed.is_empty(), "{}\n{stderr}", outcome.report);
        outcome
    }

    /// Reads `test operations::create_token::sends_the_arn_request ... ok` and the like.
    fn read(report: String) -> Self {
        let mut outcome = Self::default();
        for line in report.lines() {
            let test = line.strip_prefix("test ");
            match test.and_then(|line| line.split_once(" ... ")) {
                Some((name, "ok")) => _ = outcome.passed.insert(name.to_owned()),
                Some((name, _)) => _ = outcome.failed.insert(name.to_owned()),
                None => {}
            }
        }
        outcome.report = report;
        outcome
    }
}
