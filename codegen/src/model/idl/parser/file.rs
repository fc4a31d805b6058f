//! The sections of a file: control statements, metadata, the namespace and what is used of others, shapes.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Parser;
use crate::diagnostic::Code;
use crate::model::idl::fault::{Fault, Parsed};
use crate::model::idl::lexer::Kind;
use crate::model::idl::syntax::{Entry, File, Name, Node, NodeValue, Span};
use crate::model::sources::Version;

impl<'a> Parser<'a> {
    pub(super) fn file(mut self) -> (File<'a>, Vec<Fault>) {
        let mut file = File {
            version: Version::V1,
            input_suffix: "Input".into(),
            output_suffix: "Output".into(),
            metadata: Vec::new(),
            namespace: "",
            uses: Vec::new(),
            shapes: Vec::new(),
            applies: Vec::new(),
            unread: Vec::new(),
            is_torn: false,
        };
        self.skip_gap();
        self.control_section(&mut file);
        file.version = self.version;
        self.metadata_section(&mut file);
        match self.namespace_section(&mut file) {
            Ok(()) => self.shape_section(&mut file),
            Err(fault) => {
                self.faults.push(fault);
                file.is_torn = true;
            }
        }
        (file, self.faults)
    }

    /// <https://smithy.io/2.0/spec/idl.html#control-section>
    fn control_section(&mut self, file: &mut File<'a>) {
        let mut known = HashSet::new();
        while self.is(Kind::Dollar) {
            if let Err(fault) = self.control_statement(file, &mut known) {
                self.faults.push(fault);
                self.recover();
            }
        }
    }

    fn control_statement(
        &mut self,
        file: &mut File<'a>,
        known: &mut HashSet<Cow<'a, str>>,
    ) -> Parsed<()> {
        self.advance();
        let (key, _) = self.key("the name of a control statement, such as `version`")?;
        self.skip_spaces();
        self.expect(Kind::Colon, "`:`", "write `$version: \"2\"`")?;
        self.skip_spaces();
        let value = self.node()?;
        if !known.insert(key.clone()) {
            let message = format!("the control statement `{key}` is there twice");
            return Err(Fault::syntax(value.span, message, "keep one of the two"));
        }
        match &*key {
            "version" => self.version = version(&value)?,
            "operationInputSuffix" => file.input_suffix = suffix(&key, value)?,
            "operationOutputSuffix" => file.output_suffix = suffix(&key, value)?,
            // What tools mean by others is theirs.
            _ => {}
        }
        self.expect_break()?;
        self.docs.clear();
        Ok(())
    }

    /// <https://smithy.io/2.0/spec/idl.html#metadata-section>
    fn metadata_section(&mut self, file: &mut File<'a>) {
        while self.is_word("metadata") {
            match self.metadata_statement() {
                Ok(entry) => file.metadata.push(entry),
                Err(fault) => {
                    self.faults.push(fault);
                    self.recover();
                }
            }
        }
    }

    fn metadata_statement(&mut self) -> Parsed<Entry<'a>> {
        self.advance();
        self.expect_spaces("metadata")?;
        let (key, span) = self.key("a key")?;
        self.skip_spaces();
        self.expect(Kind::Equal, "`=`", "write `metadata key = value`")?;
        self.skip_spaces();
        let value = self.node()?;
        self.expect_break()?;
        self.docs.clear();
        Ok(Entry { key, span, value })
    }

    /// <https://smithy.io/2.0/spec/idl.html#namespaces>
    fn namespace_section(&mut self, file: &mut File<'a>) -> Parsed<()> {
        if self.is(Kind::End) {
            return Ok(());
        }
        if !self.is_word("namespace") {
            let help = "the order is: `$version`, metadata, one namespace, `use`, shapes";
            return Err(self.unexpected("`namespace`", help));
        }
        self.advance();
        self.expect_spaces("namespace")?;
        let span = self.namespace()?;
        file.namespace = self.slice(span);
        self.expect_break()?;
        self.use_section(file);
        Ok(())
    }

    /// <https://smithy.io/2.0/spec/idl.html#referring-to-shapes>
    fn use_section(&mut self, file: &mut File<'a>) {
        while self.is_word("use") {
            match self.use_statement() {
                Ok(used) => file.uses.push(used),
                Err(fault) => {
                    self.faults.push(fault);
                    self.recover();
                }
            }
        }
    }

    fn use_statement(&mut self) -> Parsed<Name<'a>> {
        self.docs.clear();
        self.advance();
        self.expect_spaces("use")?;
        let namespace = self.namespace()?;
        let help = "write `use com.example#Name`";
        self.expect(Kind::Pound, "`#` and the name of a shape", help)?;
        let mut span = namespace.to(self.identifier("a name behind the `#`")?.span);
        if self.take(Kind::Dollar) {
            span.end = self.identifier("a member behind the `$`")?.span.end;
            let message = format!(
                "`{}` is a member, and only shapes can be used",
                self.slice(span)
            );
            let help = "name the shape alone";
            self.faults
                .push(Fault::new(Code::InvalidShapeId, span, message, help));
        }
        self.expect_break()?;
        Ok(Name {
            text: self.slice(span),
            span,
        })
    }

    /// <https://smithy.io/2.0/spec/idl.html#shape-section>
    fn shape_section(&mut self, file: &mut File<'a>) {
        while !self.is(Kind::End) {
            let shapes = file.shapes.len();
            if let Err(fault) = self.statement(file) {
                self.faults.push(fault);
                // The input and output of an operation that could not be read are lost with it.
                let lost = file.shapes.drain(shapes..).map(|shape| shape.name);
                file.unread.extend(lost);
                match self.defining {
                    Some(name) => file.unread.push(Cow::Borrowed(name)),
                    None => file.is_torn = true,
                }
                self.recover();
            }
        }
    }

    /// A key: a name, or a text.
    pub(super) fn key(&mut self, wanted: &str) -> Parsed<(Cow<'a, str>, Span)> {
        if self.is(Kind::Text) {
            let span = self.token.span;
            return Ok((self.text()?, span));
        }
        let name = self.identifier(wanted)?;
        Ok((Cow::Borrowed(name.text), name.span))
    }
}

fn version(value: &Node<'_>) -> Parsed<Version> {
    let help = "write `$version: \"2\"`, or `\"1.0\"` for a file of Smithy 1.0";
    let NodeValue::Text(text) = &value.value else {
        let message = "the version is not a text";
        return Err(Fault::syntax(value.span, message, help));
    };
    match &**text {
        "1" | "1.0" => Ok(Version::V1),
        "2" | "2.0" => Ok(Version::V2),
        other => {
            let message = format!("Smithy has no version `{other}` that is known");
            Err(Fault::syntax(value.span, message, help))
        }
    }
}

fn suffix<'a>(key: &str, value: Node<'a>) -> Parsed<Cow<'a, str>> {
    match value.value {
        NodeValue::Text(text) => Ok(text),
        _ => {
            let message = format!("`{key}` is not a text");
            Err(Fault::syntax(value.span, message, "put it into `\"`"))
        }
    }
}
