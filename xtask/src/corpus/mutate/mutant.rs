//! A mutant: a model, and what was changed in it, all of which follows from a seed and a number.

use std::fs;
use std::path::PathBuf;

use fastrand::Rng;
use serde_json::Value;

use super::{nesting, odd, rename, shapes, text};
use crate::corpus::models::ModelFile;
use crate::problem::Problem;

/// Models that are larger than this, in bytes, are left out where there are smaller ones: they take
/// long, and have little that others have not.
const LARGEST: u64 = 1 << 20;

/// Changes a model, whose shapes these are, and says what it changed; `None` where it finds nothing
/// to change.
type Change = fn(&mut Value, &mut Rng) -> Option<String>;

/// All ways to change a model. What is here twice is done twice as often.
const CHANGES: &[Change] = &[
    shapes::remove_shape,
    shapes::remove_part,
    shapes::remove_trait,
    shapes::remove_trait,
    shapes::duplicate_shape,
    shapes::duplicate_member,
    shapes::swap_shapes,
    shapes::swap_targets,
    shapes::retarget,
    shapes::retarget,
    shapes::change_type,
    shapes::move_trait,
    shapes::move_trait,
    rename::member,
    rename::member,
    rename::shape,
    odd::in_trait,
    odd::in_trait,
    odd::in_trait,
    odd::anywhere,
    nesting::nest,
];

/// A model that was changed.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Which of those of its seed it is.
    pub number: u64,
    /// What it was made from.
    pub model: PathBuf,
    /// The service that is generated, where the model has several.
    pub service: Option<String>,
    /// What was changed, in the order in which it was.
    pub changes: Vec<String>,
    /// The changed model.
    pub text: Vec<u8>,
}

/// Makes mutants.
pub struct Maker<'m> {
    /// Small ones first.
    models: Vec<&'m ModelFile>,
    seed: u64,
}

impl<'m> Maker<'m> {
    /// Mutants of these models.
    pub fn new(models: &'m [ModelFile], seed: u64) -> Self {
        let is_small = |model: &&ModelFile| model.bytes <= LARGEST;
        let mut chosen: Vec<&ModelFile> = models.iter().filter(is_small).collect();
        if chosen.is_empty() {
            chosen.extend(models);
        }
        chosen.sort_by_key(|model| (model.bytes, &model.stem));
        Self {
            models: chosen,
            seed,
        }
    }

    /// The mutant of this number.
    ///
    /// # Errors
    /// Where its model cannot be read, or is no JSON.
    pub fn make(&self, number: u64) -> Result<Mutant, Problem> {
        // Numbers are next to each other: a multiplication takes those of other seeds far away.
        let seed = self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number;
        let mut rng = Rng::with_seed(seed);
        let file = self.pick(&mut rng);
        let unreadable = |error: &dyn std::fmt::Display| {
            Problem::new(format!("cannot read `{}`: {error}", file.path.display()))
        };
        let original = fs::read(&file.path).map_err(|error| unreadable(&error))?;
        let mut model = serde_json::from_slice(&original).map_err(|error| unreadable(&error))?;
        let mut mutant = Mutant {
            number,
            model: file.path.clone(),
            service: service(&model, &mut rng),
            changes: Vec::new(),
            text: original,
        };
        // One in eight is broken as a text alone, so that it is as somebody wrote it.
        if rng.u8(..8) > 0 {
            change(&mut model, &mut mutant.changes, &mut rng);
            mutant.text = text::written(&model, &mut rng);
            if rng.u8(..8) > 0 {
                return Ok(mutant);
            }
        }
        mutant
            .changes
            .push(text::damage(&mut mutant.text, &mut rng));
        Ok(mutant)
    }

    /// One of the models, rather a small one.
    fn pick(&self, rng: &mut Rng) -> &'m ModelFile {
        let several = [
            rng.usize(..self.models.len()),
            rng.usize(..self.models.len()),
        ];
        self.models[several[0].min(several[1])]
    }
}

/// Changes a model once or a few times: rather once, so that there is something to generate.
fn change(model: &mut Value, changes: &mut Vec<String>, rng: &mut Rng) {
    let wanted = 1 + rng.usize(..4).min(rng.usize(..4));
    // Not every change finds something in every model.
    for _ in 0..8 * wanted {
        if changes.len() == wanted {
            break;
        }
        if let Some(change) = rng.choice(CHANGES) {
            changes.extend(change(model, rng));
        }
    }
}

/// One of the services of a model that has several.
fn service(model: &Value, rng: &mut Rng) -> Option<String> {
    let shapes = model["shapes"].as_object()?;
    let services = shapes
        .iter()
        .filter(|(_, shape)| shape["type"] == "service");
    let ids: Vec<&String> = services.map(|(id, _)| id).collect();
    match ids[..] {
        [] | [_] => None,
        ref several => rng.choice(several).map(|id| (*id).clone()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::corpus::models;

    fn fixtures() -> Vec<ModelFile> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/models");
        models::of_folder(&folder).unwrap_or_else(|_| panic!("there are fixtures"))
    }

    fn make(maker: &Maker<'_>, number: u64) -> Mutant {
        let mutant = maker.make(number);
        mutant.unwrap_or_else(|_| panic!("number {number} can be made"))
    }

    #[test]
    fn a_mutant_is_the_same_each_time_and_hardly_ever_that_of_another_number() {
        let models = fixtures();
        let (one, other) = (Maker::new(&models, 1), Maker::new(&models, 2));
        let mut seen = BTreeSet::new();
        for number in 0..50 {
            let mutant = make(&one, number);
            assert_eq!(make(&one, number).text, mutant.text, "number {number}");
            seen.insert(mutant.text);
            seen.insert(make(&other, number).text);
        }
        // There is little to change in the smallest model.
        assert!(seen.len() > 95, "{} of 100 are different", seen.len());
    }

    #[test]
    fn a_mutant_says_what_was_changed_in_it() {
        let models = fixtures();
        let maker = Maker::new(&models, 1);
        for number in 0..200 {
            let mutant = make(&maker, number);
            let original = fs::read(&mutant.model).expect("a fixture");
            assert!(!mutant.changes.is_empty(), "number {number}");
            assert_ne!(
                mutant.text, original,
                "number {number}: {:?}",
                mutant.changes
            );
        }
    }

    #[test]
    fn every_kind_of_change_finds_something_in_the_fixtures() {
        let models = fixtures();
        let mut rng = Rng::with_seed(1);
        for (place, change) in CHANGES.iter().enumerate() {
            let found = models.iter().any(|file| {
                let text = fs::read(&file.path).expect("a fixture");
                let mut model: Value = serde_json::from_slice(&text).expect("JSON");
                let before = model.clone();
                change(&mut model, &mut rng).is_some() && model != before
            });
            assert!(found, "the change at {place}");
        }
    }
}
