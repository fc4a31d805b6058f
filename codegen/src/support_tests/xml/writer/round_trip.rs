//! Whatever is written is read back as the same value, and as the same text by another reader.

use proptest::prelude::*;
use proptest::sample::select;

use super::super::super::wire::any_value::nested;
use super::super::super::wire::everything::Everything;
use super::{document, write};
use crate::support::wire::{self, EncodeMembers, Layout, Members};
use crate::support::xml::Xml;

/// The same without what XML has no other text for than an empty one, or none at all.
fn without_nulls(value: Everything) -> Everything {
    Everything {
        document: None,
        sparse_list: value
            .sparse_list
            .map(|items| items.into_iter().filter(Option::is_some).collect()),
        sparse_map: value
            .sparse_map
            .map(|entries| entries.into_iter().filter(|(_, v)| v.is_some()).collect()),
        again: value.again.map(|inner| Box::new(without_nulls(*inner))),
        many: value
            .many
            .map(|values| values.into_iter().map(without_nulls).collect()),
        ..value
    }
}

/// A text with characters that are special, or begin like one that is.
fn text() -> impl Strategy<Value = String> {
    const CHARACTERS: &str = "ab <>&\"'\t\r\n]\u{7f}\u{84}\u{85}\u{a0}\u{2027}\u{2028}\u{2029}\
                              \u{fffd}\u{fffe}\u{ffff}\u{1f600}\u{1}\0";
    let characters: Vec<char> = CHARACTERS.chars().collect();
    proptest::collection::vec(select(characters), 0..20).prop_map(String::from_iter)
}

/// A text in both places where one can be.
struct Twice(String);

impl EncodeMembers for Twice {
    fn encode_members(&self, w: &mut impl Members) {
        wire::laid_out(w, const { &Layout::PLAIN.attribute() }).value("a", &self.0);
        w.value("e", &self.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_structure_is_read_back_as_it_was_written(value in nested()) {
        let value = without_nulls(value);
        let text = write(&Layout::PLAIN, &value);
        prop_assert_eq!(wire::read::<Xml, _>(text.as_bytes()), Ok(value));
        prop_assert!(roxmltree::Document::parse(&text).is_ok());
    }

    #[test]
    fn a_text_is_the_same_to_other_readers_or_refused(text in text()) {
        let written = document(&Layout::PLAIN, &Twice(text.clone()));
        if text.contains(['\0', '\u{1}', '\u{fffe}', '\u{ffff}']) {
            prop_assert!(written.is_err());
            return Ok(());
        }
        let written = written.expect("XML has all of it");
        let document = roxmltree::Document::parse(&written).expect("it is XML");
        let root = document.root_element();
        prop_assert_eq!(root.attribute("a"), Some(text.as_str()));
        let element = root.first_element_child().and_then(|element| element.text());
        prop_assert_eq!(element.unwrap_or_default(), text);
    }
}
