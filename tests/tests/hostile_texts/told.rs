//! Whatever is told of a model can be printed: problems, inspections, diffs, warnings.

use std::fs;
use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme};
use rayon::prelude::*;
use serde_json::Value;
use tinsmith::diagnostic::{Diagnostics, is_unprintable};
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{diff, inspect, ir, lower, model, protocol};

use crate::{leaves, texts, walk};

/// No line of plain text is longer, whatever a model says.
const LONGEST_LINE: usize = 6_000;

#[test]
fn whatever_a_model_says_what_is_told_of_it_can_be_printed() {
    let walks = walk::all();
    let models = crate::leaves_of_each_kind(&walks).into_iter();
    let models = models.map(|(walk, leaf)| (walk.name.clone(), walk.model.clone(), leaf));
    let wrong = wrong_models().into_iter().flat_map(|(name, model)| {
        let leaves = leaves::of(&model).into_iter();
        leaves
            .map(|leaf| (name.clone(), model.clone(), leaf))
            .collect::<Vec<_>>()
    });
    let text = format!("{} {}", texts::UNPRINTABLE, "w".repeat(20_000));
    let all: Vec<_> = models.chain(wrong).collect();
    let faults = all.into_par_iter().flat_map_iter(|(name, model, leaf)| {
        let old = leaf.text(&model).unwrap_or_default();
        let texts = [text.clone(), format!("{old}{text}")];
        let told = texts.map(|text| told_of(&model, &leaf.replaced(&model, &text)));
        let faults = told.into_iter().flatten().filter_map(|told| told.fault());
        faults
            .map(|fault| format!("{name}: {leaf}: {fault}"))
            .collect::<Vec<_>>()
    });
    crate::assert_none(&faults.collect::<Vec<_>>());
}

/// The models in `fixtures/bad`, which lead to every kind of problem.
fn wrong_models() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad");
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let models = paths.filter(|path| path.is_file()).filter_map(|path| {
        let text = fs::read_to_string(&path).ok()?;
        let name = path.file_name()?.to_string_lossy().into_owned();
        // Some are no JSON.
        Some((name, serde_json::from_str(&text).ok()?))
    });
    models.collect()
}

/// Something that is told.
struct Told {
    what: &'static str,
    text: String,
    /// With an excerpt of the file, whose lines are as long as they are.
    is_excerpt: bool,
}

impl Told {
    fn plain(what: &'static str, text: String) -> Self {
        Self {
            what,
            text,
            is_excerpt: false,
        }
    }

    fn fault(&self) -> Option<String> {
        let mut lines = self.text.split('\n');
        let fault = lines.find_map(|line| {
            if let Some(found) = line.chars().find(|c| is_unprintable(*c)) {
                return Some(format!("{found:?} is printed"));
            }
            let is_long = !self.is_excerpt && line.len() > LONGEST_LINE;
            is_long.then(|| format!("a line of {} bytes", line.len()))
        });
        fault.map(|fault| format!("{}: {fault}", self.what))
    }
}

/// Everything that is told of a model, and of what it changes.
fn told_of(old: &Value, new: &Value) -> Vec<Told> {
    let model = match model::parse([("model.json", format!("{new:#}"))]) {
        Ok(model) => model,
        Err(problems) => return of_problems(&problems),
    };
    let mut told = Vec::new();
    for (service, _) in model.services() {
        let inspection = inspect::service(&model, service, None).to_string();
        told.push(Told::plain("the inspection", inspection));
    }
    let services = match services(new) {
        Ok(services) => services,
        Err(problems) => return told.into_iter().chain(of_problems(&problems)).collect(),
    };
    for (service, warnings) in &services {
        told.extend(of_problems(warnings));
        for (old, _) in self::services(old).into_iter().flatten() {
            let diff = diff::between(&old, service);
            told.push(Told::plain("the diff", diff.text()));
            told.push(Told::plain("the diff in Markdown", diff.markdown()));
            told.push(Told::plain("the diff in JSON", diff.json().expect("JSON")));
        }
    }
    told
}

fn of_problems(problems: &Diagnostics) -> Vec<Told> {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let handler = handler.with_width(100).with_links(false);
    let mut told = vec![Told::plain("the problems", problems.to_string())];
    for problem in problems {
        let mut text = String::new();
        handler
            .render_report(&mut text, problem)
            .expect("text can be appended");
        told.push(Told {
            what: "a problem with its excerpt",
            text,
            is_excerpt: true,
        });
    }
    told
}

/// The services of a model as Rust sees them, each with its warnings.
fn services(model: &Value) -> Result<Vec<(ir::Service, Diagnostics)>, Diagnostics> {
    let model = model::parse([("model.json", model.to_string())])?;
    let mut modules = Scope::of_modules(&[]);
    let services = model.services().map(|(shape, _)| {
        let selection = select(&model, Some(shape.id.as_str()), None)?;
        let protocol = protocol::of(&model, shape)?;
        let service = lower::lower(&model, &selection, &protocol.rules(), &mut modules)?;
        let mut warnings = selection.left_out;
        warnings.extend(lower::auth::warnings(&model, &service));
        Ok((service, warnings.into()))
    });
    services.collect()
}
