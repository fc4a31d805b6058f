//! Git with repositories of two commits.

use tempfile::TempDir;

use super::*;

/// A repository of two commits, whose file says `one`, then `two`; `None` where there is no git.
fn repository() -> Option<(TempDir, Git)> {
    let folder = tempfile::tempdir().expect("a folder");
    let git = Git {
        program: "git".into(),
        repository: folder.path().to_owned(),
    };
    if git.run(folder.path(), &["--version"]).is_err() {
        eprintln!("skipped: there is no git");
        return None;
    }
    let run = |arguments: &[&str]| {
        let said = git.run(folder.path(), arguments);
        said.unwrap_or_else(|said| panic!("{arguments:?}: {said}"))
    };
    run(&["init", "--quiet"]);
    for text in ["one", "two"] {
        fs::write(folder.path().join("file"), text).expect("a file");
        run(&["add", "file"]);
        let somebody = ["-c", "user.name=somebody", "-c", "user.email=somebody"];
        let commit = ["commit", "--quiet", "--no-gpg-sign", "--message", text];
        run(&[&somebody[..], &commit].concat());
    }
    let git = ok(Git::of(folder.path()));
    Some((folder, git))
}

fn ok<T>(result: Result<T, Problem>) -> T {
    result.unwrap_or_else(|problem| panic!("{}", told(problem)))
}

fn told(problem: Problem) -> String {
    match problem {
        Problem::Other(message) => message,
        Problem::Model(_) => panic!("no model is read"),
    }
}

fn refused<T>(result: Result<T, Problem>) -> String {
    result.err().map(told).expect("it is refused")
}

#[test]
fn a_revision_is_told_by_its_commit_and_its_message() {
    let Some((_folder, git)) = repository() else {
        return;
    };
    let revision = ok(git.revision("HEAD~1"));
    assert_eq!(revision.subject, "one");
    assert!(revision.commit.starts_with(&revision.short));
    assert_eq!(ok(git.revision(&revision.short)), revision);
}

#[test]
fn what_names_no_revision_is_told() {
    let Some((_folder, git)) = repository() else {
        return;
    };
    for name in ["no-such-branch", "HEAD~7", "--all", ""] {
        let message = refused(git.revision(name));
        let expected = format!("git knows no revision `{name}` here");
        assert!(message.starts_with(&expected), "{message}");
    }
}

#[test]
fn one_folder_is_used_for_one_revision_after_the_other() {
    let Some((folder, git)) = repository() else {
        return;
    };
    let tree = folder.path().join("target/tree");
    let mut seen = Vec::new();
    for name in ["HEAD~1", "HEAD", "HEAD~1"] {
        ok(git.check_out(&ok(git.revision(name)), &tree));
        let file = tree.join("file");
        seen.push(fs::read_to_string(&file).expect("the file"));
        fs::write(&file, "changed by somebody").expect("a file");
    }
    assert_eq!(seen, ["one", "two", "one"]);
    let listed = git.run(folder.path(), &["worktree", "list", "--porcelain"]);
    assert_eq!(listed.map(|list| list.matches("worktree ").count()), Ok(2));
}

#[test]
fn a_worktree_that_is_broken_is_made_anew() {
    let Some((folder, git)) = repository() else {
        return;
    };
    let tree = folder.path().join("target/tree");
    let one = ok(git.revision("HEAD~1"));
    let breaks: [&dyn Fn(); 3] = [
        &|| fs::remove_dir_all(&tree).expect("it is removed"),
        // A folder of the repository around it, whose files are not to be touched.
        &|| fs::remove_file(tree.join(".git")).expect("it is removed"),
        &|| {
            let lock = folder.path().join(".git/worktrees/tree/index.lock");
            fs::write(lock, "").expect("a file");
        },
    ];
    for breaks in breaks {
        ok(git.check_out(&one, &tree));
        breaks();
        ok(git.check_out(&one, &tree));
        let read = |path: &Path| fs::read_to_string(path).expect("a file");
        assert_eq!(read(&tree.join("file")), "one");
        assert_eq!(read(&folder.path().join("file")), "two");
    }
}

#[test]
fn a_folder_that_is_no_repository_of_its_own_is_told() {
    let Some((folder, _)) = repository() else {
        return;
    };
    let within = folder.path().join("within");
    fs::create_dir(&within).expect("a folder");
    let message = refused(Git::of(&within));
    assert!(message.contains("it is within `"), "{message}");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let message = refused(Git::of(elsewhere.path()));
    assert!(message.contains("not a git repository"), "{message}");
}

#[test]
fn that_there_is_no_git_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = refused(Git::called("no-such-git", folder.path()));
    assert_eq!(message, "--against needs `git`, which is not there");
}
