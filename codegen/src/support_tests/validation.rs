//! Checks of values by rules: what breaks which, and how it is told.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob};

use crate::support::validation::{Constrained, Constraint, Pattern, Rules, Violations, validate};

/// All that breaks these rules, as members called `it`.
fn broken(value: &impl Constrained, rules: &Rules) -> Vec<String> {
    let mut found = Violations::default();
    found.member("it", value, rules);
    found.iter().map(ToString::to_string).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn a_text_is_as_long_as_it_has_characters() {
    let rules = Rules::NONE.min_length(2).max_length(3);
    assert_eq!(broken(&text("\u{1F511}\u{1F511}\u{e9}"), &rules), [""; 0]);
    assert_eq!(
        broken(&text("\u{1F511}"), &rules),
        ["it: has 1 character, and must have at least 2"]
    );
    assert_eq!(
        broken(&text("abcd"), &rules),
        ["it: has 4 characters, and must have at most 3"]
    );
}

#[test]
fn lengths_of_blobs_lists_and_maps_are_those_in_bytes_items_and_entries() {
    let rules = Rules::NONE.min_length(2);
    let map = HashMap::from([(text("a"), true)]);
    assert_eq!(
        broken(&Blob::new([0]), &rules),
        ["it: has 1 byte, and must have at least 2"]
    );
    assert_eq!(
        broken(&Vec::<bool>::new(), &rules),
        ["it: has 0 items, and must have at least 2"]
    );
    assert_eq!(
        broken(&map, &rules),
        ["it: has 1 entry, and must have at least 2"]
    );
}

#[test]
fn both_ends_of_a_range_are_in_it() {
    let rules = Rules::NONE.min(-1).max(5);
    for inside in [-1_i8, 0, 5] {
        assert_eq!(broken(&inside, &rules), [""; 0]);
    }
    assert_eq!(
        broken(&-2_i64, &rules),
        ["it: is -2, and must be at least -1"]
    );
    assert_eq!(broken(&6_i16, &rules), ["it: is 6, and must be at most 5"]);
    assert_eq!(
        broken(&5.5_f32, &rules),
        ["it: is 5.5, and must be at most 5"]
    );
}

#[test]
fn no_number_is_in_no_range() {
    let rules = Rules::NONE.max_float(0.5);
    assert_eq!(
        broken(&f64::NAN, &rules),
        ["it: is NaN, and must be at most 0.5"]
    );
    assert_eq!(broken(&f64::NEG_INFINITY, &rules), [""; 0]);
}

#[test]
fn integers_keep_all_their_digits() {
    let rules = Rules::NONE.max(9_007_199_254_740_992);
    assert_eq!(broken(&9_007_199_254_740_992_i64, &rules), [""; 0]);
    assert_eq!(broken(&9_007_199_254_740_993_i64, &rules).len(), 1);
}

#[test]
fn big_numbers_have_ranges_too() {
    let rules = Rules::NONE.min(0).max(10);
    let integer = |digits: &str| digits.parse::<BigInteger>().expect("digits");
    let decimal = |digits: &str| digits.parse::<BigDecimal>().expect("digits");
    assert_eq!(broken(&integer("10"), &rules), [""; 0]);
    assert_eq!(broken(&integer("11"), &rules).len(), 1);
    assert_eq!(broken(&integer(&"9".repeat(60)), &rules).len(), 1);
    assert_eq!(broken(&decimal("-0.5"), &rules).len(), 1);
    assert_eq!(broken(&decimal("9.5"), &rules), [""; 0]);
}

#[test]
fn some_part_of_a_text_has_to_match() {
    static DIGITS: Pattern = Pattern::translated(r"\d", "[0-9]");
    let rules = Rules::NONE.pattern(&DIGITS);
    assert_eq!(broken(&text("route 66"), &rules), [""; 0]);
    assert_eq!(
        broken(&text("my secret"), &rules),
        [r"it: does not match `\d`"]
    );
}

#[test]
fn what_is_no_regular_expression_is_left_to_the_service() {
    static BROKEN: Pattern = Pattern::new("(");
    assert_eq!(
        broken(&text("anything"), &Rules::NONE.pattern(&BROKEN)),
        [""; 0]
    );
}

#[test]
fn the_first_item_that_is_there_twice_is_told() {
    let rules = Rules::NONE.unique_items();
    let texts = ["a", "b", "b", "a"].map(text).to_vec();
    let same = ["it: has the same item at 1 and at 2"];
    assert_eq!(broken(&texts, &rules), same);
    assert_eq!(broken(&vec![1, 2, 2], &rules), same);
    assert_eq!(broken(&vec![Some(1), None, None], &rules), same);
    assert_eq!(broken(&vec![text("a"), text("b")], &rules), [""; 0]);
    assert_eq!(broken(&texts, &Rules::NONE), [""; 0]);
}

#[test]
fn items_keys_and_values_are_told_with_their_path() {
    static SHORT: Rules = Rules::NONE.max_length(1);
    let rules = Rules::NONE.keys(&SHORT).items(&SHORT);
    assert_eq!(
        broken(&vec![text("a"), text("ab")], &rules),
        ["it[1]: has 2 characters, and must have at most 1"]
    );
    let map = HashMap::from([(text("b\""), text("")), (text("a"), text("abc"))]);
    assert_eq!(
        broken(&map, &rules),
        [
            r#"it["a"]: has 3 characters, and must have at most 1"#,
            r#"it key "b\"": has 2 characters, and must have at most 1"#,
        ]
    );
}

#[test]
fn long_keys_are_cut_and_secret_ones_hidden() {
    static NONE_LONG: Rules = Rules::NONE.max_length(0);
    static SECRET: Rules = Rules::NONE.sensitive();
    let map = HashMap::from([("\u{e9}".repeat(50), text("x"))]);
    let cut = broken(&map, &Rules::NONE.items(&NONE_LONG));
    let shown = format!("it[\"{}..\"]: has", "\u{e9}".repeat(40));
    assert!(cut[0].starts_with(&shown), "{cut:?}");
    for rules in [
        Rules::NONE.items(&NONE_LONG).keys(&SECRET),
        Rules::NONE.items(&NONE_LONG).sensitive(),
    ] {
        assert_eq!(
            broken(&map, &rules),
            ["it[**]: has 1 character, and must have at most 0"]
        );
    }
}

#[test]
fn a_secret_number_is_not_told() {
    let rules = Rules::NONE.max(5).sensitive();
    assert_eq!(broken(&7, &rules), ["it: must be at most 5"]);
}

/// A structure in itself.
#[derive(PartialEq)]
struct Ship {
    name: Option<String>,
    boats: Vec<Self>,
}

static NAME: Rules = Rules::NONE.min_length(1);

impl Constrained for Ship {
    fn check(&self, _: &Rules, found: &mut Violations) {
        found.member("name", &self.name, &NAME);
        found.member("boats", &self.boats, &Rules::NONE);
    }
}

fn ship(name: Option<&str>, boats: Vec<Ship>) -> Ship {
    let name = name.map(text);
    Ship { name, boats }
}

#[test]
fn all_that_is_wrong_with_an_input_is_told_in_one_line() {
    let boats = vec![ship(None, vec![]), ship(Some(""), vec![])];
    let error = validate(&Box::new(ship(Some(""), boats))).expect_err("two names are empty");
    assert_eq!(
        error.to_string(),
        "the input is not as the model asks: name: has 0 characters, and must have at least 1; \
         boats[1].name: has 0 characters, and must have at least 1"
    );
    assert_eq!(error.len(), 2);
    let last = error.into_iter().next_back().expect("there are two");
    assert_eq!(last.path(), "boats[1].name");
    assert_eq!(last.constraint(), Constraint::Length);
}

#[test]
fn what_is_absent_breaks_no_rule() {
    assert!(validate(&ship(None, vec![])).is_ok());
}
