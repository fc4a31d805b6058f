//! The model's files, and where in them a shape or a part of it is.
//!
//! Shapes remember no positions. A place is looked up when a diagnostic needs it, by following
//! the keys that lead to it, which are those of the JSON AST in any notation.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::shape_id::ShapeId;
use crate::diagnostic::{Place, Source};

/// The files that a model was read from.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<File>,
}

/// The sources that these texts are, each with a name.
pub(super) fn of_files<N: Into<String>, T: Into<String>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> Sources {
    let files = files.into_iter().enumerate();
    let files = files.map(|(index, (name, text))| File {
        source: Arc::new(Source::new(index, name, text)),
        places: OnceLock::new(),
    });
    Sources {
        files: files.collect(),
    }
}

/// Where a definition comes from.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) file: usize,
    pub(super) span: Range<usize>,
    pub(super) version: Version,
}

/// The version of Smithy that a file is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    V1,
    V2,
}

/// What finds places in a file, by the keys of the JSON AST.
pub(super) trait Places: fmt::Debug + Send + Sync {
    /// A part of a shape or member, and how many keys could be followed.
    fn locate(&self, text: &str, id: &ShapeId, keys: &[&str]) -> Option<(usize, Range<usize>)>;

    /// A part of the definition that is here, or what comes nearest to it.
    fn part(&self, text: &str, definition: Range<usize>, keys: &[&str]) -> Range<usize>;

    /// A value of the metadata.
    fn metadata(&self, text: &str, key: &str) -> Option<Range<usize>>;

    /// Whether the file is one of botocore's, which say less than a model in Smithy does.
    fn is_of_botocore(&self) -> bool {
        false
    }
}

#[derive(Debug)]
struct File {
    source: Arc<Source>,
    /// Set when the file is read: every notation has its own.
    places: OnceLock<Box<dyn Places>>,
}

impl Sources {
    /// All files, in their order.
    pub(super) fn files(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.files.iter().map(|file| &file.source)
    }

    /// Says what finds places in a file, by its index.
    pub(super) fn set_places(&self, file: usize, places: impl Places + 'static) {
        if let Some(file) = self.files.get(file) {
            // A file is read once.
            let _was_set = file.places.set(Box::new(places));
        }
    }

    /// Where a part of a shape, or of a member, is: the keys from the definition to the part,
    /// e.g. `["traits", "smithy.api#http"]`. Where that part is not written down, since it
    /// comes from a mixin for example, the place is what it would be part of.
    #[must_use]
    pub fn locate(&self, id: &ShapeId, keys: &[&str]) -> Option<Place> {
        let found = self.files.iter().filter_map(|file| file.locate(id, keys));
        // `max_by_key` would give the last of equals, and the first file should win.
        let (_, place) = found.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        Some(place)
    }

    /// The same in one of the files, by its index.
    pub(super) fn locate_in(&self, file: usize, id: &ShapeId, keys: &[&str]) -> Option<Place> {
        let (_, place) = self.files.get(file)?.locate(id, keys)?;
        Some(place)
    }

    /// Where a part of one definition is.
    pub(super) fn locate_from(&self, origin: &Origin, keys: &[&str]) -> Option<Place> {
        let file = self.files.get(origin.file)?;
        let places = file.places.get()?;
        let span = places.part(file.source.text(), origin.span.clone(), keys);
        Some(Place::new(file.source.clone(), span))
    }

    /// Whether a shape comes from a file of botocore's, which says less of it than a model in Smithy does.
    #[must_use]
    pub fn is_of_botocore(&self, id: &ShapeId) -> bool {
        (0..self.files.len())
            .any(|file| self.is_file_of_botocore(file) && self.locate_in(file, id, &[]).is_some())
    }

    /// Whether a file, by its index, is one of botocore's.
    pub(super) fn is_file_of_botocore(&self, file: usize) -> bool {
        let places = self.files.get(file).and_then(|file| file.places.get());
        places.is_some_and(|places| places.is_of_botocore())
    }

    /// Where in a file, by its index, a value of the metadata is.
    pub(super) fn locate_metadata(&self, file: usize, key: &str) -> Option<Place> {
        let file = self.files.get(file)?;
        let span = file.places.get()?.metadata(file.source.text(), key)?;
        Some(Place::new(file.source.clone(), span))
    }
}

impl File {
    /// The place, and how many keys could be followed.
    fn locate(&self, id: &ShapeId, keys: &[&str]) -> Option<(usize, Place)> {
        let places = self.places.get()?;
        let (reached, span) = places.locate(self.source.text(), id, keys)?;
        Some((reached, Place::new(self.source.clone(), span)))
    }
}
