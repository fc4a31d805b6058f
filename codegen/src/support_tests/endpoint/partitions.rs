//! Which partition a region is in, and what is known of the partition.

use std::fs;

use serde_json::{Value, json};

use super::corpus::corpus_folder;
use super::evaluated;

fn of_region(region: &str, key: &str) -> String {
    let partition = json!({ "fn": "aws.partition", "argv": [{ "ref": "text" }] });
    let part = json!({ "fn": "getAttr", "argv": [partition, key] });
    let chosen = match key {
        "supportsFIPS" | "supportsDualStack" => {
            json!({ "fn": "ite", "argv": [part, "true", "false"] })
        }
        _ => part,
    };
    evaluated(&chosen, region).expect("every region has a partition")
}

#[test]
fn a_region_is_in_the_partition_that_its_name_says() {
    for (region, partition) in [
        ("us-east-1", "aws"),
        ("il-central-1", "aws"),
        ("us-gov-west-1", "aws-us-gov"),
        ("cn-north-1", "aws-cn"),
        ("us-iso-east-1", "aws-iso"),
        ("us-isob-east-1", "aws-iso-b"),
        ("eu-isoe-west-1", "aws-iso-e"),
        ("us-isof-south-1", "aws-iso-f"),
        ("eusc-de-east-1", "aws-eusc"),
    ] {
        assert_eq!(of_region(region, "name"), partition, "{region}");
    }
}

#[test]
fn a_region_that_opens_tomorrow_is_in_its_partition_today() {
    assert_eq!(of_region("us-gov-north-12", "name"), "aws-us-gov");
    assert_eq!(of_region("cn-south-3", "name"), "aws-cn");
}

#[test]
fn a_global_region_stands_for_its_partition() {
    assert_eq!(of_region("aws-global", "name"), "aws");
    assert_eq!(of_region("aws-cn-global", "name"), "aws-cn");
    assert_eq!(of_region("aws-us-gov-global", "name"), "aws-us-gov");
}

#[test]
fn a_region_of_no_known_form_is_in_the_first_partition() {
    for region in [
        "",
        "mars",
        "cn-",
        "cn-north",
        "cn-north-",
        "cn-north-x1",
        "cn--1",
        "xx-a-1",
    ] {
        assert_eq!(of_region(region, "name"), "aws", "{region}");
    }
}

#[test]
fn a_partition_knows_its_names_and_abilities() {
    for (key, expected) in [
        ("dnsSuffix", "amazonaws.com.cn"),
        ("dualStackDnsSuffix", "api.amazonwebservices.com.cn"),
        ("implicitGlobalRegion", "cn-northwest-1"),
        ("supportsFIPS", "true"),
        ("supportsDualStack", "true"),
    ] {
        assert_eq!(of_region("cn-north-1", key), expected, "{key}");
    }
}

/// The data has each region by name as well as by pattern; the tables have the pattern alone.
#[test]
fn every_region_of_the_corpus_has_the_outputs_that_the_corpus_says() {
    let Some(folder) = corpus_folder() else {
        println!("skipped: there is no corpus");
        return;
    };
    let text = fs::read_to_string(folder.join("partitions.json")).expect("a file of the corpus");
    let data: Value = serde_json::from_str(&text).expect("the partitions are JSON");
    let partitions = data["partitions"]
        .as_array()
        .expect("an array of partitions");
    for partition in partitions {
        let outputs = partition["outputs"].as_object().expect("outputs");
        let regions = partition["regions"].as_object().expect("regions");
        let implicit = outputs["implicitGlobalRegion"].as_str().expect("a region");
        for region in regions.keys().map(String::as_str).chain([implicit]) {
            for (key, expected) in outputs {
                let found = of_region(region, key);
                let expected = expected
                    .as_str()
                    .map_or(expected.to_string(), str::to_owned);
                assert_eq!(found, expected, "{key} of {region}");
            }
        }
    }
}
