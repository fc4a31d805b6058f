//! What the files beside that of a service say of it and of its operations: traits that are applied to these.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::beside::{Example, ExamplesFile, Paginator, PaginatorsFile, Waiter, WaitersFile};
use super::document::Operation;
use super::entries::Entries;
use super::examples;
use super::files::Kind;
use super::service::Service;
use super::text::Text;
use super::waiters;
use crate::diagnostic::Diagnostic;
use crate::model::ast::Definition;

/// What is applied to a shape.
pub(super) struct Applied {
    pub(super) id: String,
    /// The keys that lead to what says it.
    pub(super) keys: Vec<String>,
    pub(super) definition: Definition,
}

/// What a file applies.
pub(super) fn of(
    text: &Text<'_>,
    service: &Service<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Result<Vec<Applied>, Diagnostic> {
    let Some(id) = text.file.kind.of_trait() else {
        return Ok(Vec::new());
    };
    let operations = service.operations.iter();
    let operations = operations.map(|(name, operation)| (name.as_str(), operation));
    let operations: HashMap<&str, &Operation> = operations.collect();
    let entries = Entries {
        text,
        lost: Vec::new(),
        problems,
    };
    let values = match text.file.kind {
        Kind::Paginators => paginators(entries, service, &operations)?,
        Kind::Waiters => waiters(entries, service, &operations)?,
        Kind::Examples => examples(entries, &operations)?,
        _ => {
            return Ok(vec![Applied {
                id: service.id.clone(),
                keys: Vec::new(),
                definition: apply(id, text.whole()?),
            }]);
        }
    };
    let applied = values.into_iter().map(|(name, keys, value)| Applied {
        id: service.names.id(&name),
        keys,
        definition: apply(id, value),
    });
    Ok(applied.collect())
}

/// Values of a trait for operations, by their names, each with the keys that lead to it.
type Values = Vec<(String, Vec<String>, Value)>;

fn paginators(
    mut entries: Entries<'_, '_>,
    service: &Service<'_>,
    operations: &HashMap<&str, &Operation>,
) -> Result<Values, Diagnostic> {
    let file: PaginatorsFile<'_> = entries.text.whole()?;
    let paginators = entries.of::<Paginator>(&file.pagination, "pagination");
    let values = paginators.into_iter().filter_map(|(name, paginator)| {
        let value = service.paginated(operations.get(name.as_str())?, &paginator)?;
        let keys = vec!["pagination".to_owned(), name.clone()];
        Some((name, keys, value))
    });
    Ok(values.collect())
}

fn waiters(
    mut entries: Entries<'_, '_>,
    service: &Service<'_>,
    operations: &HashMap<&str, &Operation>,
) -> Result<Values, Diagnostic> {
    let file: WaitersFile<'_> = entries.text.whole()?;
    let mut of_operations: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for (name, waiter) in entries.of::<Waiter>(&file.waiters, "waiters") {
        let operation = operations.get(waiter.operation.as_str());
        if let Some(value) = operation.and_then(|of| waiters::definition(&waiter, of, service)) {
            let waiters = of_operations.entry(waiter.operation).or_default();
            waiters.insert(name, value);
        }
    }
    let values = of_operations
        .into_iter()
        .map(|(name, waiters)| (name, vec!["waiters".to_owned()], Value::Object(waiters)));
    Ok(values.collect())
}

fn examples(
    mut entries: Entries<'_, '_>,
    operations: &HashMap<&str, &Operation>,
) -> Result<Values, Diagnostic> {
    let file: ExamplesFile<'_> = entries.text.whole()?;
    let examples = entries.of::<Vec<Example>>(&file.examples, "examples");
    let known = examples
        .into_iter()
        .filter(|(name, _)| operations.contains_key(name.as_str()));
    let values = known.map(|(name, examples)| {
        let keys = vec!["examples".to_owned(), name.clone()];
        (name, keys, examples::list(examples))
    });
    Ok(values.collect())
}

fn apply(id: &str, value: Value) -> Definition {
    let mut definition = Definition::new("apply".to_owned());
    definition.traits.set(id, value);
    definition
}
