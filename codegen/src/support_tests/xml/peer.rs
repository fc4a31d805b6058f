//! What another reader finds in a document, beside what we find.

use roxmltree::{Document, Node};

use crate::support::wire::{Cursor as _, Error, ErrorKind, Reader as _};
use crate::support::xml::Reader;

/// Steps over a whole message.
pub fn skip(message: &[u8]) -> Result<(), Error> {
    let mut reader = Reader::new(message)?;
    reader.skip()?;
    reader.end()
}

/// Has a document read by both, and compares what they find. Only for a known difference may it be read
/// by one alone: the test in `oracle` has a table of them.
pub fn same(document: &str) {
    // They keep a carriage return before a reference.
    let theirs = without_declaration(document)
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    match (skip(document.as_bytes()), Document::parse(&theirs)) {
        (Ok(()), Ok(theirs)) => {
            let mut reader = Reader::new(document.as_bytes()).expect("it has been read");
            if same_value(&mut reader, theirs.root_element()).is_ok() {
                reader.end().expect("the end");
            }
        }
        (Ok(()), Err(error)) => assert!(may_only_we_read(&error), "only we accept: {error}"),
        (Err(error), Ok(_)) => {
            assert!(
                may_only_they_read(document, error),
                "only we refuse: {error}"
            );
        }
        (Err(error), Err(_)) => assert!(error.offset() <= document.len()),
    }
}

/// The document with a processing instruction in place of its declaration: we look no further into that.
fn without_declaration(document: &str) -> String {
    let text = document.strip_prefix('\u{feff}').unwrap_or(document);
    let text = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let behind = text
        .strip_prefix("<?xml")
        .filter(|rest| rest.starts_with([' ', '\t', '\r', '\n', '?']));
    match behind {
        // Nothing behind it comes first.
        Some(behind) => format!("\n<?x{behind}"),
        None => document.to_owned(),
    }
}

/// Whether it is for a known difference that only we read a document.
fn may_only_we_read(error: &roxmltree::Error) -> bool {
    use roxmltree::Error::*;
    matches!(
        error,
        DuplicatedAttribute(..)
            | InvalidElementNamePrefix(_)
            | InvalidXmlPrefixUri(_)
            | UnexpectedXmlUri(_)
            | UnexpectedXmlnsUri(_)
            | UnknownNamespace(..)
    )
}

/// Whether it is for a known difference that only they read a document.
fn may_only_they_read(document: &str, error: Error) -> bool {
    let (before, behind) = document.split_at(error.offset());
    let markup = before.rfind('<').map_or("", |start| &before[start..]);
    match error.kind() {
        ErrorKind::InvalidMarkup => behind.starts_with("<?"),
        ErrorKind::InvalidReference => behind.starts_with("&#"),
        ErrorKind::DuplicateAttribute => {
            let name = before.trim_end_matches(['=', ' ', '\t', '\r', '\n']);
            name.ends_with("xmlns")
        }
        ErrorKind::InvalidName => markup.starts_with("<?") || behind.starts_with(':'),
        ErrorKind::MismatchedTag => behind.starts_with(':'),
        _ => false,
    }
}

/// Reads the value that comes next, which is this element to them, as a structure and as text. Fails
/// where it is too deep for a structure.
fn same_value(r: &mut Reader<'_>, element: Node<'_, '_>) -> Result<(), Error> {
    let text = r.clone().string().map(|text| text.into_owned());
    let mut attributes = element.attributes();
    let mut elements = element.children().filter(Node::is_element);
    let has_elements = elements.clone().next().is_some();
    let result = r.each_member(|name, r| {
        // To them this is a declaration of a namespace, also with a prefix.
        if name == "@xmlns" {
            return r.skip();
        }
        if let Some(attribute) = attributes.next() {
            assert_eq!(name.strip_prefix('@'), Some(attribute.name()));
            assert_eq!(r.string().expect("text"), attribute.value());
            return Ok(());
        }
        let element = elements.next().expect("they have as many elements");
        assert_eq!(name, element.tag_name().name());
        same_value(r, element)
    });
    if let Err(error) = result {
        assert_eq!(error.kind(), ErrorKind::TooDeep);
        return Err(error);
    }
    assert!(attributes.next().is_none() && elements.next().is_none());
    match text {
        Ok(text) => {
            let texts = element.children().filter(Node::is_text);
            let theirs: String = texts.filter_map(|node| node.text()).collect();
            assert!(!has_elements);
            assert_eq!(text, theirs);
        }
        Err(error) => assert!(has_elements && error.kind() == ErrorKind::ExpectedText),
    }
    Ok(())
}
