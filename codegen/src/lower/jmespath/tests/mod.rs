//! What expressions are read as, and which texts are none.

use serde_json::json;

use super::{Expression, Projection, parse};
use crate::ir::jmespath::Comparator;
use crate::limits::{EXPRESSION_DEPTH, JSON_NESTING};

fn field(name: &str) -> Expression {
    Expression::Field(name.to_owned())
}

fn then(first: Expression, second: Expression) -> Expression {
    Expression::Then(Box::new(first), Box::new(second))
}

fn project(of: Expression, projection: Projection, each: Expression) -> Expression {
    Expression::Project {
        of: Box::new(of),
        projection,
        each: Box::new(each),
    }
}

#[track_caller]
fn assert_reads(text: &str, expected: &Expression) {
    assert_eq!(parse(text).as_ref(), Ok(expected), "{text}");
}

#[test]
fn names_are_members_and_dots_go_inside() {
    assert_reads("a", &field("a"));
    assert_reads("\"a b\".c", &then(field("a b"), field("c")));
    assert_reads("a.b.c", &then(then(field("a"), field("b")), field("c")));
    assert_reads("@", &Expression::Current);
}

#[test]
fn a_projection_takes_all_that_goes_on_with_it() {
    let inner = then(field("b"), field("c"));
    assert_reads(
        "a[*].b.c",
        &project(field("a"), Projection::Items, inner.clone()),
    );
    assert_reads("a.*.b.c", &project(field("a"), Projection::Values, inner));
    assert_reads(
        "a[].b[*]",
        &project(
            field("a"),
            Projection::Flattened,
            project(field("b"), Projection::Items, Expression::Current),
        ),
    );
}

#[test]
fn brackets_that_merge_and_pipes_end_a_projection() {
    let names = project(field("a"), Projection::Items, field("b"));
    let merged = project(names.clone(), Projection::Flattened, Expression::Current);
    assert_reads("a[*].b[]", &merged);
    assert_reads("a[*].b | [0]", &then(names, Expression::Index(0)));
}

#[test]
fn several_expressions_are_a_list() {
    let several = Expression::List(vec![field("b"), then(field("c"), field("d"))]);
    assert_reads("a.[b, c.d]", &then(field("a"), several.clone()));
    assert_reads("[b, c.d]", &several);
    let items = project(field("a"), Projection::Items, several);
    let merged = project(items, Projection::Flattened, Expression::Current);
    assert_reads("a[*].[b, c.d][]", &merged);
    assert_reads("a[*][b, c.d][]", &merged);
}

#[test]
fn functions_take_expressions() {
    let keys = Expression::Call("keys".to_owned(), vec![then(field("a"), field("b"))]);
    assert_reads("keys(a.b)", &keys);
    assert_reads("now()", &Expression::Call("now".to_owned(), Vec::new()));
}

#[test]
fn a_filter_holds_a_condition() {
    let equal = Expression::Compare(
        Comparator::Equal,
        Box::new(field("state")),
        Box::new(Expression::Literal(json!("ready"))),
    );
    let filtered = project(field("a"), Projection::Where(Box::new(equal)), field("id"));
    assert_reads("a[?state == 'ready'].id", &filtered);
    assert_reads("a[?state=='ready'].id", &filtered);
}

#[test]
fn and_binds_tighter_than_or_and_comparisons_tighter_still() {
    let length = Expression::Call("length".to_owned(), vec![field("a")]);
    let some = Expression::Compare(
        Comparator::Greater,
        Box::new(length),
        Box::new(Expression::Literal(json!(0))),
    );
    let both = Expression::And(Box::new(field("b")), Box::new(some));
    let not = Expression::Not(Box::new(field("c")));
    let either = Expression::Or(Box::new(not), Box::new(both));
    assert_reads("!c || b && length(a) > `0`", &either);
    assert_reads("(!c) || (b && (length(a) > `0`))", &either);
}

#[test]
fn literals_are_json_or_text() {
    assert_reads("`true`", &Expression::Literal(json!(true)));
    assert_reads("`[1, \"x\"]`", &Expression::Literal(json!([1, "x"])));
    assert_reads("'it\\'s'", &Expression::Literal(json!("it's")));
    assert_reads("a[-1]", &then(field("a"), Expression::Index(-1)));
}

#[test]
fn what_is_no_expression_is_told_with_what_is_wrong() {
    for (text, problem) in [
        ("", "the end is not expected here"),
        ("a.", "the end is not expected here"),
        ("a b", "the name `b` is not expected here"),
        ("a[", "the end is not expected here"),
        ("a[*", "`]` is needed where there is the end"),
        ("a[1:2]", "`]` is needed where there is `:`"),
        ("{a: b}", "`{` is not expected here"),
        ("sort_by(a, &b)", "`&` is not expected here"),
        ("a == == b", "a comparison is not expected here"),
        ("'a", "`'` is never closed"),
        (
            "\"\\x\"",
            "`\"\\x\"` is no name: invalid escape at line 1 column 3",
        ),
        ("a#b", "`#` means nothing here"),
        (
            "a[99999999999999999999]",
            "`99999999999999999999` is no number",
        ),
    ] {
        assert_eq!(parse(text), Err(problem.to_owned()), "{text}");
    }
}

/// Expressions of this many levels, each made in another way.
fn of_depth(levels: usize) -> Vec<String> {
    let more = levels - 1;
    vec![
        vec!["a"; levels].join("."),
        vec!["a"; levels].join("||"),
        vec!["a"; levels].join(" && "),
        vec!["a"; levels].join(" | "),
        format!("{}a", "!".repeat(more)),
        format!("{}a{}", "[".repeat(more), "]".repeat(more)),
        format!("{}a{}", "f(".repeat(more), ")".repeat(more)),
        format!("{}a{}", "a[?".repeat(more), "]".repeat(more)),
        format!("a{}", "[]".repeat(more)),
        format!("a{}", "[*].a".repeat(more)),
        format!("a{}", "[0]".repeat(more)),
    ]
}

#[test]
fn an_expression_may_be_as_deep_as_is_said_and_no_deeper() {
    for text in of_depth(EXPRESSION_DEPTH) {
        assert!(parse(&text).is_ok(), "{text}: {:?}", parse(&text));
    }
    for levels in [EXPRESSION_DEPTH + 1, 1000, 100_000] {
        for text in of_depth(levels) {
            let problem = parse(&text).expect_err("it is too deep");
            assert!(problem.contains("more than 64 levels deep"), "{problem}");
        }
    }
}

#[test]
fn parentheses_are_levels_too() {
    let nested = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert_reads(&nested(EXPRESSION_DEPTH - 1), &field("a"));
    for levels in [EXPRESSION_DEPTH, 100_000] {
        assert!(parse(&nested(levels)).is_err());
    }
    // What is long is not deep.
    assert!(parse(&format!("[{}]", vec!["a.b"; 10_000].join(","))).is_ok());
}

#[test]
fn a_literal_that_nests_too_deeply_is_refused_and_no_text() {
    let literal = |levels: usize| format!("`{}{}`", "[".repeat(levels), "]".repeat(levels));
    assert!(matches!(
        parse(&literal(JSON_NESTING)),
        Ok(Expression::Literal(serde_json::Value::Array(_)))
    ));
    for levels in [JSON_NESTING + 1, 100_000] {
        assert!(parse(&literal(levels)).is_err());
    }
}
