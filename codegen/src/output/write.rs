//! Writing a crate: only what changed, and nothing that is not ours.

use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::Tree;
use super::tree::is_ours;

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

/// A difference between a folder and the crate that should be in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// The file has other contents.
    Differs(PathBuf),
    /// The file is not there.
    Missing(PathBuf),
    /// The file is ours, and is no longer generated.
    Stale(PathBuf),
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Differs(path) => write!(f, "differs: {}", path.display()),
            Self::Missing(path) => write!(f, "missing: {}", path.display()),
            Self::Stale(path) => write!(f, "stale:   {}", path.display()),
        }
    }
}

/// Why a crate could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// A file in the way was not generated: it is somebody's own.
    NotOurs(PathBuf),
    /// The file system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "{} was not generated, so it is not overwritten: move it away, or generate into \
                 another folder",
                path.display()
            ),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotOurs(_) => None,
            Self::Io(_, error) => Some(error),
        }
    }
}

impl Tree {
    /// Writes the crate into a folder. Files whose bytes are right are not touched, and nothing
    /// is touched at all where a file is in the way that was not generated.
    ///
    /// # Errors
    /// Where such a file is in the way, or the file system refuses.
    pub fn write(&self, folder: &Path) -> Result<Written, WriteError> {
        let drift = self.drift(folder)?;
        for change in &drift {
            if let Drift::Differs(path) = change {
                let path = folder.join(path);
                let old = fs::read(&path).map_err(|error| WriteError::Io(path.clone(), error))?;
                if !is_ours(&old) {
                    return Err(WriteError::NotOurs(path));
                }
            }
        }
        let mut outcome = Written::default();
        for change in drift {
            match change {
                Drift::Differs(path) | Drift::Missing(path) => {
                    self.replace(folder, &path)?;
                    outcome.written.push(path);
                }
                Drift::Stale(path) => {
                    let full = folder.join(&path);
                    fs::remove_file(&full).map_err(|error| WriteError::Io(full.clone(), error))?;
                    remove_empty_folders(folder, &full);
                    outcome.removed.push(path);
                }
            }
        }
        outcome.unchanged = self.len() - outcome.written.len();
        Ok(outcome)
    }

    /// The new contents stand beside the old file until they are whole, then take its place.
    fn replace(&self, folder: &Path, path: &Path) -> Result<(), WriteError> {
        let full = folder.join(path);
        let partial = full.with_extension("tinsmith-partial");
        let write = || -> io::Result<()> {
            if let Some(parent) = full.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&partial, self.text(path))?;
            fs::rename(&partial, &full)
        };
        write().map_err(|error| {
            // What could not be finished must not stay behind; that it could not be removed
            // either adds nothing to the first error.
            let _ = fs::remove_file(&partial);
            WriteError::Io(full, error)
        })
    }

    fn text(&self, path: &Path) -> &str {
        self.files().find(|(file, _)| *file == path).map_or("", |(_, text)| text)
    }

    /// How a folder differs from this crate, by path.
    ///
    /// # Errors
    /// Where the file system refuses to tell.
    pub fn drift(&self, folder: &Path) -> Result<Vec<Drift>, WriteError> {
        let mut drift = Vec::new();
        for (path, text) in self.files() {
            let full = folder.join(path);
            match fs::read(&full) {
                Ok(old) if old == text.as_bytes() => {}
                Ok(_) => drift.push(Drift::Differs(path.to_owned())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    drift.push(Drift::Missing(path.to_owned()));
                }
                Err(error) => return Err(WriteError::Io(full, error)),
            }
        }
        for sources in ["src", "tests"] {
            for path in ours_below(folder, &folder.join(sources))? {
                if !self.contains(&path) {
                    drift.push(Drift::Stale(path));
                }
            }
        }
        Ok(drift)
    }
}

/// Removes the folders above a file that was removed, up to `root`, as far as nothing is left in
/// them.
fn remove_empty_folders(root: &Path, file: &Path) {
    let above = file.ancestors().skip(1).take_while(|folder| *folder != root);
    for folder in above {
        // It fails on the first that is not empty, and what is above that is not either.
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

/// The generated files below a folder, relative to `root`.
fn ours_below(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| WriteError::Io(path, error)
    };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed(folder))?,
    };
    let mut ours = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed(folder))?.path();
        if path.is_dir() {
            ours.extend(ours_below(root, &path)?);
        } else if is_ours(&fs::read(&path).map_err(failed(&path))?) {
            ours.push(path.strip_prefix(root).unwrap_or(&path).to_owned());
        }
    }
    ours.sort();
    Ok(ours)
}
