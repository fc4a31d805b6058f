//! `corpus`: the table, the exit code, and what is left behind, over a folder of five models: one
//! that is right, one that cannot be loaded, one that cannot be generated, one of a protocol that
//! nobody supports, and one of two services.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::command::{empty_folder, run, xtask};

#[test]
fn the_table_tells_what_became_of_each_model() {
    let folder = empty_folder("corpus_table");
    let output = corpus(&folder, &models(), &[]);
    assert_eq!(stdout(&output), TABLE);
    assert_eq!(stderr(&output), "error: 2 of 6 services failed\n");
    assert_eq!(output.status.code(), Some(1));
}

const TABLE: &str = "\
| protocol                 | services | generated | checked | failed | not supported | warnings |
|--------------------------|----------|-----------|---------|--------|---------------|----------|
| not known                |        1 |           |         |      1 |               |          |
| aws.protocols#awsJson1_0 |        2 |         1 |         |      1 |               |          |
| aws.protocols#awsJson1_1 |        1 |         1 |         |        |               |          |
| example.wharf#flags      |        1 |           |         |        |             1 |          |
| none that is known       |        1 |           |         |        |             1 |          |
| all                      |        6 |         2 |         |      2 |             2 |          |

5 models, 2 crates in out
2 operations, 5 shapes, some files

lighthouse: load failed
    error[tinsmith::missing_target]: no file defines `example.lighthouse#LightOutput`, which is \
referred to here
      --> MODELS/lighthouse.json:13:35 (example.lighthouse#Light)
      help: did you mean `example.lighthouse#LightInput`?
    .. and 3 more lines: out/.logs/lighthouse.log

reef: generate failed
    error[tinsmith::invalid_trait]: the function `ebb` is not known
      --> MODELS/reef.json:16:52 (example.reef#Reef)
      help: correct `rules.0.conditions.0.fn` of the endpoint rules
";

#[test]
fn the_log_of_a_service_has_all_of_what_went_wrong() {
    let folder = empty_folder("corpus_log");
    corpus(&folder, &models(), &[]);
    let log = fs::read_to_string(folder.join("out/.logs/lighthouse.log")).unwrap();
    assert!(log.contains("example.lighthouse#LightInput$lamp"), "{log}");
    assert!(!folder.join("out/.logs/ferry.log").exists());
}

#[test]
fn nothing_is_written_of_what_failed_or_is_not_supported() {
    let folder = empty_folder("corpus_folders");
    corpus(&folder, &models(), &[]);
    let entries = fs::read_dir(folder.join("out")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    assert_eq!(names, ["ferry", "pilot-Harbour"]);
}

#[test]
fn a_folder_in_which_nothing_fails_is_a_success() {
    let folder = empty_folder("corpus_success");
    let good = copies(&folder, &["ferry.json", "wharf.json"]);
    let output = corpus(&folder, &good, &["--jobs", "1"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
}

#[test]
fn models_that_go_too_deep_fail_alone() {
    let folder = empty_folder("corpus_deep");
    let models = copies(&folder, &["ferry.json"]);
    let ferry = fs::read_to_string(models.join("ferry.json")).unwrap();
    let value = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let with_metadata =
        |value| ferry.replacen('{', &format!("{{\"metadata\":{{\"deep\":{value}}},"), 1);
    fs::write(models.join("a_json.json"), with_metadata(value)).unwrap();
    let lists: String = (0..10_000)
        .map(|at| {
            let next = at + 1;
            format!(r#""deep#L{at}":{{"type":"list","member":{{"target":"deep#L{next}"}}}},"#)
        })
        .collect();
    let lists = format!(
        r#"{{"smithy":"2.0","shapes":{{{lists}"deep#L10000":{{"type":"string"}},
        "deep#Well":{{"type":"service","operations":[{{"target":"deep#Draw"}}],
            "traits":{{"aws.protocols#awsJson1_0":{{}}}}}},
        "deep#Draw":{{"type":"operation","input":{{"target":"deep#In"}}}},
        "deep#In":{{"type":"structure","members":{{"all":{{"target":"deep#L0"}}}}}}}}}}"#
    );
    fs::write(models.join("b_lists.json"), lists).unwrap();
    fs::create_dir(models.join("c_folder.json")).unwrap();
    let output = corpus(&folder, &models, &["--jobs", "2"]);
    let report = stdout(&output);
    assert_eq!(stderr(&output), "error: 2 of 3 services failed\n");
    assert!(
        report.contains("a_json: load failed\n    error[tinsmith::beyond_limit]: "),
        "{report}"
    );
    assert!(
        report.contains("b_lists: generate failed\n    error[tinsmith::beyond_limit]: "),
        "{report}"
    );
    assert!(folder.join("out/ferry/src/lib.rs").exists());
}

#[test]
fn endpoint_tests_of_every_model_are_run() {
    let folder = empty_folder("corpus_endpoints");
    let output = corpus(&folder, &copies(&folder, &["wharf.json"]), &["--endpoints"]);
    let report = stdout(&output);
    let expected = "4 endpoint tests, 2 failed\n\nwharf: endpoints failed\n    \
        All quays have one host, its parameters: expected \
        {\"headers\":{},\"properties\":{},\"url\":\"https://wharf.example\"}, found \
        {\"headers\":{},\"properties\":{},\"url\":\"https://west.wharf.example\"}\n    \
        A quay has a number, its parameters: no parameter can be 7\n";
    assert!(report.ends_with(expected), "{report}");
    assert_eq!(stderr(&output), "error: 1 of 1 services failed\n");
}

#[test]
fn the_second_run_writes_the_same() {
    let folder = empty_folder("corpus_again");
    let good = copies(&folder, &["ferry.json"]);
    corpus(&folder, &good, &[]);
    let written = || fs::metadata(folder.join("out/ferry/src/lib.rs")).unwrap();
    let first = written().modified().unwrap();
    corpus(&folder, &good, &["--jobs", "2"]);
    assert_eq!(written().modified().unwrap(), first);
}

#[test]
fn a_workspace_of_somebody_else_is_not_touched() {
    let folder = empty_folder("corpus_foreign");
    let good = copies(&folder, &["ferry.json"]);
    let manifest = folder.join("out/Cargo.toml");
    fs::create_dir_all(folder.join("out")).unwrap();
    fs::write(&manifest, "[workspace]\n").unwrap();
    let output = corpus(&folder, &good, &["--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "error: out/Cargo.toml was not generated, so it is not overwritten: give another folder \
         with --out\n"
    );
    assert_eq!(fs::read_to_string(manifest).unwrap(), "[workspace]\n");
}

#[test]
fn a_folder_without_models_is_an_error() {
    let folder = empty_folder("corpus_empty");
    let empty = folder.join("empty");
    fs::create_dir_all(&empty).unwrap();
    fs::write(empty.join("notes.txt"), "no model").unwrap();
    let output = corpus(&folder, &empty, &[]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "error: `MODELS` has no model: no file in it ends in `.json`\n";
    assert_eq!(stderr(&output).replace(&text(&empty), "MODELS"), expected);
    assert!(!folder.join("out").exists());
}

/// Runs the command in a folder, where it generates into `out`.
fn corpus(folder: &Path, models: &Path, arguments: &[&str]) -> Output {
    let mut command = xtask();
    command
        .current_dir(folder)
        .arg("corpus")
        .arg(models)
        .args(["--out", "out"])
        .args(arguments);
    run(&mut command)
}

fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/corpus")
}

/// A folder of some of the models.
fn copies(folder: &Path, names: &[&str]) -> PathBuf {
    let copies = folder.join("models");
    fs::create_dir_all(&copies).expect("a folder can be made");
    for name in names {
        fs::copy(models().join(name), copies.join(name)).expect("a fixture can be copied");
    }
    copies
}

/// What was printed, without what differs from run to run and with the generator's own code.
fn stdout(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).replace(&text(&models()), "MODELS");
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("generated in "));
    let lines = lines.map(|line| match line.split_once(" shapes, ") {
        Some((before, _)) => format!("{before} shapes, some files\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
