//! What is ours in a folder: files that begin with our header. All else is somebody's own.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

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

/// What keeps a file of ours from being put here: a file without our header, a link, or a folder;
/// or, on the way there from `root`, what is no folder.
pub(super) fn in_the_way(root: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    let mut place = root.to_owned();
    let mut names = path.components().peekable();
    while let Some(name) = names.next() {
        place.push(name);
        let Some(found) = metadata(&place)? else {
            return Ok(None);
        };
        let is_free = if names.peek().is_some() {
            found.is_dir()
        } else {
            is_ours(&place)?
        };
        if !is_free {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// What is at a path itself, links not followed; `None` where nothing is.
fn metadata(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The generated files of a crate, relative to its folder, where files come and go: sorted.
pub(super) fn files(root: &Path) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut ours = Vec::new();
    for folder in FOLDERS {
        let folder = root.join(folder);
        // A link may lead to another crate, whose files are not this one's.
        let is_folder = metadata(&folder).map_err(|error| (folder.clone(), error))?;
        if is_folder.is_some_and(|found| found.is_dir()) {
            find(root, &folder, &mut ours)?;
        }
    }
    ours.sort();
    Ok(ours)
}

fn find(root: &Path, folder: &Path, ours: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let failed = |error| (folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        if entry.file_type().map_err(failed)?.is_dir() {
            find(root, &path, ours)?;
        } else if is_ours(&path).map_err(|error| (path.clone(), error))? {
            ours.push(path.strip_prefix(root).unwrap_or(&path).to_owned());
        }
    }
    Ok(())
}
