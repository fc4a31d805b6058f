//! All seeds of a target, for the packages of fuzz targets and for tests of the workspace.

use std::fs;
use std::path::Path;

/// Checks all files of a folder of seeds.
pub fn every_seed(folder: impl AsRef<Path>, check: fn(&[u8])) {
    let folder = folder.as_ref();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder of seeds") {
        let path = entry.expect("a seed").path();
        println!("{}", path.display());
        check(&fs::read(path).expect("a seed"));
        count += 1;
    }
    assert!(count > 0, "`{}` has seeds", folder.display());
}
