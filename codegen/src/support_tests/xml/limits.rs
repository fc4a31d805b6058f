//! Messages that end too early, go too deep, or want too much of a reader.

use std::collections::HashMap;

use super::shapes::Shapes;
use super::{Reader, Skipped, read, refusal};
use crate::support::wire::{
    Cursor, Decode, DecodeMember, Error, ErrorKind, Items, Layout, MAX_DEPTH, Reader as Wire,
};
use crate::support::xml::envelope::Envelope;

/// A message with all that XML has, and all that we read of it.
const RICH: &str = "\u{feff} <?xml version='1.0' encoding=\"UTF-8\"?>\n<!-- é --><?a b?>
    <n:R xmlns:n='urn:n' n:kind = \"&lt;k&#x1F600;\r\n\"\t><Text>a &amp; b\r<![CDATA[<&]>]]><!-- - -->é]]<?x?></Text>
    <Count> -7 </Count><New a='b' c=\"'\"><Text/><b><c>&#10;</c ></b></New>
    <Inner kind=''><Inner><Text></Text></Inner></Inner>
    <List><member>x</member><other/><member/></List><Named><n:item>1</n:item></Named>
    <Flat>a</Flat><Lists><list><item>b</item></list></Lists><Flat/><FlatLists><item>c</item></FlatLists>
    <Map><entry><key>k</key><value>1</value></entry><entry><value>2</value><key>l</key></entry></Map>
    <FlatMap><Value>3</Value><Name>m</Name></FlatMap>
    <Maps><entry><key>o</key><value><entry><K>p</K><V>4</V></entry></value></entry></Maps></n:R>";

#[test]
fn a_message_that_ends_too_early_is_refused_wherever_it_ends() {
    let message = RICH.as_bytes();
    assert!(read::<Shapes>(message).is_ok_and(|shapes| shapes.maps.is_some()));
    for end in 0..message.len() {
        let part = &message[..end];
        let as_structure = read::<Shapes>(part).expect_err("it is cut off");
        let as_anything = read::<Skipped>(part).expect_err("it is cut off");
        for error in [as_structure, as_anything] {
            let (kind, offset) = match str::from_utf8(part) {
                Ok(_) => (ErrorKind::UnexpectedEnd, end),
                Err(error) => (ErrorKind::InvalidUtf8, error.valid_up_to()),
            };
            assert_eq!((error.kind(), error.offset()), (kind, offset), "{end}");
        }
    }
    assert_eq!(read(format!("{RICH}\n<!-- -->")), read::<Shapes>(RICH));
}

#[test]
fn a_message_with_any_byte_changed_is_read_or_refused() {
    for place in 0..RICH.len() {
        for byte in *b"<>&;/!?-]['\"=: x\r\0\xff" {
            let mut changed = RICH.as_bytes().to_vec();
            changed[place] = byte;
            for error in [
                read::<Shapes>(&changed).err(),
                read::<Skipped>(&changed).err(),
            ] {
                assert!(error.is_none_or(|error| error.offset() <= changed.len()));
            }
        }
    }
}

/// So many elements inside one another.
fn nested(open: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + &close.repeat(depth)
}

#[test]
fn a_message_may_be_as_deep_as_the_limit_and_no_deeper() {
    let (open, close) = ("<Inner>", "</Inner>");
    assert!(read::<Shapes>(nested(open, close, MAX_DEPTH)).is_ok());
    let too_deep = (ErrorKind::TooDeep, open.len() * (MAX_DEPTH + 1) - 1);
    assert_eq!(
        refusal::<Shapes>(nested(open, close, MAX_DEPTH + 1)),
        too_deep
    );
    assert_eq!(refusal::<Shapes>(open.repeat(100_000)), too_deep);
    let text = |depth| nested(open, close, depth).replace("><", "><Text/><");
    assert!(read::<Shapes>(text(MAX_DEPTH)).is_ok());
}

/// Lists in lists, or maps in maps.
struct Deep<const IS_MAP: bool, const IS_FLAT: bool>;

impl<const IS_MAP: bool, const IS_FLAT: bool> Decode for Deep<IS_MAP, IS_FLAT> {
    fn decode(r: &mut impl Wire) -> Result<Self, Error> {
        const FLAT: &Layout = &Layout::PLAIN.flat();
        if IS_FLAT {
            r.layout(FLAT);
        }
        match IS_MAP {
            true => r.map(&mut Self)?,
            false => r.list(&mut Self)?,
        }
        Ok(Self)
    }
}

impl<const IS_MAP: bool, const IS_FLAT: bool> DecodeMember for Deep<IS_MAP, IS_FLAT> {
    fn decode_member(&mut self, _: &str, r: &mut impl Wire) -> Result<(), Error> {
        Self::decode(r).map(drop)
    }
}

impl<const IS_MAP: bool, const IS_FLAT: bool> Items for Deep<IS_MAP, IS_FLAT> {
    fn item(&mut self, r: &mut impl Wire) -> Result<(), Error> {
        Self::decode(r).map(drop)
    }
}

#[test]
fn lists_and_maps_have_the_same_limit() {
    let lists = |depth| format!("<a>{}</a>", nested("<member>", "</member>", depth - 1));
    assert!(read::<Deep<false, false>>(lists(MAX_DEPTH)).is_ok());
    assert_eq!(
        refusal::<Deep<false, false>>(lists(MAX_DEPTH + 1)).0,
        ErrorKind::TooDeep
    );
    // A flat list in itself has no end but the limit.
    assert_eq!(refusal::<Deep<false, true>>("<a/>").0, ErrorKind::TooDeep);
    for open in ["<entry><key>k</key><value>", "<entry><value>"] {
        let close = match open.contains("key") {
            true => "</value></entry>",
            false => "</value><key>k</key></entry>",
        };
        let maps = |depth| format!("<a>{}</a>", nested(open, close, depth - 1));
        assert!(read::<Deep<true, false>>(maps(MAX_DEPTH)).is_ok());
        assert_eq!(
            refusal::<Deep<true, false>>(maps(MAX_DEPTH + 1)).0,
            ErrorKind::TooDeep
        );
        assert_eq!(read(maps(100_000)), Ok(Skipped));
    }
}

#[test]
fn the_depth_is_what_it_was_behind_each_value() {
    let one = "<Inner><Flat/><List><member/></List><Map><entry><value>1</value><key/></entry></Map>\
        <FlatMap><Name/><Value>1</Value></FlatMap><FlatLists/><Lists><list/></Lists></Inner>";
    assert!(read::<Shapes>(format!("<a>{}</a>", one.repeat(2 * MAX_DEPTH))).is_ok());
}

#[test]
fn what_nobody_reads_may_be_of_any_depth() {
    let deep = nested("<x>", "</x>", 1_000_000);
    assert_eq!(read(&deep), Ok(Skipped));
    let message = format!("<a><New>{deep}</New><Count>1</Count></a>");
    assert_eq!(
        read::<Shapes>(message).map(|shapes| shapes.count),
        Ok(Some(1))
    );
    let refused = (ErrorKind::MismatchedTag, 3_000_002);
    assert_eq!(
        refusal::<Skipped>(deep.replacen("</x>", "</y>", 1)),
        refused
    );
}

/// Each is read, or refused, in a moment: it would take minutes if a step went over the whole message.
#[test]
fn large_messages_are_read_in_a_moment() {
    const MANY: usize = 50_000;
    let attributes: String = (0..MANY / 5).map(|n| format!(" a{n}=''")).collect();
    for content in [
        "<x/>".repeat(MANY),
        "<x></x>".repeat(MANY),
        "&amp;".repeat(MANY),
        "&#10;\r".repeat(MANY),
        "]".repeat(MANY),
        "]]".repeat(MANY) + "&gt;",
        "<!---->".repeat(MANY),
        "<![CDATA[]]>".repeat(MANY),
        "<![CDATA[\r]]>".repeat(MANY),
        "<?a?>".repeat(MANY),
        format!("<x{attributes}/>"),
        format!("<x a='{}'/>", "&lt;\t".repeat(MANY)),
        format!("<{0}></{0}>", "x".repeat(MANY)),
        format!("<{0}></{0}>", "é".repeat(MANY)),
        nested("<New>", "</New>", MANY),
        nested("<Inner>", "</Inner>", MAX_DEPTH - 1),
        "<Map><entry><value>1</value></entry></Map>".repeat(MANY / 10),
        "<Flat/><Inner/>".repeat(MANY / 10),
        "\u{fffd}".repeat(MANY),
        "<".repeat(MANY),
        "<x ".repeat(MANY),
        "<!--".repeat(MANY),
        "<![CDATA[".repeat(MANY),
        "<?".repeat(MANY),
        "&".repeat(MANY),
        "&a".repeat(MANY),
        "<x>".repeat(MANY),
    ] {
        let message = format!("<a>{content}</a>");
        let skipped = read::<Skipped>(&message);
        let structure = read::<Shapes>(&message);
        assert_eq!(structure.err(), skipped.err(), "{}", &message[..20]);
        let _ = read::<String>(&message);
        let _ = Envelope::of_error(message.as_bytes());
    }
}

#[test]
fn what_is_wrong_with_one_member_costs_no_other() {
    let read = |message: &str| {
        let mut shapes = Shapes::default();
        let mut reader = Reader::new(message.as_bytes()).expect("a message");
        let result = reader.each_member(|name, r| {
            let before = r.clone();
            let read = shapes.decode_member(name, r);
            read.or_else(|_| {
                *r = before;
                r.step_over()
            })
        });
        (shapes, result.map_err(|error| error.kind()))
    };
    let expected = Shapes {
        count: Some(1),
        map: Some(HashMap::new()),
        ..Shapes::default()
    };
    for broken in [
        "<Count>x</Count>",
        "<Text>&nbsp;</Text>",
        "<Text a='&nbsp;'>]]></Text>",
        "<Text>&</Text>",
        "<Text><b>&nbsp;</b>&#0;</Text>",
        "<Inner><Count>&#0;</Count></Inner>",
    ] {
        let message = format!("<a><Count>1</Count>{broken}<Map/></a>");
        let (mut shapes, result) = read(&message);
        shapes.inner = None;
        assert_eq!((shapes, result), (expected.clone(), Ok(())), "{broken}");
    }
    let (shapes, result) = read("<a><Count>1</Count><Map/><Text>x");
    assert_eq!((shapes, result), (expected, Err(ErrorKind::UnexpectedEnd)));
}
