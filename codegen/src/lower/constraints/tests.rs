//! Patterns of models in the words of the crate `regex`, by what they find.

use regex::Regex;

use super::pattern::translate;

#[track_caller]
fn regex(pattern: &str) -> Regex {
    let translated = translate(pattern).expect("a pattern that can be checked");
    Regex::new(&translated).unwrap_or_else(|error| panic!("{translated}: {error}"))
}

/// Whether the pattern finds each of these, and none of those.
#[track_caller]
fn finds(pattern: &str, these: &[&str], not_those: &[&str]) {
    let regex = regex(pattern);
    for text in these {
        assert!(regex.is_match(text), "{pattern} as {regex} on {text:?}");
    }
    for text in not_those {
        assert!(!regex.is_match(text), "{pattern} as {regex} on {text:?}");
    }
}

#[test]
fn what_both_have_stays_as_it_is() {
    for pattern in ["^[a-z]+$", "a|b", "^(?:ab){2,3}c{2,}d{4}?$", "x*?y+"] {
        assert_eq!(translate(pattern).as_deref(), Some(pattern));
    }
}

#[test]
fn some_part_of_the_text_matches() {
    finds("b", &["abc"], &["ac"]);
    finds("^b$", &["b"], &["b\n", "\nb", "abc"]);
}

#[test]
fn digits_and_words_are_those_of_ascii() {
    finds(r"^\d\w$", &["1a", "1_"], &["\u{663}a", "1\u{e9}"]);
    finds(r"^\D\W$", &["\u{663}\u{e9}", "a-"], &["1-", "aa"]);
    finds(r"^[\d\W]$", &["1", "-"], &["a"]);
    finds(r"\bcat\b", &["a cat", "\u{e9}cat"], &["cats"]);
}

#[test]
fn white_space_is_that_of_the_standard() {
    finds(r"^\s$", &[" ", "\u{FEFF}", "\u{2028}"], &["\u{85}", "x"]);
    finds(r"^[^\s]\S$", &["xx", "\u{85}x"], &[" x", "x "]);
}

#[test]
fn a_dot_is_no_end_of_a_line() {
    finds("^.$", &["x", "\u{85}"], &["\n", "\r", "\u{2028}"]);
    finds("(?s)^.$", &["x", "\n"], &[""]);
}

#[test]
fn characters_are_escaped_in_many_ways() {
    finds(r"^\/\-\:\@\ \_$", &["/-:@ _"], &[]);
    finds(r"^\x41\u00e9\u{1F511}\t\0$", &["A\u{e9}\u{1F511}\t\0"], &[]);
    finds(r"^\uD83D\uDD11$", &["\u{1F511}"], &[]);
}

#[test]
fn braces_and_brackets_by_themselves_are_characters() {
    finds("^{a}]$", &["{a}]"], &[]);
    finds("^a{,3}$", &["a{,3}"], &["aa"]);
    finds("^a{3$", &["a{3"], &["aaa"]);
}

#[test]
fn what_means_more_in_classes_of_the_crate_is_a_character_there() {
    finds(r"^[[a&&b]$", &["[", "a", "&", "b"], &["c"]);
    finds(r"^[+--]$", &["+", ",", "-"], &["."]);
    finds(r"^[a~~b]$", &["~"], &["c"]);
    finds(r"^[\w-.]$", &["-", ".", "w"], &["/"]);
    finds(r"^[a-]$", &["a", "-"], &["b"]);
    finds(r"^[\]\b\\]$", &["]", "\u{8}", "\\"], &["b"]);
}

#[test]
fn empty_classes_are_nothing_and_everything() {
    finds("[]", &[], &["", "a"]);
    finds("^[^]$", &["\n", "a"], &[""]);
}

#[test]
fn halves_of_characters_are_those_that_have_halves() {
    let xml = r"^[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]$";
    finds(
        xml,
        &["a", "\t", "\u{1F511}", "\u{FFFD}"],
        &["\n", "\u{FFFE}"],
    );
    finds(r"^[\u0000-\uFFFF]$", &["a", "\u{1F511}"], &[]);
    assert_eq!(translate(r"\uD83D"), None);
}

#[test]
fn properties_of_unicode_are_those_of_the_standard() {
    finds(r"^[\p{L}\p{Nd}_]+$", &["\u{e9}\u{663}_"], &["-"]);
    finds(r"^\P{L}$", &["1"], &["a"]);
    for javas in [r"\p{Alnum}", r"\p{Punct}", r"\p{Print}", r"\pL"] {
        assert_eq!(translate(javas), None, "{javas}");
    }
}

#[test]
fn a_group_may_have_a_name() {
    finds("^(?<year>[0-9]{4})$", &["2026"], &["26"]);
}

#[test]
fn what_the_crate_cannot_find_is_left_alone() {
    for pattern in [
        "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", r"(a)\1", r"\k<a>", r"\A", r"\Z", r"\B", r"\8",
        "(?i)a", "(?>a)",
    ] {
        assert_eq!(translate(pattern), None, "{pattern}");
    }
}

#[test]
fn what_is_no_pattern_is_left_alone() {
    for pattern in [
        "(",
        ")",
        "[a",
        "[b-a]",
        "*",
        "a**",
        "a?+",
        "a{2}{3}",
        "^*",
        "\\",
        r"\x4",
        r"\u{110000}",
        "a{3,2}",
    ] {
        assert_eq!(translate(pattern), None, "{pattern}");
    }
}

#[test]
fn what_would_take_too_long_to_compile_counts_less_exactly() {
    let large = r"^[\p{L}\p{M}\p{Z}\p{N}\p{P}]{2,1024}$";
    let translated = translate(large).expect("a pattern that can be checked");
    assert!(translated.ends_with("{2,}$"), "{translated}");
    finds(large, &["ab"], &["a", "a\u{7}"]);
}
