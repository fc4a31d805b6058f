//! XML, compared as trees: elements with their namespaces, attributes and texts.

#![allow(dead_code, reason = "a model may have requests or responses alone")]

use std::cmp::Ordering;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use roxmltree::{Document, Node};

/// Checks that a body is this XML, however it is laid out. Elements of different names may come in
/// any order.
#[track_caller]
pub fn assert_same(body: &[u8], expected: &str) {
    let body = std::str::from_utf8(body).expect("the body is UTF-8");
    let found = Document::parse(body).expect("the body is XML");
    let expected = Document::parse(expected).expect("the test's body is XML");
    assert_eq!(
        tree(found.root_element()),
        tree(expected.root_element()),
        "the body is {body}"
    );
}

/// Checks that the body of a response is this XML, but for the ids of requests, and for what is said of
/// errors beside their members.
#[track_caller]
pub fn assert_same_answer(body: &[u8], expected: &str) {
    let body = std::str::from_utf8(body).expect("the body is UTF-8");
    let found = Document::parse(body).expect("the body is XML");
    let expected = Document::parse(expected).expect("the test's body is XML");
    let found = tree(found.root_element()).answered().without_ids();
    let mut expected = tree(expected.root_element()).answered().without_ids();
    expected.tell_no_more_of_errors_than(&found);
    assert_eq!(found, expected, "the body is {body}");
}

/// What counts of an element.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Element {
    name: String,
    namespaces: Vec<(String, String)>,
    attributes: Vec<(String, String)>,
    text: String,
    elements: Vec<Element>,
}

impl Element {
    /// The same without texts that are beside elements, which say nothing, and with moments as in UTC.
    fn answered(mut self) -> Self {
        if !self.elements.is_empty() {
            self.text.clear();
        } else if let Ok(moment) = DateTime::from_str(&self.text, Format::DateTimeWithOffset) {
            self.text = moment.to_string();
        }
        self.elements = self.elements.into_iter().map(Self::answered).collect();
        self
    }

    /// The same without the ids of requests: whoever answers makes them up.
    fn without_ids(mut self) -> Self {
        let ids = ["RequestId", "RequestID", "requestId", "ResponseMetadata"];
        let is_id = |name: &str| ids.iter().any(|id| name == *id || name.ends_with(&format!("}}{id}")));
        self.elements.retain(|element| !is_id(&element.name));
        self
    }

    /// Leaves out of an error what no member of it is: services tell more than their models.
    fn tell_no_more_of_errors_than(&mut self, found: &Self) {
        for element in &mut self.elements {
            let Some(same) = found.elements.iter().find(|other| other.name == element.name) else {
                continue;
            };
            match element.name.as_str() {
                "Errors" => element.tell_no_more_of_errors_than(same),
                "Error" => {
                    let is_told = |one: &Self| same.elements.iter().any(|other| other.name == one.name);
                    element.elements.retain(is_told);
                }
                _ => {}
            }
        }
    }

    /// Whether it may be an entry of a map: a key and a value.
    fn is_entry(&self) -> bool {
        matches!(&self.elements[..], [key, value] if key.name != value.name)
    }
}

fn tree(node: Node<'_, '_>) -> Element {
    let qualified = |namespace: Option<&str>, name: &str| match namespace {
        Some(namespace) => format!("{{{namespace}}}{name}"),
        None => name.to_owned(),
    };
    let name = node.tag_name();
    let attributes = node.attributes();
    let mut attributes: Vec<_> = attributes
        .map(|one| {
            let name = qualified(one.namespace(), one.name());
            (name, one.value().to_owned())
        })
        .collect();
    attributes.sort();
    let namespaces = node.namespaces();
    let mut namespaces: Vec<_> = namespaces
        .map(|one| {
            let prefix = one.name().unwrap_or_default();
            (prefix.to_owned(), one.uri().to_owned())
        })
        .collect();
    namespaces.sort();
    let children = node.children().filter(Node::is_element);
    let mut elements: Vec<Element> = children.map(tree).collect();
    // Those of one name stay in their order, as the items of a list do, unless they look like entries
    // of a map.
    elements.sort_by(|a, b| {
        let names = a.name.cmp(&b.name);
        let are_entries = a.is_entry() && b.is_entry();
        names.then_with(|| if are_entries { a.cmp(b) } else { Ordering::Equal })
    });
    let texts = node.children().filter(Node::is_text);
    let text: String = texts.filter_map(|text| text.text()).collect();
    Element {
        name: qualified(name.namespace(), name.name()),
        namespaces,
        attributes,
        // White space lays out what has elements in it.
        text: match elements.is_empty() {
            true => text,
            false => text.trim().to_owned(),
        },
        elements,
    }
}
