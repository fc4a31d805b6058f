//! Checking crates that each state generates from the same model, when all that they depend on has
//! been built.

use std::path::Path;

use super::Against;
use super::table::Comparison;
use crate::bench::alone::Crate;
use crate::bench::cargo::Profile;
use crate::bench::compile::{Compiled, titled};
use crate::bench::crates::generated;
use crate::bench::generator::source_bytes;
use crate::bench::places;
use crate::bench::rounds::{Peer, Samples, take_turns, told};
use crate::bench::units;
use crate::corpus::progress;
use crate::problem::Problem;

/// What is generated of a model: the name of its crate, how it is told, its operations.
type Variant<'v> = (&'v str, &'v str, Option<&'v str>);

/// A service with all of its operations, and with some, in so many rounds.
pub fn compare(
    against: &Against<'_>,
    service: &Compiled,
    rounds: u32,
) -> Result<Option<String>, Problem> {
    let Some(models) = against.context.places.models() else {
        return Ok(None);
    };
    let model = models.join(service.model).with_extension("json");
    let fewer = service.fewer.as_ref();
    let fewer = fewer.map(|fewer| (fewer.package, fewer.told, Some(fewer.operations)));
    let mut variants = vec![(service.model, "all", None)];
    variants.extend(fewer);
    let mut crates = Vec::new();
    for variant in &variants {
        crates.extend(both(against, &model, variant)?);
    }
    let bar = progress::bar("compile", 2);
    bar.set_message("what is depended on");
    for krate in &crates {
        krate.build_dependencies(Profile::Check)?;
    }
    bar.inc(1);
    let peers = crates.iter().map(|krate| Peer {
        name: &krate.package,
        work: Box::new(move || krate.compile(Profile::Check)),
    });
    let limit = against.context.exactly(rounds);
    let samples = take_turns(limit, &bar, &mut peers.collect::<Vec<_>>())?;
    bar.finish_and_clear();
    let title = titled(service.service, &model)?;
    table(against, &title, &variants, &crates, &samples).map(Some)
}

/// The revision's crate, and today's.
fn both(against: &Against<'_>, model: &Path, variant: &Variant<'_>) -> Result<[Crate; 2], Problem> {
    let places = &against.context.places;
    let (name, _, operations) = variant;
    let [before, today] = against.states.quick(places)?;
    let [before, today] = [before, today].map(|state| {
        let name = format!("{name}-{}", state.name);
        // What one generator leaves behind is not for another to read.
        places::remove(&places.bench("crates").join(&name))?;
        generated(&name, places, |folder| {
            state.generator.model(model, folder, *operations)
        })
    });
    Ok([before?, today?])
}

fn table(
    against: &Against<'_>,
    title: &str,
    variants: &[Variant<'_>],
    crates: &[Crate],
    samples: &[Samples],
) -> Result<String, Problem> {
    let mut table = Comparison::new(&against.states.header(title));
    for (pair, (_, label, _)) in samples.chunks_exact(2).zip(variants) {
        let [before, today] = pair else { continue };
        let both = |of: fn(&Samples) -> _| [of(before), of(today)];
        let what = format!("`cargo check`, {label}: user and system");
        table.measured(&what, both(Samples::cpu_middle), units::seconds);
        let what = format!("`cargo check`, {label}: from start to end");
        table.measured(&what, both(Samples::wall_middle), units::seconds);
        let peaks = [before, today].map(peak);
        table.counted(&format!("peak memory, {label}"), peaks, units::bytes);
    }
    for (pair, (_, label, _)) in crates.chunks_exact(2).zip(variants) {
        let [before, today] = pair else { continue };
        let bytes = |krate: &Crate| source_bytes(&krate.source).map(units::number);
        let bytes = [bytes(before)?, bytes(today)?];
        table.counted(&format!("source, {label}"), bytes, units::bytes);
    }
    let rounds: Vec<usize> = samples.iter().take(1).map(Samples::rounds).collect();
    let how = format!(
        "The crate alone, what it depends on being built before; `CARGO_INCREMENTAL=0`. Medians of \
         {}, in turns",
        told(&rounds)
    );
    let note = against.states.note(&how, &against.context.places)?;
    Ok(table.markdown(&note))
}

fn peak(samples: &Samples) -> f64 {
    units::number(samples.peak())
}
