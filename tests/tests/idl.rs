//! Models in Smithy IDL: they mean what their JSON AST means, and give the same crate.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tinsmith::diagnostic::Code;
use tinsmith::model::traits::{DefaultValue, Documentation, Length, Required};
use tinsmith::model::{self, Model, Shape};
use tinsmith::{CrateSpec, ServiceSpec};

/// Each model, as its files in IDL and as its JSON AST.
fn models() -> [(Vec<PathBuf>, PathBuf); 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/idl");
    let of = |names: &[&str]| names.iter().map(|name| folder.join(name)).collect();
    [
        (
            of(&["harbour.smithy", "ships.smithy"]),
            folder.join("harbour.json"),
        ),
        (of(&["old_harbour.smithy"]), folder.join("old_harbour.json")),
    ]
}

#[test]
fn a_model_in_idl_is_its_json_ast() {
    for (idl, json) in models() {
        let ast = model::ast(&idl).unwrap_or_else(|problems| panic!("{problems}"));
        let expected = fs::read_to_string(&json).unwrap();
        assert!(ast.text == expected, "{}:\n{}", json.display(), ast.text);
        let again = model::ast(&[json]).unwrap();
        assert_eq!(again.text, expected);
        assert_eq!(ast.differences(&again), Vec::<String>::new());
    }
}

#[test]
fn the_same_crate_comes_of_both_notations() {
    for (idl, json) in models() {
        let of_1_0 = json.ends_with("old_harbour.json");
        let generated = |model: Vec<PathBuf>| {
            let spec = CrateSpec {
                name: "harbour".to_owned(),
                services: vec![ServiceSpec {
                    model,
                    ..ServiceSpec::default()
                }],
                ..CrateSpec::default()
            };
            let generated = tinsmith::generate(&spec);
            generated.unwrap_or_else(|problems| panic!("{problems}"))
        };
        let (of_idl, of_json) = (generated(idl), generated(vec![json]));
        let files = of_idl.tree.files().zip(of_json.tree.files());
        for ((path, text), other) in files {
            // What is kept of a model is in the words that it came in, and an AST has none of 1.0.
            let is_record = path == Path::new("released.json");
            if !(is_record && of_1_0) {
                assert!((path, text) == other, "{}", path.display());
            }
        }
        assert_eq!(of_idl.tree.len(), of_json.tree.len());
    }
}

const BOOK: &str = "$version: \"2\"\nnamespace com.example\n";

fn load(files: &[(&str, &str)]) -> Model {
    let files = files.iter().copied();
    model::parse(files).unwrap_or_else(|problems| panic!("{problems}"))
}

fn shape<'m>(model: &'m Model, name: &str) -> &'m Shape {
    let id = format!("com.example#{name}").parse().expect("an id");
    model.shape(&id).expect("a shape of the model")
}

fn target(model: &Model, shape: &str, member: &str) -> String {
    let member = self::shape(model, shape).member(member);
    member.expect("a member of the shape").target.to_string()
}

#[test]
fn an_overlay_in_either_notation_adds_to_a_model_in_the_other() {
    let idl = format!("{BOOK}structure Book {{ title: Title }}\nstring Title\n");
    let json = r#"{ "smithy": "2.0", "shapes": {
        "com.example#Title": { "type": "apply", "traits": { "smithy.api#length": { "min": 1 } } },
        "com.example#Shelf": { "type": "list", "member": { "target": "com.example#Book" } }
    } }"#;
    let more =
        format!("{BOOK}apply Shelf @documentation(\"Books.\")\napply Book$title @required\n");
    let model = load(&[("a.smithy", &idl), ("b.json", json), ("c.smithy", &more)]);
    assert_eq!(
        shape(&model, "Title").traits.get(),
        Some(Length {
            min: Some(1),
            max: None
        })
    );
    let docs: Option<Documentation> = shape(&model, "Shelf").traits.get();
    assert_eq!(docs, Some(Documentation("Books.".to_owned())));
    let title = shape(&model, "Book").member("title").unwrap();
    assert!(title.traits.has::<Required>());
}

#[test]
fn a_name_is_what_the_file_uses_then_its_namespaces_in_any_file_then_the_preludes() {
    let book = format!(
        "{BOOK}use com.example.other#Integer\n\
         structure Book {{ a: String, b: Integer, c: Timestamp, d: Title, e: com.example.other#Integer }}\n"
    );
    let other = "$version: \"2\"\nnamespace com.example.other\ninteger Integer\n";
    let json = r#"{ "smithy": "2.0", "shapes": {
        "com.example#String": { "type": "string" }, "com.example#Title": { "type": "string" }
    } }"#;
    let files = [
        ("book.smithy", book.as_str()),
        ("other.smithy", other),
        ("more.json", json),
    ];
    let model = load(&files);
    for (member, expected) in [
        ("a", "com.example#String"),
        ("b", "com.example.other#Integer"),
        ("c", "smithy.api#Timestamp"),
        ("d", "com.example#Title"),
        ("e", "com.example.other#Integer"),
    ] {
        assert_eq!(target(&model, "Book", member), expected, "{member}");
    }
}

#[test]
fn a_file_is_known_by_its_name_or_else_by_how_it_begins() {
    let idl = format!("// A book.\n{BOOK}structure Book {{}}\n");
    let json = r#"{ "smithy": "2.0", "shapes": { "com.example#Shelf": { "type": "string" } } }"#;
    let model = load(&[("book", &idl), ("shelf", json), ("empty.smithy", "")]);
    assert_eq!(model.shapes().count(), 2);
    let problems = model::parse([("book.json", idl.as_str())]).unwrap_err();
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code()).collect();
    assert_eq!(codes, [Code::NotAModel]);
}

#[test]
fn what_is_long_has_no_limit() {
    let mut text = BOOK.to_owned();
    // The last mixin comes first, and each leaves out what the one behind it says.
    for at in (1..5_000).rev() {
        text += &format!("@mixin structure M{at} with [M{}] {{ $name }}\n", at - 1);
    }
    text += "@mixin structure M0 { name: String }\nstructure Book with [M4999] { $name }\n";
    let members: Vec<String> = (0..20_000)
        .map(|at| format!("m{at}: Book = null\n"))
        .collect();
    let elided: Vec<String> = (0..20_000).map(|at| format!("$m{at} ")).collect();
    text += &format!("@mixin structure AnyShelf {{ {} }}\n", members.concat());
    text += &format!(
        "structure Shelf with [AnyShelf] {{ {} }}\n",
        elided.concat()
    );
    text += &format!("@tags([{}]) string Tagged\n", "\"a\", ".repeat(50_000));
    let model = load(&[("long.smithy", &text)]);
    assert_eq!(target(&model, "Book", "name"), "smithy.api#String");
    assert_eq!(shape(&model, "Shelf").members().count(), 20_000);
    let last = shape(&model, "Shelf").member("m19999").unwrap();
    assert!(last.traits.has::<DefaultValue>());
}

#[test]
fn each_of_many_faults_is_told_in_passing() {
    let mut text = BOOK.to_owned();
    for at in 0..3_000 {
        text += &format!("structure S{at} {{ a Book }}\nstructure T{at} {{ a: Nothing{at} }}\n");
    }
    let problems = model::parse([("many.smithy", text)]).unwrap_err();
    assert_eq!(problems.len(), 6_000);
    assert!(problems.iter().all(|problem| problem.places().len() == 1));
}

#[test]
fn nesting_at_the_limit_is_read() {
    let limit = tinsmith::limits::IDL_NESTING;
    let nested = |levels: usize| {
        let value = format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        model::parse([(
            "deep.smithy",
            format!("{BOOK}@examples({value})\noperation Deep {{}}\n"),
        )])
    };
    assert!(nested(limit).is_ok());
    let problems = nested(limit + 1).unwrap_err();
    assert!(
        problems
            .iter()
            .all(|problem| problem.code() == Code::BeyondLimit)
    );
    for open in ["[", "{a:", "@a(", "(a:"] {
        let text = format!("{BOOK}@examples({}", open.repeat(100_000));
        assert!(model::parse([("deep.smithy", text)]).is_err(), "{open}");
    }
}

/// A project with these files.
fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder that is made");
        fs::write(path, text).expect("a file that is written");
    }
    folder
}

fn names(model: &Model) -> Vec<&str> {
    model.shapes().map(|shape| shape.id.name()).collect()
}

const A: &str = "$version: \"2\"\nnamespace com.example\nstring A\n";
const B: &str = "$version: \"2\"\nnamespace com.example\nstring B\n";
const C: &str = r#"{ "smithy": "2.0", "shapes": { "com.example#C": { "type": "string" } } }"#;

#[test]
fn a_folder_is_all_models_in_it() {
    let folder = project(&[
        ("b/b.smithy", B),
        ("a.smithy", A),
        ("c.json", C),
        ("package.json", "{}"),
        ("list.json", "[]"),
        (".hidden/d.smithy", "no model"),
        ("README.md", "no model"),
    ]);
    let model = model::load(&[folder.path()]).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(names(&model), ["A", "B", "C"]);
    let problems = model::load(&[folder.path().join(".hidden/..").join("nothing")]);
    assert!(problems.is_err());
}

#[test]
fn a_project_is_its_sources_and_imports() {
    let build = r#"{
        // It is JSON with comments.
        "version": "1.0",
        "sources": ["model"],
        "imports": ["more/c.json"],
        "maven": { "dependencies": ["software.amazon.smithy:smithy-aws-traits:1.73.0"] },
        "projections": { "other": { "imports": ["other"] } }
    }"#;
    let folder = project(&[
        ("smithy-build.json", build),
        ("model/a.smithy", A),
        ("more/c.json", C),
        ("other/b.smithy", B),
    ]);
    for path in [
        folder.path().to_owned(),
        folder.path().join("smithy-build.json"),
    ] {
        let model = model::load(&[path]).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(names(&model), ["A", "C"]);
        let warnings: Vec<Code> = model.warnings().iter().map(|one| one.code()).collect();
        assert_eq!(warnings, [Code::NotFetched]);
    }
}

#[test]
fn a_projection_that_is_named_adds_its_files() {
    let build = r#"{
        "sources": ["model"],
        "projections": { "other": { "imports": ["other"], "transforms": [] }, "none": {} }
    }"#;
    let files = [
        ("smithy-build.json", build),
        ("model/a.smithy", A),
        ("other/b.smithy", B),
    ];
    let folder = project(&files);
    let load = |name: &str| {
        let path = format!("smithy-build.json{name}");
        model::load(&[folder.path().join(path)])
    };
    for (name, expected) in [("", &["A"][..]), ("#none", &["A"]), ("#other", &["A", "B"])] {
        let model = load(name).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(names(&model), expected, "{name}");
    }
    let problems = load("#another").unwrap_err().to_string();
    assert!(
        problems.contains("there is no projection `another`"),
        "{problems}"
    );
    assert!(
        problems.contains("name one of `other`, `none`"),
        "{problems}"
    );
    assert!(problems.contains(":3:26"), "{problems}");
}

#[test]
fn a_project_that_names_no_sources_has_them_in_the_usual_folder() {
    let folder = project(&[
        ("smithy-build.json", "{}"),
        ("model/a.smithy", A),
        ("b.smithy", B),
    ]);
    let model = model::load(&[folder.path()]).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(names(&model), ["A"]);
    assert!(model.warnings().is_empty());
}

#[test]
fn what_a_project_names_and_is_not_there_is_told_with_its_place() {
    for (build, position) in [
        (r#"{ "sources": ["modle"] }"#, ":1:15"),
        (r#"{ "sources": [1] }"#, ":1:15"),
        (r#"{ "sources": "model" }"#, ":1:14"),
        (r#"{ "sources": ["model" }"#, ":1:23"),
        ("[]", ":1:1"),
    ] {
        let folder = project(&[("smithy-build.json", build), ("model/a.smithy", A)]);
        let problems = model::load(&[folder.path()]).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems}");
        let problem = problems.iter().next().unwrap();
        let place = problem.places().first().expect("a place").position();
        assert!(place.ends_with(position), "{build}: {place}");
    }
    let folder = project(&[("smithy-build.json", r#"{ "sources": [] }"#)]);
    let problems = model::load(&[folder.path()]).unwrap_err();
    assert_eq!(problems.iter().next().unwrap().code(), Code::UnreadableFile);
}
