//! The files of a crate that keep its release.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Release, changelog};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Source};
use crate::emit::Text;
use crate::output::without_header;
use crate::plain_file;

/// The record's file.
pub(super) const RECORD: &str = "released.json";

/// The changelog's file.
const CHANGELOG: &str = "CHANGELOG.md";

/// The record's file, without its header.
#[derive(Deserialize)]
struct Record<'a> {
    version: String,
    #[serde(borrow)]
    services: Vec<&'a RawValue>,
}

impl Release {
    /// The release that is in a folder; `None` where there is none.
    ///
    /// # Errors
    /// Where the files cannot be read, or somebody has changed what they must say.
    pub fn read(folder: &Path) -> Result<Option<Self>, Diagnostics> {
        let changelog = read(&folder.join(CHANGELOG))?;
        let changelog = changelog.as_deref().and_then(without_header);
        let record = read(&folder.join(RECORD))?;
        // A file without our header is somebody's own, and says nothing of a release.
        let Some(text) = record.filter(|text| without_header(text).is_some()) else {
            let version = changelog.and_then(changelog::newest);
            return Ok(version.zip(changelog).map(|(version, changelog)| Self {
                version,
                changelog: changelog.to_owned(),
                models: None,
            }));
        };
        let name = folder.join(RECORD).display().to_string();
        let record: Record<'_> = serde_json::from_str(&text).map_err(|error| {
            let at = Source::offset(&text, error.line(), error.column());
            damaged(&name, &text, at..at + 1, &reason_of(&error))
        })?;
        let version = record.version.parse().map_err(|error: String| {
            let version = serde_json::Value::from(record.version.as_str()).to_string();
            let at = text.find(&version).unwrap_or_default();
            damaged(&name, &text, at..at + version.len(), &error)
        })?;
        let models = record.services.iter();
        let models = models.map(|model| model.get().to_owned()).collect();
        let changelog = changelog.map_or_else(changelog::empty, str::to_owned);
        Ok(Some(Self {
            version,
            changelog,
            models: Some(models),
        }))
    }

    /// The files that keep the release, where these are the models of now.
    pub(crate) fn texts(&self, models: &[String]) -> Vec<Text> {
        let services = self.models.as_deref().unwrap_or(models).join(",\n");
        let version = self.version;
        let record = format!("{{\"version\":\"{version}\",\n\"services\":[\n{services}\n]}}\n");
        vec![
            Text {
                path: RECORD.to_owned(),
                text: record,
            },
            Text {
                path: CHANGELOG.to_owned(),
                text: self.changelog.clone(),
            },
        ]
    }
}

fn read(path: &Path) -> Result<Option<String>, Diagnostics> {
    match plain_file::read_text(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", path.display());
            let problem = Diagnostic::new(Code::UnreadableFile, message);
            Err(problem.help("give the path of a readable file").into())
        }
    }
}

/// The record is not what was generated, as these bytes of it show.
fn damaged(name: &str, text: &str, span: Range<usize>, reason: &str) -> Diagnostic {
    let source = Arc::new(Source::new(0, name, text));
    let end = span.end.min(text.len());
    invalid(reason).at(Place::new(source, span.start.min(end)..end))
}

/// The models of the record make no sense, although they once did.
pub(super) fn unreadable(problems: &Diagnostics) -> Diagnostic {
    invalid(problems.iter().next().map_or("", Diagnostic::message))
}

fn invalid(reason: &str) -> Diagnostic {
    let message = format!("`{RECORD}`, the record of the last version, is damaged: {reason}");
    Diagnostic::new(Code::InvalidRelease, message).help(
        "take the file from version control again; without it, the next version is found from the \
         model of now",
    )
}

/// Why JSON cannot be read, without the place, which is told in another way.
fn reason_of(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    reason.strip_suffix(&place).unwrap_or(&reason).to_owned()
}
