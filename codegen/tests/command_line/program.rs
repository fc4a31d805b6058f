//! The program as its users run it.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder of its own, in which the program is run.
pub struct Place {
    folder: TempDir,
}

impl Place {
    /// With nothing in it.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        Self { folder }
    }

    /// With these files, each a path and its text.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::empty();
        for (path, text) in files {
            place.write(path, text);
        }
        place
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        let folder = path.parent().expect("a folder");
        std::fs::create_dir_all(folder).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        let text = std::fs::read_to_string(self.path().join(path));
        text.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the program here.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tinsmith"));
        command.args(arguments).current_dir(self.path());
        command.output().expect("a program that can be run")
    }

    /// What it prints where it succeeds.
    #[track_caller]
    pub fn printed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {told}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What it says on standard error where it fails.
    #[track_caller]
    pub fn told(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?} succeeds");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// What it warns of where it succeeds.
    #[track_caller]
    pub fn warned(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        told
    }
}
