//! Forms, compared as sets of names with their values.

use std::collections::BTreeSet;

/// Checks that a body is this form, in whatever order.
#[track_caller]
pub fn assert_same(body: &[u8], expected: &str) {
    let (found, expected) = (read(body), read(expected.trim().as_bytes()));
    let missing: Vec<_> = expected.difference(&found).collect();
    let more: Vec<_> = found.difference(&expected).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "the form lacks {missing:?} and has {more:?}"
    );
}

/// The names with their values. A name may be there once.
#[track_caller]
fn read(body: &[u8]) -> BTreeSet<(String, String)> {
    let mut form = BTreeSet::new();
    for (name, value) in form_urlencoded::parse(body) {
        let pair = (name.trim().to_owned(), value.into_owned());
        let is_new = form.iter().all(|(other, _)| *other != pair.0);
        assert!(is_new, "`{}` is there twice", pair.0);
        form.insert(pair);
    }
    form
}
