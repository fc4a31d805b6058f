//! Why a crate could not be written.

use std::path::PathBuf;
use std::{fmt, io};

/// Why a crate could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// What is in the way was not generated: it is somebody's own.
    NotOurs(PathBuf),
    /// The file system refused, and nothing was changed.
    Io(PathBuf, io::Error),
    /// The file system refused when the new crate was being put into place.
    Unfinished(PathBuf, io::Error),
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
            Self::Io(path, error) => {
                write!(f, "{}: {error}; nothing was changed", path.display())
            }
            Self::Unfinished(path, error) => write!(
                f,
                "{}: {error}; some files are still the old ones: put this right and run again, \
                 which finishes it",
                path.display()
            ),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotOurs(_) => None,
            Self::Io(_, error) | Self::Unfinished(_, error) => Some(error),
        }
    }
}
