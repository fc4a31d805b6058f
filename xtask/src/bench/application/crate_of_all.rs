//! The one crate of all services that the programs call, as a manifest asks for it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bench::generator::Generator;
use crate::bench::places;
use crate::bench::places::Places;
use crate::bench::usage::Usage;
use crate::problem::Problem;

/// What the programs call: a model, and its operations. What is added here, the programs in
/// `tests/peers/application` are to call, too.
pub const SERVICES: [(&str, &[&str]); 6] = [
    ("dynamodb", &["GetItem", "PutItem", "Query"]),
    ("ec2", &["DescribeInstances"]),
    ("lambda", &["Invoke"]),
    ("s3", &["GetObject", "PutObject", "ListObjectsV2"]),
    ("sqs", &["SendMessage", "ReceiveMessage", "DeleteMessage"]),
    ("sts", &["AssumeRole"]),
];

/// An operation that no program calls: its model, and its name.
pub const ONE_MORE: (&str, &str) = ("sqs", "ChangeMessageVisibility");

/// The manifest, and where AWS's models are.
pub struct CrateOfAll<'p> {
    places: &'p Places,
    models: &'p Path,
}

impl<'p> CrateOfAll<'p> {
    /// The one that the programs take.
    pub fn of(places: &'p Places, models: &'p Path) -> Self {
        Self { places, models }
    }

    /// Asks for the operations that are called, and with `more` for this one.
    ///
    /// # Errors
    /// Where the manifest cannot be written.
    pub fn name(&self, more: Option<(&str, &str)>) -> Result<(), Problem> {
        let folder = self.places.bench("services");
        fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
        let (path, text) = (self.manifest(), manifest(self.models, more));
        fs::write(&path, text).map_err(|error| places::unwritable(&path, error))
    }

    /// Generates it.
    ///
    /// # Errors
    /// Where that fails.
    pub fn generate(&self, generator: &Generator) -> Result<Usage, Problem> {
        generator.manifest(&self.manifest())
    }

    fn manifest(&self) -> PathBuf {
        self.places.bench("services.toml")
    }
}

fn manifest(models: &Path, more: Option<(&str, &str)>) -> String {
    let mut text = String::from("[crate]\nname = \"services\"\npath = \"services\"\n");
    for (service, operations) in SERVICES {
        let model = models.join(service).with_extension("json");
        let model = model.display().to_string();
        let more = more.filter(|(of, _)| *of == service);
        let more = more.map(|(_, operation)| operation);
        let operations: Vec<&str> = operations.iter().copied().chain(more).collect();
        let _ = write!(
            text,
            "\n[[service]]\nmodel = [{model:?}]\noperations = {operations:?}\n"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_asks_for_the_operations_that_are_called_and_no_others() {
        let text = manifest(Path::new("/models"), None);
        let sts = "model = [\"/models/sts.json\"]\noperations = [\"AssumeRole\"]\n";
        assert!(text.ends_with(sts), "{text}");
        assert_eq!(text.matches("[[service]]").count(), SERVICES.len());
    }

    #[test]
    fn one_more_operation_is_asked_for_in_its_service_alone() {
        let [few, more] = [None, Some(ONE_MORE)].map(|more| manifest(Path::new("/models"), more));
        let added = format!(", \"{}\"]", ONE_MORE.1);
        assert!(!few.contains(&added), "{few}");
        assert_eq!(more.replace(&added, "]"), few);
    }
}
