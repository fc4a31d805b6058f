//! `inspect` tells which messages carry checksums.

use std::path::Path;

use crate::command::{run, xtask};

#[test]
fn inspect_tells_which_messages_carry_checksums() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let model = fixtures.join("models/checksums.json");
    let output = run(xtask().arg("inspect").arg(model));
    let told = String::from_utf8_lossy(&output.stdout);
    let lines = told
        .lines()
        .filter_map(|line| line.strip_prefix("  checksums   "));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(
        lines,
        [
            "required in requests of Label",
            "possible in requests of Note, Store",
            "checked in responses of Fetch, Weigh",
        ]
    );
}
