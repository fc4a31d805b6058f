//! Generating is all or nothing, whatever happens to the process: it is killed, the disk is full,
//! another one writes the same folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tinsmith::output::{Folder, Tree};

use crate::command::{Crate, empty_folder, is_exactly, run};

/// How often processes are killed.
const ROUNDS: u32 = 40;

#[test]
fn a_killed_process_leaves_the_old_crate_or_the_new_one() {
    let folder = empty_folder("killed");
    let mut present = Crate::Small;
    let start = Instant::now();
    assert!(present.command(&folder).status().unwrap().success());
    let time = start.elapsed();
    let trees = [Crate::Small.tree(&folder), Crate::Large.tree(&folder)];
    let (mut killed_at_work, mut decided) = (0, 0);
    for round in 0..ROUNDS {
        let next = present.other();
        let mut child = next.command(&folder).spawn().unwrap();
        if round % 2 == 0 {
            thread::sleep(time * round / ROUNDS);
        } else {
            wait_for_the_journal(&folder, 4 * time);
        }
        child.kill().unwrap();
        if !child.wait().unwrap().success() {
            killed_at_work += 1;
        }
        decided += u32::from(journal(&folder).exists());
        // What another process would do first.
        drop(Folder::open(&folder).unwrap());
        present = match trees.each_ref().map(|tree| is_exactly(&folder, tree)) {
            [true, false] => Crate::Small,
            [false, true] => Crate::Large,
            _ => panic!("round {round}: {} holds neither crate", folder.display()),
        };
    }
    assert!(
        killed_at_work > ROUNDS / 4,
        "too few were killed in time: {killed_at_work}"
    );
    println!("{killed_at_work} killed at work, {decided} of them with files yet to be renamed");
}

/// Returns at the moment when a process begins to put files into place.
fn wait_for_the_journal(folder: &Path, at_most: Duration) {
    let start = Instant::now();
    while !journal(folder).exists() && start.elapsed() < at_most {
        std::hint::spin_loop();
    }
}

fn journal(folder: &Path) -> PathBuf {
    folder.join(".tinsmith/journal.json")
}

#[test]
fn a_full_disk_leaves_the_old_crate() {
    let folder = empty_folder("full_disk");
    assert!(Crate::Small.command(&folder).status().unwrap().success());
    let old = Crate::Small.tree(&folder);
    // The shell's limit on the size of files stands for a full disk: writing fails in the middle.
    // In blocks of 512 bytes: some files fit, others do not.
    for blocks in [0, 1, 4, 8, 16] {
        let output = run(&mut limited(&Crate::Large.command(&folder), blocks));
        assert!(!output.status.success(), "{blocks} blocks were enough");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(
            told.contains("File too large") && told.contains("nothing was changed"),
            "{told}"
        );
        assert!(
            is_exactly(&folder, &old),
            "{blocks} blocks: the old crate is harmed"
        );
    }
    assert!(Crate::Large.command(&folder).status().unwrap().success());
    assert!(is_exactly(&folder, &Crate::Large.tree(&folder)));
}

/// The same command, with no file larger than this.
fn limited(command: &Command, blocks: u32) -> Command {
    let mut shell = Command::new("sh");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    shell
        .args(["-c", &script])
        .arg(command.get_program())
        .args(command.get_args());
    shell
}

#[test]
fn processes_at_once_do_not_mix_their_crates() {
    let folder = empty_folder("at_once");
    assert!(Crate::Small.command(&folder).status().unwrap().success());
    let trees: [Tree; 2] = [Crate::Small.tree(&folder), Crate::Large.tree(&folder)];
    for round in 0..8 {
        let commands = [Crate::Small, Crate::Large, Crate::Small, Crate::Large];
        let children = commands.map(|of| of.command(&folder).stderr(Stdio::piped()).spawn());
        for child in children {
            let output = child.unwrap().wait_with_output().unwrap();
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        let holds = trees.each_ref().map(|tree| is_exactly(&folder, tree));
        assert!(
            holds[0] != holds[1],
            "round {round}: neither crate, or both"
        );
    }
}
