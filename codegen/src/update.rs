//! The whole way from a manifest to the folder of its crate, in one call: what `tinsmith codegen` does,
//! for an xtask or a build script of one's own.
//!
//! ```no_run
//! use tinsmith::Manifest;
//! use tinsmith::update::Update;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let manifest = Manifest::read("codegen.toml".as_ref())?;
//!     if std::env::args().any(|argument| argument == "--check") {
//!         let checked = manifest.check()?;
//!         print!("{checked}");
//!         return Ok(checked.up_to_date()?);
//!     }
//!     print!("{}", manifest.write(&Update::default())?);
//!     Ok(())
//! }
//! ```

mod checked;
mod updated;

pub use checked::{Checked, OutOfDate, Overdue};
pub use updated::Updated;

use std::fmt;
use std::time::Instant;

use crate::diagnostic::Diagnostics;
use crate::output::{Folder, WriteError};
use crate::release::{self, Release, Version};
use crate::{Generated, Manifest};

/// How a crate is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// Which version it gets; it keeps its own where absent.
    pub bump: Option<Bump>,
    /// Whether edits of generated files are overwritten. They are told else, and nothing is written.
    pub force: bool,
}

/// The next version of a crate, which comes with an entry in its changelog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bump {
    /// The one that the changes of the models take since the last one.
    Needed,
    /// This one.
    To(Version),
}

/// Why a crate is neither written nor compared.
#[derive(Debug)]
pub enum UpdateError {
    /// Something is wrong with its models, or with what it says of its last version.
    Model(Diagnostics),
    /// Something is wrong with its folder.
    Folder(WriteError),
}

impl Manifest {
    /// Generates the crate and writes it into its folder, as [`Folder::write`] does.
    ///
    /// # Errors
    /// Every problem of the models, and what is in the way of the files.
    pub fn write(&self, how: &Update) -> Result<Updated, UpdateError> {
        let start = Instant::now();
        // Held from before the release is read, so that no other process makes one meanwhile.
        let folder = Folder::open(&self.path)?;
        let mut spec = self.spec.clone();
        spec.release = Release::read(&self.path)?;
        let before = spec.release.as_ref().map(Release::version);
        let wanted = how.bump.map(|bump| match bump {
            Bump::Needed => None,
            Bump::To(version) => Some(version),
        });
        let next = wanted.map(|wanted| release::next(&spec, wanted));
        let next = next.transpose()?;
        if let Some(next) = &next {
            spec.release = Some(next.release.clone());
        }
        let generated = crate::generate(&spec)?;
        let written = if how.force {
            folder.overwrite(&generated.tree)?
        } else {
            folder.write(&generated.tree)?
        };
        Ok(Updated {
            generated,
            written,
            before,
            next,
            time: start.elapsed(),
        })
    }

    /// Generates the crate and compares it with what is in its folder. Nothing is written.
    ///
    /// # Errors
    /// Every problem of the models, and where the folder cannot be read.
    pub fn check(&self) -> Result<Checked, UpdateError> {
        let mut spec = self.spec.clone();
        spec.release = Release::read(&self.path)?;
        let generated = crate::generate(&spec)?;
        let drift = generated.tree.report(&self.path)?;
        let overdue = overdue(spec.release.as_ref(), &generated)?;
        Ok(Checked {
            folder: self.path.clone(),
            generated,
            drift,
            overdue,
        })
    }
}

/// The version that a crate should have by now.
fn overdue(
    release: Option<&Release>,
    generated: &Generated,
) -> Result<Option<Overdue>, Diagnostics> {
    let Some(release) = release else {
        return Ok(None);
    };
    let due = release.due(&generated.records)?;
    Ok(due.map(|due| Overdue {
        version: release.version(),
        due,
    }))
}

impl From<Diagnostics> for UpdateError {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Model(diagnostics)
    }
}

impl From<WriteError> for UpdateError {
    fn from(error: WriteError) -> Self {
        Self::Folder(error)
    }
}

impl fmt::Display for UpdateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Model(diagnostics) => diagnostics.fmt(f),
            Self::Folder(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UpdateError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            // Its text is all of it.
            Self::Model(_) => None,
            Self::Folder(error) => error.source(),
        }
    }
}
