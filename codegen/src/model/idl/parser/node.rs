//! Values: those of traits, of metadata, of members, and what services and resources have.
//!
//! <https://smithy.io/2.0/spec/idl.html#node-values>

use std::borrow::Cow;
use std::collections::HashSet;
use std::str::FromStr as _;

use serde_json::Number;

use super::Parser;
use crate::diagnostic::Code;
use crate::limits::IDL_NESTING;
use crate::model::idl::fault::{Fault, Parsed};
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Entry, Node, NodeValue, Span};
use crate::model::idl::text::{self, Wrong};

/// How many keys of an object are compared with each other.
const FEW: usize = 12;

impl<'a> Parser<'a> {
    /// Any value.
    pub(super) fn node(&mut self) -> Parsed<Node<'a>> {
        let start = self.token.span;
        let value = match self.token.kind {
            Kind::Identifier => self.keyword_or_id()?,
            Kind::Text => NodeValue::Text(self.text()?),
            Kind::TextBlock => NodeValue::Text(self.text_block()?),
            Kind::Number => self.number()?,
            Kind::OpenBracket => NodeValue::List(self.nested(Self::items)?),
            Kind::OpenBrace => NodeValue::Object(self.nested(Self::object)?),
            _ => {
                let help = "write a text, a number, a shape id, a list or an object, or `true`, `false` or `null`";
                return Err(self.unexpected("a value", help));
            }
        };
        Ok(Node {
            value,
            span: Span {
                end: self.last_end,
                ..start
            },
        })
    }

    fn keyword_or_id(&mut self) -> Parsed<NodeValue<'a>> {
        let id = self.shape_id()?;
        Ok(match id.text {
            "true" => NodeValue::Boolean(true),
            "false" => NodeValue::Boolean(false),
            "null" => NodeValue::Null,
            text => NodeValue::Id(text),
        })
    }

    /// A quoted text.
    pub(super) fn text(&mut self) -> Parsed<Cow<'a, str>> {
        let token = self.advance();
        text::quoted(self.slice(token.span)).map_err(|wrong| wrong_text(token.span, &wrong))
    }

    fn text_block(&mut self) -> Parsed<Cow<'a, str>> {
        let token = self.advance();
        text::block(self.slice(token.span)).map_err(|wrong| wrong_text(token.span, &wrong))
    }

    fn number(&mut self) -> Parsed<NodeValue<'a>> {
        let span = self.advance().span;
        let written = self.slice(span);
        // JSON has no zeros before a number.
        let (sign, digits) = match written.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", written),
        };
        let zeros = digits.bytes().take_while(|digit| *digit == b'0').count();
        let has_digits = digits[zeros..].starts_with(|c: char| c.is_ascii_digit());
        let digits = &digits[if has_digits {
            zeros
        } else {
            zeros.saturating_sub(1)
        }..];
        let number = Number::from_str(&format!("{sign}{digits}"));
        number.map(NodeValue::Number).map_err(|_| {
            let message = format!("`{written}` is no number that can be read");
            Fault::syntax(span, message, "write one that a double can hold")
        })
    }

    /// What is in a list or object, one level further down.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == IDL_NESTING {
            let message =
                format!("more than {IDL_NESTING} lists and objects are within each other");
            let help = "make what is here flatter";
            return Err(Fault::new(
                Code::BeyondLimit,
                self.token.span,
                message,
                help,
            ));
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn items(&mut self) -> Parsed<Vec<Node<'a>>> {
        self.advance();
        let mut items = Vec::new();
        loop {
            self.skip_gap();
            if self.take(Kind::CloseBracket) {
                return Ok(items);
            }
            items.push(self.node()?);
        }
    }

    /// What is between braces.
    fn object(&mut self) -> Parsed<Vec<Entry<'a>>> {
        self.advance();
        let mut entries = Vec::new();
        self.skip_gap();
        while !self.is(Kind::CloseBrace) {
            let (key, span) = self.key("a key, or `}`")?;
            self.skip_gap();
            entries.push(self.entry(key, span)?);
            self.skip_gap();
        }
        self.advance();
        self.tell_twice(&entries);
        Ok(entries)
    }

    /// The properties of a service or resource.
    pub(super) fn properties(&mut self) -> Parsed<Vec<Entry<'a>>> {
        if !self.is(Kind::OpenBrace) {
            return Err(self.unexpected("`{`", "put what the shape has between braces"));
        }
        self.nested(Self::object)
    }

    /// An entry from its colon.
    pub(super) fn entry(&mut self, key: Cow<'a, str>, span: Span) -> Parsed<Entry<'a>> {
        self.expect(Kind::Colon, "`:`", "write `key: value`")?;
        self.skip_gap();
        let value = self.node()?;
        Ok(Entry { key, span, value })
    }

    /// Tells keys that are there twice.
    pub(super) fn tell_twice(&mut self, entries: &[Entry<'a>]) {
        // Nearly all have a few keys, which are compared sooner than hashed.
        let mut known = HashSet::new();
        let mut is_known = |at: usize, key: &str| match entries {
            [..] if entries.len() <= FEW => entries[..at].iter().any(|other| other.key == key),
            _ => !known.insert(&*entries[at].key),
        };
        for (at, Entry { key, span, .. }) in entries.iter().enumerate() {
            if is_known(at, key) {
                let message = format!("the key `{key}` is there twice");
                self.faults
                    .push(Fault::syntax(*span, message, "keep one of the two"));
            }
        }
    }
}

fn wrong_text(span: Span, wrong: &Wrong) -> Fault {
    Fault::syntax(span, format!("the text {}", wrong.what), wrong.help)
}
