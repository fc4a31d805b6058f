//! Every seed of a fuzz target is checked as the target would.

use std::fs;
use std::path::Path;

fn check(target: &str, check: fn(&[u8])) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let mut count = 0;
    for entry in fs::read_dir(seeds).expect("a folder of seeds") {
        let path = entry.expect("a seed").path();
        println!("{}", path.display());
        check(&fs::read(path).expect("a seed"));
        count += 1;
    }
    assert!(count > 0, "there are seeds");
}

#[test]
fn the_reader_of_smithy_idl_holds() {
    check("idl", tinsmith_fuzz_model::idl::check);
}

#[test]
fn the_reader_of_botocores_models_holds() {
    check("botocore", tinsmith_fuzz_model::botocore::check);
}
