//! `tinsmith ast`, and models in Smithy IDL for the other commands.

use std::process::{Command, Stdio};

use crate::program::Place;

const TIDES: &str = "$version: \"2\"
namespace example.tides

use aws.protocols#restJson1

/// When the water comes.
@restJson1
service Tides {
    version: \"1\"
    operations: [GetTide]
}

@http(method: \"GET\", uri: \"/tide\")
operation GetTide {
    input := {
        @httpQuery(\"harbour\")
        harbour: String
    }
}
";

const AST: &str = "{
  \"smithy\": \"2.0\",
  \"shapes\": {
    \"example.tides#GetTide\": {
      \"type\": \"operation\",
      \"input\": {
        \"target\": \"example.tides#GetTideInput\"
      },
      \"output\": {
        \"target\": \"smithy.api#Unit\"
      },
      \"traits\": {
        \"smithy.api#http\": {
          \"method\": \"GET\",
          \"uri\": \"/tide\"
        }
      }
    },
    \"example.tides#GetTideInput\": {
      \"type\": \"structure\",
      \"members\": {
        \"harbour\": {
          \"target\": \"smithy.api#String\",
          \"traits\": {
            \"smithy.api#httpQuery\": \"harbour\"
          }
        }
      },
      \"traits\": {
        \"smithy.api#input\": {}
      }
    },
    \"example.tides#Tides\": {
      \"type\": \"service\",
      \"version\": \"1\",
      \"operations\": [
        {
          \"target\": \"example.tides#GetTide\"
        }
      ],
      \"traits\": {
        \"aws.protocols#restJson1\": {},
        \"smithy.api#documentation\": \"When the water comes.\"
      }
    }
  }
}
";

#[test]
fn who_reads_what_is_printed_may_have_had_enough() {
    let place = Place::with(&[("tides.smithy", TIDES)]);
    for arguments in [["ast", "tides.smithy"], ["inspect", "tides.smithy"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tinsmith"));
        command.args(arguments).current_dir(place.path());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a program that can be run");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn a_model_in_idl_is_written_as_an_ast() {
    let place = Place::with(&[("tides.smithy", TIDES)]);
    assert_eq!(place.printed(&["ast", "tides.smithy"]), AST);
    place.printed(&["ast", "tides.smithy", "--out", "tides.json"]);
    let written = std::fs::read_to_string(place.path().join("tides.json"));
    assert_eq!(written.expect("it is written"), AST);
}

#[test]
fn an_ast_that_says_the_same_is_up_to_date_however_it_is_written() {
    let in_a_line: String = AST.lines().map(str::trim_start).collect();
    let place = Place::with(&[("tides.smithy", TIDES), ("tides.json", &in_a_line)]);
    let printed = place.printed(&["ast", "tides.smithy", "--check", "tides.json"]);
    assert_eq!(printed, "tides.json is what the files say\n");
}

#[test]
fn an_ast_that_says_anything_else_is_told_shape_by_shape() {
    let other = AST
        .replace("\"GET\"", "\"POST\"")
        .replace("GetTideInput\"", "Asked\"");
    let place = Place::with(&[("tides.smithy", TIDES), ("tides.json", &other)]);
    let check = ["ast", "tides.smithy", "--check", "tides.json"];
    let told = place.told(&check);
    assert!(
        told.starts_with("error: tides.json is not what the files say"),
        "{told}"
    );
    let output = place.run(&check);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "`example.tides#Asked` is not in the files\n\
         `example.tides#GetTideInput` is missing\n\
         `example.tides#GetTide` is another\n"
    );
}

#[test]
fn a_model_in_idl_is_generated_inspected_and_compared() {
    let more = TIDES.replace(
        "harbour: String\n",
        "harbour: String\n\n        depth: Double\n",
    );
    let place = Place::with(&[
        ("model/tides.smithy", TIDES),
        ("smithy-build.json", "{ \"sources\": [\"model\"] }"),
        ("more.smithy", &more),
    ]);
    for model in ["model/tides.smithy", "model", "smithy-build.json"] {
        let inspected = place.printed(&["inspect", model]);
        assert!(
            inspected.starts_with("example.tides#Tides\n"),
            "{inspected}"
        );
        let out = format!("client-{}", model.len());
        place.printed(&["codegen", "--model", model, "--out", &out]);
    }
    let diff = place.printed(&["diff", "model", "more.smithy"]);
    assert!(diff.contains("depth"), "{diff}");
    place.printed(&["init", "model"]);
    place.printed(&["codegen"]);
}
