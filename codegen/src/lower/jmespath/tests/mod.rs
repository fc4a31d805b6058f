//! What expressions are read as, and which texts are none.

use serde_json::json;

use super::{Comparison, Expression, Parts, parse};

fn field(name: &str) -> Expression {
    Expression::Field(name.to_owned())
}

fn then(first: Expression, second: Expression) -> Expression {
    Expression::Then(Box::new(first), Box::new(second))
}

fn project(of: Expression, parts: Parts, each: Expression) -> Expression {
    Expression::Project {
        of: Box::new(of),
        parts,
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
        &project(field("a"), Parts::Items, inner.clone()),
    );
    assert_reads("a.*.b.c", &project(field("a"), Parts::Values, inner));
    assert_reads(
        "a[].b[*]",
        &project(
            field("a"),
            Parts::Flattened,
            project(field("b"), Parts::Items, Expression::Current),
        ),
    );
}

#[test]
fn brackets_that_merge_and_pipes_end_a_projection() {
    let names = project(field("a"), Parts::Items, field("b"));
    let merged = project(names.clone(), Parts::Flattened, Expression::Current);
    assert_reads("a[*].b[]", &merged);
    assert_reads("a[*].b | [0]", &then(names, Expression::Index(0)));
}

#[test]
fn several_expressions_are_a_list() {
    let several = Expression::List(vec![field("b"), then(field("c"), field("d"))]);
    assert_reads("a.[b, c.d]", &then(field("a"), several.clone()));
    assert_reads("[b, c.d]", &several);
    let items = project(field("a"), Parts::Items, several);
    let merged = project(items, Parts::Flattened, Expression::Current);
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
        Comparison::Equal,
        Box::new(field("state")),
        Box::new(Expression::Literal(json!("ready"))),
    );
    let filtered = project(field("a"), Parts::Where(Box::new(equal)), field("id"));
    assert_reads("a[?state == 'ready'].id", &filtered);
    assert_reads("a[?state=='ready'].id", &filtered);
}

#[test]
fn and_binds_tighter_than_or_and_comparisons_tighter_still() {
    let length = Expression::Call("length".to_owned(), vec![field("a")]);
    let some = Expression::Compare(
        Comparison::Greater,
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

#[test]
fn an_expression_that_nests_too_deeply_is_refused() {
    let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
    assert_eq!(
        parse(&deep),
        Err("the expression nests too deeply".to_owned())
    );
    let long = vec!["a"; 10_000].join(".");
    assert!(parse(&long).is_ok());
}
