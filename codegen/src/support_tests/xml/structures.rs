//! Structures, lists and maps, and how they are laid out.

use std::collections::HashMap;

use super::shapes::Shapes;
use super::{read, refusal};
use crate::support::wire::{self, Decode, DecodeMember, Error, ErrorKind, Items, Reader};

fn texts<const N: usize>(texts: [&str; N]) -> Option<Vec<String>> {
    Some(texts.map(str::to_owned).into())
}

fn map<const N: usize>(entries: [(&str, i64); N]) -> Option<HashMap<String, i64>> {
    Some(entries.map(|(key, value)| (key.to_owned(), value)).into())
}

#[test]
fn an_element_may_be_there_and_empty_or_absent() {
    assert_eq!(read("<a/>"), Ok(Shapes::default()));
    for message in [
        "<a><Text/><Inner/><List/><Map/><Flat/></a>",
        "<a><Text></Text><Inner></Inner><List> </List><Map>\n</Map><Flat></Flat></a>",
    ] {
        let expected = Shapes {
            text: Some(String::new()),
            inner: Some(Box::default()),
            list: texts([]),
            map: map([]),
            flat: texts([""]),
            ..Shapes::default()
        };
        assert_eq!(read(message), Ok(expected), "{message}");
    }
}

#[test]
fn text_between_elements_counts_for_nothing() {
    let message = "<a> x &amp; <![CDATA[<b>]]> <!-- <Text/> -->
        <Count>1</Count> y <?z?> <List> x <member>a</member> y <member>b</member> </List> </a>";
    let expected = Shapes {
        count: Some(1),
        list: texts(["a", "b"]),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn names_are_what_is_behind_their_prefixes() {
    let message = "<n:a xmlns:n='urn:n'><n:Text xmlns='urn:m'>t</n:Text>\
        <List><m:member>a</m:member></List><Named><item>1</item><o:item>2</o:item></Named></n:a>";
    let expected = Shapes {
        text: Some("t".to_owned()),
        list: texts(["a"]),
        named: Some(vec![1, 2]),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn unknown_elements_are_stepped_over() {
    let message = "<a><New><Text>x</Text><Text/><!-- </New> --><b c='</New>'>&gt;</b></New>\
        <Count>1</Count><New/><New x='&lt;'/></a>";
    let message = message.replace("'</New>'", "'/New>'");
    let expected = Shapes {
        count: Some(1),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn the_last_of_two_members_with_one_name_counts() {
    let message = "<a><Count>1</Count><List><member>a</member></List><Count>2</Count><List/></a>";
    let expected = Shapes {
        count: Some(2),
        list: texts([]),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn attributes_come_first_without_their_prefixes() {
    #[derive(Default)]
    struct Names(Vec<(String, String)>);
    impl DecodeMember for Names {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            self.0.push((name.to_owned(), r.string()?.into_owned()));
            Ok(())
        }
    }
    let message = "<a xmlns='urn:m' b = \"1'\" xmlns:x='urn:x' x:c='&#10;&quot;\t>'><d>2</d></a>";
    let Names(names) = read(message).expect("a structure");
    let names: Vec<_> = names
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    assert_eq!(names, [("@b", "1'"), ("@c", "\n\" >"), ("d", "2")]);
}

#[test]
fn an_attribute_is_a_value_like_others() {
    let message = "<a kind='owner'><Inner x:kind=\"\"/><Text kind='no'>t</Text></a>";
    let expected = Shapes {
        kind: Some("owner".to_owned()),
        inner: Some(Box::new(Shapes {
            kind: Some(String::new()),
            ..Shapes::default()
        })),
        text: Some("t".to_owned()),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
    #[derive(Debug, Default, PartialEq)]
    struct Number(i32);
    impl DecodeMember for Number {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            match name {
                "@n" => r.member(&mut self.0),
                _ => r.skip(),
            }
        }
    }
    assert_eq!(read("<a m='x' n=' 7 ' o=''><b/></a>"), Ok(Number(7)));
    assert_eq!(
        refusal::<Number>("<a n='x'/>"),
        (ErrorKind::ExpectedNumber, 5)
    );
}

#[test]
fn an_attribute_is_no_structure_or_list() {
    #[derive(Default)]
    struct Inside;
    struct Skipped;
    impl Items for Skipped {
        fn item(&mut self, r: &mut impl Reader) -> Result<(), Error> {
            r.skip()
        }
    }
    impl DecodeMember for Skipped {}
    impl DecodeMember for Inside {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            match name {
                "@list" => r.list(&mut Skipped),
                "@map" => r.map(&mut Skipped),
                _ => r.members(&mut Skipped),
            }
        }
    }
    assert_eq!(
        refusal::<Inside>("<a list=''/>"),
        (ErrorKind::ExpectedArray, 8)
    );
    assert_eq!(
        refusal::<Inside>("<a map=''/>"),
        (ErrorKind::ExpectedObject, 7)
    );
    assert_eq!(
        refusal::<Inside>("<a b=''/>"),
        (ErrorKind::ExpectedObject, 5)
    );
}

#[test]
fn of_the_members_of_a_union_the_last_that_is_known_counts() {
    #[derive(Debug, PartialEq)]
    enum Union {
        Text(String),
        Number(i32),
        Unknown,
    }
    impl Decode for Union {
        fn decode(r: &mut impl Reader) -> Result<Self, Error> {
            wire::union(r, Self::Unknown)
        }
    }
    impl DecodeMember for wire::Variant<'_, Union> {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            match name {
                "Text" => self.read(r, Union::Text),
                "Number" => self.read(r, Union::Number),
                _ => self.skip(r, name),
            }
        }
    }
    for message in [
        "<a x:type='b'><Text>t</Text></a>",
        "<a><Text>t</Text><New/></a>",
        "<a><New><Number>1</Number></New><Text>t</Text></a>",
        "<a><Text>s</Text><Text>t</Text></a>",
        "<a><Number>1</Number><Text>t</Text></a>",
    ] {
        assert_eq!(read(message), Ok(Union::Text("t".to_owned())), "{message}");
    }
    for message in ["<a><New>t</New><New/></a>", "<a> </a>", "<a b='c'/>"] {
        assert_eq!(read(message), Ok(Union::Unknown), "{message}");
    }
}

#[test]
fn the_items_of_a_list_have_one_name() {
    let message = "<a><List><member>a</member><other>b</other><member/></List>\
        <Named><item>1</item><member>2</member><item>3</item></Named>\
        <Lists><list><item>a</item></list><member/><list/></Lists></a>";
    let expected = Shapes {
        list: texts(["a", ""]),
        named: Some(vec![1, 3]),
        lists: Some(vec![vec!["a".to_owned()], Vec::new()]),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn flat_lists_and_maps_need_not_be_together() {
    let message = "<a><Flat>a</Flat><FlatMap><Name>x</Name><Value>1</Value></FlatMap><Count>1</Count>\
        <Flat/><FlatLists><item>a</item><item>b</item></FlatLists><Flat>b</Flat><FlatLists/>\
        <FlatMap><Value>2</Value><Name>y</Name></FlatMap><Text>t</Text></a>";
    let expected = Shapes {
        flat: texts(["a", "", "b"]),
        flat_map: map([("x", 1), ("y", 2)]),
        flat_lists: Some(vec![vec!["a".to_owned(), "b".to_owned()], Vec::new()]),
        count: Some(1),
        text: Some("t".to_owned()),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn a_maps_entries_have_keys_and_values_in_any_order() {
    let message = "<a><Map><entry><key>x</key><value>1</value></entry>\
        <entry> <value>2</value> <key>y</key> <new/> </entry><other/>\
        <entry><new><key>w</key></new><key>z&amp;</key><new/><value>3</value></entry></Map>\
        <Maps><entry><value><entry><V>1</V><K>b</K></entry></value><key>a</key></entry></Maps></a>";
    let inner = map([("b", 1)]).expect("a map");
    let expected = Shapes {
        map: map([("x", 1), ("y", 2), ("z&", 3)]),
        maps: Some(HashMap::from([("a".to_owned(), inner)])),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn an_entry_without_a_key_or_a_value_is_none() {
    let message =
        "<a><Map><entry><key>x</key></entry><entry><value>1</value></entry><entry/></Map></a>";
    let expected = Shapes {
        map: map([]),
        ..Shapes::default()
    };
    assert_eq!(read(message), Ok(expected));
}

#[test]
fn the_last_of_two_keys_or_values_counts() {
    for (entry, expected) in [
        ("<key>x</key><value>1</value><value>2</value>", ("x", 2)),
        ("<key>x</key><key>y</key><value>1</value>", ("y", 1)),
        ("<value>1</value><value>2</value><key>x</key>", ("x", 2)),
    ] {
        let message = format!("<a><entry>{entry}</entry></a>");
        assert_eq!(
            read(message),
            Ok(map([expected]).expect("a map")),
            "{entry}"
        );
    }
}

#[test]
fn a_layout_holds_for_the_next_value_alone() {
    #[derive(Default)]
    struct Twice;
    impl DecodeMember for Twice {
        fn decode_member(&mut self, name: &str, r: &mut impl Reader) -> Result<(), Error> {
            const FLAT: &wire::Layout = &wire::Layout::PLAIN.flat();
            if name == "flat" {
                return r.layout(FLAT).skip();
            }
            let items: Vec<String> = Decode::decode(r)?;
            assert_eq!(items, ["x"]);
            Ok(())
        }
    }
    assert!(read::<Twice>("<a><flat/><b><member>x</member></b></a>").is_ok());
}
