//! One process at a time: a lock that is gone when its process is, however that ended.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

/// Holds a folder for this process. What is in the way of others is the operating system's lock
/// on a file, not the file: one that a killed process left behind holds nobody up.
#[derive(Debug)]
pub(super) struct Lock {
    /// Declared first, so that it is closed before the file's name could be taken anew.
    _file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock that this file stands for; waits for whoever holds it.
    pub(super) fn take(path: PathBuf) -> io::Result<Self> {
        loop {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path);
            let file = match file {
                // Whoever held the lock before has removed the folder just now.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                file => file?,
            };
            file.lock()?;
            // Whoever held it before has removed the file, and it locks out nobody any more.
            if is_at(&file, &path)? {
                return Ok(Self { _file: file, path });
            }
        }
    }
}

/// Whether this open file is what is found at a path.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let held = Handle::from_file(file.try_clone()?)?;
    match Handle::from_path(path) {
        Ok(found) => Ok(found == held),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file that stays is no harm: the next process takes it over.
        let _ = fs::remove_file(&self.path);
    }
}
