//! Reads HTML as it is found in service models: tags that are never closed or never opened,
//! placeholders in angle brackets, elements of their own such as `note`.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::blocks::Writer;
use super::container::Kind;
use super::element::{Element, Elements, tag_name};

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
