//! Why a crate could not be written.

use std::path::PathBuf;
use std::{fmt, io};

/// Why a crate could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// What is in the way was not generated: it is somebody's own.
    NotOurs(PathBuf),
    /// These files of the folder have been edited since they were written, and would be lost.
    Edited(PathBuf, Vec<PathBuf>),
    /// The record of what was written cannot be read, so that edits would not be seen.
    Record(PathBuf, String),
    /// The file system refused, and nothing was changed.
    Io(PathBuf, io::Error),
    /// The file system refused when the new crate was being put into place.
    Unfinished(PathBuf, io::Error),
}

/// How many edited files are named.
const EDITED: usize = 20;

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(
                f,
                "{} was not generated, so it is not overwritten: move it away, or generate into \
                 another folder",
                path.display()
            ),
            Self::Edited(folder, files) => {
                writeln!(
                    f,
                    "these files of {} have been edited since they were generated:\n",
                    folder.display()
                )?;
                for file in files.iter().take(EDITED) {
                    writeln!(f, "    {}", file.display())?;
                }
                if let Some(others) = files.len().checked_sub(EDITED).filter(|others| *others > 0) {
                    writeln!(f, "    .. and {others} more")?;
                }
                f.write_str(
                    "\nNothing was changed. `--check` shows the edits; `--force` overwrites them, as it may \
                     what a merge has made. What is to stay belongs into the model, or into a crate that uses \
                     this one.",
                )
            }
            Self::Record(path, reason) => write!(
                f,
                "{}, the record of what was generated, cannot be read ({reason}), so that edits would be lost \
                 unseen; nothing was changed: take it from version control again, or generate with `--force`",
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
            Self::NotOurs(_) | Self::Edited(..) | Self::Record(..) => None,
            Self::Io(_, error) | Self::Unfinished(_, error) => Some(error),
        }
    }
}
