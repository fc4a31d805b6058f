//! How all of a crate, or nothing of it, comes into a folder.
//!
//! New contents are written to `.tinsmith/new` first, which is on the same file system. Then the
//! journal is written: the list of what is to be renamed into place, and of what is to be removed.
//! Until the journal is there, under its name and whole, the old crate is untouched, and whatever
//! goes wrong leaves it so. From then on the new crate is decided: what is left to do needs no
//! room on the disk, takes a rename a file, and can be done again from any point. A process that
//! is killed there leaves the journal, and the next one finishes what it says before all else.
//!
//! Why not exchange whole folders, which would be one step: users' own files, build output and
//! git live in them, no portable call exchanges two folders, and files that do not change would be
//! new files. A power cut is not covered: nothing waits for the disk to be flushed.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::ours::{self, Ways};
use super::{Tree, WriteError};
use crate::{plain_file, stack};

/// Where a folder's new contents, and the journal, stand until they are in place.
#[derive(Debug)]
pub(super) struct Workshop {
    root: PathBuf,
}

/// What is to be done.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    /// Files to be put into place.
    pub(super) write: Vec<PathBuf>,
    /// Files to be removed.
    pub(super) remove: Vec<PathBuf>,
}

impl Workshop {
    pub(super) fn of(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The folder that holds all of it.
    pub(super) fn path(&self) -> PathBuf {
        self.root.join(".tinsmith")
    }

    fn new_contents(&self) -> PathBuf {
        self.path().join("new")
    }

    fn journal(&self) -> PathBuf {
        self.path().join("journal.json")
    }

    fn ignore_file(&self) -> PathBuf {
        self.path().join(".gitignore")
    }

    /// Prepares everything, and decides: after this the new crate is the one.
    pub(super) fn decide(&self, tree: &Tree, journal: &Journal) -> Result<(), WriteError> {
        write(&self.ignore_file(), "*\n")?;
        let new_contents = self.new_contents();
        stack::in_parallel(|| {
            journal.write.par_iter().try_for_each(|path| {
                let text = tree.get(path).unwrap_or_default();
                write(&new_contents.join(path), text)
            })
        })?;
        let text = serde_json::to_string(journal).map_err(|error| self.damaged(error))?;
        let partial = self.journal().with_extension("partial");
        write(&partial, &text)?;
        fs::rename(&partial, self.journal()).map_err(|error| WriteError::Io(partial, error))
    }

    /// Does what a journal says, whoever wrote it, as far as it is not done yet.
    pub(super) fn finish(&self) -> Result<(), WriteError> {
        let text = match plain_file::read_text(&self.journal()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            text => text.map_err(|error| WriteError::Io(self.journal(), error))?,
        };
        let journal: Journal = serde_json::from_str(&text).map_err(|error| self.damaged(error))?;
        if !journal
            .write
            .iter()
            .chain(&journal.remove)
            .all(|path| stays_inside(path))
        {
            return Err(self.damaged("it names a file of another folder"));
        }
        let ways = Ways::from(&self.root);
        stack::in_parallel(|| {
            let puts = journal.write.par_iter();
            puts.try_for_each(|path| self.put(path, &ways))
        })?;
        for path in &journal.remove {
            self.remove(path)?;
        }
        fs::remove_file(self.journal())
            .map_err(|error| WriteError::Unfinished(self.journal(), error))
    }

    fn put(&self, path: &Path, ways: &Ways<'_>) -> Result<(), WriteError> {
        let (staged, place) = (self.new_contents().join(path), self.root.join(path));
        if !staged.exists() {
            return Ok(());
        }
        let unfinished = |error| WriteError::Unfinished(place.clone(), error);
        let refused = ways.refuse_what_is_in_the_way(path);
        refused.map_err(|error| match error {
            WriteError::Io(_, error) => unfinished(error),
            other => other,
        })?;
        within_folders(&place, || fs::rename(&staged, &place)).map_err(unfinished)
    }

    fn remove(&self, path: &Path) -> Result<(), WriteError> {
        let place = self.root.join(path);
        let unfinished = |error| WriteError::Unfinished(place.clone(), error);
        match ours::is_ours(&place) {
            Ok(true) => fs::remove_file(&place).map_err(unfinished)?,
            Ok(false) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unfinished(error)),
        }
        let above = place
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != self.root);
        for folder in above {
            // It fails on the first that is not empty, and what is above that is not either.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Takes away what was prepared, unless a journal says that it is still needed.
    pub(super) fn tidy(&self) {
        if self.journal().exists() {
            return;
        }
        // What cannot be removed harms nobody, and is tried again next time.
        let _ = fs::remove_dir_all(self.new_contents());
        let _ = fs::remove_file(self.journal().with_extension("partial"));
        let _ = fs::remove_file(self.ignore_file());
    }

    fn damaged(&self, reason: impl ToString) -> WriteError {
        let reason = format!("{}; remove this file and run again", reason.to_string());
        WriteError::Io(
            self.journal(),
            io::Error::new(io::ErrorKind::InvalidData, reason),
        )
    }
}

fn stays_inside(path: &Path) -> bool {
    path.components()
        .all(|component| matches!(component, Component::Normal(_)))
}

fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    let written = within_folders(path, || fs::write(path, text));
    written.map_err(|error| WriteError::Io(path.to_owned(), error))
}

/// Makes a file, and the folders above it where they are missing, which they seldom are.
fn within_folders(path: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            make()
        }
        made => made,
    }
}

#[cfg(test)]
mod tests;
