//! The tables of the corpus: the services, and how their two models are known to differ.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A service that has a model of both kinds.
pub(crate) struct Service {
    /// What its Smithy model is called.
    pub(crate) name: String,
    pub(crate) botocore: PathBuf,
    pub(crate) smithy: PathBuf,
}

/// All services of the table.
pub(crate) fn services(corpus: &Path, botocore: &Path, smithy: &Path) -> Vec<Service> {
    let table = fs::read_to_string(corpus.join("services.tsv")).expect("the table of services");
    let rows = table.lines().skip(1).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        Service {
            name: columns[3].trim_end_matches(".json").to_owned(),
            botocore: botocore.join(columns[0]),
            smithy: smithy.join(columns[3]),
        }
    });
    rows.collect()
}

/// How the models of one service differ, by the class of the difference: where.
#[derive(Default)]
pub(crate) struct Known(BTreeMap<String, BTreeSet<String>>);

impl Known {
    /// Whether there is a difference of a class here.
    pub(crate) fn has(&self, class: &str, place: &str) -> bool {
        self.places(class).any(|other| other == place)
    }

    /// Whether there is a difference of a class in a member, or a value, of this shape.
    pub(crate) fn has_in(&self, class: &str, shape: &str) -> bool {
        self.places(class)
            .any(|place| place.split_once('$').is_some_and(|(of, _)| of == shape))
    }

    /// Where there are differences of a class.
    pub(crate) fn places(&self, class: &str) -> impl Iterator<Item = &str> {
        let places = self.0.get(class).into_iter().flatten();
        places.map(String::as_str)
    }
}

/// The differences of all services, by the names of their Smithy models.
pub(crate) fn known(corpus: &Path) -> BTreeMap<String, Known> {
    let table = fs::read_to_string(corpus.join("differences.tsv")).expect("a table");
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let of_service = known.entry(columns[0].to_owned()).or_default();
        let places = of_service.0.entry(columns[1].to_owned()).or_default();
        places.insert(columns[2].to_owned());
    }
    known
}
