//! XML, compared as trees: elements with their namespaces, attributes and texts.

use std::cmp::Ordering;

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
