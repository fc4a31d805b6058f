//! Reads HTML as it is found in service models: tags that are never closed or never opened,
//! placeholders in angle brackets, elements of their own such as `note`.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::blocks::Writer;
use super::container::Kind;

/// No name of an element is longer.
const LONGEST_NAME: usize = 11;

/// What an element means for the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
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
    fn named(name: &[u8]) -> Option<Self> {
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
    fn is_style(self) -> bool {
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
struct Elements<'t> {
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
    fn of(text: &'t str) -> Self {
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
    fn named(&self, name: &[u8]) -> Option<Element> {
        Element::named(name).or_else(|| self.of_pair(name))
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

/// Documentation in HTML, ready to be read.
pub(super) struct Html<'t> {
    text: Cow<'t, str>,
    elements: Elements<'t>,
}

impl<'t> Html<'t> {
    /// The text with every `<` escaped that starts no tag of a known element: in `a <region> b` it
    /// is meant to be seen. `None` where no `<` starts a tag, so that the text is not HTML at all.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        let elements = Elements::of(text);
        let last_tag_end = text.rfind('>').unwrap_or_default();
        let mut is_html = false;
        let mut escaped = String::new();
        let mut copied = 0;
        for (at, _) in text.match_indices('<') {
            let rest = &text.as_bytes()[at + 1..];
            if rest.starts_with(b"!--") {
                continue;
            }
            let name = tag_name(rest).filter(|_| at < last_tag_end);
            if name.is_some_and(|name| elements.named(name).is_some()) {
                is_html = true;
            } else {
                escaped.push_str(&text[copied..at]);
                escaped.push_str("&lt;");
                copied = at + 1;
            }
        }
        is_html.then(|| Self {
            text: match copied {
                0 => Cow::Borrowed(text),
                _ => Cow::Owned(escaped + &text[copied..]),
            },
            elements,
        })
    }
}

/// The name of the tag that a `<` before this text starts, if it can be one of an element.
fn tag_name(text: &[u8]) -> Option<&[u8]> {
    let name = text.strip_prefix(b"/").unwrap_or(text);
    let name = &name[..name.len().min(LONGEST_NAME + 1)];
    let length = name
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte))?;
    Some(&name[..length])
}

/// Reads HTML.
pub(super) fn read(html: &Html<'_>, writer: &mut Writer) {
    let reader = Reader {
        writer,
        elements: &html.elements,
        tag: None,
        attribute_is_href: false,
        href: None,
        preformatted: None,
        term_is_open: false,
    };
    let emitter = CallbackEmitter::new(reader);
    let Ok(()) = Tokenizer::new_with_emitter(html.text.as_ref(), emitter).finish();
}

struct Reader<'w> {
    writer: &'w mut Writer,
    elements: &'w Elements<'w>,
    /// The element whose start tag is being read.
    tag: Option<Element>,
    attribute_is_href: bool,
    href: Option<String>,
    /// The text of the `pre` element that is open.
    preformatted: Option<String>,
    /// The item has a term and waits for its definition.
    term_is_open: bool,
}

impl Callback<Infallible, ()> for Reader<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Infallible> {
        match event {
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::OpenStartTag { name } => self.tag = self.elements.named(name),
            CallbackEvent::AttributeName { name } => self.attribute_is_href = name == b"href",
            CallbackEvent::AttributeValue { value } if self.attribute_is_href => {
                self.href = Some(String::from_utf8_lossy(value).into_owned());
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                let href = self.href.take();
                match self.tag.take() {
                    Some(element) if self_closing && element.is_style() => {}
                    Some(Element::Term) if self_closing => self.writer.open_item(),
                    Some(element) => self.start(element, href.as_deref()),
                    None => {}
                }
            }
            CallbackEvent::EndTag { name } => {
                if let Some(element) = self.elements.named(name) {
                    self.end(element);
                }
            }
            _ => {}
        }
        None
    }
}

impl Reader<'_> {
    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.preformatted {
            code.push_str(text);
            return;
        }
        let paragraph = &mut self.writer.paragraph;
        let pieces = text.split('`');
        let has_code = text.contains('`') && pieces.clone().count() % 2 == 1;
        if !has_code || paragraph.is_in_code() {
            return paragraph.push(text);
        }
        // Some authors mark code as Markdown does.
        for (index, piece) in pieces.enumerate() {
            if index % 2 == 0 {
                paragraph.push(piece);
            } else {
                paragraph.push_code(piece);
            }
        }
    }

    fn start(&mut self, element: Element, href: Option<&str>) {
        let writer = &mut *self.writer;
        match element {
            _ if self.preformatted.is_some() => {}
            Element::Paragraph => writer.start_paragraph(),
            Element::Heading(level) => writer.start_heading(level),
            Element::List { numbered } => writer.open_list(numbered.then_some(1)),
            Element::Item => writer.open_item(),
            Element::Term => {
                writer.open_item();
                writer.paragraph.set_strong(true);
                self.term_is_open = true;
            }
            Element::Definition if std::mem::take(&mut self.term_is_open) => {
                writer.paragraph.end_term();
            }
            Element::Definition => writer.end_block(),
            Element::Quote { label } => writer.open_quote(label),
            Element::Preformatted => {
                writer.end_block();
                self.preformatted = Some(String::new());
            }
            Element::Code => writer.paragraph.set_code(true),
            Element::Strong => writer.paragraph.set_strong(true),
            Element::Emphasis => writer.paragraph.set_emphasis(true),
            Element::Link => writer.paragraph.set_link(href),
            Element::Break => writer.paragraph.push_break(),
            Element::Table => writer.open_table(),
            Element::Row => writer.open_row(),
            Element::Cell => writer.open_cell(),
            Element::Transparent => {}
        }
    }

    fn end(&mut self, element: Element) {
        let writer = &mut *self.writer;
        match element {
            Element::Preformatted => {
                if let Some(code) = self.preformatted.take() {
                    writer.code_block(&code);
                }
            }
            _ if self.preformatted.is_some() => {}
            Element::Paragraph => writer.start_paragraph(),
            Element::Heading(_) | Element::Row | Element::Cell => writer.end_block(),
            Element::List { .. } => writer.close(Kind::List),
            Element::Item => writer.end_item(),
            Element::Definition => {
                self.term_is_open = false;
                writer.end_item();
            }
            Element::Quote { .. } => writer.close(Kind::Quote),
            Element::Code => writer.paragraph.set_code(false),
            Element::Strong => writer.paragraph.set_strong(false),
            Element::Emphasis => writer.paragraph.set_emphasis(false),
            Element::Link => writer.paragraph.set_link(None),
            Element::Table => writer.close_table(),
            Element::Term | Element::Break | Element::Transparent => {}
        }
    }
}
