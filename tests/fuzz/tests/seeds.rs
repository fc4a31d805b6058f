//! Every seed of a fuzz target is checked as the target would.

mod every_seed;

use every_seed::every_seed;

#[test]
fn answers_are_read_or_told() {
    every_seed("seeds/answer", tinsmith_fuzz::answer::check);
}

#[test]
fn the_json_codec_holds() {
    every_seed("seeds/json", tinsmith_fuzz::json::check);
}

#[test]
fn the_cbor_codec_holds() {
    every_seed("seeds/cbor", tinsmith_fuzz::cbor::check);
}

#[test]
fn the_reader_of_xml_holds() {
    every_seed("seeds/xml", tinsmith_fuzz::xml::check);
}

#[test]
fn the_reader_of_events_holds() {
    every_seed("seeds/events", tinsmith_fuzz::events::check);
}
