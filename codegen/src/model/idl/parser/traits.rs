//! Traits and documentation before shapes and members, and those that `apply` adds.
//!
//! <https://smithy.io/2.0/spec/idl.html#applying-traits>

use std::borrow::Cow;

use super::Parser;
use crate::model::idl::fault::Parsed;
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Apply, Name, Node, NodeValue, Span, Trait};
use crate::model::traits::{Documentation, Trait as _};

impl<'a> Parser<'a> {
    /// What stands before a shape or member: documentation, then traits. It is given after the traits, so
    /// that one which says otherwise is where the two differ.
    pub(super) fn docs_and_traits(&mut self) -> Parsed<Vec<Trait<'a>>> {
        self.skip_gap_and_docs();
        let docs = self.take_docs();
        let mut traits = Vec::new();
        while self.is(Kind::At) {
            traits.push(self.a_trait()?);
            self.skip_gap();
        }
        traits.extend(docs);
        Ok(traits)
    }

    /// The documentation that was met since it last belonged to something.
    ///
    /// <https://smithy.io/2.0/spec/idl.html#documentation-comment>
    fn take_docs(&mut self) -> Option<Trait<'a>> {
        let first = *self.docs.first()?;
        let lines = self.docs.iter().map(|span| {
            // Of four slashes, the last is text.
            let line = self.slice(*span).trim_end_matches(['\n', '\r']);
            let line = line.strip_prefix("///").unwrap_or(line);
            line.strip_prefix(' ').unwrap_or(line)
        });
        let text = lines.collect::<Vec<&str>>().join("\n");
        self.docs.clear();
        let end = first.start + self.slice(first).trim_end().len();
        let span = Span { end, ..first };
        let value = Node {
            value: NodeValue::Text(Cow::Owned(text)),
            span,
        };
        let id = Name {
            text: Documentation::ID,
            span,
        };
        Some(Trait {
            id,
            span,
            value: Some(value),
        })
    }

    fn a_trait(&mut self) -> Parsed<Trait<'a>> {
        let at = self.advance().span;
        let id = self.shape_id()?;
        let value = if self.is(Kind::OpenParenthesis) {
            self.trait_value()?
        } else {
            None
        };
        let span = at.to(id.span);
        Ok(Trait { id, span, value })
    }

    /// What is between the parentheses of a trait: a value, or the keys of an object.
    pub(super) fn trait_value(&mut self) -> Parsed<Option<Node<'a>>> {
        let open = self.advance().span;
        self.skip_gap();
        if self.take(Kind::CloseParenthesis) {
            return Ok(None);
        }
        let is_key = self.is(Kind::Identifier) || self.is(Kind::Text);
        let first = self.node()?;
        self.skip_gap();
        if is_key
            && self.is(Kind::Colon)
            && let Some(key) = as_key(&first, self.text)
        {
            return self.keyed_value(open, key, first.span).map(Some);
        }
        self.close_trait()?;
        Ok(Some(first))
    }

    /// The keys of an object, of which the first was read.
    fn keyed_value(&mut self, open: Span, key: Cow<'a, str>, span: Span) -> Parsed<Node<'a>> {
        let mut entries = vec![self.entry(key, span)?];
        self.skip_gap();
        while !self.is(Kind::CloseParenthesis) {
            let (key, span) = self.key("a key, or `)`")?;
            self.skip_gap();
            entries.push(self.entry(key, span)?);
            self.skip_gap();
        }
        self.close_trait()?;
        self.tell_twice(&entries);
        let span = Span {
            end: self.last_end,
            ..open
        };
        Ok(Node {
            value: NodeValue::Object(entries),
            span,
        })
    }

    fn close_trait(&mut self) -> Parsed<()> {
        let help = "a trait has one value, or keys with values: `@name(key: value)`";
        self.expect(Kind::CloseParenthesis, "`)`", help)?;
        Ok(())
    }

    /// An `apply` statement, from its keyword.
    ///
    /// <https://smithy.io/2.0/spec/idl.html#apply-statement>
    pub(super) fn apply(&mut self) -> Parsed<Apply<'a>> {
        self.advance();
        self.expect_spaces("apply")?;
        let target = self.shape_id()?;
        self.expect_gap("the shape that traits are applied to")?;
        let mut traits = Vec::new();
        match self.token.kind {
            Kind::At => traits.push(self.a_trait()?),
            Kind::OpenBrace => {
                self.advance();
                self.skip_gap();
                while self.is(Kind::At) {
                    traits.push(self.a_trait()?);
                    self.skip_gap();
                }
                let help = "between the braces of `apply` there are traits";
                self.expect(Kind::CloseBrace, "`}` or a trait", help)?;
            }
            _ => {
                let help = "write `apply Shape @trait`, or several traits between braces";
                return Err(self.unexpected("`@` or `{`", help));
            }
        }
        self.expect_break()?;
        Ok(Apply { target, traits })
    }
}

/// What was read as a value, as a key: a name or a quoted text.
fn as_key<'a>(node: &Node<'a>, text: &'a str) -> Option<Cow<'a, str>> {
    let written = &text[node.span.range()];
    match &node.value {
        NodeValue::Text(text) => Some(text.clone()),
        _ if written.contains(['.', '#', '$']) => None,
        _ => Some(Cow::Borrowed(written)),
    }
}
