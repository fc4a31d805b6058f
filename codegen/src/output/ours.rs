//! What is ours in a folder: files that begin with our header. All else is somebody's own.

use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::WriteError;
use super::tree::MARK;

/// How much of a file is read to see whether it is ours. Headers are far shorter.
const FIRST_BYTES: usize = 2048;

/// Folders of a crate that files are looked for in which are no longer generated.
const FOLDERS: [&str; 2] = ["src", "tests"];

/// Whether this is a file that was generated. Links are not, whatever they lead to.
pub(super) fn is_ours(file: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(file)?.is_file() {
        return Ok(false);
    }
    let mut start = [0; FIRST_BYTES];
    // The first read of a file gives as much as fits.
    let length = File::open(file)?.read(&mut start)?;
    let first_line = start[..length]
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    Ok(first_line
        .windows(MARK.len())
        .any(|window| window == MARK.as_bytes()))
}

/// The ways from the folder of a crate to places of files in it. Folders on them are looked at once,
/// however many files are in them.
pub(super) struct Ways<'r> {
    root: &'r Path,
    /// Folders, relative to the crate's, to which nothing is in the way.
    free: Mutex<HashSet<PathBuf>>,
}

impl<'r> Ways<'r> {
    pub(super) fn from(root: &'r Path) -> Self {
        Self {
            root,
            free: Mutex::default(),
        }
    }

    /// What keeps a file of ours from being put here: a file without our header, a link, or a folder;
    /// or, on the way there, what is no folder.
    fn in_the_way(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        if let Some(folder) = path.parent()
            && let Some(place) = self.to_folder(folder)?
        {
            return Ok(Some(place));
        }
        let place = self.root.join(path);
        match is_ours(&place) {
            Ok(true) => Ok(None),
            Ok(false) => Ok(Some(place)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// An error where something that is not ours stands where a file is to go.
    pub(super) fn refuse_what_is_in_the_way(&self, path: &Path) -> Result<(), WriteError> {
        match self.in_the_way(path) {
            Ok(None) => Ok(()),
            Ok(Some(place)) => Err(WriteError::NotOurs(place)),
            Err(error) => Err(WriteError::Io(self.root.join(path), error)),
        }
    }

    /// What on the way to a folder is no folder.
    fn to_folder(&self, folder: &Path) -> io::Result<Option<PathBuf>> {
        if self.known().contains(folder) {
            return Ok(None);
        }
        let mut place = self.root.to_owned();
        for name in folder.components() {
            place.push(name);
            match metadata(&place)? {
                None => break,
                Some(found) if found.is_dir() => {}
                Some(_) => return Ok(Some(place)),
            }
        }
        self.known().insert(folder.to_owned());
        Ok(None)
    }

    fn known(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is at a path itself, links not followed; `None` where nothing is.
fn metadata(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The generated files of a crate beside those that are `known`, relative to its folder, where files
/// come and go: sorted. What is known is not opened.
pub(super) fn others(
    root: &Path,
    known: &impl Fn(&Path) -> bool,
) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut ours = Vec::new();
    for folder in FOLDERS {
        let folder = root.join(folder);
        // A link may lead to another crate, whose files are not this one's.
        let is_folder = metadata(&folder).map_err(|error| (folder.clone(), error))?;
        if is_folder.is_some_and(|found| found.is_dir()) {
            find(root, &folder, known, &mut ours)?;
        }
    }
    ours.sort();
    Ok(ours)
}

fn find(
    root: &Path,
    folder: &Path,
    known: &impl Fn(&Path) -> bool,
    ours: &mut Vec<PathBuf>,
) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let relative = path.strip_prefix(root).unwrap_or(&path);
        if entry.file_type().map_err(failed)?.is_dir() {
            find(root, &path, known, ours)?;
        } else if !known(relative) && is_ours(&path).map_err(|error| (path.clone(), error))? {
            ours.push(relative.to_owned());
        }
    }
    Ok(())
}
