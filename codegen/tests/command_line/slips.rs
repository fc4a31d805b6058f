//! Names that differ by a slip from those that mean something.

use insta::assert_snapshot;

use crate::program::Place;
use crate::tides::TIDES;

#[test]
fn what_is_almost_another_name_is_warned_of() {
    let slips = [
        (
            "\"smithy.api#http\":{\"method\":\"GET\",\"uri\":\"/tide\"}",
            "\"smithy.api#http\":{\"method\":\"get\",\"uri\":\"/tide\",\"cod\":200},\"smithy.api#readonyl\":{}",
        ),
        ("\"smithy.api#required\"", "\"smithy.api#requird\""),
        (
            "\"target\":\"smithy.api#Double\"",
            "\"target\":\"smithy.api#Double\",\"trait\":{}",
        ),
        ("\"errors\":[]", "\"erors\":[]"),
    ];
    let model = slips.iter().fold(TIDES.to_owned(), |model, (from, to)| {
        assert!(model.contains(from), "{from}");
        model.replace(from, to)
    });
    let place = Place::with(&[("tides.json", &model)]);
    let codegen = ["codegen", "--model", "tides.json", "--out", "client"];
    let warned = place.warned(&codegen);
    assert_snapshot!(warned);
    assert_eq!(place.warned(&["inspect", "tides.json"]), warned);
}

#[test]
fn what_is_somebodys_own_is_not_warned_of() {
    let own = "\"smithy.api#required\":{},\"example.tides#requird\":{},\"smithy.api#whollyNew\":{}";
    let model = TIDES.replace("\"smithy.api#required\":{}", own);
    let place = Place::with(&[("tides.json", &model)]);
    let codegen = ["codegen", "--model", "tides.json", "--out", "client"];
    assert_eq!(place.warned(&codegen), "");
}
