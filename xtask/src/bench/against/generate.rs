//! Generating with the generator of each state: the whole process, from the models' files to
//! formatted files.

use std::fs;
use std::path::{Path, PathBuf};

use super::Against;
use super::states::State;
use super::table::Comparison;
use crate::bench::compile::titled;
use crate::bench::generate::{ROUNDS, SERVICES};
use crate::bench::generator::spoil;
use crate::bench::places;
use crate::bench::rounds::{Limit, Peer, Samples, take_turns, told};
use crate::bench::scratch::Scratch;
use crate::bench::units;
use crate::bench::usage::Usage;
use crate::corpus::progress;
use crate::problem::Problem;

/// License Manager, SageMaker and EC2.
pub fn services(against: &Against<'_>) -> Result<Option<String>, Problem> {
    let context = against.context;
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let scratch = Scratch::new(&context.places)?;
    let mut table = Comparison::new(&against.states.header("the whole process"));
    let mut rounds = Vec::new();
    for (name, stem) in SERVICES {
        let model = models.join(stem).with_extension("json");
        let title = titled(name, &model)?;
        let work = |state: &State, folder: &Path| state.generator.model(&model, folder, None);
        let samples = measure(against, (stem, &scratch), context.limit(ROUNDS), work)?;
        rows(&mut table, &format!("{title}: "), &samples);
        rounds.push(samples[0].rounds());
    }
    finish(against, &table, &scratch, &rounds).map(Some)
}

/// All of AWS's models, on all cores.
pub fn all_models(against: &Against<'_>) -> Result<Option<String>, Problem> {
    let context = against.context;
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let work = |state: &State, folder: &Path| state.generator.corpus(models, folder);
    let scratch = Scratch::new(&context.places)?;
    let samples = measure(against, ("corpus", &scratch), context.limit(3), work)?;
    let mut table = Comparison::new(&against.states.header("all of AWS's models"));
    rows(&mut table, "", &samples);
    finish(against, &table, &scratch, &[samples[0].rounds()]).map(Some)
}

/// Both states in turns, when nothing has changed, and when every file is rewritten: the revision and
/// today of the one, then of the other.
fn measure(
    against: &Against<'_>,
    (name, scratch): (&'static str, &Scratch),
    limit: Limit,
    work: impl Fn(&State, &Path) -> Result<Usage, Problem>,
) -> Result<Vec<Samples>, Problem> {
    let places = &against.context.places;
    let states = against.states.released(places)?;
    let bar = progress::bar(name, 1);
    let mut folders: Vec<(&State, PathBuf)> = Vec::new();
    for state in states {
        let folder = scratch.folder(state.name).join(name);
        fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
        bar.set_message(format!("{}, what is there first", state.name));
        work(state, &folder)?;
        folders.push((state, folder));
    }
    let work = &work;
    let unchanged = folders.iter().map(|(state, folder)| Peer {
        name: state.name,
        work: Box::new(move || work(state, folder)),
    });
    let rewritten = folders.iter().map(|(state, folder)| Peer {
        name: state.name,
        work: Box::new(move || {
            spoil(folder)?;
            work(state, folder)
        }),
    });
    let mut peers: Vec<Peer<'_>> = unchanged.chain(rewritten).collect();
    let samples = take_turns(limit, &bar, &mut peers)?;
    bar.finish_and_clear();
    Ok(samples)
}

fn rows(table: &mut Comparison, of: &str, samples: &[Samples]) {
    let cases = ["nothing has changed", "every file is rewritten"];
    for (pair, case) in samples.chunks_exact(2).zip(cases) {
        let [before, today] = pair else { continue };
        let both = |of: fn(&Samples) -> _| [of(before), of(today)];
        let what = format!("{of}{case}");
        table.measured(&what, both(Samples::wall_middle), units::seconds);
        let what = format!("{of}{case}, user and system");
        table.measured(&what, both(Samples::cpu_middle), units::seconds);
        let peaks = [before, today].map(peak);
        table.counted(&format!("{of}{case}, peak memory"), peaks, units::bytes);
    }
}

fn finish(
    against: &Against<'_>,
    table: &Comparison,
    scratch: &Scratch,
    rounds: &[usize],
) -> Result<String, Problem> {
    let how = format!(
        "`tinsmith` built in release, into folders {} that hold the crates already. Medians of {}, in \
         turns",
        scratch.told(),
        told(rounds)
    );
    let note = against.states.note(&how, &against.context.places)?;
    Ok(table.markdown(&note))
}

fn peak(samples: &Samples) -> f64 {
    units::number(samples.peak())
}
