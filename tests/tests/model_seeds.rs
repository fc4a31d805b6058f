//! Every seed of the fuzz targets of models is checked as the target would. Those of codecs are checked by their own
//! package: what its peers do with numbers depends on features of `serde_json` that the generator does without.

#[path = "../fuzz/tests/every_seed/mod.rs"]
mod every_seed;

/// The library of the fuzz targets, which is built here with what other tests are built with.
#[path = "../fuzz/model/src/lib.rs"]
mod fuzz;

use every_seed::every_seed;

#[test]
fn the_reader_of_smithy_idl_holds() {
    every_seed("fuzz/model/seeds/idl", fuzz::idl::check);
}

#[test]
fn the_reader_of_botocores_models_holds() {
    every_seed("fuzz/model/seeds/botocore", fuzz::botocore::check);
}
