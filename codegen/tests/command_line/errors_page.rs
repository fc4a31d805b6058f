//! The page of all problems.

use std::fs;
use std::path::Path;

use tinsmith::diagnostic::Code;

use crate::program::Place;

#[test]
fn it_is_what_is_printed_and_has_every_code() {
    let printed = Place::empty().printed(&["explain"]);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ERRORS.md");
    let page = fs::read_to_string(page).expect("a page");
    assert!(
        page == printed,
        "run `cargo run --package tinsmith -- explain > codegen/ERRORS.md`"
    );
    for code in Code::ALL {
        let title = format!("\n## `{code}`\n");
        assert!(page.contains(&title), "{code} is not listed");
    }
}
