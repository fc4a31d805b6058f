//! The text of a file, with what extras say beside it, and how parts of it are read.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::extras;
use super::files::Kind;
use super::outline::{Outline, Routes};
use crate::diagnostic::{Code, Diagnostic, Place, Source};
use crate::limits::is_too_deep;
use crate::model::json_fault::{self, character, reason, too_deep};
use crate::model::json_places::{Places, span_in};
use crate::model::sources::{Origin, Sources, Version};

/// A file of a service, by its index among all files of the model.
#[derive(Clone, Copy)]
pub(in crate::model) struct File<'a> {
    pub(in crate::model) kind: Kind,
    pub(in crate::model) index: usize,
    pub(in crate::model) source: &'a Arc<Source>,
}

/// What comes before the keys of a file in its extras.
const MERGE: &str = "merge";

/// A file that is read, and the extras that belong to it.
pub(super) struct Text<'a> {
    pub(super) file: File<'a>,
    extras: Option<File<'a>>,
    merged: Option<String>,
    places: Places,
    places_of_extras: Places,
}

impl<'a> Text<'a> {
    pub(super) fn new(file: File<'a>, extras: Option<File<'a>>) -> Result<Self, Diagnostic> {
        let merged = extras.map(|extras| {
            let merged = extras::merged(file.source.text(), extras.source.text());
            merged.map_err(|error| {
                let problem = json_fault::of_file(extras.source, &error, "has nothing to add");
                problem.help("take the file of botocore again, or leave it out")
            })
        });
        Ok(Self {
            file,
            extras,
            merged: merged.transpose()?,
            places: Places::default(),
            places_of_extras: Places::default(),
        })
    }

    fn text(&self) -> &str {
        self.merged
            .as_deref()
            .unwrap_or_else(|| self.file.source.text())
    }

    /// The whole of it.
    pub(super) fn whole<'t, T: Deserialize<'t>>(&'t self) -> Result<T, Diagnostic> {
        serde_json::from_str(self.text()).map_err(|error| {
            let is_not = match self.file.kind {
                Kind::Service => "is not a service of botocore".to_owned(),
                kind => format!("does not have {kind} of a service of botocore"),
            };
            let problem = json_fault::of_file(self.file.source, &error, &is_not);
            problem.help("take the file of botocore again")
        })
    }

    /// A part of it, to which these keys lead.
    pub(super) fn part<'t, T: Deserialize<'t>>(
        &'t self,
        raw: &'t RawValue,
        keys: &[&str],
        what: &str,
    ) -> Result<T, Diagnostic> {
        serde_json::from_str(raw.get()).map_err(|error| {
            let place = match &self.merged {
                None => {
                    let offset = Source::offset(raw.get(), error.line(), error.column());
                    let start = span_in(self.text(), raw).start;
                    character(self.file.source, start + offset)
                }
                Some(_) => self.place(keys),
            };
            if is_too_deep(&error) {
                return too_deep(what).at(place);
            }
            let message = format!("{what} cannot be read: {}", reason(&error));
            Diagnostic::new(Code::MalformedDefinition, message)
                .at(place)
                .help("take the file of botocore again, or correct what is underlined")
        })
    }

    /// Where these keys lead, as far as they do.
    pub(super) fn place(&self, keys: &[&str]) -> Place {
        let (followed, span) = self.places.find(self.file.source.text(), keys);
        if let Some(extras) = self.extras.filter(|_| followed < keys.len()) {
            let keys = [&[MERGE], keys].concat();
            let (reached, span) = self.places_of_extras.find(extras.source.text(), &keys);
            if reached > followed + 1 {
                return Place::new(extras.source.clone(), span);
            }
        }
        Place::new(self.file.source.clone(), span)
    }

    /// Where the definition comes from to which these keys lead.
    pub(super) fn origin(&self, keys: &[&str]) -> Origin {
        let here = self.places.value(self.file.source.text(), keys);
        let here = here.map(|span| (self.file.index, span));
        let in_extras = || {
            let extras = self.extras?;
            let keys = [&[MERGE], keys].concat();
            let span = self.places_of_extras.value(extras.source.text(), &keys)?;
            Some((extras.index, span))
        };
        let (file, span) = here.or_else(in_extras).unwrap_or((self.file.index, 0..0));
        Origin {
            file,
            span,
            version: Version::V2,
        }
    }

    /// Says where things are in these files.
    pub(super) fn set_places(&self, routes: &Routes, sources: &Sources) {
        let kind = self.file.kind;
        sources.set_places(self.file.index, Outline::new(kind, &[], routes.clone()));
        if let Some(extras) = self.extras {
            sources.set_places(extras.index, Outline::new(kind, &[MERGE], routes.clone()));
        }
    }
}
