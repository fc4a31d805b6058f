//! Models in Smithy IDL that others wrote, beside what the reference reader says that they mean.

use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::model;
use tinsmith_tests::ast_data::AstData;
use tinsmith_tests::corpus;

/// A line of the table of cases.
struct Case {
    name: String,
    files: Vec<PathBuf>,
    needs: Vec<PathBuf>,
    ast: Option<PathBuf>,
}

fn cases() -> Option<Vec<Case>> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (corpus, unpacked) = corpus::idl(target)?;
    let aws = corpus::aws_models(target)?;
    let table = fs::read_to_string(corpus.join("cases.tsv")).expect("the table of cases");
    let lines = table.lines().skip(1);
    let cases = lines.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let folder = unpacked.join(columns[0]);
        let aws = aws.first().and_then(|path| path.parent()?.parent());
        let path = |path: &str| match path.strip_prefix("aws-models/") {
            Some(_) => aws.expect("AWS's models").join(path),
            None => folder.join(path),
        };
        let paths = |paths: &str| {
            let paths = paths.split(';').filter(|path| !path.is_empty());
            paths.map(path).collect::<Vec<PathBuf>>()
        };
        let path_of_corpus = |needs: &str| {
            let needs = needs.split(';').filter(|path| !path.is_empty());
            let needs = needs.map(|need| match unpacked.join(need) {
                whole if whole.exists() => whole,
                _ => path(need),
            });
            needs.collect::<Vec<PathBuf>>()
        };
        Case {
            name: format!("{}/{}/{}", columns[0], columns[1], columns[2]),
            files: paths(columns[3]),
            needs: path_of_corpus(columns[4]),
            ast: paths(columns[5]).pop(),
        }
    });
    Some(cases.collect())
}

#[test]
fn every_model_is_what_the_reference_says() {
    let Some(cases) = cases() else {
        return;
    };
    let known = cases
        .iter()
        .filter_map(|case| Some((case, case.ast.as_ref()?)));
    let (mut equal, mut other) = (0, Vec::new());
    for (case, expected) in known {
        match compare(case, expected) {
            Ok(()) => equal += 1,
            Err(difference) => other.push(format!("{}: {difference}", case.name)),
        }
    }
    println!("{equal} models are equal");
    assert!(
        other.is_empty(),
        "{} differ:\n{}",
        other.len(),
        other.join("\n")
    );
    assert_eq!(equal, 1169);
}

/// Compares a model with its AST, which has what the files themselves say.
fn compare(case: &Case, expected: &Path) -> Result<(), String> {
    let all = [case.needs.as_slice(), &case.files].concat();
    let read = |paths: &[PathBuf]| model::ast(paths).map_err(|problems| problems.to_string());
    let mut found = AstData::read(&read(&all)?.text);
    let expected = AstData::read(&fs::read_to_string(expected).expect("an AST"));
    if !case.needs.is_empty() {
        let needed = AstData::read(&read(&case.needs)?.text);
        let is_own =
            |id: &String| !needed.shapes.contains_key(id) || expected.shapes.contains_key(id);
        found.shapes.retain(|id, _| is_own(id));
        found.members.retain(|id, _| is_own(id));
    }
    let differences = found.differences(&expected);
    match differences.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "{}\n  found    {:?}\n  expected {:?}",
            differences.join(", "),
            found
                .shapes
                .get(first)
                .unwrap_or(&found.metadata)
                .to_string(),
            expected
                .shapes
                .get(first)
                .unwrap_or(&expected.metadata)
                .to_string(),
        )),
    }
}
