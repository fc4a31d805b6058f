//! Operations that cannot be generated: `codegen` says which it leaves out and why, and so does
//! `inspect`.

use std::path::{Path, PathBuf};

use crate::command::{empty_folder, run, xtask};

/// What is said of each operation of the model whose stream cannot be generated.
const LEFT_OUT: [&str; 1] = ["`UploadLog` is left out: it sends a stream of bytes with a checksum"];

fn ferries() -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    fixtures.join("models/http_bindings.json")
}

#[test]
fn operations_that_cannot_be_generated_are_left_out_and_told() {
    let folder = empty_folder("left_out");
    let mut command = xtask();
    command.args(["codegen", "--model"]).arg(ferries());
    let output = run(command.arg("--out").arg(&folder));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let warnings = LEFT_OUT.map(|warning| format!("warning: {warning}\n"));
    assert_eq!(told, warnings.concat());
    assert!(folder.join("src/ferries/ping.rs").exists());
    assert!(!folder.join("src/ferries/upload_log.rs").exists());
    let mut command = xtask();
    command
        .args(["codegen", "--check", "--model"])
        .arg(ferries());
    let output = run(command.arg("--out").arg(&folder));
    assert!(output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told, warnings.concat(), "with `--check`");
}

#[test]
fn an_operation_that_is_named_and_cannot_be_generated_is_an_error() {
    let folder = empty_folder("named");
    let mut command = xtask();
    command.args(["codegen", "--operations", "Ping,UploadLog", "--model"]);
    let output = run(command.arg(ferries()).arg("--out").arg(&folder));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{told}");
    assert!(
        told.contains(
            "`UploadLog` cannot be generated yet: it sends a stream of bytes with a checksum"
        ),
        "{told}"
    );
    assert!(!folder.join("src").exists());
}

#[test]
fn nothing_is_told_of_operations_that_nobody_wants() {
    let folder = empty_folder("not_wanted");
    let mut command = xtask();
    command.args(["codegen", "--operations", "Ping", "--model"]);
    let output = run(command.arg(ferries()).arg("--out").arg(&folder));
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn inspect_tells_what_would_be_left_out() {
    let output = run(xtask().arg("inspect").arg(ferries()));
    let told = String::from_utf8_lossy(&output.stdout);
    for warning in LEFT_OUT {
        assert!(
            told.contains(&format!("  warning     {warning}\n")),
            "{told}"
        );
    }
    assert!(!told.contains("\n    UploadLog\n"), "{told}");
}
