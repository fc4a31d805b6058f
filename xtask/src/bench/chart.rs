//! What generating and compiling cost over the number of operations: a table, and a chart of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use indicatif::ProgressBar;

use super::cargo::Profile;
use super::crates::generated;
use super::generator::Generator;
use super::rounds::{Limit, Peer, take_turns};
use super::svg::{Line, Panel, draw};
use super::table::Table;
use super::usage::Usage;
use super::{Context, operations, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// The models whose operations are taken, since none alone has 700: their files.
const MODELS: [&str; 3] = ["sagemaker.json", "glue.json", "ssm.json"];

/// How many operations are taken.
const COUNTS: [usize; 8] = [1, 100, 200, 300, 400, 500, 600, 700];

/// How often a crate is generated.
const ROUNDS: u32 = 5;

/// What crates of so many operations cost, in seconds.
struct Cost {
    operations: usize,
    generating: f64,
    check: f64,
    debug: f64,
}

/// Measures, and draws `operations.svg`.
pub fn chart(context: &Context) -> Result<Option<String>, Problem> {
    let Some(models) = context.places.models() else {
        return Ok(None);
    };
    let operations = all_operations(models)?;
    let generator = context.generator()?;
    let bar = progress::bar("chart", 3 * COUNTS.len());
    let mut costs = Vec::new();
    for count in COUNTS {
        bar.set_message(format!("{count} operations"));
        let chosen = evenly(&operations, count);
        let manifest = manifest(context, models, count, &chosen)?;
        costs.push(cost(context, generator, &manifest, count, &bar)?);
    }
    bar.finish_and_clear();
    let path = context.out.join("operations.svg");
    fs::write(&path, draw(&panels(&costs))).map_err(|error| places::unwritable(&path, error))?;
    table(&costs, context).map(Some)
}

/// An operation: the number of its model, and its name.
type Operation = (usize, String);

/// All operations of all models.
fn all_operations(models: &Path) -> Result<Vec<Operation>, Problem> {
    let mut all = Vec::new();
    for (number, model) in MODELS.iter().enumerate() {
        let names = operations::of(&models.join(model))?;
        all.extend(names.into_iter().map(|name| (number, name)));
    }
    Ok(all)
}

/// So many of them, with the same distance from one to the next.
fn evenly<T>(all: &[T], count: usize) -> Vec<&T> {
    let count = count.min(all.len());
    (0..count).map(|at| &all[at * all.len() / count]).collect()
}

/// The manifest of a crate with these operations.
fn manifest(
    context: &Context,
    models: &Path,
    count: usize,
    operations: &[&Operation],
) -> Result<std::path::PathBuf, Problem> {
    let folder = context.places.bench("crates");
    fs::create_dir_all(&folder).map_err(|error| places::unwritable(&folder, error))?;
    let name = package(count);
    let mut text = format!("[crate]\nname = \"{name}\"\npath = \"{name}\"\n");
    for (number, model) in MODELS.iter().enumerate() {
        let of_model = operations.iter().filter(|(of, _)| *of == number);
        let names: Vec<&str> = of_model.map(|(_, name)| name.as_str()).collect();
        if !names.is_empty() {
            let model = models.join(model);
            let _ = write!(
                text,
                "\n[[service]]\nmodel = [{:?}]\noperations = {names:?}\n",
                model.display().to_string()
            );
        }
    }
    let path = folder.join(format!("{name}.toml"));
    fs::write(&path, text).map_err(|error| places::unwritable(&path, error))?;
    Ok(path)
}

fn package(count: usize) -> String {
    format!("operations-{count}")
}

/// What one crate costs. It is generated once before anything is timed.
fn cost(
    context: &Context,
    generator: &Generator,
    manifest: &Path,
    operations: usize,
    bar: &ProgressBar,
) -> Result<Cost, Problem> {
    let krate = generated(&package(operations), &context.places, |_| {
        generator.manifest(manifest)
    })?;
    let name = format!("{operations} operations");
    let median = |limit: Limit, work: &dyn Fn() -> Result<Usage, Problem>| {
        let peer = Peer {
            name: &name,
            work: Box::new(work),
        };
        let samples = take_turns(limit, bar, &mut [peer])?;
        Ok::<f64, Problem>(samples[0].wall())
    };
    let compile = |profile| {
        krate.build_dependencies(profile)?;
        median(context.limit(1), &|| krate.compile(profile))
    };
    Ok(Cost {
        operations,
        generating: median(context.limit(ROUNDS), &|| generator.manifest(manifest))?,
        check: compile(Profile::Check)?,
        debug: compile(Profile::Debug)?,
    })
}

fn panels(costs: &[Cost]) -> [Panel; 2] {
    let line = |name: &str, of: fn(&Cost) -> f64| {
        let points = costs.iter().map(|cost| {
            let operations = u32::try_from(cost.operations).unwrap_or(u32::MAX);
            (f64::from(operations), of(cost))
        });
        Line {
            name: name.to_owned(),
            points: points.collect(),
        }
    };
    [
        Panel {
            title: "generate, in seconds".to_owned(),
            lines: vec![line("tinsmith", |cost| cost.generating)],
        },
        Panel {
            title: "compile the crate alone, in seconds".to_owned(),
            lines: vec![
                line("cargo build", |cost| cost.debug),
                line("cargo check", |cost| cost.check),
            ],
        },
    ]
}

fn table(costs: &[Cost], context: &Context) -> Result<String, Problem> {
    let mut table = Table::new(&["operations", "generate", "`cargo check`", "`cargo build`"]);
    for cost in costs {
        table.row([
            cost.operations.to_string(),
            units::seconds(cost.generating),
            units::seconds(cost.check),
            units::seconds(cost.debug),
        ]);
    }
    let versions = versions::of(&context.places, &[])?;
    let note = format!(
        "Operations of SageMaker, Glue and Systems Manager, taken evenly from all of theirs. The crate alone, what \
         it depends on being built before; `CARGO_INCREMENTAL=0`. {versions}."
    );
    Ok(table.markdown(&note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_taken_evenly_and_each_once() {
        let all: Vec<usize> = (0..766).collect();
        assert_eq!(evenly(&all, 3), [&0, &255, &510]);
        assert_eq!(evenly(&all, 766).len(), 766);
        assert_eq!(evenly(&all, 9000).len(), 766);
    }
}
