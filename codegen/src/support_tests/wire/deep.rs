//! Values that are so deep that to walk along them, or to drop them, ends a thread.

use std::collections::HashMap;
use std::mem;

use aws_smithy_types::Document;

use super::everything::{Choice, Everything};
use crate::support::operation::BuildError;
use crate::support::wire::{self, Format};

/// A value of each kind that may be deep.
pub struct FarTooDeep {
    document: Document,
    map: Document,
    pub choice: Choice,
    pub list: Everything,
}

/// Does something with such values.
pub fn with_far_too_deep_values<T>(act: impl FnOnce(&FarTooDeep) -> T) -> T {
    let mut values = FarTooDeep {
        document: Document::Null,
        map: Document::Null,
        choice: Choice::Text(String::new()),
        list: Everything::default(),
    };
    for _ in 0..100_000 {
        let FarTooDeep {
            document,
            map,
            choice,
            list,
        } = values;
        values = FarTooDeep {
            document: Document::Array(vec![document]),
            map: Document::Object(HashMap::from([(String::new(), map)])),
            choice: Choice::Nested(Box::new(choice)),
            list: Everything {
                many: Some(vec![list]),
                ..Everything::default()
            },
        };
    }
    let done = act(&values);
    // To drop them would end the thread.
    mem::forget(values);
    done
}

/// Writes each of them in this format, and gives what came of it.
pub fn each_of_far_too_deep_values<F: Format>() -> [Result<Vec<u8>, BuildError>; 4] {
    with_far_too_deep_values(|values| {
        [
            wire::write::<F>(&values.document),
            wire::write::<F>(&values.map),
            wire::write::<F>(&values.choice),
            wire::write::<F>(&values.list),
        ]
    })
}
