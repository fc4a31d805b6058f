//! Constraints in words, for people who read the documentation of a member.

use crate::model::traits::{Length, Range};
use crate::model::{Member, Shape, ShapeKind, Traits};

/// `At most 3 items.`, `1 to 100.`: what `@length` and `@range` say of a member, where they say
/// anything. The member's own constraints take precedence over its target's.
pub(super) fn in_words(member: &Member, target: Option<&Shape>) -> Option<String> {
    let target = target?;
    let both = [&member.traits, &target.traits];
    let length = both
        .iter()
        .find_map(|traits: &&Traits| traits.get::<Length>());
    if let Some(Length { min, max }) = length {
        let [one, many] = unit(&target.kind)?;
        let words = between(
            min.filter(|min| *min > 0).map(|min| min.to_string()),
            max.map(|max| max.to_string()),
        )?;
        let unit = if max.or(min) == Some(1) { one } else { many };
        return Some(format!("{words} {unit}."));
    }
    let Range { min, max } = both
        .iter()
        .find_map(|traits: &&Traits| traits.get::<Range>())?;
    Some(
        between(
            min.map(|min| min.to_string()),
            max.map(|max| max.to_string()),
        )? + ".",
    )
}

fn unit(kind: &ShapeKind) -> Option<[&'static str; 2]> {
    Some(match kind {
        ShapeKind::String | ShapeKind::Enum { .. } => ["character", "characters"],
        ShapeKind::Blob => ["byte", "bytes"],
        ShapeKind::List { .. } => ["item", "items"],
        ShapeKind::Map { .. } => ["entry", "entries"],
        _ => return None,
    })
}

fn between(min: Option<String>, max: Option<String>) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("Exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("At least {min}")),
        (None, Some(max)) => Some(format!("At most {max}")),
        (None, None) => None,
    }
}
