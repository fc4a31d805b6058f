//! Reads the files of a service, and makes of them what the JSON AST would say: the service, its operations and
//! shapes of one file, and what the others say as traits that are applied to these.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::applied;
use super::document::{Metadata, Operation, ServiceFile, Shape};
use super::entries::Entries;
use super::files::{Kind, extended, stem};
use super::outline::Routes;
use super::protocols;
use super::service::Service;
use super::shape;
use super::text::{File, Text};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::ast::Definition;
use crate::model::json_fault::character;
use crate::model::shape_id::ShapeId;
use crate::model::sources::{Origin, Sources};
use crate::model::written::Written;

/// Reads the files that are in one folder; says whether each of them could be.
pub(in crate::model) fn read(
    files: &[File<'_>],
    sources: &Sources,
    written: &mut [Written],
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let before = problems.len();
    let texts: Vec<Text<'_>> = texts(files, problems);
    let (services, others): (Vec<_>, Vec<_>) = texts
        .iter()
        .partition(|text| text.file.kind == Kind::Service);
    match services.as_slice() {
        _ if problems.len() > before => {}
        [] => {
            let say_something = files.iter().filter(|file| file.kind != Kind::Other);
            problems.extend(say_something.map(alone));
        }
        [_, second, ..] if !others.is_empty() => problems.push(ambiguous(&second.file)),
        services => {
            for service in services {
                if let Err(problem) = self::service(service, &others, sources, written, problems) {
                    problems.push(problem);
                    return false;
                }
            }
            return true;
        }
    }
    problems.len() == before
}

/// The files that are read, each with its extras.
fn texts<'a>(files: &[File<'a>], problems: &mut Vec<Diagnostic>) -> Vec<Text<'a>> {
    let extras = files.iter().filter(|file| file.kind == Kind::Extras);
    let extras: HashMap<&str, &File<'_>> = extras
        .filter_map(|file| Some((extended(Path::new(file.source.name()))?, file)))
        .collect();
    let read = files
        .iter()
        .filter(|file| !matches!(file.kind, Kind::Extras | Kind::Other));
    let texts = read.filter_map(|file| {
        let extras = extras.get(stem(Path::new(file.source.name())));
        let text = Text::new(*file, extras.copied().copied());
        text.map_err(|problem| problems.push(problem)).ok()
    });
    texts.collect()
}

/// A file that belongs to a service which is not there.
fn alone(file: &File<'_>) -> Diagnostic {
    let name = file.source.name();
    let message = format!(
        "`{name}` has {} of a service of botocore, which is not there",
        file.kind
    );
    Diagnostic::new(Code::NotAModel, message)
        .at(character(file.source, 0))
        .help("give the folder of the service, in which there is a `service-2.json` too")
}

/// A second service beside files that belong to one.
fn ambiguous(service: &File<'_>) -> Diagnostic {
    let name = service.source.name();
    let message = format!(
        "`{name}` is a second service of botocore in its folder, and nothing says of which the others are"
    );
    Diagnostic::new(Code::NotAModel, message)
        .at(character(service.source, 0))
        .help("give each service a folder of its own")
}

/// Reads the file of a service and what is beside it; says whether it is one.
fn service(
    text: &Text<'_>,
    others: &[&Text<'_>],
    sources: &Sources,
    written: &mut [Written],
    problems: &mut Vec<Diagnostic>,
) -> Result<(), Diagnostic> {
    let file: ServiceFile<'_> = text.whole()?;
    let metadata: Metadata = text.part(file.metadata, &["metadata"], "`metadata`")?;
    let mut entries = Entries {
        text,
        lost: Vec::new(),
        problems,
    };
    let operations = entries.of::<Operation>(&file.operations, "operations");
    let shapes = entries.of::<Shape>(&file.shapes, "shapes");
    let lost = entries.lost;
    let service = Service::new(&metadata, &operations, &shapes);
    let mut all = Definitions {
        text,
        problems,
        routes: HashMap::new(),
        all: Vec::new(),
        lost: lost.iter().map(|name| service.names.shape(name)).collect(),
    };
    let definition = service.service_definition(&metadata, &file);
    all.protocols(&service, &metadata);
    all.add(&service.id, &["metadata"], definition);
    for (name, operation) in &operations {
        let id = service.names.id(name);
        all.add(&id, &["operations", name], service.operation(operation));
    }
    for (name, shape) in &shapes {
        all.shape(&service, name, shape);
    }
    let routes = all.add_to(&mut written[text.file.index], sources);
    for other in others {
        other.set_places(&routes, sources);
        for applied in applied::of(other, &service, problems)? {
            // What is no id is told where it is defined.
            let Ok(id) = applied.id.parse::<ShapeId>() else {
                continue;
            };
            let keys: Vec<&str> = applied.keys.iter().map(String::as_str).collect();
            let (origin, definition) = (other.origin(&keys), applied.definition);
            written[other.file.index].add(id, definition, origin, sources, problems);
        }
    }
    Ok(())
}

/// The definitions of a file, which are added to the model when it is known where each is.
struct Definitions<'a, 'p> {
    text: &'a Text<'a>,
    problems: &'p mut Vec<Diagnostic>,
    routes: HashMap<ShapeId, Vec<String>>,
    all: Vec<(ShapeId, Definition, Origin)>,
    /// The ids of what could not be read.
    lost: Vec<String>,
}

impl Definitions<'_, '_> {
    /// Tells that a service has no protocol that is known.
    fn protocols(&mut self, service: &Service<'_>, metadata: &Metadata) {
        let key = match metadata.protocols.as_slice() {
            [] => "protocol",
            _ => "protocols",
        };
        let problem = protocols::unknown(metadata);
        let place = || self.text.place(&["metadata", key]);
        let problem = problem.map(|problem| problem.shape(&service.id).at(place()));
        self.problems.extend(problem);
    }

    /// Adds all of them to the model, and says which keys lead to each.
    fn add_to(self, written: &mut Written, sources: &Sources) -> Routes {
        let routes = Arc::new(self.routes);
        self.text.set_places(&routes, sources);
        let lost = self.lost.iter().filter_map(|id| id.parse().ok());
        written.unread.extend(lost);
        for (id, definition, origin) in self.all {
            written.add(id, definition, origin, sources, self.problems);
        }
        routes
    }

    fn add(&mut self, id: &str, route: &[&str], definition: Definition) {
        let id: ShapeId = match id.parse() {
            Ok(id) => id,
            Err(error) => {
                let problem = Diagnostic::new(Code::InvalidShapeId, format!("{error}"))
                    .at(self.text.place(route))
                    .help("give it a name of letters, digits and `_`");
                return self.problems.push(problem);
            }
        };
        let route_of_id = route.iter().map(|key| (*key).to_owned()).collect();
        self.routes.insert(id.clone(), route_of_id);
        self.all.push((id, definition, self.text.origin(route)));
    }

    /// Adds a shape, and those that are made of it.
    fn shape(&mut self, service: &Service<'_>, name: &str, shape: &Shape) {
        let id = service.names.shape(name);
        let route = ["shapes", name];
        let Some(definition) = service.definition(name, shape) else {
            let place = self.text.place(&["shapes", name, "type"]);
            self.problems
                .push(shape::unknown_type(name, &shape.kind).shape(&id).at(place));
            return self.lost.push(id);
        };
        // Those of the prelude are there already.
        if !service.names.is_prelude(&id) {
            self.add(&id, &route, definition);
        }
        for (made, id) in service.made_of(name) {
            if let Some(definition) = service.made(name, shape, made) {
                self.add(id, &route, definition);
            }
        }
    }
}
