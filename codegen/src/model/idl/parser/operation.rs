//! Operations, whose input and output may be defined in place.
//!
//! <https://smithy.io/2.0/spec/idl.html#operation-shape>

use std::borrow::Cow;
use std::collections::HashSet;

use super::Parser;
use crate::diagnostic::did_you_mean;
use crate::model::idl::fault::{Fault, Parsed};
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Body, File, Message, Name, Operation, Shape, Span, Trait};
use crate::model::traits::{Input, Output, Trait as _};

const PROPERTIES: [&str; 3] = ["input", "output", "errors"];

impl<'a> Parser<'a> {
    /// What is between the braces of an operation. Shapes that are defined there are added to the file.
    pub(super) fn operation(&mut self, file: &mut File<'a>, of: Name<'a>) -> Parsed<Operation<'a>> {
        self.skip_gap();
        let help = "put what the operation has between braces";
        self.expect(Kind::OpenBrace, "`{`", help)?;
        let mut operation = Operation::default();
        let mut known = HashSet::new();
        self.skip_gap();
        while !self.is(Kind::CloseBrace) {
            let name = self.identifier("`input`, `output`, `errors`, or `}`")?;
            if !known.insert(name.text) {
                let message = format!("the operation has `{}` twice", name.text);
                return Err(Fault::syntax(name.span, message, "keep one of the two"));
            }
            self.skip_gap();
            match name.text {
                "input" => {
                    let suffix = file.input_suffix.clone();
                    operation.input = Some(self.message(file, of, &suffix, Input::ID)?);
                }
                "output" => {
                    let suffix = file.output_suffix.clone();
                    operation.output = Some(self.message(file, of, &suffix, Output::ID)?);
                }
                "errors" => operation.errors = self.errors()?,
                other => return Err(unknown(other, name.span)),
            }
            self.expect_gap("what an operation has")?;
        }
        self.advance();
        Ok(operation)
    }

    /// An input or output, by name or in place.
    fn message(
        &mut self,
        file: &mut File<'a>,
        of: Name<'a>,
        suffix: &str,
        role: &'static str,
    ) -> Parsed<Message<'a>> {
        let walrus = self.token.span;
        if !self.is(Kind::Walrus) {
            self.expect(
                Kind::Colon,
                "`:` or `:=`",
                "write `input: Shape` or `input := { .. }`",
            )?;
            self.skip_gap();
            return self.shape_id().map(Message::Named);
        }
        self.needs_version_2(walrus, "inputs and outputs in place")?;
        self.advance();
        let name = format!("{}{suffix}", of.text);
        let mut traits = self.docs_and_traits()?;
        let id = Name {
            text: role,
            span: walrus,
        };
        traits.push(Trait {
            id,
            span: walrus,
            value: None,
        });
        let resource = self.resource()?;
        let mixins = self.mixins()?;
        let members = self.members(false)?;
        file.shapes.push(Shape {
            kind: "structure",
            name: Cow::Owned(name.clone()),
            name_span: walrus,
            head: walrus,
            traits,
            resource,
            mixins,
            body: Body::Members(members),
        });
        Ok(Message::InPlace(name, walrus))
    }

    fn errors(&mut self) -> Parsed<Vec<Name<'a>>> {
        self.expect(Kind::Colon, "`:`", "write `errors: [Error]`")?;
        self.skip_gap();
        self.expect(Kind::OpenBracket, "`[`", "write `errors: [Error]`")?;
        let mut errors = Vec::new();
        loop {
            self.skip_gap();
            if self.take(Kind::CloseBracket) {
                return Ok(errors);
            }
            errors.push(self.shape_id()?);
        }
    }
}

fn unknown(property: &str, span: Span) -> Fault {
    let message = format!("operations have no `{property}`");
    let help = did_you_mean(property, PROPERTIES)
        .unwrap_or_else(|| "they have `input`, `output` and `errors`".to_owned());
    Fault::syntax(span, message, help)
}
