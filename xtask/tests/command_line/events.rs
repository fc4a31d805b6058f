//! `inspect` tells which messages are streams of events.

use std::path::Path;

use crate::command::{run, xtask};

#[test]
fn inspect_tells_which_messages_are_streams_of_events() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let model = fixtures.join("models/event_streams.json");
    let output = run(xtask().arg("inspect").arg(model));
    let told = String::from_utf8_lossy(&output.stdout);
    let lines = told
        .lines()
        .filter_map(|line| line.strip_prefix("  events      "));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(
        lines,
        [
            "streamed in requests of Signal, Talk",
            "streamed in responses of Talk, Watch",
        ]
    );
}
