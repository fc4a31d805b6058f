//! Shape ids: `com.example#Name`, and `com.example#Name$member` for a member.
//!
//! <https://smithy.io/2.0/spec/model.html#shape-id>

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

/// The namespace of Smithy's own shapes and traits.
const PRELUDE: &str = "smithy.api";

/// The absolute id of a shape or of a member. Cheap to clone; compared, sorted and hashed as its text is.
#[derive(Clone)]
pub struct ShapeId {
    text: Arc<str>,
    /// Where `#` is.
    name: usize,
    /// Where `$` is; the text's length where there is no member.
    member: usize,
}

impl ShapeId {
    /// The id of a shape of the prelude, e.g. `smithy.api#String` for `String`.
    pub(crate) fn prelude(name: &str) -> Self {
        Self::join(PRELUDE, name)
    }

    /// `smithy.api#Unit`, the input or output of an operation that has none.
    #[must_use]
    pub fn unit() -> Self {
        Self::prelude("Unit")
    }

    fn join(namespace: &str, name: &str) -> Self {
        let text = format!("{namespace}#{name}");
        Self {
            name: namespace.len(),
            member: text.len(),
            text: text.into(),
        }
    }

    /// What is before the `#`.
    #[must_use]
    pub fn namespace(&self) -> &str {
        &self.text[..self.name]
    }

    /// The shape's name, without namespace and member.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.text[self.name + 1..self.member]
    }

    /// The member's name, where this is the id of a member.
    #[must_use]
    pub fn member(&self) -> Option<&str> {
        self.text.get(self.member + 1..)
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether this is one of Smithy's own shapes.
    #[must_use]
    pub fn is_prelude(&self) -> bool {
        self.namespace() == PRELUDE
    }

    /// The id of the shape's member of this name.
    #[must_use]
    pub fn with_member(&self, member: &str) -> Self {
        let shape = &self.text[..self.member];
        Self {
            text: format!("{shape}${member}").into(),
            ..*self
        }
    }

    /// The id of the shape that has this member; the id itself where it is not a member's.
    #[must_use]
    pub fn without_member(&self) -> Self {
        match self.member() {
            None => self.clone(),
            Some(_) => Self {
                text: self.text[..self.member].into(),
                ..*self
            },
        }
    }
}

impl PartialEq for ShapeId {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for ShapeId {}

impl PartialOrd for ShapeId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ShapeId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for ShapeId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// Where ids are keys, their texts find them.
impl Borrow<str> for ShapeId {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl FromStr for ShapeId {
    type Err = InvalidShapeId;

    fn from_str(text: &str) -> Result<Self, InvalidShapeId> {
        let invalid = |reason| InvalidShapeId {
            text: text.to_owned(),
            reason,
        };
        let name = text
            .find('#')
            .ok_or_else(|| invalid("it has no namespace before a `#`"))?;
        let member = text[name..].find('$').map_or(text.len(), |at| name + at);
        if !text[..name].split('.').all(is_identifier) {
            return Err(invalid("its namespace is not made of names between dots"));
        }
        if !is_identifier(&text[name + 1..member]) {
            return Err(invalid("its name is not made of letters, digits and `_`"));
        }
        if !text.get(member + 1..).is_none_or(is_identifier) {
            return Err(invalid("its member is not made of letters, digits and `_`"));
        }
        Ok(Self {
            text: text.into(),
            name,
            member,
        })
    }
}

/// Whether the text is a Smithy identifier: letters, digits and `_`; no digit first, and not
/// `_` alone.
pub(super) fn is_identifier(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let starts_well = match text.as_bytes() {
        [b'_', ..] => text.bytes().any(|byte| byte != b'_'),
        [first, ..] => first.is_ascii_alphabetic(),
        [] => false,
    };
    starts_well && text.bytes().all(is_word)
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A text that is not an absolute shape id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidShapeId {
    text: String,
    reason: &'static str,
}

impl fmt::Display for InvalidShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a shape id: {}", self.text, self.reason)
    }
}

impl std::error::Error for InvalidShapeId {}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use super::*;

    #[test]
    fn the_text_of_an_id_finds_it() {
        let id: ShapeId = "com.example#Name$member".parse().unwrap();
        assert_eq!(BTreeMap::from([(id.clone(), 1)]).get(id.as_str()), Some(&1));
        assert_eq!(HashMap::from([(id.clone(), 1)]).get(id.as_str()), Some(&1));
    }

    #[test]
    fn an_id_has_a_namespace_a_name_and_maybe_a_member() {
        let id: ShapeId = "com.example_1#Name$member".parse().unwrap();
        assert_eq!(id.namespace(), "com.example_1");
        assert_eq!(id.name(), "Name");
        assert_eq!(id.member(), Some("member"));
        assert_eq!(id.without_member(), "com.example_1#Name".parse().unwrap());
        assert_eq!(id.without_member().with_member("member"), id);
    }

    #[test]
    fn a_shape_of_the_prelude_is_known_as_one() {
        assert!(ShapeId::unit().is_prelude());
        assert_eq!("smithy.api#Unit".parse(), Ok(ShapeId::unit()));
        assert_eq!(ShapeId::unit().member(), None);
    }

    #[test]
    fn what_is_not_an_id_is_refused_with_a_reason() {
        for (text, reason) in [
            ("Name", "namespace before"),
            ("a..b#Name", "namespace is not"),
            ("#Name", "namespace is not"),
            ("a#", "name is not"),
            ("a#1Name", "name is not"),
            ("a#_", "name is not"),
            ("a#Name#Other", "name is not"),
            ("a#Name$", "member is not"),
            ("a#Name$b$c", "member is not"),
        ] {
            let error = text.parse::<ShapeId>().unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
    }
}
