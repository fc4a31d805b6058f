//! Values that are so deep that to walk along them, or to drop them, ends a thread.

use std::collections::HashMap;
use std::mem;

use aws_smithy_types::Document;

use super::everything::{Choice, Everything};
use crate::support::operation::BuildError;
use crate::support::wire::{self, Format};

/// Writes a value of each kind that may be deep, in this format, and gives what came of each.
pub fn each_of_far_too_deep_values<F: Format>() -> [Result<Vec<u8>, BuildError>; 4] {
    let mut document = Document::Null;
    let mut map = Document::Null;
    let mut choice = Choice::Text(String::new());
    let mut list = Everything::default();
    for _ in 0..100_000 {
        document = Document::Array(vec![document]);
        map = Document::Object(HashMap::from([(String::new(), map)]));
        choice = Choice::Nested(Box::new(choice));
        list = Everything {
            many: Some(vec![list]),
            ..Everything::default()
        };
    }
    let written = [
        wire::write::<F>(&document),
        wire::write::<F>(&map),
        wire::write::<F>(&choice),
        wire::write::<F>(&list),
    ];
    // To drop them would end the thread.
    mem::forget((document, map, choice, list));
    written
}
