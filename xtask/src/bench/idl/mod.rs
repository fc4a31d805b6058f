//! Models in Smithy IDL: reading them, generating from them next to generating from the JSON AST, and
//! writing that AST next to the JVM's tool for it, where it is installed.

mod jvm;
mod project;
mod reading;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::generator::{Generator, files, spoil};
use super::rounds::{Peer, Samples, take_turns};
use super::table::Table;
use super::{Context, measured, micro, places, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;
pub use reading::Reading;

/// How often a model is read in one process.
const READINGS: u32 = 50;

/// How many rounds whole processes have.
const ROUNDS: u32 = 15;

/// All three; what is read is the official protocol tests, where the corpus is, and else our project alone.
pub fn models(context: &Context) -> Result<String, Problem> {
    let folder = context.places.bench("idl");
    let project = project::write(&folder.join("project"))?;
    let tests = context.places.idl_of_protocol_tests()?;
    let generator = context.generator()?;
    let mut read = vec![("1,000 shapes", std::slice::from_ref(&project))];
    if let Some(tests) = &tests {
        read.insert(0, ("the official protocol tests", tests));
    }
    let mut tables = vec![
        reading_them(generator, context, &read)?,
        generating(generator, context, &project)?,
    ];
    if let Some(smithy) = jvm::smithy() {
        let (title, model) = read[0];
        tables.push(as_ast(generator, context, (title, model), &smithy)?);
    }
    Ok(tables.join("\n"))
}

/// Reading in one process, files and all, up to a checked model.
fn reading_them(
    generator: &Generator,
    context: &Context,
    models: &[(&str, &[PathBuf])],
) -> Result<String, Problem> {
    let mut table = Table::new(&["reading", "files", "", "time", "MB per second and core"]);
    let rounds = context.runs.unwrap_or(READINGS);
    for (title, model) in models {
        let mut command = generator.command("reading");
        command.args(["--rounds", &rounds.to_string()]).args(*model);
        let measured = micro::run(&mut command)?;
        let idl = idl_files(model)?;
        let ast = context.places.bench("idl/read.json");
        write_ast(generator, context, model, &ast)?;
        let texts = [
            ("Smithy IDL", reading::IDL, idl.clone()),
            (
                "its JSON AST",
                reading::AST,
                vec![(ast.clone(), bytes(&ast)?)],
            ),
        ];
        for (notation, peer, files) in texts {
            let size = units::number(files.iter().map(|(_, bytes)| bytes).sum());
            let time = measured.median_of(peer)?;
            table.row([
                format!("{title}: {notation}"),
                files.len().to_string(),
                units::bytes(size),
                units::seconds(time),
                units::ratio(size / 1e6, time),
            ]);
        }
    }
    let note = format!(
        "In one process and on one core, from the files to a checked model. Medians of {rounds} rounds, \
         in turns. {}.",
        versions::of(&context.places, &[])?
    );
    Ok(table.markdown(&note))
}

/// The whole process, from a project's files to those of the crate.
fn generating(generator: &Generator, context: &Context, project: &Path) -> Result<String, Problem> {
    let ast = context.places.bench("idl/project.json");
    write_ast(generator, context, &[project.to_owned()], &ast)?;
    let models = [("Smithy IDL", project), ("its JSON AST", &ast)];
    let mut peers: Vec<Peer<'_>> = Vec::new();
    for (index, (name, model)) in models.into_iter().enumerate() {
        let out = context.places.bench(&format!("idl/generated{index}"));
        fs::create_dir_all(&out).map_err(|error| places::unwritable(&out, error))?;
        generator.model(model, &out, None)?;
        let work = move || {
            spoil(&out)?;
            generator.model(model, &out, None)
        };
        peers.push(Peer {
            name,
            work: Box::new(work),
        });
    }
    let title = "generating from 1,000 shapes, every file rewritten";
    in_turns(context, title, &mut peers)
}

/// Writing the JSON AST, as the JVM's tool does.
fn as_ast(
    generator: &Generator,
    context: &Context,
    (title, model): (&str, &[PathBuf]),
    smithy: &jvm::Smithy,
) -> Result<String, Problem> {
    let log = context.places.bench("idl/ast.log");
    let mut peers = [
        Peer {
            name: "`tinsmith ast`",
            work: Box::new(|| measured::run(generator.command("ast").args(model), &log)),
        },
        Peer {
            name: &smithy.version,
            work: Box::new(|| measured::run(jvm::ast().args(model), &log)),
        },
    ];
    in_turns(context, &format!("writing the AST of {title}"), &mut peers)
}

/// Lets whole processes take turns, and shows what each took, and how much more than the last.
fn in_turns(context: &Context, title: &str, peers: &mut [Peer<'_>]) -> Result<String, Problem> {
    let bar = progress::bar("idl", 1);
    let samples = take_turns(context.limit(ROUNDS), &bar, peers)?;
    bar.finish_and_clear();
    let mut table = Table::new(&[
        title,
        "time",
        "of processors",
        "of the last's",
        "peak memory",
    ]);
    let last = samples.last().map_or(0.0, Samples::cpu);
    for (peer, of) in peers.iter().zip(&samples) {
        table.row([
            peer.name.to_owned(),
            units::seconds(of.wall()),
            units::seconds(of.cpu()),
            units::ratio(of.cpu(), last),
            units::bytes(units::number(of.peak())),
        ]);
    }
    let rounds = samples.first().map_or(0, Samples::rounds);
    let versions = versions::of(&context.places, &[])?;
    let note = format!(
        "Whole processes, `tinsmith` built in release. Medians of {rounds} rounds, in turns. {versions}."
    );
    Ok(table.markdown(&note))
}

/// Writes the JSON AST of a model into a file.
fn write_ast(
    generator: &Generator,
    context: &Context,
    model: &[PathBuf],
    out: &Path,
) -> Result<(), Problem> {
    let mut command: Command = generator.command("ast");
    command.arg("--out").arg(out).args(model);
    measured::run(&command, &context.places.bench("idl/ast.log")).map(drop)
}

/// The files in Smithy IDL that these folders have, and how large each is.
fn idl_files(model: &[PathBuf]) -> Result<Vec<(PathBuf, u64)>, Problem> {
    let mut found = Vec::new();
    for folder in model {
        found.extend(files(folder)?);
    }
    found.retain(|(path, _)| path.extension().is_some_and(|ending| ending == "smithy"));
    Ok(found)
}

fn bytes(path: &Path) -> Result<u64, Problem> {
    let metadata = fs::metadata(path);
    let unreadable = |error| Problem::new(format!("cannot read `{}`: {error}", path.display()));
    metadata.map(|file| file.len()).map_err(unreadable)
}
