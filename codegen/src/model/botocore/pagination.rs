//! How operations answer page by page, as far as Smithy can say it: one token, and one list of items.

use serde_json::{Map, Value};

use super::beside::{OneOrMore, Paginator};
use super::document::{Operation, Shape};
use super::service::Service;

/// The types that a page's size may be of.
const NUMBERS: [&str; 4] = ["byte", "short", "integer", "long"];

impl Service<'_> {
    /// The value of `@paginated`; `None` where Smithy could not say it, or it makes no sense for the operation.
    pub(super) fn paginated(&self, operation: &Operation, paginator: &Paginator) -> Option<Value> {
        let input = operation.input.as_ref()?.shape.as_str();
        let output = operation.output.as_ref()?.shape.as_str();
        let input_token = paginator.input_token.one()?;
        let output_token = paginator.output_token.one()?;
        self.at(input, input_token)
            .filter(|_| !input_token.contains('.'))?;
        self.at(output, output_token)?;
        let mut said = Map::new();
        said.insert("inputToken".to_owned(), input_token.into());
        said.insert("outputToken".to_owned(), output_token.into());
        let items = paginator.result_key.as_ref().and_then(OneOrMore::one);
        let is_many = |shape: &&Shape| ["list", "map"].contains(&shape.kind.as_str());
        if let Some(items) = items
            && self.at(output, items).is_some_and(|shape| is_many(&shape))
        {
            said.insert("items".to_owned(), items.into());
        }
        let is_number = |shape: &&Shape| NUMBERS.contains(&shape.kind.as_str());
        if let Some(size) = paginator
            .limit_key
            .as_deref()
            .filter(|key| !key.contains('.'))
            && self.at(input, size).is_some_and(|shape| is_number(&shape))
        {
            said.insert("pageSize".to_owned(), size.into());
        }
        Some(Value::Object(said))
    }

    /// The shape to which a path leads from a structure that is members alone: `a.b`.
    fn at<'s>(&'s self, mut structure: &'s str, path: &str) -> Option<&'s Shape> {
        for name in path.split('.') {
            structure = &self.member(structure, name)?.shape;
        }
        self.shape(structure)
    }
}
