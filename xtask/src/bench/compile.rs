//! Compiling a crate alone, when all that it depends on has been built: what an official crate
//! takes, and the one that is generated from the same model.

use std::path::Path;

use indicatif::ProgressBar;

use super::alone::Crate;
use super::cargo::Profile;
use super::crates::{generated, official};
use super::generator::{Generator, source_bytes};
use super::rounds::{Peer, Samples, take_turns, told};
use super::table::Table;
use super::{Context, operations, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// A service whose official crate is compared with those that are generated of its model.
pub struct Compiled {
    /// How it is told.
    pub service: &'static str,
    /// How its model is called, and its crate with all operations.
    pub model: &'static str,
    /// The official crate.
    official: &'static str,
    /// What is generated of some operations alone, where that is to be seen too.
    pub fewer: Option<Fewer>,
    profiles: &'static [Profile],
}

/// A crate with some of the operations.
pub struct Fewer {
    /// Its package.
    pub package: &'static str,
    /// How it is told.
    pub told: &'static str,
    /// Their names, joined by commas.
    pub operations: &'static str,
}

/// License Manager with all of its operations, and CreateToken alone.
pub const LICENSE_MANAGER: Compiled = Compiled {
    service: "License Manager",
    model: "license-manager",
    official: "aws-sdk-licensemanager",
    fewer: Some(Fewer {
        package: "create-token",
        told: "CreateToken alone",
        operations: "CreateToken",
    }),
    profiles: &[Profile::Check, Profile::Debug, Profile::Release],
};

/// SageMaker with all of its operations.
pub const SAGEMAKER: Compiled = Compiled {
    service: "SageMaker",
    model: "sagemaker",
    official: "aws-sdk-sagemaker",
    fewer: None,
    profiles: &[Profile::Check, Profile::Debug],
};

/// EC2 with all of its operations.
pub const EC2: Compiled = Compiled {
    service: "EC2",
    model: "ec2",
    official: "aws-sdk-ec2",
    fewer: None,
    profiles: &[Profile::Check, Profile::Debug],
};

/// S3 with all of its operations, and what most programs call.
pub const S3: Compiled = Compiled {
    service: "S3",
    model: "s3",
    official: "aws-sdk-s3",
    fewer: Some(Fewer {
        package: "s3-objects",
        told: "5 operations",
        operations: "GetObject,PutObject,ListObjectsV2,DeleteObject,HeadObject",
    }),
    profiles: &[Profile::Check, Profile::Debug],
};

impl Compiled {
    /// Compiles its crates.
    pub fn compare(&self, context: &Context) -> Result<Option<String>, Problem> {
        let places = &context.places;
        let Some(models) = places.models() else {
            return Ok(None);
        };
        let model = models.join(self.model).with_extension("json");
        let generator = Generator::this(places)?;
        let ours = |name: &str, operations| {
            generated(name, places, |folder| {
                generator.model(&model, folder, operations)
            })
        };
        let title = titled(self.service, &model)?;
        let mut header = vec![&*title, "official", "Tinsmith", "official / Tinsmith"];
        let mut crates = vec![official(self.official, places)?, ours(self.model, None)?];
        if let Some(fewer) = &self.fewer {
            header.push(fewer.told);
            crates.push(ours(fewer.package, Some(fewer.operations))?);
        }
        let compared = Comparison { context, crates };
        compared.table(&header, self.profiles).map(Some)
    }
}

/// A service, with how many operations it has.
pub fn titled(service: &str, model: &Path) -> Result<String, Problem> {
    let operations = operations::of(model)?.len();
    Ok(format!("{service}, {operations} operations"))
}

/// An official crate, and generated ones to stand against it: the first of them does the same.
struct Comparison<'c> {
    context: &'c Context,
    crates: Vec<Crate>,
}

impl Comparison<'_> {
    /// The table of times, memory and source.
    fn table(&self, header: &[&str], profiles: &[Profile]) -> Result<String, Problem> {
        let bar = progress::bar("compile", 2 * profiles.len());
        let mut table = Table::new(header);
        let mut memory = Vec::new();
        let mut rounds = Vec::new();
        for &profile in profiles {
            let samples = self.samples(profile, &bar)?;
            table.row(cells(
                profile.name(),
                samples.iter().map(Samples::wall),
                units::seconds,
            ));
            memory.push((profile, samples.clone()));
            rounds.extend(samples.first().map(Samples::rounds));
        }
        bar.finish_and_clear();
        for (profile, samples) in &memory {
            let name = format!("peak memory of {}", profile.name());
            let peaks = samples.iter().map(|samples| units::number(samples.peak()));
            table.row(cells(name, peaks, units::bytes));
        }
        let sources = self.crates.iter().map(|krate| source_bytes(&krate.source));
        let sources = sources.collect::<Result<Vec<_>, _>>()?;
        let sources = sources.into_iter().map(units::number);
        table.row(cells("source".to_owned(), sources, units::bytes));
        let official = &self.crates[0].package;
        let versions = versions::of(&self.context.places, &[official])?;
        let note = format!(
            "The crate alone, what it depends on being built before; `CARGO_INCREMENTAL=0`. Medians \
             of {}, the peers in turns. {versions}.",
            told(&rounds)
        );
        Ok(table.markdown(&note))
    }

    /// What each of the crates takes.
    fn samples(&self, profile: Profile, bar: &ProgressBar) -> Result<Vec<Samples>, Problem> {
        bar.set_message(format!("{}, what is depended on", profile.name()));
        for krate in &self.crates {
            krate.build_dependencies(profile)?;
        }
        bar.inc(1);
        let peers = self.crates.iter().map(|krate| Peer {
            name: &krate.package,
            work: Box::new(move || krate.compile(profile)),
        });
        take_turns(self.context.limit(3), bar, &mut peers.collect::<Vec<_>>())
    }
}

/// A row: the official crate, ours, how they compare, and what else there is of ours.
fn cells(name: String, numbers: impl Iterator<Item = f64>, unit: fn(f64) -> String) -> Vec<String> {
    let numbers: Vec<f64> = numbers.collect();
    let mut cells = vec![name];
    cells.extend(numbers.iter().copied().map(unit));
    if let [official, ours, ..] = numbers[..] {
        cells.insert(3, units::ratio(official, ours));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_stands_behind_the_two_that_it_compares() {
        let numbers = [9.5, 1.0, 0.4].into_iter();
        let row = cells("check".to_owned(), numbers, units::seconds);
        assert_eq!(row, ["check", "9.50 s", "1.00 s", "9.50", "400 ms"]);
    }
}
