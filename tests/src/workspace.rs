//! Workspaces of crates that tests generate, below the target folder, and cargo run in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tinsmith::{CrateSpec, Generated};

/// A workspace. All of them keep what they build in two folders, from one run to the next, so that what
/// generated crates depend on is built once: in one for what is run, in the other for what is only checked. The two
/// have next to nothing in common, and a processor that waits for one may work on the other.
pub struct Workspace {
    folder: PathBuf,
    target: PathBuf,
    checked: PathBuf,
}

impl Workspace {
    /// The workspace of this name, with these packages. `tmp` is `CARGO_TARGET_TMPDIR`, which only
    /// tests know.
    #[must_use]
    pub fn new(tmp: &str, name: &str, members: &[&str]) -> Self {
        Self::with_profiles(tmp, name, members, "")
    }

    /// The same with profiles, or settings of those that packages have without any.
    #[must_use]
    pub fn with_profiles(tmp: &str, name: &str, members: &[&str], profiles: &str) -> Self {
        let tmp = Path::new(tmp);
        let workspace = Self {
            folder: tmp.join(name),
            target: tmp.join("fixtures/target"),
            checked: tmp.join("fixtures/checked"),
        };
        // The same versions as here, which are on this machine already.
        let lock = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"));
        workspace.write("Cargo.lock", &lock);
        // Only what tests say matters, so that nothing is kept for debuggers.
        let manifest = format!(
            "[workspace]\nmembers = {members:?}\nresolver = \"3\"\n\n\
             [profile.dev]\ndebug = false\nincremental = false\n{profiles}"
        );
        workspace.write("Cargo.toml", &manifest);
        workspace
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it builds what is run.
    #[must_use]
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Generates a crate into this folder of it.
    ///
    /// # Panics
    ///
    /// Where it cannot be generated: with the problems.
    pub fn generate(&self, folder: &str, spec: &CrateSpec) -> Generated {
        let generated = tinsmith::generate(spec).unwrap_or_else(|problems| panic!("{problems}"));
        let written = generated.tree.write(&self.folder.join(folder));
        written.unwrap_or_else(|error| panic!("{error}"));
        generated
    }

    /// Writes a file unless it is there, so that cargo does not build anew what is the same.
    ///
    /// # Panics
    ///
    /// Where it cannot be written.
    pub fn write(&self, path: impl AsRef<Path>, text: &str) {
        let path = self.folder.join(path);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return;
        }
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Makes a folder hold these files, and nothing else.
    ///
    /// # Panics
    ///
    /// Where that cannot be done.
    pub fn write_folder(&self, folder: impl AsRef<Path>, files: &[(PathBuf, String)]) {
        let folder = folder.as_ref();
        let wanted: BTreeSet<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
        for old in files_below(&self.folder.join(folder)) {
            let path = old.strip_prefix(self.folder.join(folder));
            if !wanted.contains(path.expect("a file of the folder")) {
                fs::remove_file(&old).expect("a file can be removed");
            }
        }
        for (path, text) in files {
            self.write(folder.join(path), text);
        }
    }

    /// Makes a folder hold the files of another one on this machine, and nothing else.
    ///
    /// # Panics
    ///
    /// Where that cannot be done.
    pub fn copy_folder(&self, from: &Path, folder: impl AsRef<Path>) {
        let files = files_below(from).into_iter().map(|path| {
            let name = path.strip_prefix(from).expect("a file of the folder");
            (name.to_owned(), read(&path))
        });
        self.write_folder(folder, &files.collect::<Vec<_>>());
    }

    /// A run of cargo, on what is on this machine already.
    #[must_use]
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let is_checked = matches!(arguments, ["check" | "clippy" | "doc", ..]);
        let target = match is_checked {
            true => &self.checked,
            false => &self.target,
        };
        let mut command = Command::new(env!("CARGO"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", target)
            .env_remove("RUSTFLAGS");
        command
    }
}

/// Runs a command.
///
/// # Panics
///
/// Where there is no such command.
pub fn output_of(command: &mut Command) -> Output {
    command.output().expect("the command can be run")
}

/// Runs a command, which has to succeed without a warning; what it printed.
///
/// # Panics
///
/// Where it does not succeed, or warns: with all that it said.
pub fn succeed(command: &mut Command) -> String {
    let output = output_of(command);
    let [stdout, stderr] =
        [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    let succeeds = output.status.success() && !has_warning(&stderr);
    assert!(succeeds, "{command:?}\n{stdout}{stderr}");
    stdout.into_owned()
}

/// Whether cargo told of a warning of its own or of a compiler's.
pub(crate) fn has_warning(stderr: &str) -> bool {
    stderr.lines().any(|line| line.starts_with("warning"))
}

/// The text of a file.
///
/// # Panics
///
/// Where it cannot be read.
#[must_use]
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder, in the order of their paths; none where it is not there.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let mut files: Vec<PathBuf> = paths
        .flat_map(|path| match path.is_dir() {
            true => files_below(&path),
            false => vec![path],
        })
        .collect();
    files.sort();
    files
}
