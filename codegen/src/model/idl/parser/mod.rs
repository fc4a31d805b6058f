//! Reads the text of a file by the grammar of Smithy IDL, a function a rule. After a fault it goes on at the next
//! statement that begins a line.
//!
//! <https://smithy.io/2.0/spec/idl.html#smithy-idl-abnf>

mod file;
mod members;
mod node;
mod operation;
mod shape;
mod traits;

use super::fault::{Fault, Parsed};
use super::lexer::{Kind, Lexer, Token};
use super::syntax::{File, Name, Node, Span};
use crate::model::sources::Version;
pub(super) use shape::wrong_version;

/// Reads a file, with everything that is wrong with it.
pub(super) fn file(text: &str) -> (File<'_>, Vec<Fault>) {
    Parser::new(text).file()
}

/// Reads a value again that was read in a file: what is between the parentheses of a trait is one too.
pub(super) fn value(text: &str) -> Parsed<Node<'_>> {
    let mut parser = Parser::new(text);
    if parser.is(Kind::OpenParenthesis) {
        let start = parser.token.span;
        let nothing = || Fault::syntax(start, "there is no value", "write one");
        return parser.trait_value()?.ok_or_else(nothing);
    }
    parser.skip_gap();
    parser.node()
}

/// A text on the way to its end.
struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// The token that is next.
    token: Token,
    /// The end of the last token that was no gap.
    last_end: usize,
    /// Documentation that was met, and belongs to nothing yet.
    docs: Vec<Span>,
    version: Version,
    faults: Vec<Fault>,
    /// The shape that is being defined, where its name is known.
    defining: Option<&'a str>,
    /// How many lists and objects are open around here.
    depth: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        let mut lexer = Lexer::new(text);
        let token = lexer.next();
        Self {
            text,
            lexer,
            token,
            last_end: 0,
            docs: Vec::new(),
            version: Version::V1,
            faults: Vec::new(),
            defining: None,
            depth: 0,
        }
    }

    fn is(&self, kind: Kind) -> bool {
        self.token.kind == kind
    }

    /// Whether this word is next.
    fn is_word(&self, word: &str) -> bool {
        self.is(Kind::Identifier) && self.slice(self.token.span) == word
    }

    fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    /// Goes over the next token.
    fn advance(&mut self) -> Token {
        let token = self.token;
        match token.kind {
            Kind::Doc => self.docs.push(token.span),
            Kind::Space | Kind::LineBreak | Kind::Comma | Kind::Comment => {}
            _ => self.last_end = token.span.end,
        }
        self.token = self.lexer.next();
        token
    }

    /// Goes over the next token if it is of a kind.
    fn take(&mut self, kind: Kind) -> bool {
        let is_next = self.is(kind);
        if is_next {
            self.advance();
        }
        is_next
    }

    /// Goes over a token that has to be there.
    fn expect(&mut self, kind: Kind, wanted: &str, help: &str) -> Parsed<Token> {
        if self.is(kind) {
            return Ok(self.advance());
        }
        Err(self.unexpected(wanted, help))
    }

    /// Something else is next than what should be.
    fn unexpected(&self, wanted: &str, help: &str) -> Fault {
        Fault::expected(wanted, help, self.token, self.text)
    }

    /// Goes over blanks: what the grammar calls SP.
    fn skip_spaces(&mut self) {
        while self.take(Kind::Space) {}
    }

    /// Goes over blanks, of which there has to be one.
    fn expect_spaces(&mut self, after: &str) -> Parsed<()> {
        let help = format!("go on behind `{after}` in the same line, after a blank");
        self.expect(Kind::Space, "a blank", &help)?;
        self.skip_spaces();
        Ok(())
    }

    /// Goes over blanks, line breaks, commas and comments: what the grammar calls WS, with documentation,
    /// which is remembered.
    fn skip_gap_and_docs(&mut self) {
        while self.is_gap() {
            self.advance();
        }
    }

    fn is_gap(&self) -> bool {
        matches!(
            self.token.kind,
            Kind::Space | Kind::LineBreak | Kind::Comma | Kind::Comment | Kind::Doc
        )
    }

    /// The same where documentation belongs to nothing.
    fn skip_gap(&mut self) {
        self.skip_gap_and_docs();
        self.docs.clear();
    }

    /// Goes over a gap that has to be there.
    fn expect_gap(&mut self, after: &str) -> Parsed<()> {
        if !self.is_gap() {
            let help = format!("put a blank or a line break behind {after}");
            return Err(self.unexpected("a blank or a line break", &help));
        }
        self.skip_gap();
        Ok(())
    }

    /// Goes over the end of a statement, which a line break or a comment makes. Documentation in the same
    /// line belongs to nothing, that of later lines to what is next.
    fn expect_break(&mut self) -> Parsed<()> {
        self.skip_spaces();
        match self.token.kind {
            Kind::LineBreak | Kind::Comment | Kind::Doc => {
                self.advance();
                self.docs.clear();
                self.skip_gap_and_docs();
                Ok(())
            }
            Kind::End => Ok(()),
            _ => Err(self.unexpected(
                "the end of the line",
                "put what follows on a line of its own",
            )),
        }
    }

    /// A name without namespace and member.
    fn identifier(&mut self, of: &str) -> Parsed<Name<'a>> {
        let help = "write a name with letters, digits and `_`, no digit first";
        let token = self.expect(Kind::Identifier, of, help)?;
        Ok(Name {
            text: self.slice(token.span),
            span: token.span,
        })
    }

    /// A namespace, `com.example`.
    fn namespace(&mut self) -> Parsed<Span> {
        let mut span = self.identifier("a namespace")?.span;
        while self.take(Kind::Dot) {
            span.end = self.identifier("a name behind the `.`")?.span.end;
        }
        Ok(span)
    }

    /// The id of a shape or member: `Name`, `com.example#Name`, `Name$member`.
    fn shape_id(&mut self) -> Parsed<Name<'a>> {
        let mut span = self.identifier("the name of a shape")?.span;
        while self.take(Kind::Dot) {
            span.end = self.identifier("a name behind the `.`")?.span.end;
        }
        if self.take(Kind::Pound) {
            span.end = self.identifier("a name behind the `#`")?.span.end;
        }
        if self.take(Kind::Dollar) {
            span.end = self.identifier("a member behind the `$`")?.span.end;
        }
        Ok(Name {
            text: self.slice(span),
            span,
        })
    }

    /// Goes over what cannot be understood, to the next statement that begins a line.
    fn recover(&mut self) {
        self.docs.clear();
        self.depth = 0;
        while !self.is(Kind::End) {
            self.token = self.lexer.next();
            let begins = matches!(
                self.token.kind,
                Kind::Dollar | Kind::Identifier | Kind::Doc | Kind::At
            );
            if begins && self.begins_line() {
                return;
            }
        }
    }

    fn begins_line(&self) -> bool {
        let before = self.text[..self.token.span.start].bytes().next_back();
        before.is_none_or(|byte| byte == b'\n' || byte == b'\r')
    }
}
