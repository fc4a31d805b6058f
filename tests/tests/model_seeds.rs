//! Every seed of the fuzz targets of models is checked as the target would. Those of codecs are checked by their own
//! package: what its peers do with numbers depends on features of `serde_json` that the generator does without.

use std::fs;
use std::path::Path;

/// The library of the fuzz targets, which is built here with what other tests are built with.
#[path = "../fuzz/model/src/lib.rs"]
mod fuzz;

fn every_seed(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/model/seeds");
    let mut count = 0;
    for entry in fs::read_dir(folder.join(target)).expect("a folder of seeds") {
        let path = entry.expect("a seed").path();
        println!("{}", path.display());
        check(&fs::read(path).expect("a seed"));
        count += 1;
    }
    assert!(count > 0, "`{target}` has seeds");
}

#[test]
fn the_reader_of_smithy_idl_holds() {
    every_seed("idl", fuzz::idl::check);
}

#[test]
fn the_reader_of_botocores_models_holds() {
    every_seed("botocore", fuzz::botocore::check);
}
