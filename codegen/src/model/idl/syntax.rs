//! What a file of Smithy IDL says, as it says it: names are not resolved, and everything knows where it is.
//!
//! <https://smithy.io/2.0/spec/idl.html>

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Number;

use crate::model::sources::Version;

/// Bytes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model) struct Span {
    pub(in crate::model) start: usize,
    pub(in crate::model) end: usize,
}

impl Span {
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// From the start of this to the end of another.
    pub(super) fn to(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end,
        }
    }
}

/// A whole file.
pub(in crate::model) struct File<'a> {
    pub(super) version: Version,
    /// What is put behind an operation's name where its input or output is defined in place.
    pub(super) input_suffix: Cow<'a, str>,
    pub(super) output_suffix: Cow<'a, str>,
    pub(super) metadata: Vec<Entry<'a>>,
    pub(super) namespace: &'a str,
    pub(super) uses: Vec<Name<'a>>,
    pub(super) shapes: Vec<Shape<'a>>,
    pub(super) applies: Vec<Apply<'a>>,
    /// The names of shapes whose definition was there and could not be read.
    pub(super) unread: Vec<Cow<'a, str>>,
    /// Whether something was lost that may have defined anything.
    pub(super) is_torn: bool,
}

/// A name as it is written: relative, absolute, with or without a member.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// A shape's definition.
pub(super) struct Shape<'a> {
    /// The type, as the keyword has it; `structure` for an input or output in place.
    pub(super) kind: &'a str,
    /// The name, which is made up for an input or output in place.
    pub(super) name: Cow<'a, str>,
    pub(super) name_span: Span,
    /// From the keyword to the name.
    pub(super) head: Span,
    pub(super) traits: Vec<Trait<'a>>,
    /// The resource that targets are taken from.
    pub(super) resource: Option<Name<'a>>,
    pub(super) mixins: Vec<Name<'a>>,
    pub(super) body: Body<'a>,
}

/// What is between a shape's braces.
pub(super) enum Body<'a> {
    None,
    Members(Vec<Member<'a>>),
    /// The properties of a service or resource.
    Properties(Vec<Entry<'a>>),
    Operation(Operation<'a>),
}

/// A member, or a value of an enum.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    /// With the `$` of one whose target is elided.
    pub(super) span: Span,
    pub(super) target: Target<'a>,
    pub(super) traits: Vec<Trait<'a>>,
    /// What it is set to: a default, or the value of an enum.
    pub(super) assigned: Option<Node<'a>>,
}

/// What a member's values are of.
pub(super) enum Target<'a> {
    Named(Name<'a>),
    /// What the resource or a mixin has under this name.
    Elided,
    /// Nothing: it is a value of an enum.
    Unit,
}

/// What an operation has. An input or output in place is a shape beside it.
#[derive(Default)]
pub(super) struct Operation<'a> {
    pub(super) input: Option<Message<'a>>,
    pub(super) output: Option<Message<'a>>,
    pub(super) errors: Vec<Name<'a>>,
}

/// An operation's input or output.
pub(super) enum Message<'a> {
    Named(Name<'a>),
    /// Defined in place, under this name.
    InPlace(String, Span),
}

/// A trait that is applied.
pub(super) struct Trait<'a> {
    pub(super) id: Name<'a>,
    /// With its `@`.
    pub(super) span: Span,
    /// `None` where it says all by being there.
    pub(super) value: Option<Node<'a>>,
}

/// Traits for a shape or member that is defined elsewhere.
pub(super) struct Apply<'a> {
    pub(super) target: Name<'a>,
    pub(super) traits: Vec<Trait<'a>>,
}

/// A value, and where it is.
pub(super) struct Node<'a> {
    pub(super) value: NodeValue<'a>,
    pub(super) span: Span,
}

/// A value as it is written.
pub(super) enum NodeValue<'a> {
    Null,
    Boolean(bool),
    Number(Number),
    Text(Cow<'a, str>),
    /// A shape id, not quoted.
    Id(&'a str),
    List(Vec<Node<'a>>),
    Object(Vec<Entry<'a>>),
}

/// A key and its value.
pub(super) struct Entry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) span: Span,
    pub(super) value: Node<'a>,
}
