//! Models in Smithy IDL that others wrote, beside what the reference reader says that they mean.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tinsmith::model::{self, Shape, ShapeKind, Traits};
use tinsmith_tests::ast_data::{AstData, in_one_form};
use tinsmith_tests::corpus;

/// A line of the table of cases.
struct Case {
    name: String,
    /// As the table of errors has it.
    id: String,
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
            id: format!("{}/{}/{}", columns[0], columns[1], columns[2]),
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
        found.leave_out(&needed);
    }
    let differences = found.differences(&expected);
    match differences.first() {
        None => Ok(()),
        Some(first) => Err(format!(
            "{}\n  found    {}\n  expected {}",
            differences.join(", "),
            found.shapes.get(first).unwrap_or(&found.metadata),
            expected.shapes.get(first).unwrap_or(&expected.metadata),
        )),
    }
}

#[test]
fn the_sources_of_the_protocol_tests_are_their_published_models() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some((_, unpacked)) = corpus::idl(target) else {
        return;
    };
    let sources = unpacked.join("protocol-tests/protocol-tests");
    let parts = ["aws", "smithy", "validation"].map(|part| sources.join(part));
    for folder in parts.iter().chain([&sources.join("traits")]) {
        let ast = model::ast(&[folder]).unwrap_or_else(|problems| panic!("{problems}"));
        let expected = fs::read_to_string(folder.with_extension("ast.json")).expect("an AST");
        let differences = AstData::read(&ast.text).differences(&AstData::read(&expected));
        assert!(differences.is_empty(), "{}", differences.join(", "));
    }
    let of_idl = model::load(&parts).unwrap_or_else(|problems| panic!("{problems}"));
    let folder = corpus::folder().expect("the corpus is there");
    let (mut equal, mut other) = (0, Vec::new());
    for path in corpus::models(&folder.join("protocol-tests")) {
        let of_json = model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
        for shape in of_json.shapes() {
            match of_idl.shape(&shape.id) {
                Some(same) if as_data(same) == as_data(shape) => equal += 1,
                _ => other.push(shape.id.to_string()),
            }
        }
    }
    assert!(other.is_empty(), "{}: {}", other.len(), other.join(", "));
    println!("{equal} shapes are equal");
    assert!(equal >= 1130, "{equal}");
}

/// A shape as data: the order of what services and operations refer to means nothing, nor how numbers are
/// written.
fn as_data(shape: &Shape) -> String {
    let traits = |traits: &Traits| -> Vec<(String, Value)> {
        let traits = traits.iter();
        let traits = traits.map(|(id, value)| (id.to_owned(), in_one_form(value.clone())));
        traits.collect()
    };
    let members = shape.members();
    let members: Vec<_> = members
        .map(|member| (&member.name, &member.target, traits(&member.traits)))
        .collect();
    let mut refers = match &shape.kind {
        ShapeKind::Service(service) => {
            let lists = [&service.operations, &service.resources, &service.errors];
            lists
                .map(|list| list.iter().collect::<BTreeSet<_>>())
                .to_vec()
        }
        ShapeKind::Operation(operation) => vec![operation.errors.iter().collect()],
        _ => Vec::new(),
    };
    if let ShapeKind::Operation(operation) = &shape.kind {
        refers.extend([&operation.input, &operation.output].map(|id| BTreeSet::from([id])));
    }
    let resource = match &shape.kind {
        ShapeKind::Resource(resource) => Some(resource),
        _ => None,
    };
    let type_name = shape.kind.type_name();
    format!(
        "{type_name} {members:?} {refers:?} {resource:?} {:?}",
        traits(&shape.traits)
    )
}

/// What is not told at the line of the reference, by case and line.
const ELSEWHERE: [(&str, usize); 4] = [
    // It names the end of the shape; the property is two lines before.
    ("loader/invalid/version/properties-v2-only", 9),
    // Traits that no file defines are let through: AWS's models are without their definitions.
    ("loader/recovery/to-docs", 10),
    ("loader/recovery/to-trait", 12),
    // That a mixin has a fault of its own is told once, at the mixin.
    (
        "other/other/smithy-model/model/errorfiles/loader/invalid-list-mixins",
        19,
    ),
];

/// What the reference says is wrong with a case.
struct Wrong {
    case: String,
    file_line: usize,
    column: usize,
    message: String,
}

/// The errors of syntax and loading that have a place.
fn wrong(corpus: &Path) -> Vec<Wrong> {
    let table = fs::read_to_string(corpus.join("invalid.tsv")).expect("the table of errors");
    let lines = table.lines().skip(1);
    let rows = lines.map(|line| line.split('\t').collect::<Vec<&str>>());
    let is_told = |row: &Vec<&str>| ["syntax", "loader"].contains(&row[2]) && row[3] == "ERROR";
    let wrong = rows.filter(is_told).map(|row| Wrong {
        case: format!("{}/{}", row[0], row[1]),
        file_line: row[5].parse().unwrap_or(0),
        column: row[6].parse().unwrap_or(0),
        message: row[8].to_owned(),
    });
    wrong.collect()
}

#[test]
fn what_is_wrong_is_told_at_the_line_that_the_reference_names() {
    let Some(cases) = cases() else {
        return;
    };
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (corpus, _) = corpus::idl(target).expect("the corpus is there");
    let wrong = wrong(&corpus);
    let (mut lines, mut columns, mut failed) = (0, 0, BTreeSet::new());
    let mut missed = Vec::new();
    for case in &cases {
        let of_case: Vec<&Wrong> = wrong.iter().filter(|one| one.case == case.id).collect();
        if of_case.is_empty() {
            continue;
        }
        let all = [case.needs.as_slice(), &case.files].concat();
        let problems = match model::load(&all) {
            Ok(_) => {
                missed.push(format!("{}: nothing is wrong", case.id));
                continue;
            }
            Err(problems) => problems,
        };
        failed.insert(&case.id);
        let places: Vec<(usize, usize)> = problems
            .iter()
            .flat_map(|problem| problem.places())
            .map(|place| place.source().line_and_column(place.span().start))
            .collect();
        for one in of_case {
            if places.contains(&(one.file_line, one.column)) {
                columns += 1;
            }
            let is_elsewhere = ELSEWHERE.contains(&(one.case.as_str(), one.file_line));
            if one.file_line == 0 || places.iter().any(|(line, _)| *line == one.file_line) {
                lines += 1;
                continue;
            }
            if is_elsewhere {
                continue;
            }
            missed.push(format!(
                "{} {}:{} {}\n    found {places:?} {}",
                one.case,
                one.file_line,
                one.column,
                one.message,
                problems.iter().next().map_or("", |first| first.message()),
            ));
        }
    }
    println!(
        "{} cases fail, {lines} of {} errors at their line, {columns} at their column",
        failed.len(),
        wrong.len()
    );
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
    assert_eq!((failed.len(), lines + ELSEWHERE.len()), (226, 259));
    assert!(columns >= 238, "{columns}");
}
