//! What is shown of files of every kind, and that it is found where the file has it.

use std::ops::Range;

use super::*;

/// The excerpt around this text of a file, and what of it is underlined.
#[track_caller]
fn shown(file: &str, place: &str) -> (String, String) {
    let start = file.find(place).expect("the place is in the file");
    shown_at(file, start..start + place.len())
}

/// The same for these bytes; it begins and ends where it says.
#[track_caller]
fn shown_at(file: &str, span: Range<usize>) -> (String, String) {
    let source = Source::new(0, "a.json", file);
    let excerpt = Excerpt::of(&source, &span);
    let all = excerpt.part(LINES, LINES);
    let label = excerpt.label();
    let underlined = &all.text[label.start - all.start..label.end - all.start];
    assert_eq!(excerpt.part(0, 0).text, underlined);
    if label.start < file.len() {
        let column = source.line_and_column(label.start);
        let part = excerpt.part(0, 0);
        assert_eq!((part.line + 1, part.column + 1), column);
    }
    (all.text.to_owned(), underlined.to_owned())
}

fn width(text: &str) -> usize {
    columns_within(text.chars(), usize::MAX).1
}

#[test]
fn short_lines_are_shown_with_those_next_to_them() {
    let file = "{\n  \"a\": 1,\n  \"b\": x,\n  \"c\": 2\n}\n";
    assert_eq!(shown(file, "x"), (file.to_owned(), "x".to_owned()));
}

#[test]
fn of_a_long_line_there_is_a_window_wherever_the_place_is() {
    let line =
        |before: usize, after: usize| format!("{}X{}", "b".repeat(before), "a".repeat(after));
    for (before, after, start, end) in [
        (0, 200, "X", "a…"),
        (41, 200, "bb", "a…"),
        (43, 200, "…b", "a…"),
        (70_000, 70_000, "…b", "a…"),
        (200, 10, "…b", "a"),
        (200, 0, "…b", "X"),
    ] {
        let (text, place) = shown(&line(before, after), "X");
        assert_eq!(place, "X");
        assert!(
            text.starts_with(start) && text.ends_with(end),
            "{before} {after}: {text}"
        );
        assert!(
            (WIDTH - 3..=WIDTH + 4).contains(&width(&text)),
            "{before} {after}: {text}"
        );
    }
}

#[test]
fn of_a_place_that_is_longer_than_the_window_there_is_its_start() {
    let file = format!("{{\"a\": \"{}\"}}", "x".repeat(100_000));
    let (text, place) = shown_at(&file, 6..file.len() - 1);
    assert!(
        text.starts_with("{\"a\": \"xxx") && text.ends_with("xxx…"),
        "{text}"
    );
    assert_eq!(format!("{{\"a\": {place}…"), text);
}

#[test]
fn characters_of_any_width_stay_whole() {
    for character in ['é', '本', '𝄞', '👩'] {
        for shift in 0..4 {
            let many = character.to_string().repeat(500);
            let file = format!("{}{many}X{many}", "-".repeat(shift));
            let (text, place) = shown(&file, "X");
            assert_eq!(place, "X");
            assert!(text.starts_with(&format!("…{character}")), "{text}");
            assert!(text.ends_with(&format!("{character}…")), "{text}");
            // A place within a character is that character.
            let inside = shift + 1..shift + 2;
            assert_eq!(shown_at(&file, inside).1, character.to_string());
        }
    }
}

#[test]
fn long_lines_next_to_a_short_one_are_left_out() {
    let long = "l".repeat(1000);
    let file = format!("{long}\nshort\nX\n{long}\n");
    assert_eq!(shown(&file, "X").0, "short\nX\n");
}

#[test]
fn line_breaks_of_two_characters_are_one() {
    let file = "one\r\ntwo X\r\nthree\r\n";
    assert_eq!(shown(file, "X").0, file);
    assert_eq!(shown_at(file, 10..11), (file.to_owned(), String::new()));
}

#[test]
fn the_end_of_a_file_is_the_end_of_its_last_line() {
    for file in ["one\ntwo", "one\ntwo\n", "one\r\ntwo\r\n"] {
        assert_eq!(
            shown_at(file, file.len()..file.len()),
            (file.to_owned(), String::new())
        );
        assert_eq!(shown_at(file, 99..200).1, "");
    }
    assert_eq!(shown_at("", 0..0), (String::new(), String::new()));
    assert_eq!(shown_at("\n", 1..1), ("\n".to_owned(), String::new()));
    let long = "x".repeat(70_000);
    assert!(shown_at(&long, 70_000..70_000).0.starts_with("…xx"));
}

#[test]
fn a_place_of_few_lines_is_shown_whole_and_one_of_many_is_not() {
    let few = "a = [\n  1,\n  2,\n]\nb = 1\n";
    assert_eq!(shown(few, "[\n  1,\n  2,\n]").0, few);
    let many = format!("a = [\n{}]\n", "  1,\n".repeat(LINES_OF_PLACE));
    assert_eq!(shown_at(&many, 4..many.len() - 1).1, "[");
    let long = format!("a = [\n{}\n]\n", "1,".repeat(1000));
    assert_eq!(
        shown_at(&long, 4..long.len() - 1),
        ("a = [\n".to_owned(), "[".to_owned())
    );
}

#[test]
fn what_terminals_would_obey_has_a_sign_in_its_place() {
    let file = "\u{1b}[31m a\rb \u{202e}c\u{9b} X\ty\u{7f}";
    assert_eq!(shown(file, "X").0, "?[31m a?b \u{fffd}c\u{bf} X\ty?");
}

#[test]
fn as_many_lines_are_given_as_are_asked_for() {
    let source = Source::new(0, "a", "1\n2\n3\nX and\n5\n6\n");
    let excerpt = Excerpt::of(&source, &(6..7));
    for (before, after, text, line) in [
        (0, 0, "X", 3),
        (0, 1, "X and\n5\n", 3),
        (1, 0, "3\nX and\n", 2),
        (1, 1, "3\nX and\n5\n", 2),
        (9, 9, "1\n2\n3\nX and\n5\n6\n", 0),
    ] {
        let part = excerpt.part(before, after);
        assert_eq!((part.text, part.line), (text, line), "{before} {after}");
    }
}
