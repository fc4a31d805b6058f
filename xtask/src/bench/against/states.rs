//! The two states that are compared, and the generator of each.

use std::cell::OnceCell;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use super::git::{Git, Revision};
use crate::bench::generator::{Build, Generator};
use crate::bench::places::{self, Places};
use crate::bench::versions;
use crate::problem::Problem;

/// A revision, and this repository as it is now.
pub struct States {
    revision: Revision,
    /// Where the revision is checked out.
    tree: PathBuf,
    quick: OnceCell<Pair>,
    released: OnceCell<Pair>,
    /// Held as long as the worktree is in use.
    _lock: File,
}

/// The revision's generator, and today's.
pub type Pair = [State; 2];

/// One of the two.
#[derive(Clone, Debug)]
pub struct State {
    /// What its files are called: `before` or `today`.
    pub name: &'static str,
    /// What generates.
    pub generator: Generator,
}

impl States {
    /// Checks the revision of this name out.
    ///
    /// # Errors
    /// Where there is no such revision, or another process uses the worktree.
    pub fn of(name: &str, places: &Places) -> Result<Self, Problem> {
        let git = Git::of(&places.repository(""))?;
        let revision = git.revision(name)?;
        let lock = lock(places)?;
        let tree = places.bench("against/tree");
        eprintln!("{}: {}", revision.short, revision.subject);
        git.check_out(&revision, &tree)?;
        Ok(Self {
            revision,
            tree,
            quick: OnceCell::new(),
            released: OnceCell::new(),
            _lock: lock,
        })
    }

    /// The generators, built in little time, where nobody looks at how long they take.
    ///
    /// # Errors
    /// Where the revision's does not build.
    pub fn quick(&self, places: &Places) -> Result<&Pair, Problem> {
        once(&self.quick, || {
            let today = Generator::this(places)?;
            Ok(pair(self.build(Build::Quick, places)?, today))
        })
    }

    /// The generators as their users would build them.
    ///
    /// # Errors
    /// Where one of them does not build.
    pub fn released(&self, places: &Places) -> Result<&Pair, Problem> {
        once(&self.released, || {
            let today = Generator::build(places)?;
            Ok(pair(self.build(Build::Release, places)?, today))
        })
    }

    /// The revision's. It has a target folder of its own: cargo takes packages that are at the same
    /// place in two worktrees for the same, and would find nothing to build.
    fn build(&self, build: Build, places: &Places) -> Result<Generator, Problem> {
        let target = places.bench("against/build");
        eprintln!("building the generator of {}", self.revision.short);
        Generator::of(&self.tree, target, build, places)
    }

    /// The header of a table: what is compared, the revision, today, and how they compare.
    pub fn header(&self, title: &str) -> [String; 4] {
        let before = &self.revision.short;
        let ratio = format!("today / {before}");
        [title.to_owned(), before.clone(), "today".to_owned(), ratio]
    }

    /// The note below a table: how it was measured, on what, and what the revision is.
    ///
    /// # Errors
    /// Where nobody knows the versions.
    pub fn note(&self, how: &str, places: &Places) -> Result<String, Problem> {
        let Revision { short, subject, .. } = &self.revision;
        let versions = versions::of(places, &[])?;
        Ok(format!(
            "{how}, ± half the distance of the quartiles. {versions}. {short} is \"{subject}\"."
        ))
    }
}

fn pair(before: Generator, today: Generator) -> Pair {
    [("before", before), ("today", today)].map(|(name, generator)| State { name, generator })
}

fn once(
    cell: &OnceCell<Pair>,
    make: impl FnOnce() -> Result<Pair, Problem>,
) -> Result<&Pair, Problem> {
    if let Some(pair) = cell.get() {
        return Ok(pair);
    }
    let made = make()?;
    Ok(cell.get_or_init(|| made))
}

/// Keeps two processes from checking out into one folder.
fn lock(places: &Places) -> Result<File, Problem> {
    let folder = places.bench("against");
    let path = folder.join("lock");
    let unwritable = |error| places::unwritable(&path, error);
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let file = File::create(&path).map_err(unwritable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Problem::new(format!(
            "another `cargo xtask bench --against` is at work in `{}`",
            folder.display()
        ))),
        Err(TryLockError::Error(error)) => Err(unwritable(error)),
    }
}
