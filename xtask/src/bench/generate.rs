//! Generating a crate: the whole process, from the model's file to formatted files.

use std::fs;
use std::path::{Path, PathBuf};

use super::compile::titled;
use super::generator::{Generator, files, spoil};
use super::rounds::{Peer, Samples, take_turns, told};
use super::scratch::Scratch;
use super::table::Table;
use super::{Context, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// The models, small and large.
pub const SERVICES: [(&str, &str); 3] = [
    ("License Manager", "license-manager"),
    ("SageMaker", "sagemaker"),
    ("EC2", "ec2"),
];

/// How many rounds are of use, as each of them is short.
pub const ROUNDS: u32 = 15;

/// A model, and the folder that its crate goes into.
struct Service {
    model: PathBuf,
    folder: PathBuf,
}

/// What a service took.
struct Measured {
    unchanged: Samples,
    rewritten: Samples,
    formatted: f64,
    model: f64,
}

/// Generates License Manager, SageMaker and EC2.
pub fn services(context: &Context) -> Result<Option<String>, Problem> {
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let generator = context.generator()?;
    let scratch = Scratch::new(&context.places)?;
    let mut measured = Vec::new();
    for (name, stem) in SERVICES {
        let service = Service {
            model: models.join(stem).with_extension("json"),
            folder: scratch.folder(stem),
        };
        let name = titled(name, &service.model)?;
        measured.push((name, service.measure(generator, context)?));
    }
    table(&measured, &scratch, context).map(Some)
}

impl Service {
    fn measure(&self, generator: &Generator, context: &Context) -> Result<Measured, Problem> {
        fs::create_dir_all(&self.folder)
            .map_err(|error| places::unwritable(&self.folder, error))?;
        generator.model(&self.model, &self.folder, None)?;
        let bar = progress::bar("generate", 1);
        let mut peers = [
            Peer {
                name: "nothing has changed",
                work: Box::new(|| generator.model(&self.model, &self.folder, None)),
            },
            Peer {
                name: "every file is rewritten",
                work: Box::new(|| {
                    spoil(&self.folder)?;
                    generator.model(&self.model, &self.folder, None)
                }),
            },
        ];
        let mut samples = take_turns(context.limit(ROUNDS), &bar, &mut peers)?.into_iter();
        bar.finish_and_clear();
        Ok(Measured {
            unchanged: samples.next().unwrap_or_default(),
            rewritten: samples.next().unwrap_or_default(),
            formatted: bytes(&self.folder)?,
            model: fs::metadata(&self.model).map_or(0.0, |file| units::number(file.len())),
        })
    }
}

/// How large all files below a folder are.
pub fn bytes(folder: &Path) -> Result<f64, Problem> {
    let sum = files(folder)?.iter().map(|(_, bytes)| bytes).sum();
    Ok(units::number(sum))
}

fn table(
    measured: &[(String, Measured)],
    scratch: &Scratch,
    context: &Context,
) -> Result<String, Problem> {
    let mut table = Table::new(&[
        "the whole process",
        "nothing has changed",
        "every file is rewritten",
        "written",
        "MB per second and core",
        "peak memory",
        "of the model's size",
    ]);
    for (name, measured) in measured {
        let peak = units::number(measured.rewritten.peak().max(measured.unchanged.peak()));
        table.row([
            name.clone(),
            units::seconds(measured.unchanged.wall()),
            units::seconds(measured.rewritten.wall()),
            units::bytes(measured.formatted),
            units::ratio(measured.formatted / 1e6, measured.rewritten.cpu()),
            units::bytes(peak),
            units::ratio(peak, measured.model),
        ]);
    }
    let rounds: Vec<usize> = measured
        .iter()
        .map(|(_, of)| of.unchanged.rounds())
        .collect();
    let rounds = told(&rounds);
    let versions = versions::of(&context.places, &[])?;
    let note = format!(
        "`tinsmith` built in release. Medians of {rounds}, in turns, into folders {} that \
         hold the crate already. A core's second is one of the process's time on processors. {versions}.",
        scratch.told()
    );
    Ok(table.markdown(&note))
}
