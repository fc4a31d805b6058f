//! Files that are none, and names that cannot be: all of them are told, and none is waited for.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::command::{Crate, empty_folder, model, run, xtask};

/// What a command says on standard error. It fails, and does not take long.
#[track_caller]
fn told(command: &mut Command) -> String {
    let (sender, receiver) = std::sync::mpsc::channel();
    let start = Instant::now();
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let child = command.spawn().expect("a program that can be run");
    let id = child.id();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(Duration::from_secs(60)) else {
        run(Command::new("kill").arg(id.to_string()));
        panic!("it waits since {:?}", start.elapsed());
    };
    let output = output.expect("its output");
    let text = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(!text.contains("panicked"), "{text}");
    text
}

fn pipe(path: &Path) {
    let folder = path.parent().expect("a folder");
    fs::create_dir_all(folder).expect("it can be made");
    let made = run(Command::new("mkfifo").arg(path));
    assert!(made.status.success(), "{made:?}");
}

/// Paths where no file is to be read, with what is said of each.
fn odd(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let (a_pipe, a_folder, a_link) = (
        folder.join("pipe"),
        folder.join("folder"),
        folder.join("link"),
    );
    pipe(&a_pipe);
    fs::create_dir(&a_folder).expect("it can be made");
    symlink(&a_pipe, &a_link).expect("it can be made");
    let mut odd = vec![
        (a_pipe, "it is a pipe, and no file"),
        (a_folder, "it is a folder, and no file"),
        (a_link, "it is a pipe, and no file"),
        (PathBuf::from("/dev/zero"), "it is a device, and no file"),
        (folder.join("absent"), "No such file or directory"),
    ];
    let locked = folder.join("locked");
    fs::write(&locked, "{}").expect("it can be written");
    fs::set_permissions(&locked, Permissions::from_mode(0o000)).expect("it can be locked");
    // Whoever may read everything may read this too.
    if fs::read(&locked).is_err() {
        odd.push((locked, "Permission denied"));
    }
    let binary = folder.join("binary");
    fs::write(&binary, [0x80]).expect("it can be written");
    odd.push((binary, "it is not UTF-8"));
    odd
}

#[test]
fn models_that_are_no_files_are_told() {
    let folder = empty_folder("odd_models");
    for (path, reason) in odd(&folder) {
        // A folder may be a model, if there is one in it.
        let reason = match path.is_dir() {
            true => "has no model in it",
            false => reason,
        };
        let out = folder.join("out");
        let text = told(
            xtask()
                .args(["codegen", "--model"])
                .arg(&path)
                .arg("--out")
                .arg(&out),
        );
        assert!(text.contains(reason), "{text}");
        assert!(text.contains("tinsmith::unreadable_file"), "{text}");
        assert!(!out.exists());
        let text = told(xtask().arg("diff").arg(&path).arg(model()));
        assert!(text.contains(reason), "{text}");
        let text = told(xtask().arg("inspect").arg(&path));
        assert!(text.contains(reason), "{text}");
    }
}

#[test]
fn manifests_that_are_no_files_are_told() {
    let folder = empty_folder("odd_manifests");
    for (path, reason) in odd(&folder) {
        let text = told(xtask().args(["codegen", "--manifest"]).arg(&path));
        assert!(text.contains(reason), "{text}");
    }
}

#[test]
fn releases_that_are_no_files_are_told() {
    for name in ["released.json", "CHANGELOG.md"] {
        let folder = empty_folder("odd_releases");
        pipe(&folder.join(name));
        for arguments in [&[][..], &["--check"], &["--bump"]] {
            let text = told(Crate::Small.command(&folder).args(arguments));
            assert!(text.contains("it is a pipe, and no file"), "{text}");
        }
    }
}

#[test]
fn what_is_in_the_place_of_generated_files_stays_and_is_told() {
    for name in ["Cargo.toml", "src/lib.rs", ".tinsmith/lock"] {
        let make_folder = |path: &Path| fs::create_dir_all(path).expect("it can be made");
        let make_link = |path: &Path| {
            pipe(&path.with_extension("pipe"));
            symlink(path.with_extension("pipe"), path).expect("it can be made");
        };
        for make in [&pipe as &dyn Fn(&Path), &make_folder, &make_link] {
            let folder = empty_folder("odd_files");
            make(&folder.join(name));
            let text = told(&mut Crate::Small.command(&folder));
            let place = format!("{}", folder.join(name).display());
            assert!(
                text.contains(&place) && text.contains("was not generated"),
                "{text}"
            );
            assert!(fs::symlink_metadata(folder.join(name)).is_ok());
            assert!(!folder.join("README.md").exists());
        }
    }
}

#[test]
fn a_file_that_is_a_pipe_is_no_file_to_a_check() {
    let folder = empty_folder("odd_check");
    assert!(run(&mut Crate::Small.command(&folder)).status.success());
    let file = folder.join("src/lib.rs");
    fs::remove_file(&file).expect("it can be removed");
    pipe(&file);
    let text = told(Crate::Small.command(&folder).arg("--check"));
    assert!(text.contains("is not what the model says"), "{text}");
}

#[test]
fn a_journal_that_is_a_pipe_is_told() {
    let folder = empty_folder("odd_journal");
    pipe(&folder.join(".tinsmith/journal.json"));
    let text = told(&mut Crate::Small.command(&folder));
    assert!(
        text.contains("journal.json: it is a pipe, and no file"),
        "{text}"
    );
}

#[test]
fn the_folder_may_be_none() {
    let folder = empty_folder("odd_folder");
    for (path, _) in odd(&folder) {
        if path.is_dir() || !path.exists() || path.starts_with("/dev") {
            continue;
        }
        let text = told(&mut Crate::Small.command(&path));
        assert!(text.contains(&format!("{}", path.display())), "{text}");
    }
}

#[test]
fn names_that_no_package_can_have_are_told() {
    let long = "n".repeat(300);
    for (name, reason) in [
        ("-x", "`-x` cannot be the name of a crate"),
        ("-", "`-` cannot be the name of a crate"),
        ("1st", "`1st` cannot be the name of a crate"),
        ("", "`` cannot be the name of a crate"),
        (long.as_str(), "it has 300 letters"),
        (&long[..65], "it has 65 letters"),
    ] {
        let folder = empty_folder("odd_names");
        let generate = || {
            let mut command = xtask();
            command
                .args(["codegen", "--operations", "CreateToken", "--model"])
                .arg(model());
            command
        };
        let text = told(generate().args(["--name", name]).arg("--out").arg(&folder));
        assert!(text.contains(reason), "{text}");
        if !name.is_empty() && name.len() < 256 {
            let text = told(generate().arg("--out").arg(folder.join(name)));
            assert!(text.contains(reason), "{text}");
            assert!(!folder.join(name).exists());
        }
        let manifest = folder.join("codegen.toml");
        let service = format!("[[service]]\nmodel = [{:?}]\n", model());
        let text = format!("[crate]\nname = {name:?}\npath = \"there\"\n{service}");
        fs::write(&manifest, text).expect("it can be written");
        let text = told(xtask().args(["codegen", "--manifest"]).arg(&manifest));
        assert!(text.contains(reason), "{text}");
        assert!(text.contains("codegen.toml:2:8"), "{text}");
    }
}

#[test]
fn a_name_may_be_as_long_as_registries_take_it() {
    let folder = empty_folder("long_name");
    let mut command = xtask();
    command
        .args(["codegen", "--operations", "CreateToken", "--model"])
        .arg(model());
    command
        .arg("--out")
        .arg(&folder)
        .args(["--name", &"n".repeat(64)]);
    assert!(run(&mut command).status.success());
}

#[test]
fn what_is_said_of_a_model_is_not_said_of_a_manifest() {
    for (option, value) in [
        ("--out", "client"),
        ("--name", "client"),
        ("--operations", "CreateToken"),
        ("--service", "LicenseManager"),
        ("--model", "model.json"),
    ] {
        let output = run(xtask().args(["codegen", "--manifest", "codegen.toml", option, value]));
        assert_eq!(output.status.code(), Some(2), "{option}");
        let told = String::from_utf8(output.stderr).expect("text");
        assert!(told.contains("cannot be used with"), "{told}");
        assert!(told.contains(option), "{told}");
    }
}
