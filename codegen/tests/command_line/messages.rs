//! What is said of mistakes that are often made, word for word.

use insta::assert_snapshot;

use crate::program::Place;

#[test]
fn no_manifest() {
    assert_snapshot!(Place::empty().told(&["codegen"]));
}
