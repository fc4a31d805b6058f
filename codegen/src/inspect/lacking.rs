//! What a model of botocore's does not say, which its Smithy model may: each with what an overlay would say.

use std::collections::BTreeSet;

use crate::model::traits::{
    ClientOptional, DefaultValue, EnumValue, HttpLabel, Paginated, Required,
};
use crate::model::{Member, Model, Operation, Shape, ShapeKind};
use crate::select::Selection;

/// What to do about all of it.
const OVERLAY: &str = "botocore's models say less than those in Smithy: a file of Smithy IDL that is given with this one, \
                       an overlay, says what is known of..";

/// How many examples are given of what is lacking.
const EXAMPLES: usize = 3;

/// All that is lacking; nothing where the service does not come from botocore.
pub(super) fn of(model: &Model, selection: &Selection<'_>) -> Vec<String> {
    if !model.sources().is_of_botocore(&selection.service.id) {
        return Vec::new();
    }
    let told = [
        defaults(model, selection),
        names_of_values(model, selection),
        optional_members(model, selection),
        pages(model, selection),
    ];
    let mut told: Vec<String> = told.into_iter().flatten().collect();
    if !told.is_empty() {
        told.insert(0, OVERLAY.to_owned());
    }
    told
}

/// Numbers and booleans that may be absent: nothing says which of them have a default.
fn defaults(model: &Model, selection: &Selection<'_>) -> Option<String> {
    let members = members(model, selection).filter(|member| {
        let has_it = member.traits.has::<DefaultValue>() || member.traits.has::<Required>();
        !has_it
            && model
                .target(member)
                .is_some_and(|target| is_number(&target.kind))
    });
    told(members, |ids, first| {
        format!(
            "the defaults of numbers and booleans, {ids}: `apply {first} @default(0)`, or `false`, where the service means it"
        )
    })
}

fn is_number(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::Boolean
            | ShapeKind::Byte
            | ShapeKind::Short
            | ShapeKind::Integer
            | ShapeKind::Long
            | ShapeKind::Float
            | ShapeKind::Double
    )
}

/// Values of enums out of which no name comes as people would give it.
fn names_of_values(model: &Model, selection: &Selection<'_>) -> Option<String> {
    let enums = selection.shapes.iter().filter_map(|id| model.shape(id));
    let enums = enums.filter(|shape| matches!(shape.kind, ShapeKind::Enum { .. }));
    let mut first = None;
    let mut values = Vec::new();
    for shape in enums {
        for member in shape.members() {
            let value = member.traits.get::<EnumValue>();
            let Some(value) = value.as_ref().and_then(|EnumValue(value)| value.as_str()) else {
                continue;
            };
            let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ');
            let is_of_value = letters(&member.name) == letters(value);
            if is_of_value && !value.chars().all(is_plain) {
                first.get_or_insert((shape.id.name(), value.to_owned()));
                values.push(format!("`{value}`"));
            }
        }
    }
    let (shape, value) = first?;
    Some(format!(
        "the names of values of enums, {}: `apply {shape} @enum([{{ value: \"{value}\", name: \"..\" }}])`",
        some_of(&values)
    ))
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Members that are required: nothing says which of them clients may leave out all the same.
fn optional_members(model: &Model, selection: &Selection<'_>) -> Option<String> {
    let inputs: BTreeSet<_> = selection
        .operations
        .iter()
        .filter_map(|shape| input(shape))
        .collect();
    let inputs = inputs.into_iter().filter_map(|id| model.shape(id));
    let members = inputs.flat_map(Shape::members).filter(|member| {
        let traits = &member.traits;
        // A label is in the path, and cannot be left out.
        traits.has::<Required>() && !(traits.has::<ClientOptional>() || traits.has::<HttpLabel>())
    });
    told(members, |ids, first| {
        format!(
            "which members of inputs clients may leave out although they are required, {ids}: `apply {first} @clientOptional`"
        )
    })
}

/// Operations that seem to answer page by page.
fn pages(model: &Model, selection: &Selection<'_>) -> Option<String> {
    let token_of = |id| {
        let members = model.shape(id)?.members();
        let mut tokens = members.filter(|member| member.name.eq_ignore_ascii_case("nextToken"));
        tokens.next().map(|member| member.name.clone())
    };
    let operations = selection.operations.iter().filter_map(|shape| {
        let ShapeKind::Operation(Operation { input, output, .. }) = &shape.kind else {
            return None;
        };
        let has_it = shape.traits.has::<Paginated>();
        let tokens = (token_of(input)?, token_of(output)?);
        (!has_it).then(|| (shape.id.name(), tokens))
    });
    let operations: Vec<_> = operations.collect();
    let (first, (input, output)) = operations.first()?;
    let names: Vec<String> = operations
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    Some(format!(
        "how operations answer page by page, {}: `apply {first} @paginated(inputToken: \"{input}\", outputToken: \"{output}\")`",
        some_of(&names)
    ))
}

fn input<'a>(operation: &'a &Shape) -> Option<&'a crate::model::ShapeId> {
    match &operation.kind {
        ShapeKind::Operation(operation) => Some(&operation.input),
        _ => None,
    }
}

/// The members of all structures.
fn members<'m>(model: &'m Model, selection: &'m Selection<'_>) -> impl Iterator<Item = &'m Member> {
    let shapes = selection.shapes.iter().filter_map(|id| model.shape(id));
    let structures = shapes.filter(|shape| matches!(shape.kind, ShapeKind::Structure { .. }));
    structures.flat_map(Shape::members)
}

/// What is told of members, where there are any: some of them, and the first.
fn told<'m>(
    members: impl Iterator<Item = &'m Member>,
    say: impl FnOnce(&str, &str) -> String,
) -> Option<String> {
    let names: Vec<String> = members
        .map(|member| {
            let id = member.id.as_str();
            id.split_once('#').map_or(id, |(_, name)| name).to_owned()
        })
        .collect();
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    Some(say(&some_of(&quoted), names.first()?))
}

/// The first of many, and how many more there are.
fn some_of(names: &[String]) -> String {
    let shown = names
        .iter()
        .take(EXAMPLES)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(EXAMPLES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
