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

/// License Manager with all of its operations, and CreateToken alone.
pub fn license_manager(context: &Context) -> Result<Option<String>, Problem> {
    let profiles = [Profile::Check, Profile::Debug, Profile::Release];
    let crates = ["license-manager", "aws-sdk-licensemanager"];
    let alone = Some(("create-token", "CreateToken"));
    compare(context, "License Manager", crates, alone, &profiles)
}

/// SageMaker with all of its operations.
pub fn sagemaker(context: &Context) -> Result<Option<String>, Problem> {
    let profiles = [Profile::Check, Profile::Debug];
    let crates = ["sagemaker", "aws-sdk-sagemaker"];
    compare(context, "SageMaker", crates, None, &profiles)
}

/// EC2 with all of its operations.
pub fn ec2(context: &Context) -> Result<Option<String>, Problem> {
    let profiles = [Profile::Check, Profile::Debug];
    let crates = ["ec2", "aws-sdk-ec2"];
    compare(context, "EC2", crates, None, &profiles)
}

/// A service with all of its operations, as a crate that is called as its model is and as the
/// official one; and a crate with one operation `alone`, where it is to be seen too.
fn compare(
    context: &Context,
    service: &str,
    [name, official]: [&str; 2],
    alone: Option<(&str, &str)>,
    profiles: &[Profile],
) -> Result<Option<String>, Problem> {
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let model = models.join(name).with_extension("json");
    let places = &context.places;
    let generator = Generator::this(places)?;
    let ours = |name: &str, operations| {
        generated(name, places, |folder| {
            generator.model(&model, folder, operations)
        })
    };
    let title = titled(service, &model)?;
    let mut header = vec![
        title.as_str(),
        "official",
        "Tinsmith",
        "official / Tinsmith",
    ];
    let mut crates = vec![self::official(official, places)?, ours(name, None)?];
    let column = alone.map(|(_, operation)| format!("{operation} alone"));
    header.extend(column.as_deref());
    if let Some((name, operation)) = alone {
        crates.push(ours(name, Some(operation))?);
    }
    let compared = Comparison { context, crates };
    compared.table(&header, profiles).map(Some)
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
