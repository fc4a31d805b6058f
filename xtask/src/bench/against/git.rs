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
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A repository of two commits, whose file says `one`, then `two`; `None` where there is no git.
    fn repository() -> Option<(TempDir, Git)> {
        let folder = tempfile::tempdir().expect("a folder");
        let git = Git {
            program: "git".into(),
            repository: folder.path().to_owned(),
        };
        if git.run(folder.path(), &["--version"]).is_err() {
            eprintln!("skipped: there is no git");
            return None;
        }
        let run = |arguments: &[&str]| {
            let said = git.run(folder.path(), arguments);
            said.unwrap_or_else(|said| panic!("{arguments:?}: {said}"))
        };
        run(&["init", "--quiet"]);
        for text in ["one", "two"] {
            fs::write(folder.path().join("file"), text).expect("a file");
            run(&["add", "file"]);
            let somebody = ["-c", "user.name=somebody", "-c", "user.email=somebody"];
            let commit = ["commit", "--quiet", "--no-gpg-sign", "--message", text];
            run(&[&somebody[..], &commit].concat());
        }
        let git = ok(Git::of(folder.path()));
        Some((folder, git))
    }

    fn ok<T>(result: Result<T, Problem>) -> T {
        result.unwrap_or_else(|problem| panic!("{}", told(problem)))
    }

    fn told(problem: Problem) -> String {
        match problem {
            Problem::Other(message) => message,
            Problem::Model(_) => panic!("no model is read"),
        }
    }

    fn refused<T>(result: Result<T, Problem>) -> String {
        result.err().map(told).expect("it is refused")
    }

    #[test]
    fn a_revision_is_told_by_its_commit_and_its_message() {
        let Some((_folder, git)) = repository() else {
            return;
        };
        let revision = ok(git.revision("HEAD~1"));
        assert_eq!(revision.subject, "one");
        assert!(revision.commit.starts_with(&revision.short));
        assert_eq!(ok(git.revision(&revision.short)), revision);
    }

    #[test]
    fn what_names_no_revision_is_told() {
        let Some((_folder, git)) = repository() else {
            return;
        };
        for name in ["no-such-branch", "HEAD~7", "--all", ""] {
            let message = refused(git.revision(name));
            let expected = format!("git knows no revision `{name}` here");
            assert!(message.starts_with(&expected), "{message}");
        }
    }

    #[test]
    fn one_folder_is_used_for_one_revision_after_the_other() {
        let Some((folder, git)) = repository() else {
            return;
        };
        let tree = folder.path().join("target/tree");
        let mut seen = Vec::new();
        for name in ["HEAD~1", "HEAD", "HEAD~1"] {
            ok(git.check_out(&ok(git.revision(name)), &tree));
            let file = tree.join("file");
            seen.push(fs::read_to_string(&file).expect("the file"));
            fs::write(&file, "changed by somebody").expect("a file");
        }
        assert_eq!(seen, ["one", "two", "one"]);
        let listed = git.run(folder.path(), &["worktree", "list", "--porcelain"]);
        assert_eq!(listed.map(|list| list.matches("worktree ").count()), Ok(2));
    }

    #[test]
    fn a_worktree_that_is_broken_is_made_anew() {
        let Some((folder, git)) = repository() else {
            return;
        };
        let tree = folder.path().join("target/tree");
        let one = ok(git.revision("HEAD~1"));
        let breaks: [&dyn Fn(); 3] = [
            &|| fs::remove_dir_all(&tree).expect("it is removed"),
            // A folder of the repository around it, whose files are not to be touched.
            &|| fs::remove_file(tree.join(".git")).expect("it is removed"),
            &|| {
                let lock = folder.path().join(".git/worktrees/tree/index.lock");
                fs::write(lock, "").expect("a file");
            },
        ];
        for breaks in breaks {
            ok(git.check_out(&one, &tree));
            breaks();
            ok(git.check_out(&one, &tree));
            let read = |path: &Path| fs::read_to_string(path).expect("a file");
            assert_eq!(read(&tree.join("file")), "one");
            assert_eq!(read(&folder.path().join("file")), "two");
        }
    }

    #[test]
    fn a_folder_that_is_no_repository_of_its_own_is_told() {
        let Some((folder, _)) = repository() else {
            return;
        };
        let within = folder.path().join("within");
        fs::create_dir(&within).expect("a folder");
        let message = refused(Git::of(&within));
        assert!(message.contains("it is within `"), "{message}");
        let elsewhere = tempfile::tempdir().expect("a folder");
        let message = refused(Git::of(elsewhere.path()));
        assert!(message.contains("not a git repository"), "{message}");
    }

    #[test]
    fn that_there_is_no_git_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let message = refused(Git::called("no-such-git", folder.path()));
        assert_eq!(message, "--against needs `git`, which is not there");
    }
}
