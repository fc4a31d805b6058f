//! What must hold whatever a model is: each module has a `check` that takes any bytes.
//!
//! `targets` throws bytes at them, one program a module. From this folder:
//!
//! ```text
//! mkdir -p corpus/idl corpus/botocore
//! cargo run --release --bin idl -- -max_total_time=60 -dict=idl.dict corpus/idl seeds/idl
//! cargo run --release --bin botocore -- -max_total_time=60 -dict=botocore.dict corpus/botocore seeds/botocore
//! ```
//!
//! `tests/tests/model_seeds.rs`, in the workspace, has them check the seeds alone, for which no fuzzer is built.

pub mod botocore;
pub mod idl;

use tinsmith::diagnostic::Diagnostics;
use tinsmith::model;

/// What is wrong with files has places in them.
fn check_places(problems: &Diagnostics) {
    for place in problems.iter().flat_map(|problem| problem.places()) {
        let span = place.span();
        assert!(
            place.source().text().get(span.clone()).is_some(),
            "{span:?}"
        );
        assert!(!place.position().is_empty());
    }
    assert!(!problems.to_string().is_empty());
}

/// A model can be written as an AST that means the same.
fn check_ast(files: &[(&str, &str)]) {
    let ast = model::ast_of(files.iter().copied()).expect("a model has an AST");
    let again = model::ast_of([("model.json", ast.text.as_str())]).expect("an AST is a model");
    assert_eq!(ast.text, again.text);
}
