//! Names stay when a model grows: more operations rename nothing, but what they truly collide with.

mod fixture_models;

use std::collections::{BTreeMap, BTreeSet};

use tinsmith::model::{self, Model};
use tinsmith::rust::{Ident, Scope};
use tinsmith::select::select;
use tinsmith::{ir, lower, protocol};
use tinsmith_tests::corpus;

/// Names by what they name: its kind, and its id in the model.
type Names = BTreeMap<(&'static str, String), Ident>;

#[test]
fn an_operation_more_renames_only_what_it_takes_the_name_of() {
    let corpus = corpus::folder().map(|folder| corpus::models(&folder.join("protocol-tests")));
    let mut compared = 0;
    for path in fixture_models::all()
        .into_iter()
        .chain(corpus.unwrap_or_default())
    {
        let model = model::load(&[&path]).unwrap_or_else(|problems| panic!("{problems}"));
        for (service, _) in model.services() {
            let id = service.id.as_str();
            if protocol::of(&model, service).is_err() {
                continue;
            }
            let whole = lowered(&model, id, None);
            let operations: Vec<&str> = whole.operations.iter().map(|o| &*o.wire_name).collect();
            for part in parts(&operations) {
                assert_kept(&names(&lowered(&model, id, Some(&part))), &names(&whole));
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "only {compared} comparisons");
}

/// All but one of these; the first half and the second; each fourth.
fn parts(operations: &[&str]) -> Vec<Vec<String>> {
    let (first, second) = operations.split_at(operations.len() / 2);
    let mut parts = vec![first.to_vec(), second.to_vec()];
    parts.push(operations.iter().copied().step_by(4).collect());
    for (at, left_out) in operations.iter().enumerate().take(20) {
        let all = operations.iter().enumerate();
        let others = all.filter(|(other, _)| *other != at);
        parts.push(others.map(|(_, operation)| *operation).collect());
        parts.push(vec![left_out]);
    }
    let owned = |part: Vec<&str>| part.into_iter().map(str::to_owned).collect();
    parts.into_iter().map(owned).collect()
}

fn assert_kept(part: &Names, whole: &Names) {
    for ((kind, id), name) in part {
        let now = &whole[&(*kind, id.clone())];
        // A builder is called as what it builds.
        let structure = ("structure", id.clone());
        let follows = *kind == "builder" && part.get(&structure) != whole.get(&structure);
        if now != name && !follows {
            let taken: BTreeSet<&Ident> = whole
                .iter()
                .filter(|((_, other), _)| other != id)
                .map(|(_, name)| name)
                .collect();
            assert!(
                taken.contains(name),
                "{kind} {id} was `{name}` and is `{now}`, but nothing else is called `{name}`"
            );
        }
    }
}

fn names(service: &ir::Service) -> Names {
    let mut names = Names::new();
    let mut put = |kind, id: String, name: &Ident| _ = names.insert((kind, id), name.clone());
    put("service", service.id.to_string(), &service.name);
    for required in &service.required {
        put("marker", required.setter.to_string(), &required.marker);
    }
    let mut structures: Vec<(&ir::Structure, String)> = Vec::new();
    for operation in &service.operations {
        let id = operation.id.to_string();
        put("operation", id.clone(), &operation.name);
        put("error", id.clone(), &operation.error.name);
        structures.push((&operation.input, format!("input of {id}")));
        structures.push((&operation.output, format!("output of {id}")));
    }
    let errors = service.errors.iter();
    structures.extend(errors.map(|error| (error, error.id.to_string())));
    for shape in &service.types {
        match shape {
            ir::Shape::Structure(structure) => {
                structures.push((structure, structure.id.to_string()));
            }
            ir::Shape::Union(union) => put("union", union.id.to_string(), &union.name),
            ir::Shape::Enum(enum_) => put("enum", enum_.id.to_string(), &enum_.name),
        }
    }
    for (structure, id) in structures {
        put("structure", id.clone(), &structure.name);
        put("builder", id.clone(), &structure.builder);
        for member in &structure.members {
            put("member", format!("{id}: {}", member.id), &member.name);
        }
    }
    names
}

fn lowered(model: &Model, service: &str, operations: Option<&[String]>) -> ir::Service {
    let selection = select(model, Some(service), operations).expect("operations of the service");
    let protocol = protocol::of(model, selection.service).expect("a protocol");
    let mut modules = Scope::of_modules(&[]);
    lower::lower(model, &selection, &protocol.rules(), &mut modules).expect("a service")
}
