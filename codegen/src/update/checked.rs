//! What comes of comparing a crate with its folder.

use std::fmt;
use std::path::PathBuf;

use crate::Generated;
use crate::release::Version;

/// A crate, compared with what is in its folder. Prints what there is to say of it, for people.
#[derive(Debug)]
pub struct Checked {
    /// What should be there.
    pub generated: Generated,
    /// The folder.
    pub folder: PathBuf,
    /// How the folder differs; `None` where it does not.
    pub drift: Option<String>,
    /// That changes which break callers stand under an old version.
    pub overdue: Option<Overdue>,
}

/// Changes that break callers, under the version from before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The version that the crate has.
    pub version: Version,
    /// The one that the changes take.
    pub due: Version,
}

/// A folder is not what its models say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfDate {
    folder: PathBuf,
}

impl Checked {
    /// Says whether the folder is what the models say.
    ///
    /// # Errors
    /// Where it is not.
    pub fn up_to_date(&self) -> Result<(), OutOfDate> {
        match self.drift {
            None => Ok(()),
            Some(_) => Err(OutOfDate {
                folder: self.folder.clone(),
            }),
        }
    }

    /// How the folder differs, or that it does not, without warnings.
    #[must_use]
    pub fn report(&self) -> String {
        self.drift.clone().unwrap_or_else(|| {
            let count = self.generated.tree.len();
            format!("{}: {count} files are up to date\n", self.folder.display())
        })
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report())?;
        for warning in &self.generated.warnings {
            writeln!(f, "warning: {warning}")?;
        }
        match &self.overdue {
            Some(overdue) => writeln!(f, "warning: {overdue}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Overdue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { version, due } = self;
        write!(
            f,
            "what has changed since version {version} breaks callers, which takes version {due}: \
             generate with `--bump`"
        )
    }
}

impl fmt::Display for OutOfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not what the model says", self.folder.display())
    }
}

impl std::error::Error for OutOfDate {}
