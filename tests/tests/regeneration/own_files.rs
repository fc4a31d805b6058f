//! Files of somebody's own: beside generated files, in their way, behind links.

use std::fs;
use std::os::unix::fs::symlink;

use tinsmith::output::{Folder, WriteError};

use crate::{empty_folder, one_service, two_services};

#[test]
fn a_file_of_somebodys_own_is_neither_removed_nor_told_of() {
    let folder = empty_folder("own");
    two_services().write(&folder).unwrap();
    let own = folder.join("src/ruled/notes.rs");
    fs::write(&own, "// My own notes.\n").unwrap();
    one_service().write(&folder).unwrap();
    assert_eq!(fs::read_to_string(own).unwrap(), "// My own notes.\n");
    assert_eq!(one_service().drift(&folder).unwrap(), []);
}

#[test]
fn a_file_of_somebodys_own_in_the_way_stops_everything() {
    let folder = empty_folder("in_the_way");
    fs::create_dir_all(folder.join("src")).unwrap();
    let own = folder.join("src/lib.rs");
    fs::write(&own, "//! My own crate.\n").unwrap();
    let error = two_services().write(&folder).unwrap_err();
    assert!(
        matches!(&error, WriteError::NotOurs(path) if *path == own),
        "{error}"
    );
    assert!(error.to_string().contains("was not generated"), "{error}");
    assert_eq!(fs::read_to_string(own).unwrap(), "//! My own crate.\n");
    assert!(!folder.join("Cargo.toml").exists(), "something was written");
}

#[test]
fn what_a_link_leads_to_is_never_touched() {
    let (folder, elsewhere) = (empty_folder("links"), empty_folder("links_elsewhere"));
    two_services().write(&elsewhere).unwrap();
    one_service().write(&folder).unwrap();
    symlink(elsewhere.join("src"), folder.join("src/neighbour")).unwrap();
    symlink(
        elsewhere.join("src/lib.rs"),
        folder.join("src/neighbours_root.rs"),
    )
    .unwrap();
    assert_eq!(one_service().drift(&folder).unwrap(), []);
    one_service().write(&folder).unwrap();
    assert_eq!(two_services().drift(&elsewhere).unwrap(), []);
    assert!(folder.join("src/neighbours_root.rs").is_symlink());
}

#[test]
fn a_link_in_the_way_stops_everything() {
    for (link, to) in [
        ("src/lib.rs", "src/lib.rs"),
        ("src/ruled", "src/ruled"),
        ("src", "src"),
    ] {
        let (folder, elsewhere) = (empty_folder("link"), empty_folder("link_elsewhere"));
        one_service().write(&elsewhere).unwrap();
        fs::create_dir_all(elsewhere.join("src/ruled")).unwrap();
        let link = folder.join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(elsewhere.join(to), &link).unwrap();
        let error = two_services().write(&folder).unwrap_err();
        assert!(
            matches!(&error, WriteError::NotOurs(path) if *path == link),
            "{error}"
        );
        assert_eq!(one_service().drift(&elsewhere).unwrap(), []);
        assert!(!folder.join("Cargo.toml").exists(), "something was written");
    }
}

#[test]
fn a_folder_where_a_file_should_be_stops_everything() {
    let folder = empty_folder("folder_in_the_way");
    let own = folder.join("src/lib.rs");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("notes.txt"), "My own notes.").unwrap();
    let error = two_services().write(&folder).unwrap_err();
    assert!(
        matches!(&error, WriteError::NotOurs(path) if *path == own),
        "{error}"
    );
    assert_eq!(
        fs::read_to_string(own.join("notes.txt")).unwrap(),
        "My own notes."
    );
    assert!(!folder.join("Cargo.toml").exists(), "something was written");
}

#[test]
fn a_file_where_a_folder_should_be_stops_everything() {
    let folder = empty_folder("file_for_folder");
    fs::create_dir_all(folder.join("src")).unwrap();
    let own = folder.join("src/ruled");
    fs::write(&own, "My own notes.").unwrap();
    let error = two_services().write(&folder).unwrap_err();
    assert!(
        matches!(&error, WriteError::NotOurs(path) if *path == own),
        "{error}"
    );
    assert_eq!(fs::read_to_string(own).unwrap(), "My own notes.");
    assert!(!folder.join("Cargo.toml").exists(), "something was written");
}

#[test]
fn a_file_that_may_only_be_read_is_written_anew_where_it_is_ours() {
    let folder = empty_folder("read_only");
    two_services().write(&folder).unwrap();
    let root = folder.join("src/lib.rs");
    let mut permissions = fs::metadata(&root).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(root, permissions).unwrap();
    one_service().write(&folder).unwrap();
    assert_eq!(one_service().drift(&folder).unwrap(), []);
}

#[test]
fn files_beside_the_crate_stay_as_they_are() {
    let folder = empty_folder("beside");
    let own = [
        "LICENSE",
        "build.rs",
        "src/own.rs",
        "tests/own.rs",
        "target/a.rs",
        ".git/HEAD",
    ];
    for path in own.map(|path| folder.join(path)) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "My own.").unwrap();
    }
    two_services().write(&folder).unwrap();
    one_service().write(&folder).unwrap();
    for path in own {
        assert_eq!(
            fs::read_to_string(folder.join(path)).unwrap(),
            "My own.",
            "{path}"
        );
    }
    assert!(
        !folder.join(".tinsmith").exists(),
        "something is left of the work"
    );
}

#[test]
fn a_folder_that_nothing_could_be_written_to_is_not_left_behind() {
    let folder = empty_folder("none").join("new");
    drop(Folder::open(&folder).unwrap());
    assert!(!folder.exists());
}
