//! AWS's own models, which are no part of the project: those of the corpus, unpacked once, below
//! `target`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the models; `None` where there is no corpus.
pub fn models() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given = std::env::var_os("TINSMITH_CORPUS").map(PathBuf::from);
    let corpus = given.unwrap_or_else(|| here.join("../../shared/corpus"));
    let archive = corpus.join("aws-models.tar.xz");
    if !archive.is_file() {
        return None;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let folder = target.join("aws-models");
    let unpacked = target.join("unpacked");
    if !unpacked.is_file() {
        std::fs::create_dir_all(&target).expect("a folder below `target`");
        let mut tar = Command::new("tar");
        tar.arg("-xJf").arg(&archive).arg("-C").arg(&target);
        assert!(tar.status().expect("`tar` is there").success());
        std::fs::write(unpacked, "").expect("a file below `target`");
    }
    Some(folder)
}
