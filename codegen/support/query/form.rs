//! Forms, as services read them: values are texts as they are in XML, and the paths of their names say
//! what is in what. A form becomes the document of XML that has the same in it, and is read as such.
//!
//! <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#x-www-form-urlencoded-shape-serialization>

use std::collections::BTreeMap;

use crate::support::double::UnreadableRequest;
use crate::support::double::percent_decoded::parameters;
use crate::support::form::Dialect;
use crate::support::wire::MAX_DEPTH;

/// The operation that a form asks for.
#[inline]
pub(crate) fn action(form: &[u8]) -> Option<String> {
    let parameters = parameters(std::str::from_utf8(form).ok()?)?;
    let mut actions = parameters.into_iter().filter(|(name, _)| name == "Action");
    actions.next().map(|(_, action)| action)
}

/// The document that has in it what a form has.
///
/// # Errors
/// Where the form is not UTF-8, is too deep, or has names that no member can have.
#[inline]
pub(crate) fn to_xml(form: &[u8], dialect: Dialect) -> Result<Vec<u8>, UnreadableRequest> {
    let parameters = std::str::from_utf8(form).ok().and_then(parameters);
    let parameters = parameters.ok_or_else(|| UnreadableRequest::new("the form is not UTF-8"))?;
    let mut root = Node::default();
    for (path, value) in parameters {
        // A level of a message is two names of a path at most: that of a member, and a number.
        if path.split('.').count() > 2 * MAX_DEPTH {
            return Err(UnreadableRequest::new("the form is too deep"));
        }
        let mut node = &mut root;
        for name in path.split('.') {
            let key = Key::of(name).ok_or_else(|| {
                UnreadableRequest::new(format!("no member has the name of the parameter {path:?}"))
            })?;
            node = node.children.entry(key).or_default();
        }
        node.text = value;
    }
    let mut document = String::new();
    root.write("_", dialect, &mut document);
    Ok(document.into_bytes())
}

/// What the parameters have whose names begin with a path.
#[derive(Default)]
struct Node {
    /// What the parameter of that name has.
    text: String,
    children: BTreeMap<Key, Node>,
}

/// What leads from a path to a longer one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// An item of a list, or an entry of a map.
    Number(u64),
    Name(String),
}

impl Key {
    /// `None` where it is neither: what is no name would be something else in a document.
    #[inline]
    fn of(name: &str) -> Option<Self> {
        if let Ok(number) = name.parse() {
            return Some(Self::Number(number));
        }
        let is_in_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ':');
        let is_first = |c: char| c.is_alphabetic() || c == '_';
        let is_name = name.starts_with(is_first) && name.chars().all(is_in_name);
        is_name.then(|| Self::Name(name.to_owned()))
    }
}

impl Node {
    /// Writes it as an element of this name, or as one for each of its items. Lists of ec2Query are all as
    /// if they were flat, and do not say which are.
    #[inline]
    fn write(&self, name: &str, dialect: Dialect, document: &mut String) {
        let mut items = self.children.iter().peekable();
        let is_list = matches!(items.peek(), Some((Key::Number(_), _)));
        if is_list && dialect == Dialect::AwsQuery {
            return items.for_each(|(_, item)| item.write(name, dialect, document));
        }
        *document += &format!("<{name}>");
        escape(&self.text, document);
        for (key, child) in items {
            match key {
                Key::Number(_) => child.write("member", dialect, document),
                Key::Name(name) => child.write(name, dialect, document),
            }
        }
        *document += &format!("</{name}>");
    }
}

/// Writes a text as XML has it. White space at the end of a line is a part of it.
#[inline]
fn escape(text: &str, document: &mut String) {
    for character in text.chars() {
        match character {
            '<' | '>' | '&' | '\r' => *document += &format!("&#{};", u32::from(character)),
            _ => document.push(character),
        }
    }
}
