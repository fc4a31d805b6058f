//! How a folder differs from the crate that should be in it.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use rayon::prelude::*;

use super::record::Record;
use super::{Tree, WriteError, ours, unified};
use crate::{plain_file, stack};

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

impl Drift {
    /// The file, relative to the folder.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Differs(path) | Self::Missing(path) | Self::Stale(path) => path,
        }
    }
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

impl Tree {
    /// How a folder differs from this crate: first files that differ or are missing, then those
    /// that are stale, each by path. Nothing is written.
    ///
    /// # Errors
    /// Where the file system refuses to tell.
    pub fn drift(&self, folder: &Path) -> Result<Vec<Drift>, WriteError> {
        let files: Vec<(&Path, &str)> = self.files().collect();
        let found: Vec<Option<Drift>> = stack::in_parallel(|| {
            let found = files.into_par_iter();
            let found = found.map(|(path, text)| drift_of(folder, path, text));
            found.collect::<Result<_, _>>()
        })?;
        let mut drift: Vec<Drift> = found.into_iter().flatten().collect();
        let stale = ours::others(folder, &|path| self.contains(path));
        let stale = stale.map_err(|(path, error)| WriteError::Io(path, error))?;
        drift.extend(stale.into_iter().map(Drift::Stale));
        Ok(drift)
    }

    /// The same for people: a line a file, and a short diff where its contents are others. Lines
    /// with `-` are what is there, lines with `+` what should be.
    ///
    /// # Errors
    /// Where the file system refuses to tell.
    pub fn report(&self, folder: &Path) -> Result<Option<String>, WriteError> {
        let all = self.drift(folder)?;
        // A record that cannot be read differs, which is told.
        let record = Record::read(folder).ok().flatten().unwrap_or_default();
        let edited = |drift: &Drift| match drift {
            Drift::Differs(path) | Drift::Stale(path)
                if record.is_edited(folder, path).unwrap_or(false) =>
            {
                " (edited by hand)"
            }
            _ => "",
        };
        let mut report = String::new();
        for (index, drift) in all.iter().enumerate() {
            if index == unified::FILES {
                report += &format!("and {} more files\n", all.len() - index);
                break;
            }
            report += &format!("{drift}{}\n", edited(drift));
            if let Drift::Differs(path) = drift
                && let Ok(old) = plain_file::read_text(&folder.join(path))
            {
                report += &unified::diff(path, &old, self.get(path).unwrap_or_default());
            }
        }
        Ok((!all.is_empty()).then_some(report))
    }
}

/// How what is in a folder differs from a file that should be there.
fn drift_of(folder: &Path, path: &Path, text: &str) -> Result<Option<Drift>, WriteError> {
    use io::ErrorKind::{InvalidInput, IsADirectory, NotADirectory, NotFound};
    let full = folder.join(path);
    match plain_file::holds(&full, text.as_bytes()) {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some(Drift::Differs(path.to_owned()))),
        Err(error) => match error.kind() {
            NotFound | NotADirectory => Ok(Some(Drift::Missing(path.to_owned()))),
            // A folder, a pipe or a device.
            IsADirectory | InvalidInput => Ok(Some(Drift::Differs(path.to_owned()))),
            _ => Err(WriteError::Io(full, error)),
        },
    }
}
