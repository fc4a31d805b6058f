//! A service that lists several protocols: each command says which one it takes, and takes another
//! where it is asked to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::command::{empty_folder, run, xtask};

/// Lists awsJson1_1, which is the default, restJson1, rpcv2Json, and one that nothing generates.
fn causeway() -> PathBuf {
    fixtures().join("protocol-tests/causeway.json")
}

/// What is said of that.
const LISTED: &str = "of those that `Causeway` lists, `aws.protocols#awsJson1_1`, \
                      `aws.protocols#restJson1`, `smithy.protocols#rpcv2Json` can be generated, and \
                      `test.causeway#semaphore` not yet";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

fn codegen(folder: &Path, options: &[&str]) -> Output {
    let mut command = xtask();
    command.args(["codegen", "--model"]).arg(causeway());
    run(command.arg("--out").arg(folder).args(options))
}

fn inspect(options: &[&str]) -> String {
    let output = run(xtask().arg("inspect").arg(causeway()).args(options));
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn diff(options: &[&str]) -> Output {
    let model = causeway();
    run(xtask().arg("diff").arg(&model).arg(&model).args(options))
}

/// What a command says that fails, in one line.
fn told(output: &Output) -> String {
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    let words = told.replace('│', " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Makes a folder hold a manifest of a crate that is next to it, with these services.
fn manifest(folder: &Path, services: &[(&Path, &str)]) -> PathBuf {
    let services = services.iter().map(|(model, rest)| {
        let model = model.display();
        format!("\n[[service]]\nmodel = ['{model}']\n{rest}\n")
    });
    let services: String = services.collect();
    let path = folder.join("codegen.toml");
    let text = format!("[crate]\nname = \"client\"\npath = \"crate\"\n{services}");
    fs::write(&path, text).expect("a manifest can be written");
    path
}

fn of_manifest(manifest: &Path, options: &[&str]) -> Output {
    let mut command = xtask();
    command.args(["codegen", "--manifest"]).arg(manifest);
    run(command.args(options))
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn inspect_tells_which_one_is_taken_and_why_and_what_becomes_of_the_others() {
    let protocols = |options| {
        let told = inspect(options);
        let lines = told.lines();
        let lines = lines.filter_map(|line| line.strip_prefix("  protocol    "));
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(
        protocols(&[]),
        [
            "aws.protocols#awsJson1_1 (taken, the default)",
            "aws.protocols#restJson1 (can be asked for)",
            "smithy.protocols#rpcv2Json (can be asked for)",
            "test.causeway#semaphore (not supported yet)",
        ]
    );
    assert_eq!(
        protocols(&["--protocol", "restJson1"]),
        [
            "aws.protocols#awsJson1_1 (can be asked for)",
            "aws.protocols#restJson1 (taken, as asked for)",
            "smithy.protocols#rpcv2Json (can be asked for)",
            "test.causeway#semaphore (not supported yet)",
        ]
    );
}

#[test]
fn inspect_tells_why_one_cannot_be_taken() {
    for (protocol, reason) in [
        (
            "restJson",
            "there is no protocol `restJson`, which `--protocol` asks for; did you mean `restJson1`?",
        ),
        (
            "semaphore",
            "the protocol `test.causeway#semaphore`, which `--protocol` asks for, cannot be generated yet; of those",
        ),
    ] {
        let told = inspect(&["--protocol", protocol]);
        let last = told.trim_end().lines().last().expect("a line");
        let found = last.strip_prefix("  cannot be generated: ");
        assert!(
            found.is_some_and(|found| found.starts_with(reason)),
            "{told}"
        );
    }
}

#[test]
fn the_crate_is_of_the_one_that_is_asked_for_and_its_readme_says_so() {
    let folder = empty_folder("protocol");
    let output = codegen(&folder, &["--protocol", "rpcv2Json"]);
    assert!(output.status.success());
    assert!(folder.join("src/support/rpc_v2_json.rs").exists());
    assert!(!folder.join("src/support/aws_json.rs").exists());
    let command = "`tinsmith codegen --model causeway.json --out client --protocol rpcv2Json`";
    assert!(read(&folder.join("README.md")).contains(command));
    assert!(
        codegen(&folder, &["--protocol", "rpcv2Json", "--check"])
            .status
            .success()
    );
    assert!(!codegen(&folder, &["--check"]).status.success());
}

#[test]
fn an_option_that_cannot_be_followed_is_named() {
    let folder = empty_folder("protocol_unknown");
    for (protocol, problem, help) in [
        (
            "awsJson1.1",
            "there is no protocol `awsJson1.1`, which `--protocol` asks for",
            "did you mean `awsJson1_1` or `awsJson1_0`?",
        ),
        (
            "restXml",
            "`Causeway` does not list the protocol `aws.protocols#restXml`, which `--protocol` asks for",
            LISTED,
        ),
        (
            "test.causeway#semaphore",
            "the protocol `test.causeway#semaphore`, which `--protocol` asks for, cannot be generated yet",
            LISTED,
        ),
    ] {
        let told = told(&codegen(&folder, &["--protocol", protocol]));
        assert!(told.contains(problem), "{told}");
        assert!(told.contains(&format!(" help: {help}")), "{told}");
    }
    assert!(!folder.join("src").exists());
    let told = told(&diff(&["--new-protocol", "restXml"]));
    assert!(told.contains("which `--new-protocol` asks for"), "{told}");
}

#[test]
fn the_manifest_says_which_one_and_the_option_has_the_last_word() {
    let folder = empty_folder("protocol_of_manifest");
    let manifest = manifest(&folder, &[(&causeway(), "protocol = \"restJson1\"")]);
    let support = folder.join("crate/src/support");
    assert!(of_manifest(&manifest, &[]).status.success());
    assert!(support.join("rest_json.rs").exists());
    assert!(
        of_manifest(&manifest, &["--protocol", "awsJson1_1"])
            .status
            .success()
    );
    assert!(support.join("aws_json.rs").exists() && !support.join("rest_json.rs").exists());
    let readme = read(&folder.join("crate/README.md"));
    assert!(
        readme.contains("`tinsmith codegen --protocol awsJson1_1`"),
        "{readme}"
    );
}

#[test]
fn services_of_one_crate_may_speak_different_ones() {
    let folder = empty_folder("protocols_of_manifest");
    let services =
        ["awsJson1_1", "aws.protocols#restJson1"].map(|name| format!("protocol = \"{name}\""));
    let model = causeway();
    let services = services
        .each_ref()
        .map(|rest| (model.as_path(), rest.as_str()));
    assert!(
        of_manifest(&manifest(&folder, &services), &[])
            .status
            .success()
    );
    for module in ["aws_json", "rest_json"] {
        let file = folder.join(format!("crate/src/support/{module}.rs"));
        assert!(file.exists(), "{module}");
    }
}

#[test]
fn an_option_that_some_services_cannot_follow_is_told_of_each() {
    let folder = empty_folder("protocol_of_several");
    let library = |name| fixtures().join(format!("diff/{name}/old.json"));
    let (first, second) = (library("operation_added"), library("stream_added"));
    let services = [
        (first.as_path(), ""),
        (&causeway(), ""),
        (second.as_path(), ""),
    ];
    let manifest = manifest(&folder, &services);
    let output = of_manifest(&manifest, &["--protocol", "rpcv2Json"]);
    let problem = "`Library` does not list the protocol `smithy.protocols#rpcv2Json`, which \
                   `--protocol` asks for";
    let told = told(&output);
    assert_eq!(told.matches(problem).count(), 2, "{told}");
    assert!(
        told.ends_with("error: 2 problems; nothing was written"),
        "{told}"
    );
    assert!(!folder.join("crate/src").exists());
    let output = of_manifest(&manifest, &["--protocol", "rpcv3Json"]);
    assert!(self::told(&output).ends_with("error: 1 problem; nothing was written"));
}

#[test]
fn another_one_is_a_patch_and_the_record_knows_which_one_the_version_spoke() {
    let folder = empty_folder("protocol_bump");
    assert!(codegen(&folder, &[]).status.success());
    let bump = |protocol: &str| {
        let output = codegen(&folder, &["--protocol", protocol, "--bump"]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.lines().next().expect("a line").to_owned()
    };
    assert_eq!(
        bump("awsJson1_1"),
        "version 0.1.0 stays: nothing changes for callers"
    );
    assert_eq!(bump("rpcv2Json"), "version 0.1.0 -> 0.1.1, a patch change");
    assert_eq!(
        bump("rpcv2Json"),
        "version 0.1.1 stays: nothing changes for callers"
    );
    let entry = "## 0.1.1\n\n### Other\n\n- `causeway` (service, protocol): what is sent and read";
    assert!(read(&folder.join("CHANGELOG.md")).contains(entry));
    let record = read(&folder.join("released.json"));
    assert!(record.contains("smithy.protocols#rpcv2Json"), "{record}");
    for other in ["awsJson1_1\"", "restJson1\"", "semaphore\":"] {
        assert!(!record.contains(other), "{other}: {record}");
    }
}

#[test]
fn diff_tells_what_another_one_changes() {
    let verdict = |options| {
        let output = diff(options);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.trim_end()
            .lines()
            .last()
            .map(str::to_owned)
            .expect("a line")
    };
    assert_eq!(
        verdict(&["--new-protocol", "restJson1"]),
        "verdict: patch (1 patch)"
    );
    assert_eq!(verdict(&["--protocol", "restJson1"]), "verdict: none");
    let both = ["--protocol", "restJson1", "--new-protocol", "rpcv2Json"];
    assert_eq!(verdict(&both), "verdict: patch (1 patch)");
}
