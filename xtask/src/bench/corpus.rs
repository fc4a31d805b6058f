//! Generating all of AWS's models.

use std::fs;
use std::path::Path;

use super::generate::bytes;
use super::generator::spoil;
use super::rounds::{Peer, take_turns, told};
use super::scratch::Scratch;
use super::table::Table;
use super::{Context, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// Generates them all, on all cores.
pub fn all_models(context: &Context) -> Result<Option<String>, Problem> {
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let generator = context.generator()?;
    let scratch = Scratch::new(&context.places)?;
    let folder = scratch.folder("corpus");
    fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
    let bar = progress::bar("corpus", 1);
    bar.set_message("what is there first");
    generator.corpus(models, &folder)?;
    let mut peers = [
        Peer {
            name: "nothing has changed",
            work: Box::new(|| generator.corpus(models, &folder)),
        },
        Peer {
            name: "every file is rewritten",
            work: Box::new(|| {
                spoil(&folder)?;
                generator.corpus(models, &folder)
            }),
        },
    ];
    let samples = take_turns(context.limit(3), &bar, &mut peers)?;
    bar.finish_and_clear();
    let written = bytes(&folder)?;
    let mut table = Table::new(&[
        "all of AWS's models",
        "time",
        "MB per second and core",
        "peak memory",
    ]);
    for (peer, samples) in peers.iter().zip(&samples) {
        table.row([
            peer.name.to_owned(),
            units::seconds(samples.wall()),
            units::ratio(written / 1e6, samples.cpu()),
            units::bytes(units::number(samples.peak())),
        ]);
    }
    let is_model = |name: &str| name.ends_with(".json");
    let is_crate = |name: &str| !name.starts_with('.');
    let note = format!(
        "{} models, {} in {} crates {}, as many at a time as there are cores. Medians of {}, in turns. \
         {}.",
        count(models, is_model)?,
        units::bytes(written),
        count(&folder, is_crate)?,
        scratch.told(),
        told(&[samples[0].rounds()]),
        versions::of(&context.places, &[])?
    );
    Ok(Some(table.markdown(&note)))
}

/// How many files and folders of such names are in a folder.
fn count(folder: &Path, is_such: impl Fn(&str) -> bool) -> Result<usize, Problem> {
    let entries = fs::read_dir(folder).map_err(|error| places::unwritable(folder, error))?;
    let names = entries
        .filter_map(Result::ok)
        .map(|entry| entry.file_name());
    Ok(names
        .filter(|name| is_such(&name.to_string_lossy()))
        .count())
}
