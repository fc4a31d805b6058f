//! What a model says does not act on the terminal of whoever runs a command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tinsmith::diagnostic::is_unprintable;

use crate::command::{empty_folder, run, xtask};

/// An escape sequence, as JSON writes it, and others that terminals know.
const SEQUENCE: &str = r"\u001b[31mred\u009b31m\u0007\r\u202e";

/// A model of our own with the sequence at the end of a text.
fn hostile(folder: &Path, fixture: &str, text: &str) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/models");
    let model = fs::read_to_string(fixtures.join(fixture)).expect("a readable fixture");
    assert!(model.contains(text), "{fixture} has no {text}");
    let quoted = text.strip_suffix('"').expect("a text");
    let path = folder.join(fixture);
    fs::write(&path, model.replace(text, &format!("{quoted}{SEQUENCE}\""))).expect("a file");
    path
}

fn assert_printable(output: &Output, what: &str) {
    let told = [&output.stdout, &output.stderr].map(|told| String::from_utf8_lossy(told));
    for told in told {
        let found = told.find(|c: char| is_unprintable(c) && c != '\n');
        assert!(found.is_none(), "{what}: {}", told.escape_debug());
    }
}

#[test]
fn no_command_prints_what_acts_on_a_terminal() {
    let folder = empty_folder("printed");
    fs::create_dir_all(&folder).expect("a folder");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/models");
    for (fixture, text) in [
        // A problem, of which all commands tell.
        ("http_bindings.json", r#""method": "GET""#),
        // None: `inspect` shows it, and `diff` what it changes.
        ("enums.json", r#""version": "2025-03-01""#),
        ("deprecated.json", r#""message": "Use something else.""#),
    ] {
        let model = hostile(&folder, fixture, text);
        let old = fixtures.join(fixture);
        let out = folder.join("out");
        assert_printable(&run(xtask().arg("inspect").arg(&model)), "inspect");
        let mut codegen = xtask();
        codegen.arg("codegen").arg("--model").arg(&model);
        assert_printable(&run(codegen.arg("--out").arg(&out)), "codegen");
        for format in ["text", "markdown", "json"] {
            let mut diff = xtask();
            diff.args(["diff", "--format", format]).arg(&old);
            assert_printable(&run(diff.arg(&model)), format);
        }
    }
    let mut corpus = xtask();
    corpus.arg("corpus").arg(&folder).arg("--out");
    assert_printable(&run(corpus.arg(folder.join("crates"))), "corpus");
}
