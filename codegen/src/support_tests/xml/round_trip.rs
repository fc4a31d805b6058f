//! What is written is read again, by us and by others, and what is mended can be read.

use proptest::prelude::*;

use super::peer::same;
use super::{Skipped, read};
use crate::support::wire::{Encode as _, Format as _, Layout};
use crate::support::xml::Xml;
use crate::support_tests::wire::any_value::coarse;
use crate::support_tests::wire::everything::Everything;

/// The value, without what XML has nothing for.
fn in_xml(value: Everything) -> Everything {
    Everything {
        document: None,
        sparse_list: None,
        sparse_map: None,
        again: value.again.map(|inner| Box::new(in_xml(*inner))),
        many: value
            .many
            .map(|values| values.into_iter().map(in_xml).collect()),
        map_of_many: None,
        ..value
    }
}

fn write(value: &Everything) -> String {
    let mut writer = Xml::writer();
    writer.begin("Everything", &Layout::PLAIN);
    value.encode(&mut writer);
    let message = Xml::finish(writer).expect("the value can be written");
    String::from_utf8(message).expect("a text")
}

#[test]
fn what_has_to_be_escaped_is_the_same_again() {
    let text = "<a b='c' d=\"e\">&amp;]]>\r\n\r\t\n \u{85}\u{2028}\u{2029}\u{fffd}\u{10ffff} ";
    let value = Everything {
        string: Some(text.to_owned()),
        list: Some(vec![String::new(), text.repeat(20)]),
        map: Some([(text.to_owned(), 1)].into()),
        ..Everything::default()
    };
    let message = write(&value);
    same(&message);
    assert_eq!(read(message), Ok(value));
}

#[test]
fn what_is_mended_has_other_characters_where_it_was_broken() {
    for (message, mended) in [
        ("<a>é\u{fffd}</a>".as_bytes(), "<a>é\u{fffd}</a>"),
        (b"<a>\xff\xc3\xa9\xc3</a>", "<a>\u{fffd}é\u{fffd}</a>"),
        (
            b"<a>\0\x1f\t\xef\xbf\xbe</a>",
            "<a>\u{fffd}\u{fffd}\t\u{fffd}</a>",
        ),
        (b"<a>\0\xff</a>", "<a>\u{fffd}\u{fffd}</a>"),
    ] {
        let text = Xml::mended(message);
        assert_eq!(str::from_utf8(&text), Ok(mended));
        assert_eq!(read(text), Ok(Skipped));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_is_read_back_as_it_was_written(value in coarse()) {
        let value = in_xml(value);
        let message = write(&value);
        same(&message);
        prop_assert_eq!(read(message), Ok(value));
    }
}
