//! What is said of mistakes that are often made, word for word.

use insta::assert_snapshot;

use crate::program::Place;
use crate::tides::TIDES;

#[test]
fn no_manifest() {
    assert_snapshot!(Place::empty().told(&["codegen"]));
}

#[test]
fn a_model_for_a_manifest() {
    let place = Place::with(&[("tides.json", TIDES)]);
    assert_snapshot!(place.told(&["codegen", "--manifest", "tides.json"]));
}

#[test]
fn a_manifest_for_a_model() {
    let place = Place::with(&[("codegen.toml", "[crate]\npath = \"client\"\n")]);
    assert_snapshot!(place.told(&["inspect", "codegen.toml"]));
}

#[test]
fn what_is_compressed_or_no_text_in_utf_8() {
    let place = Place::empty();
    for (name, bytes) in [
        ("a.json.gz", &b"\x1f\x8b\x08\0\xff"[..]),
        ("b.zip", b"PK\x03\x04\xff"),
        ("c.json.xz", b"\xfd7zXZ\0\xff"),
        ("d.json.zst", b"\x28\xb5\x2f\xfd"),
        ("e.json.bz2", b"BZh9\xff"),
        ("f.json", b"\xff\xfe{\0}\0"),
        ("g.json", b"\xff"),
        ("h.json", b"\x1f\x8b\x08\0\xff"),
    ] {
        place.write(name, bytes);
        assert_snapshot!(name, place.told(&["inspect", name]));
    }
}

#[test]
fn a_text_with_a_byte_order_mark_is_read() {
    let place = Place::with(&[("tides.json", &format!("\u{feff}{TIDES}"))]);
    assert!(
        place
            .printed(&["inspect", "tides.json"])
            .contains("example.tides#Tides")
    );
}

#[test]
fn a_folder_for_a_model() {
    let place = Place::with(&[
        ("models/tides/service/1/tides-1.json", TIDES),
        ("models/a.json", "{}"),
        ("models/b.json", "{}"),
        ("models/c.json", "{}"),
        ("empty/README.md", ""),
    ]);
    for folder in ["models", "models/tides"] {
        let inspected = place.printed(&["inspect", folder]);
        assert!(
            inspected.starts_with("example.tides#Tides\n"),
            "{inspected}"
        );
    }
    assert_snapshot!("a_folder_of_none", place.told(&["inspect", "empty"]));
}

#[test]
fn the_names_that_inspect_shows_are_taken() {
    let place = Place::with(&[("tides.json", TIDES)]);
    let inspected = place.printed(&["inspect", "tides.json"]);
    for name in ["example.tides#Tides", "Tides", "High Tides"] {
        assert!(inspected.contains(name), "{inspected}");
        let codegen = [
            "codegen",
            "--model",
            "tides.json",
            "--out",
            "client",
            "--service",
            name,
        ];
        place.printed(&codegen);
    }
    let codegen = [
        "codegen",
        "--model",
        "tides.json",
        "--out",
        "client",
        "--service",
        "HighTide",
    ];
    assert_snapshot!(place.told(&codegen));
}

#[test]
fn blanks_after_commas_change_nothing() {
    let place = Place::with(&[("tides.json", TIDES), ("more.json", "{\"smithy\":\"2.0\"}")]);
    let of = |operations: &[&str]| {
        let codegen = [
            "codegen",
            "--model",
            "tides.json,",
            "more.json",
            "--out",
            "client",
        ];
        place.printed(&[&codegen[..], &["--operations"], operations].concat());
        place.read("client/README.md")
    };
    let expected = of(&["GetTide,ListTides"]);
    let command = "`tinsmith codegen --model tides.json more.json --out client --operations GetTide,ListTides`";
    assert!(expected.contains(command), "{expected}");
    for operations in [
        &["GetTide, ListTides"][..],
        &["GetTide,", "ListTides"],
        &["GetTide", "ListTides"],
    ] {
        assert_eq!(of(operations), expected, "{operations:?}");
    }
    let codegen = [
        "codegen",
        "--model",
        "tides.json",
        "--out",
        "client",
        "--operations",
        ",",
    ];
    assert_snapshot!(place.told(&codegen));
}

#[test]
fn the_command_in_a_readme_is_the_same_however_it_was_given() {
    let place = Place::with(&[("models/tides.json", TIDES)]);
    let of = |model: &str, options: &[&str]| {
        let codegen = ["codegen", "--model", model, "--out", "client"];
        place.printed(&[&codegen[..], options].concat());
        place.read("client/README.md")
    };
    let first = [
        "--operations",
        "GetTide,ListTides",
        "--service",
        "Tides",
        "--protocol",
        "restJson1",
    ];
    let expected = of("models/tides.json", &first);
    let command = "`tinsmith codegen --model tides.json --out client --service Tides --operations \
                   GetTide,ListTides --protocol restJson1`";
    assert!(expected.contains(command), "{expected}");
    let absolute = place.path().join("models/tides.json");
    let second = [
        "--protocol",
        "aws.protocols#restJson1",
        "--operations",
        "ListTides",
        "GetTide",
        "--service",
        "example.tides#Tides",
        "--name",
        "client",
        "--check",
    ];
    assert_eq!(of(&absolute.display().to_string(), &second), expected);
}

#[test]
fn a_manifest_of_another_name_is_in_the_command() {
    let place = Place::with(&[("tides.json", TIDES)]);
    for (manifest, command) in [
        ("codegen.toml", "`tinsmith codegen`"),
        ("tides.toml", "`tinsmith codegen --manifest tides.toml`"),
    ] {
        place.printed(&["init", "tides.json", "--manifest", manifest]);
        place.printed(&["codegen", "--manifest", manifest]);
        let readme = place.read("high-tides-client/README.md");
        assert!(readme.contains(command), "{readme}");
    }
}

#[test]
fn a_version_may_follow_a_blank() {
    let place = Place::with(&[("tides.json", TIDES)]);
    let codegen = [
        "codegen",
        "--model",
        "tides.json",
        "--out",
        "client",
        "--bump",
        "1.0.0",
    ];
    place.printed(&codegen);
    assert!(
        place
            .read("client/Cargo.toml")
            .contains("version = \"1.0.0\"")
    );
    let again = place.told(&codegen);
    assert!(
        again.contains("the version 1.0.0 does not come after 1.0.0"),
        "{again}"
    );
    let codegen = [
        "codegen",
        "--model",
        "tides.json",
        "--out",
        "client",
        "--bump",
        "newest",
    ];
    assert_snapshot!(place.told(&codegen));
}

#[test]
fn mistakes_of_several_stages_are_told_at_once() {
    let place = Place::with(&[("tides.json", TIDES)]);
    let codegen = ["codegen", "--model", "tides.json", "--out", "client"];
    let options = [
        "--name",
        "1st",
        "--operations",
        "GetTides,Tide",
        "--protocol",
        "restJson",
    ];
    let arguments = [&codegen[..], &options].concat();
    assert_snapshot!("of_options", place.told(&arguments));
    // And with what is wrong with the model, whose operation cannot be read.
    let model = TIDES.replace(r#""smithy.api#String""#, r#""smithy.api#Strin""#);
    let broken = r#"{"type":"operation","input":{"taget":"example.tides#GetTideInput"}"#;
    let model = model.replace(
        r#"{"type":"operation","input":{"target":"example.tides#GetTideInput"}"#,
        broken,
    );
    place.write("tides.json", model);
    let options = ["--operations", "GetTide,Tide", "--protocol", "restJson"];
    let arguments = [&codegen[..], &options].concat();
    assert_snapshot!("of_options_and_the_model", place.told(&arguments));
}
