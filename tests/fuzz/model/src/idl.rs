//! The reader of Smithy IDL: whole models, and the JSON AST that comes of them.

use tinsmith::model;

/// Reads bytes as a file of Smithy IDL. What is wrong with it has a place in it, and what is right can be
/// written as an AST that means the same.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    match model::parse([("model.smithy", text)]) {
        Ok(_) => check_ast(text),
        Err(problems) => {
            for place in problems.iter().flat_map(|problem| problem.places()) {
                let span = place.span();
                assert!(text.get(span.clone()).is_some(), "{span:?}");
                assert!(!place.position().is_empty());
            }
            assert!(!problems.to_string().is_empty());
        }
    }
}

fn check_ast(text: &str) {
    let ast = model::ast_of([("model.smithy", text)]).expect("a model has an AST");
    let again = model::ast_of([("model.json", ast.text.as_str())]).expect("an AST is a model");
    assert_eq!(ast.text, again.text);
}
