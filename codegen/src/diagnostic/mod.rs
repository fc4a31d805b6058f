//! What is wrong with a model or a request, told so that it can be put right: a code, a
//! sentence, the shape, the places in the model's files, and what to do.
//!
//! Problems are collected, not thrown: a stage goes as far as it can and hands back all that it
//! found as [`Diagnostics`]. Plain text is `Display`; coloured excerpts are `miette`'s. Whatever is put
//! into a problem has what is unprintable escaped, so that it can be shown as it is.

mod code;
mod excerpt;
mod nearest;
mod place;
mod printable;
mod source;

use std::collections::BTreeSet;
use std::fmt;

pub use code::{Code, catalogue};
pub use nearest::{ask, did_you_mean, nearest};
pub use place::Place;
pub use printable::{is_unprintable, printable, printable_json, printable_line};
pub use source::Source;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    code: Code,
    is_warning: bool,
    message: String,
    shape: Option<String>,
    help: Option<String>,
    places: Vec<Place>,
}

impl Diagnostic {
    /// A problem of this kind; the message is one sentence without a full stop.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            is_warning: false,
            message: shown(&message.into()),
            shape: None,
            help: None,
            places: Vec::new(),
        }
    }

    /// A warning of what means nothing, and is almost `meant`, which does. It says in its sentence where
    /// that is, since warnings are told in a line.
    #[must_use]
    pub fn unlikely(what: &str, meant: &str, place: Option<Place>) -> Self {
        let position = place.as_ref().map(Place::position);
        let position = position.map_or_else(String::new, |position| format!(", {position},"));
        let message = format!("{what}{position} means nothing; did you mean `{meant}`?");
        Self::new(Code::UnlikelyName, message).at(place).warning()
    }

    /// Says that nothing is stopped by it.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.is_warning = true;
        self
    }

    /// Says which shape has the problem, by its id.
    #[must_use]
    pub fn shape(mut self, shape: impl fmt::Display) -> Self {
        self.shape = Some(shown(&shape.to_string()));
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(shown(&help.into()));
        self
    }

    /// Adds a place, if there is one. The first place added is where the problem is; others
    /// are where it comes from.
    #[must_use]
    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.places.extend(place.into());
        self
    }

    /// The kind of the problem.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// The problem in one sentence.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The id of the shape that has the problem.
    #[must_use]
    pub fn shape_id(&self) -> Option<&str> {
        self.shape.as_deref()
    }

    /// Where the problem is, then where it comes from.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }
}

/// A part of a problem as it is printed.
fn shown(text: &str) -> String {
    printable_line(text).into_owned()
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Diagnostic {}

impl miette::Diagnostic for Diagnostic {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(if self.is_warning {
            miette::Severity::Warning
        } else {
            miette::Severity::Error
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = self.help.as_deref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.places.first()?.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let shape = self.shape.as_deref().unwrap_or("here");
        Some(Box::new(
            self.places
                .first()
                .map(|place| place.label(shape))
                .into_iter(),
        ))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        let others = self.places.get(1..).filter(|others| !others.is_empty())?;
        Some(Box::new(others.iter().map(|place| place as _)))
    }
}

/// All problems that a stage found, in the order of files and of positions in them. Never
/// empty where it is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// The problems of several services, one after the other. What several have in common, such as
    /// an option that none can follow, is told once.
    pub(crate) fn joined(of_services: Vec<Self>) -> Self {
        let key = |problem: &Diagnostic| {
            let place = problem.places.first();
            let place = place.map(|place| (place.source().name().to_owned(), place.order()));
            (problem.message.clone(), place)
        };
        let mut known = BTreeSet::new();
        let all = of_services.into_iter().flatten();
        Self(all.filter(|problem| known.insert(key(problem))).collect())
    }

    /// Whether there is no problem.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| {
            let place = |diagnostic: &Diagnostic| diagnostic.places.first().map(Place::order);
            place(a)
                .cmp(&place(b))
                .then_with(|| a.message.cmp(&b.message))
        });
        diagnostics.dedup();
        Self(diagnostics)
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    /// The problems as plain text, an empty line between two.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            diagnostic.fmt_plain(f)?;
        }
        Ok(())
    }
}

impl Diagnostic {
    fn fmt_plain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_warning { "warning" } else { "error" };
        writeln!(f, "{severity}[{}]: {}", self.code, self.message)?;
        let shape = self.shape.as_deref().map(|shape| format!(" ({shape})"));
        let shape = shape.unwrap_or_default();
        match self.places.split_first() {
            None if shape.is_empty() => {}
            None => writeln!(f, "  -->{shape}")?,
            Some((place, others)) => {
                writeln!(f, "  --> {}{shape}", place.position())?;
                for other in others {
                    writeln!(f, "  --> {}: {other}", other.position())?;
                }
            }
        }
        if let Some(help) = &self.help {
            writeln!(f, "  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
