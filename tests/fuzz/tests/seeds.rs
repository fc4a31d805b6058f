//! Every seed of a fuzz target is checked as the target would.

use std::fs;
use std::path::Path;

/// Checks all files of a folder of seeds.
fn every_seed(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("seeds")
        .join(target);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder of seeds") {
        let path = entry.expect("a seed").path();
        println!("{}", path.display());
        check(&fs::read(path).expect("a seed"));
        count += 1;
    }
    assert!(count > 0, "`{target}` has seeds");
}

#[test]
fn answers_are_read_or_told() {
    every_seed("answer", tinsmith_fuzz::answer::check);
}

#[test]
fn the_json_codec_holds() {
    every_seed("json", tinsmith_fuzz::json::check);
}

#[test]
fn the_cbor_codec_holds() {
    every_seed("cbor", tinsmith_fuzz::cbor::check);
}

#[test]
fn the_reader_of_xml_holds() {
    every_seed("xml", tinsmith_fuzz::xml::check);
}

#[test]
fn the_reader_of_events_holds() {
    every_seed("events", tinsmith_fuzz::events::check);
}
