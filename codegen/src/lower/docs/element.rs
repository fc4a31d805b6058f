//! The elements of HTML that documentation is written with, by their names.

use std::cell::OnceCell;

/// No name of an element is longer.
const LONGEST_NAME: usize = 11;

/// What an element means for the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    Heading(usize),
    List {
        numbered: bool,
    },
    Item,
    Term,
    Definition,
    Quote {
        label: Option<&'static str>,
    },
    Preformatted,
    Code,
    Strong,
    Emphasis,
    Link,
    Break,
    Table,
    Row,
    Cell,
    /// Changes nothing; what is in it counts.
    Transparent,
}

impl Element {
    /// The element of this name; `None` where documentation is not written with such.
    fn known(name: &[u8]) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_slice() {
            b"p" | b"para" | b"div" | b"section" | b"fullname" | b"caption" | b"hr" => {
                Self::Paragraph
            }
            // Rustdoc's own headings are of the first two levels.
            [b'h', digit @ b'1'..=b'6'] => Self::Heading(usize::from(digit - b'0') + 2),
            b"ul" | b"dl" => Self::List { numbered: false },
            b"ol" => Self::List { numbered: true },
            b"li" => Self::Item,
            b"dt" => Self::Term,
            b"dd" => Self::Definition,
            b"blockquote" => Self::Quote { label: None },
            b"note" => Self::note("Note:"),
            b"important" => Self::note("Important:"),
            b"warning" => Self::note("Warning:"),
            b"caution" => Self::note("Caution:"),
            b"tip" => Self::note("Tip:"),
            b"pre" => Self::Preformatted,
            b"code" | b"tt" | b"kbd" | b"samp" | b"filename" => Self::Code,
            b"b" | b"strong" => Self::Strong,
            b"i" | b"em" | b"var" | b"replaceable" => Self::Emphasis,
            b"a" => Self::Link,
            b"br" => Self::Break,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"span" | b"u" | b"sub" | b"sup" | b"small" | b"thead" | b"tbody" | b"tfoot"
            | b"colgroup" | b"col" | b"img" => Self::Transparent,
            _ => return None,
        })
    }

    /// Whether it says how the text within it looks, so that it says nothing without a text.
    pub(super) fn is_style(self) -> bool {
        matches!(
            self,
            Self::Code | Self::Strong | Self::Emphasis | Self::Link
        )
    }

    fn note(label: &'static str) -> Self {
        Self::Quote { label: Some(label) }
    }
}

/// The elements of a text: those that documentation is written with, and those whose names are as
/// often placeholders, which are elements where they are closed too.
pub(super) struct Elements<'t> {
    text: &'t str,
    pairs: [Pair; 7],
}

/// An element of the second kind, and whether it is one, which is found out once.
struct Pair {
    name: &'static str,
    element: Element,
    is_there: OnceCell<bool>,
}

impl<'t> Elements<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let pair = |name, element| Pair {
            name,
            element,
            is_there: OnceCell::new(),
        };
        let pairs = [
            pair("examples", Element::Paragraph),
            pair("example", Element::Paragraph),
            pair("name", Element::Paragraph),
            pair("description", Element::Paragraph),
            pair("request", Element::Preformatted),
            pair("response", Element::Preformatted),
            pair("link", Element::Transparent),
        ];
        Self { text, pairs }
    }

    /// The element of this name, if it is one.
    pub(super) fn named(&self, name: &[u8]) -> Option<Element> {
        Element::known(name).or_else(|| self.of_pair(name))
    }

    fn of_pair(&self, name: &[u8]) -> Option<Element> {
        let mut pairs = self.pairs.iter();
        let pair = pairs.find(|pair| pair.name.as_bytes() == name)?;
        let (opening, closing) = (format!("<{}", pair.name), format!("</{}>", pair.name));
        let is_there = pair
            .is_there
            .get_or_init(|| self.text.contains(&opening) && self.text.contains(&closing));
        is_there.then_some(pair.element)
    }
}

/// The name of the tag that a `<` before this text starts, if it can be one of an element.
pub(super) fn tag_name(text: &[u8]) -> Option<&[u8]> {
    let name = text.strip_prefix(b"/").unwrap_or(text);
    let name = &name[..name.len().min(LONGEST_NAME + 1)];
    let length = name
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte))?;
    Some(&name[..length])
}
