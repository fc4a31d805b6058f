//! The members of shapes, and the values of enums.
//!
//! <https://smithy.io/2.0/spec/idl.html#structure-shapes>

use std::collections::HashSet;

use super::Parser;
use crate::diagnostic::Code;
use crate::model::idl::fault::{Fault, Parsed};
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Member, Node, Target};

impl<'a> Parser<'a> {
    /// What is between braces, which may begin on a later line.
    pub(super) fn members(&mut self, is_enum: bool) -> Parsed<Vec<Member<'a>>> {
        self.skip_gap();
        let help = "put the members between braces";
        self.expect(Kind::OpenBrace, "`{`", help)?;
        let mut members = Vec::new();
        let mut known = HashSet::new();
        self.skip_gap_and_docs();
        while !self.is(Kind::CloseBrace) {
            let member = self.member(is_enum)?;
            if known.insert(member.name) {
                members.push(member);
            } else {
                let message = format!("there is a member `{}` already", member.name);
                let help = "leave one of them out, or give it another name";
                self.faults.push(Fault::new(
                    Code::DuplicateMember,
                    member.span,
                    message,
                    help,
                ));
            }
            self.skip_gap_and_docs();
        }
        self.advance();
        self.docs.clear();
        Ok(members)
    }

    fn member(&mut self, is_enum: bool) -> Parsed<Member<'a>> {
        let traits = self.docs_and_traits()?;
        if is_enum {
            let name = self.identifier("the name of a value, or `}`")?;
            let assigned = self.assigned()?;
            return Ok(Member {
                name: name.text,
                span: name.span,
                target: Target::Unit,
                traits,
                assigned,
            });
        }
        let start = self.token.span;
        if self.take(Kind::Dollar) {
            self.needs_version_2(self.token.span, "members without a target")?;
            let name = self.identifier("the name of a member behind the `$`")?;
            let assigned = self.default()?;
            return Ok(Member {
                name: name.text,
                span: start.to(name.span),
                target: Target::Elided,
                traits,
                assigned,
            });
        }
        let name = self.identifier("the name of a member, or `}`")?;
        self.skip_spaces();
        self.expect(Kind::Colon, "`:`", "write `name: Target`")?;
        self.skip_spaces();
        let target = Target::Named(self.shape_id()?);
        let assigned = self.default()?;
        Ok(Member {
            name: name.text,
            span: name.span,
            target,
            traits,
            assigned,
        })
    }

    /// <https://smithy.io/2.0/spec/idl.html#default-values>
    fn default(&mut self) -> Parsed<Option<Node<'a>>> {
        self.skip_spaces();
        if self.is(Kind::Equal) {
            self.needs_version_2(self.token.span, "defaults that are assigned to members")?;
        }
        self.assigned()
    }

    /// What follows a `=`, to the end of the line.
    fn assigned(&mut self) -> Parsed<Option<Node<'a>>> {
        self.skip_spaces();
        if !self.take(Kind::Equal) {
            return Ok(None);
        }
        self.skip_spaces();
        let value = self.node()?;
        self.skip_spaces();
        self.take(Kind::Comma);
        self.expect_break()?;
        Ok(Some(value))
    }
}
