//! Writing a crate: only what changed, nothing that is not ours, and all of it or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::journal::{Journal, Workshop};
use super::lock::Lock;
use super::ours::Ways;
use super::record::Record;
use super::{Drift, Tree, WriteError};
use crate::stack;

/// The folder of a crate, held by this process alone until it is dropped. What a process that was
/// killed had decided to write is in place.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    workshop: Workshop,
    /// Whether it was not there before.
    is_new: bool,
    /// Held until the folder is dropped.
    lock: Option<Lock>,
}

/// What writing a crate did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have new contents.
    pub written: Vec<PathBuf>,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of ours that are no longer generated, and are gone now.
    pub removed: Vec<PathBuf>,
}

impl Folder {
    /// Takes a folder, which is made where there is none; waits while another process has it.
    /// What an earlier process did not live to finish is finished.
    ///
    /// # Errors
    /// Where the file system refuses.
    pub fn open(path: &Path) -> Result<Self, WriteError> {
        let workshop = Workshop::of(path);
        let work = workshop.path();
        if fs::symlink_metadata(&work).is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::NotOurs(work));
        }
        let lock = work.join("lock");
        // A pipe would be waited for, until somebody reads from it.
        if fs::symlink_metadata(&lock).is_ok_and(|found| !found.is_file()) {
            return Err(WriteError::NotOurs(lock));
        }
        let is_new = !path.exists();
        let lock = Lock::take(lock);
        let lock = lock.map_err(|error| WriteError::Io(path.to_owned(), error))?;
        let folder = Self {
            path: path.to_owned(),
            workshop,
            is_new,
            lock: Some(lock),
        };
        folder.workshop.finish()?;
        folder.workshop.tidy();
        Ok(folder)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a crate. Files whose bytes are right are not touched, and nothing is touched at all
    /// where something is in the way that was not generated, or that somebody has edited since.
    ///
    /// # Errors
    /// Where such a file is in the way, or the file system refuses.
    pub fn write(&self, tree: &Tree) -> Result<Written, WriteError> {
        let record = Record::read(&self.path)?.unwrap_or_default();
        let changes = self.changes(tree)?;
        let is_edited = |change: &Drift| match change {
            Drift::Differs(path) | Drift::Stale(path) => {
                let is_edited = record.is_edited(&self.path, path);
                is_edited.map_err(|error| WriteError::Io(self.path.join(path), error))
            }
            Drift::Missing(_) => Ok(false),
        };
        let edited: Vec<bool> = stack::in_parallel(|| {
            let edited = changes.par_iter().map(is_edited);
            edited.collect::<Result<_, _>>()
        })?;
        let edited = changes.iter().zip(edited).filter(|(_, edited)| *edited);
        let edited: Vec<PathBuf> = edited.map(|(change, _)| change.path().to_owned()).collect();
        if edited.is_empty() {
            self.apply(tree, changes)
        } else {
            Err(WriteError::Edited(self.path.clone(), edited))
        }
    }

    /// Writes a crate, over what anybody may have edited in generated files.
    ///
    /// # Errors
    /// Where a file is in the way that was not generated, or the file system refuses.
    pub fn overwrite(&self, tree: &Tree) -> Result<Written, WriteError> {
        self.apply(tree, self.changes(tree)?)
    }

    /// How the folder differs from a crate, where nothing that is not ours is in the way of it.
    fn changes(&self, tree: &Tree) -> Result<Vec<Drift>, WriteError> {
        let drift = tree.drift(&self.path)?;
        let ways = Ways::from(&self.path);
        let refused = stack::in_parallel(|| {
            let refused = drift.par_iter().map(|change| match change {
                Drift::Differs(path) | Drift::Missing(path) => ways.refuse_what_is_in_the_way(path),
                // They were found as ours just now.
                Drift::Stale(_) => Ok(()),
            });
            refused.find_map_first(Result::err)
        });
        refused.map_or(Ok(drift), Err)
    }

    /// Takes away how the folder differs from a crate.
    fn apply(&self, tree: &Tree, drift: Vec<Drift>) -> Result<Written, WriteError> {
        let mut journal = Journal::default();
        for change in drift {
            match change {
                Drift::Differs(path) | Drift::Missing(path) => journal.write.push(path),
                // No file of ours has a name that is not Unicode, which a journal could not hold.
                Drift::Stale(path) if path.to_str().is_none() => {}
                Drift::Stale(path) => journal.remove.push(path),
            }
        }
        if !(journal.write.is_empty() && journal.remove.is_empty()) {
            let decided = self.workshop.decide(tree, &journal);
            decided.and_then(|()| self.workshop.finish())?;
        }
        Ok(Written {
            unchanged: tree.len() - journal.write.len(),
            written: journal.write,
            removed: journal.remove,
        })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.workshop.tidy();
        // The lock goes last, and the folders only where nothing else is in them.
        self.lock = None;
        let _ = fs::remove_dir(self.workshop.path());
        if self.is_new {
            let _ = fs::remove_dir(&self.path);
        }
    }
}

impl Tree {
    /// Writes the crate into a folder: see [`Folder::write`].
    ///
    /// # Errors
    /// Where what is not ours is in the way, or the file system refuses.
    pub fn write(&self, folder: &Path) -> Result<Written, WriteError> {
        Folder::open(folder)?.write(self)
    }
}
