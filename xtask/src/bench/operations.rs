//! The operations of a model.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::problem::Problem;

/// The names of all operations of a model, in the order of their names.
///
/// # Errors
/// Where the model cannot be read.
pub fn of(model: &Path) -> Result<Vec<String>, Problem> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Problem::new(format!("cannot read `{}`: {error}", model.display()))
    };
    let text = fs::read(model).map_err(|error| unreadable(&error))?;
    let model = serde_json::from_slice(&text).map_err(|error| unreadable(&error))?;
    Ok(names(&model))
}

fn names(model: &Value) -> Vec<String> {
    let shapes = model["shapes"].as_object().into_iter().flatten();
    let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
    let names = operations.filter_map(|(id, _)| Some(id.split_once('#')?.1.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_shapes_that_are_operations_count() {
        let model = json!({ "shapes": {
            "fjord#Moor": { "type": "operation" },
            "fjord#Boat": { "type": "structure" },
            "fjord#Cast": { "type": "operation" },
        } });
        assert_eq!(names(&model), ["Cast", "Moor"]);
    }
}
