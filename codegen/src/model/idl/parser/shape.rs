//! Statements that define a shape.
//!
//! <https://smithy.io/2.0/spec/idl.html#defining-shapes>

use std::borrow::Cow;

use super::Parser;
use crate::diagnostic::{Code, did_you_mean};
use crate::model::define::TYPES;
use crate::model::idl::fault::{Fault, Parsed};
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Body, File, Name, Shape, Span, Trait};
use crate::model::sources::Version;

impl<'a> Parser<'a> {
    /// A shape, or an `apply`, with what stands before it.
    pub(super) fn statement(&mut self, file: &mut File<'a>) -> Parsed<()> {
        self.defining = None;
        let traits = self.docs_and_traits()?;
        let applied = traits
            .iter()
            .find(|one| self.slice(one.span).starts_with('@'));
        if self.is(Kind::End) && applied.is_none() {
            return Ok(());
        }
        if self.is_word("apply") {
            if applied.is_some() {
                let message = "traits stand before `apply`, which takes none";
                let help = "put them behind the name of the shape that they are for";
                return Err(Fault::syntax(self.token.span, message, help));
            }
            let apply = self.apply()?;
            file.applies.push(apply);
            return Ok(());
        }
        let shape = self.shape(file, traits)?;
        file.shapes.push(shape);
        self.expect_break()
    }

    fn shape(&mut self, file: &mut File<'a>, traits: Vec<Trait<'a>>) -> Parsed<Shape<'a>> {
        let keyword = self.keyword()?;
        self.expect_spaces(keyword.text)?;
        let name = self.identifier("the name of the shape")?;
        self.defining = Some(name.text);
        let has_members = ["structure", "union", "list", "set", "map"].contains(&keyword.text);
        let resource = if has_members { self.resource()? } else { None };
        let mixins = self.mixins()?;
        let body = self.body(file, keyword.text, name)?;
        Ok(Shape {
            kind: keyword.text,
            name: Cow::Borrowed(name.text),
            name_span: name.span,
            head: keyword.span.to(name.span),
            traits,
            resource,
            mixins,
            body,
        })
    }

    /// The word that says the type.
    fn keyword(&mut self) -> Parsed<Name<'a>> {
        let help = "write a type and a name, such as `structure Name { .. }`";
        if !self.is(Kind::Identifier) {
            let help = format!("{help}; the value of a trait is in parentheses, `@name(value)`");
            return Err(self.unexpected("the type of a shape", &help));
        }
        let word = self.slice(self.token.span);
        if word == "set" || TYPES.contains(&word) {
            let span = self.advance().span;
            return Ok(Name { text: word, span });
        }
        let help = match word {
            "namespace" => {
                "a file has one namespace: put these shapes into another file".to_owned()
            }
            "use" | "metadata" => format!("put `{word}` before all shapes"),
            word => did_you_mean(word, TYPES.iter().copied()).unwrap_or_else(|| help.to_owned()),
        };
        let message = format!("`{word}` is no type of shapes");
        Err(Fault::syntax(self.token.span, message, help))
    }

    fn body(&mut self, file: &mut File<'a>, kind: &str, name: Name<'a>) -> Parsed<Body<'a>> {
        match kind {
            "structure" | "union" | "list" | "set" | "map" => {
                self.members(false).map(Body::Members)
            }
            "enum" | "intEnum" => self.members(true).map(Body::Members),
            "service" | "resource" => {
                self.skip_gap();
                self.properties().map(Body::Properties)
            }
            "operation" => self.operation(file, name).map(Body::Operation),
            _ => Ok(Body::None),
        }
    }

    /// The resource that a shape with members is for.
    ///
    /// <https://smithy.io/2.0/spec/idl.html#target-elision>
    pub(super) fn resource(&mut self) -> Parsed<Option<Name<'a>>> {
        self.skip_spaces();
        if !self.is_word("for") {
            return Ok(None);
        }
        self.needs_version_2(self.token.span, "shapes that are `for` a resource")?;
        self.advance();
        self.expect_spaces("for")?;
        self.shape_id().map(Some)
    }

    /// <https://smithy.io/2.0/spec/idl.html#mixins>
    pub(super) fn mixins(&mut self) -> Parsed<Vec<Name<'a>>> {
        self.skip_spaces();
        let mut mixins = Vec::new();
        if !self.is_word("with") {
            return Ok(mixins);
        }
        self.needs_version_2(self.token.span, "mixins")?;
        self.advance();
        self.skip_gap();
        self.expect(Kind::OpenBracket, "`[`", "write `with [Mixin]`")?;
        loop {
            self.skip_gap();
            if !mixins.is_empty() && self.take(Kind::CloseBracket) {
                return Ok(mixins);
            }
            mixins.push(self.shape_id()?);
        }
    }

    /// Tells what files of Smithy 1.0 cannot have.
    pub(super) fn needs_version_2(&self, span: Span, what: &str) -> Parsed<()> {
        if self.version == Version::V2 {
            return Ok(());
        }
        Err(wrong_version(span, what))
    }
}

/// Something that only Smithy 2.0 has, in a file of 1.0.
pub(in crate::model::idl) fn wrong_version(span: Span, what: &str) -> Fault {
    let message = format!("Smithy 1.0 has no {what}");
    let help = "begin the file with `$version: \"2\"`; without a version it is one of 1.0";
    Fault::new(Code::WrongVersion, span, message, help)
}
