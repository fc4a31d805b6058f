//! The first sentence, as a summary.

use super::super::first_sentence;

#[test]
fn the_first_sentence_ends_with_its_stop() {
    assert_eq!(first_sentence("One lamp. Two lamps."), "One lamp.");
    assert_eq!(first_sentence("One\nlamp.\n\nTwo."), "One\nlamp.");
    assert_eq!(first_sentence("No stop\n\nNext."), "No stop");
}

#[test]
fn a_stop_within_a_sentence_does_not_end_it() {
    for sentence in [
        "Lamps, e.g. Red ones, of v1.2 glow.",
        "See `a. B` and [a. B](https://a.example).",
        "It is (so. as it were) on.",
    ] {
        assert_eq!(first_sentence(&format!("{sentence} Next.")), sentence);
    }
}

#[test]
fn documentation_that_starts_with_no_paragraph_has_no_first_sentence() {
    for markdown in [
        "- a. b",
        "> a",
        "### A",
        "```text\na\n```",
        "| a |",
        "1. a",
        "",
    ] {
        assert_eq!(first_sentence(markdown), "");
    }
}
