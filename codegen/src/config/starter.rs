//! A manifest to begin with.

use std::path::{Path, PathBuf};

use crate::emit::quoted;
use crate::model::traits::AwsService;
use crate::model::{Model, Shape};
use crate::rust::spaced_words;
use crate::select;

/// How wide a line of the manifest is.
const WIDTH: usize = 100;

/// The manifest of a crate with all services of a model, which these files make; without a model,
/// its file is left to whoever reads the manifest.
pub(crate) fn manifest(model: Option<&Model>, files: &[PathBuf], path: Option<&Path>) -> String {
    let services = model.map_or_else(Vec::new, |model| {
        model.services().map(|(shape, _)| shape).collect::<Vec<_>>()
    });
    let path = path.map_or_else(|| folder_of(&services), |path| path.display().to_string());
    let files: Vec<String> = match files {
        [] => vec![quoted("model.json")],
        files => files
            .iter()
            .map(|file| quoted(&file.display().to_string()))
            .collect(),
    };
    let files = files.join(", ");
    let mut text = format!(
        "# What `tinsmith codegen` generates. Paths are relative to this file.\n\n\
         [crate]\n\
         # The crate's folder, which names it too, where no `name` does.\n\
         path = {}\n\
         # What its Cargo.toml says of it, under the same keys: `license`, `description`, `repository`, ..\n",
        quoted(&path)
    );
    let tables = services.iter().map(|service| {
        let several = services.len() > 1;
        let service_key = several.then(|| format!("service = {}\n", quoted(service.id.as_str())));
        format!(
            "\n[[service]]\nmodel = [{files}]\n{}{}",
            service_key.unwrap_or_default(),
            model.map_or_else(String::new, |model| operations(model, service))
        )
    });
    let tables: Vec<String> = tables.collect();
    match tables.as_slice() {
        [] => text += &format!("\n[[service]]\nmodel = [{files}]\n{SOME_OPERATIONS}"),
        tables => text += &tables.concat(),
    }
    text
}

const SOME_OPERATIONS: &str = "# All operations are generated; to have a few, name them.\n\
                               # operations = [\"GetThing\", \"ListThings\"]\n";

/// The folder that the services' crate goes into.
fn folder_of(services: &[&Shape]) -> String {
    match services {
        [] => "client".to_owned(),
        [service] => {
            let aws = service.traits.get::<AwsService>();
            let name = aws.map_or_else(|| service.id.name().to_owned(), |aws| aws.sdk_id);
            format!("{}-client", spaced_words(&name).replace('_', "-"))
        }
        _ => "clients".to_owned(),
    }
}

/// All operations that can be generated, to choose from.
fn operations(model: &Model, service: &Shape) -> String {
    let Ok(selection) = select::select(model, Some(service.id.as_str()), None) else {
        return String::new();
    };
    let mut text = "# All operations are generated; to have a few, take the others out.\n\
                    # operations = [\n"
        .to_owned();
    let mut line = "#    ".to_owned();
    for operation in &selection.operations {
        let name = format!(" {},", quoted(operation.id.name()));
        if line.len() + name.len() > WIDTH {
            text += &format!("{line}\n");
            line.truncate("#    ".len());
        }
        line += &name;
    }
    text + &format!("{line}\n# ]\n")
}
