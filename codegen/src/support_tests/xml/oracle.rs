//! What another reader finds in documents, we find, and what it refuses we refuse.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use roxmltree::Document;

use super::peer::{same, skip};

/// Where the two differ: a document, whether we read it, and whether they do.
const DIFFERENCES: [(&str, bool, bool); 18] = [
    // Some services send white space before the declaration.
    ("\n<?xml version='1.0'?><a/>", true, false),
    // The message is UTF-8, whatever its declaration says.
    ("<?xml?><a/>", true, true),
    ("<?xml version=1.0?><a/>", true, false),
    ("<?xml encoding='UTF-8' version='1.0'?><a/>", true, false),
    // To them this is a processing instruction.
    ("<a/><?xml?>", false, true),
    // Something has to be between the target of a processing instruction and the rest.
    ("<a/><?b'c'?>", false, true),
    ("<a/><?b:?>", false, true),
    // Namespaces count for nothing.
    ("<n:a/>", true, false),
    ("<a n:b=''/>", true, false),
    ("<xmlns:a/>", true, false),
    ("<a xmlns:xml='other'/>", true, false),
    ("<a xmlns:m='n' xmlns:n='n' m:b='' n:b=''/>", true, false),
    // An attribute is there once, this one too.
    ("<a xmlns='m' xmlns='n'/>", false, true),
    // A prefix is not empty.
    ("<:a></a>", false, true),
    ("<a></:a>", false, true),
    ("<a :b=''/>", false, true),
    // There is no such character.
    ("<a>&#xD800;</a>", false, true),
    ("<a>&#x110000;</a>", false, true),
];

#[test]
fn the_differences_are_known() {
    for (document, by_us, by_them) in DIFFERENCES {
        assert_eq!(skip(document.as_bytes()).is_ok(), by_us, "{document}");
        assert_eq!(Document::parse(document).is_ok(), by_them, "{document}");
    }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[abc_]",
        "[a-zA-Z_][a-zA-Z0-9._-]{0,12}",
        "[né]:[ab]",
        "[a-zé中][b·é]{0,2}"
    ]
    .prop_filter("a prefix that is bound, or none", |name| {
        !name.starts_with("xml")
    })
}

fn space() -> impl Strategy<Value = String> {
    "[ \t\r\n]{1,3}"
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        space(),
        "[a-z ]{1,30}",
        "[a-z> \"'=/?!;#-]{1,8}",
        "\\PC{1,8}".prop_map(|text| text.replace(['<', '&', ']'], "")),
        prop::sample::select(vec![
            "&lt;",
            "&gt;",
            "&amp;",
            "&quot;",
            "&apos;",
            "&#10;",
            "&#13;x",
            "&#x1F600;",
            "&#x09;",
            "&#0065;",
            "]]&gt;",
            "]a",
            "]]a",
            "\r\n",
            "\r",
        ])
        .prop_map(str::to_owned),
    ]
}

fn attributes() -> impl Strategy<Value = String> {
    let value = vec(text(), 0..3).prop_map(|texts| texts.concat());
    let attribute = (space(), name(), value, any::<bool>(), "[ \n]?", "[ \t]?");
    vec(attribute, 0..3).prop_map(|mut attributes| {
        attributes.dedup_by(|left, right| left.1 == right.1);
        attributes.truncate(2);
        let mut all = String::new();
        for (space, name, value, is_single, before, behind) in attributes {
            let quote = if is_single { '\'' } else { '"' };
            let value = value.replace(quote, "");
            all += &format!("{space}{name}{before}={behind}{quote}{value}{quote}");
        }
        all
    })
}

fn aside() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z&<> ]{0,8}".prop_map(|text| format!("<!--{text}-->")),
        "[a-z&<]{0,8}".prop_map(|text| format!("<?b {text}?>")),
    ]
}

fn element() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => text(),
        1 => aside(),
        1 => "[a-z&<>\r\n\\]]{0,8}".prop_map(|text| format!("<![CDATA[{}]]>", text.replace("]]>", ""))),
    ];
    let content = vec(leaf, 0..4).prop_map(|parts| parts.concat());
    let whole = |(name, attributes, content, space): (String, String, String, Option<String>)| {
        let space = space.unwrap_or_default();
        match content.as_str() {
            "" => format!("<{name}{attributes}{space}/>"),
            _ => format!("<{name}{attributes}{space}>{content}</{name}{space}>"),
        }
    };
    let simple = (name(), attributes(), content, prop::option::of(space())).prop_map(whole);
    simple.prop_recursive(5, 40, 6, move |inner| {
        let part = prop_oneof![3 => inner, 1 => text(), 1 => aside()];
        let content = vec(part, 0..6).prop_map(|parts| parts.concat());
        (name(), attributes(), content, prop::option::of(space())).prop_map(whole)
    })
}

/// What may come before a document, and nowhere else.
const PROLOGS: [&str; 4] = [
    "",
    "\u{feff}",
    "<?xml version=\"1.0\" encoding='UTF-8' ?>\n",
    "\u{feff}<?xml version='1.0'?>",
];

prop_compose! {
    fn document()(
        before in prop::option::of(aside()),
        root in vec(element(), 0..4),
        behind in prop::option::of(aside()),
        space in prop::option::of(space()),
    ) -> String {
        let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
        let space = space.unwrap_or_default();
        let root = format!("<r xmlns:n='n' xmlns:é=\"e\" xmlns='d'>{}</r>", root.concat());
        [&before, &root, &space, &behind].map(String::as_str).concat()
    }
}

/// A change of a document: what is in a part of it is replaced.
fn change() -> impl Strategy<Value = (prop::sample::Index, usize, String)> {
    let new = prop_oneof![
        Just(String::new()),
        "[a-z<>&;:/!?='\" \\]-]{1,3}",
        prop::sample::select(vec![
            "<!--",
            "-->",
            "--",
            "<![CDATA[",
            "]]>",
            "<?a",
            "?>",
            "</",
            "/>",
            "<a>",
            "</a>",
            "<a/>",
            "&#0;",
            "&#x1;",
            "&#xFFFE;",
            "&nbsp;",
            "&amp",
            "&#;",
            "\u{fffe}",
            "\u{ffff}",
            "\u{1}",
            "\u{80}",
            "\u{7f}",
            "<!DOCTYPE a>",
            "<!",
            "xmlns='m'",
            " a='b'",
            "n:",
            "é",
        ])
        .prop_map(str::to_owned),
    ];
    (any::<prop::sample::Index>(), 0..4_usize, new)
}

/// Some characters of a text.
fn part(text: &str, start: prop::sample::Index, length: usize) -> Range<usize> {
    let boundaries: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let start = start.index(boundaries.len());
    let end = (start + length).min(boundaries.len() - 1);
    boundaries[start]..boundaries[end]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_is_read_as_the_same_tree(
        prolog in prop::sample::select(&PROLOGS[..]),
        document in document(),
    ) {
        let document = format!("{prolog}{document}");
        prop_assert!(skip(document.as_bytes()).is_ok());
        same(&document);
    }

    #[test]
    fn a_changed_document_is_read_or_refused_by_both(
        prolog in prop::sample::select(&PROLOGS[..]),
        document in document(),
        changes in vec(change(), 1..3),
    ) {
        let mut document = format!("{prolog}{document}");
        for (start, length, new) in changes {
            document.replace_range(part(&document, start, length), &new);
        }
        same(&document);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let error = skip(&bytes).err();
        prop_assert!(error.is_none_or(|error| error.offset() <= bytes.len()));
    }
}
