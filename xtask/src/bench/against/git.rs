//! Git, asked about this repository, and told to check out a revision of it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::places;
use crate::problem::Problem;

/// What git is told by where it runs hooks, for instance: here it would mean another folder.
const OF_ANOTHER: [&str; 5] = [
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
];

/// A revision of this repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its commit, in full.
    pub commit: String,
    /// Its commit, as short as it can be.
    pub short: String,
    /// The first line of its message.
    pub subject: String,
}

/// Git in a repository.
pub struct Git {
    program: PathBuf,
    repository: PathBuf,
}

impl Git {
    /// Git in the folder of a repository, which has to be one.
    ///
    /// # Errors
    /// Where git is not there, or the folder is not the top of a repository.
    pub fn of(repository: &Path) -> Result<Self, Problem> {
        Self::called("git", repository)
    }

    fn called(program: &str, repository: &Path) -> Result<Self, Problem> {
        let git = Self {
            program: program.into(),
            repository: repository.to_owned(),
        };
        git.run(repository, &["--version"]).map_err(Problem::new)?;
        match git.top_of(repository) {
            Ok(top) if same(&top, repository) => Ok(git),
            Ok(top) => Err(git.no_repository(&format!("it is within `{}`", top.display()))),
            Err(said) => Err(git.no_repository(&said)),
        }
    }

    fn no_repository(&self, why: &str) -> Problem {
        Problem::new(format!(
            "--against needs the repository that revisions come from, which `{}` is not: {why}",
            self.repository.display()
        ))
    }

    /// The revision that something names: a branch, a tag, a commit, `HEAD~1`.
    ///
    /// # Errors
    /// Where nothing is called like this.
    pub fn revision(&self, name: &str) -> Result<Revision, Problem> {
        let here = |arguments: &[&str]| self.run(&self.repository, arguments);
        let commit = format!("{name}^{{commit}}");
        let commit = here(&["rev-parse", "--verify", "--end-of-options", &commit]);
        let commit = commit.map_err(|said| {
            Problem::new(format!(
                "git knows no revision `{name}` here (of old ones, `git fetch --unshallow` gets what \
                 a shallow clone lacks): {said}"
            ))
        })?;
        let log = |format| here(&["log", "-1", format, &commit]).map_err(Problem::new);
        Ok(Revision {
            short: log("--format=%h")?,
            subject: log("--format=%s")?,
            commit,
        })
    }

    /// Checks a revision out into a folder. A worktree that is there already is used again, whatever
    /// was changed in it.
    ///
    /// # Errors
    /// Where git or the file system refuses.
    pub fn check_out(&self, revision: &Revision, folder: &Path) -> Result<(), Problem> {
        let commit = revision.commit.as_str();
        let switch = ["checkout", "--quiet", "--detach", "--force", commit];
        if self.is_worktree(folder) && self.run(folder, &switch).is_ok() {
            return Ok(());
        }
        // One that is half made, or that has a lock of a `git` that was killed; and what git still
        // lists although somebody has removed the folder.
        places::remove(folder)?;
        let here = |arguments: &[&str]| self.run(&self.repository, arguments);
        here(&["worktree", "prune"]).map_err(Problem::new)?;
        let parent = folder.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| places::unwritable(parent, error))?;
        let path = folder.display().to_string();
        let add = ["worktree", "add", "--quiet", "--detach", &path, commit];
        here(&add).map(|_| ()).map_err(Problem::new)
    }

    /// Whether a folder is a worktree itself, and not only within one, whose files would be changed
    /// in its place.
    fn is_worktree(&self, folder: &Path) -> bool {
        folder.is_dir() && self.top_of(folder).is_ok_and(|top| same(&top, folder))
    }

    fn top_of(&self, folder: &Path) -> Result<PathBuf, String> {
        let top = self.run(folder, &["rev-parse", "--show-toplevel"])?;
        Ok(PathBuf::from(top))
    }

    /// What git prints, or says where it fails.
    fn run(&self, folder: &Path, arguments: &[&str]) -> Result<String, String> {
        let mut git = Command::new(&self.program);
        git.args(arguments).current_dir(folder);
        for name in OF_ANOTHER {
            git.env_remove(name);
        }
        let output = git.output().map_err(|error| match error.kind() {
            ErrorKind::NotFound => "--against needs `git`, which is not there".to_owned(),
            _ => format!("--against needs `git`, which cannot be run: {error}"),
        })?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() {
            Ok(text(&output.stdout))
        } else {
            Err(text(&output.stderr))
        }
    }
}

fn same(one: &Path, other: &Path) -> bool {
    let full = |path: &Path| path.canonicalize().ok();
    full(one).is_some() && full(one) == full(other)
}

#[cfg(test)]
mod tests;
