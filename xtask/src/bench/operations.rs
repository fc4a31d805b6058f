//! The operations of a model.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use serde::Deserialize;

use crate::problem::Problem;

/// What is read of a model. The rest is passed over: it would stay in the memory of this process, and be counted to
/// the ones that are measured.
#[derive(Deserialize)]
struct Model {
    #[serde(default)]
    shapes: BTreeMap<String, Shape>,
}

#[derive(Deserialize)]
struct Shape {
    r#type: String,
}

/// The names of all operations of a model, in the order of their names.
///
/// # Errors
/// Where the model cannot be read.
pub fn of(model: &Path) -> Result<Vec<String>, Problem> {
    let names = File::open(model).and_then(|file| names(BufReader::new(file)));
    names.map_err(|error| Problem::new(format!("cannot read `{}`: {error}", model.display())))
}

fn names(model: impl Read) -> io::Result<Vec<String>> {
    let model: Model = serde_json::from_reader(model)?;
    let shapes = model.shapes.into_iter();
    let operations = shapes.filter(|(_, shape)| shape.r#type == "operation");
    let names = operations.filter_map(|(id, _)| Some(id.split_once('#')?.1.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_shapes_that_are_operations_count() {
        let model = json!({ "shapes": {
            "fjord#Moor": { "type": "operation" },
            "fjord#Boat": { "type": "structure", "members": {} },
            "fjord#Cast": { "type": "operation" },
        } });
        let names = names(model.to_string().as_bytes()).expect("a model");
        assert_eq!(names, ["Cast", "Moor"]);
    }
}
