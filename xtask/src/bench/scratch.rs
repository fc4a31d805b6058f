//! Where generators write again and again.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::places::{self, Places};
use crate::problem::Problem;

/// Where files are kept in memory on Linux. A file system on a disk has a memory of its own: ext4, say, walks past
/// each file that was replaced in the last minute before it makes a new one, so that every round took longer than
/// the one before, and a generator paid for those that had run.
const IN_MEMORY: &str = "/dev/shm";

/// A folder that is empty at first, and gone when this is dropped.
pub struct Scratch {
    folder: TempDir,
    is_in_memory: bool,
}

impl Scratch {
    /// In memory where the system has a place for it, else below the target folder.
    ///
    /// # Errors
    /// Where no folder can be made.
    pub fn new(places: &Places) -> Result<Self, Problem> {
        if let Ok(folder) = made_in(Path::new(IN_MEMORY)) {
            return Ok(Self {
                folder,
                is_in_memory: true,
            });
        }
        let around = places.bench("scratch");
        let made = std::fs::create_dir_all(&around).and_then(|()| made_in(&around));
        let folder = made.map_err(|error| places::unwritable(&around, error))?;
        Ok(Self {
            folder,
            is_in_memory: false,
        })
    }

    /// A folder in it, which may not be there yet.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where it is, for people: files are written there.
    pub fn told(&self) -> &'static str {
        match self.is_in_memory {
            true => "in memory",
            false => "on a disk",
        }
    }
}

fn made_in(around: &Path) -> std::io::Result<TempDir> {
    tempfile::Builder::new()
        .prefix("tinsmith-bench-")
        .tempdir_in(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_goes_with_it() {
        let scratch = Places::find(None).and_then(|places| Scratch::new(&places));
        let Ok(scratch) = scratch else {
            panic!("a folder can be made");
        };
        let folder = scratch.folder("crate");
        std::fs::create_dir(&folder).unwrap();
        drop(scratch);
        assert!(!folder.exists());
    }
}
