//! What of Smithy a service uses.

use std::collections::BTreeSet;

use tinsmith::model::{Model, Shape, Traits};
use tinsmith::select::select;

/// The traits on a service and on all that it reaches, and the types of shapes among that, e.g.
/// `smithy.api#sparse` and `union`.
pub fn of(model: &Model, service: &Shape) -> BTreeSet<String> {
    let Ok(selection) = select(model, Some(service.id.as_str()), None) else {
        return BTreeSet::new();
    };
    let reached = selection.shapes.iter().filter_map(|id| model.shape(id));
    let shapes = reached.chain(selection.operations).chain([service]);
    let mut features = BTreeSet::new();
    for shape in shapes {
        features.insert(shape.kind.type_name().to_owned());
        features.extend(names(&shape.traits));
        features.extend(shape.members().flat_map(|member| names(&member.traits)));
    }
    features
}

fn names(traits: &Traits) -> impl Iterator<Item = String> {
    traits.iter().map(|(id, _)| id.to_owned())
}
