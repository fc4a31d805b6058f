//! Text into expressions: each operator takes what binds tighter than itself.

use super::token::{Token, tokens};
use super::{Expression, Projection};
use crate::ir::jmespath::Comparator;
use crate::limits::EXPRESSION_DEPTH;

/// Reads an expression.
///
/// # Errors
/// Where the text is none, or says what models never do: slices, objects made anew, references to
/// expressions.
pub fn parse(text: &str) -> Result<Expression, String> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        depth: 0,
    };
    let expression = parser.expression(BindingPower::Weakest)?;
    match parser.next() {
        None => Ok(expression),
        Some(token) => Err(unexpected(Some(&token))),
    }
}

/// How tightly an operator binds, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum BindingPower {
    Weakest,
    Pipe,
    Or,
    And,
    Compare,
    Flatten,
    /// All that goes on with a projection binds tighter than this.
    Projection,
    Filter,
    Dot,
    Not,
    Bracket,
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser {
    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn sees(&self, mark: &'static str) -> bool {
        self.tokens.get(self.at) == Some(&Token::Mark(mark))
    }

    fn take(&mut self, mark: &'static str) -> bool {
        let there = self.sees(mark);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, mark: &'static str) -> Result<(), String> {
        if self.take(mark) {
            return Ok(());
        }
        let found = described(self.tokens.get(self.at));
        Err(format!("`{mark}` is needed where there is {found}"))
    }

    fn expression(&mut self, weaker: BindingPower) -> Result<Expression, String> {
        self.enter()?;
        let mut left = shallow(self.first()?)?;
        while let Some(power) = self.binding_power()
            && power > weaker
        {
            left = shallow(self.continued(left)?)?;
        }
        self.depth -= 1;
        Ok(left)
    }

    /// Begins with an expression that is within those which are being read.
    fn enter(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > EXPRESSION_DEPTH {
            return Err(too_deep());
        }
        Ok(())
    }

    /// How tightly the operator ahead binds; `None` where there is none.
    fn binding_power(&self) -> Option<BindingPower> {
        Some(match self.tokens.get(self.at)? {
            Token::Mark("|") => BindingPower::Pipe,
            Token::Mark("||") => BindingPower::Or,
            Token::Mark("&&") => BindingPower::And,
            Token::Compare(_) => BindingPower::Compare,
            Token::Mark("[]") => BindingPower::Flatten,
            Token::Mark("[?") => BindingPower::Filter,
            Token::Mark(".") => BindingPower::Dot,
            Token::Mark("[") => BindingPower::Bracket,
            _ => return None,
        })
    }

    /// What an expression can begin with.
    fn first(&mut self) -> Result<Expression, String> {
        let token = self.next();
        match token {
            Some(Token::Name(name)) if self.take("(") => self.call(name),
            Some(Token::Name(name)) => Ok(Expression::Field(name)),
            Some(Token::Literal(value)) => Ok(Expression::Literal(value)),
            Some(Token::Mark("@")) => Ok(Expression::Current),
            Some(Token::Mark("!")) => Ok(Expression::Not(Box::new(
                self.expression(BindingPower::Not)?,
            ))),
            Some(Token::Mark("(")) => {
                let inner = self.expression(BindingPower::Weakest)?;
                self.expect(")")?;
                Ok(inner)
            }
            Some(Token::Mark("*")) => self.project(Expression::Current, Projection::Values),
            Some(Token::Mark("[]")) => self.project(Expression::Current, Projection::Flattened),
            Some(Token::Mark("[?")) => self.filter(Expression::Current),
            Some(Token::Mark("[")) => self.opened(),
            token => Err(unexpected(token.as_ref())),
        }
    }

    /// What begins with a bracket: a place, all items, or a list of several expressions.
    fn opened(&mut self) -> Result<Expression, String> {
        let ahead = (self.tokens.get(self.at), self.tokens.get(self.at + 1));
        match ahead {
            (Some(Token::Number(_)), _) | (Some(Token::Mark("*")), Some(Token::Mark("]"))) => {
                self.bracket(Expression::Current)
            }
            _ => self.list(),
        }
    }

    /// What goes on with an expression.
    fn continued(&mut self, left: Expression) -> Result<Expression, String> {
        let both = |left, right| (Box::new(left), Box::new(right));
        let token = self.next();
        match token {
            Some(Token::Mark("|")) => then(left, self.expression(BindingPower::Pipe)?),
            Some(Token::Mark("||")) => {
                let (left, right) = both(left, self.expression(BindingPower::Or)?);
                Ok(Expression::Or(left, right))
            }
            Some(Token::Mark("&&")) => {
                let (left, right) = both(left, self.expression(BindingPower::And)?);
                Ok(Expression::And(left, right))
            }
            Some(Token::Compare(comparator)) => self.comparison(comparator, left),
            Some(Token::Mark("[]")) => self.project(left, Projection::Flattened),
            Some(Token::Mark("[?")) => self.filter(left),
            Some(Token::Mark("[")) => self.bracket(left),
            Some(Token::Mark(".")) if self.take("*") => self.project(left, Projection::Values),
            Some(Token::Mark(".")) => then(left, self.behind_dot()?),
            token => Err(unexpected(token.as_ref())),
        }
    }

    fn comparison(
        &mut self,
        comparator: Comparator,
        left: Expression,
    ) -> Result<Expression, String> {
        let right = self.expression(BindingPower::Compare)?;
        Ok(Expression::Compare(
            comparator,
            Box::new(left),
            Box::new(right),
        ))
    }

    /// A projection, with whatever is said of each part.
    fn project(&mut self, of: Expression, projection: Projection) -> Result<Expression, String> {
        let each = if self
            .binding_power()
            .is_some_and(|power| power > BindingPower::Projection)
        {
            self.each()?
        } else {
            Expression::Current
        };
        Ok(Expression::Project {
            of: Box::new(of),
            projection,
            each: Box::new(each),
        })
    }

    /// What is said of each part of a projection: it goes on as if with the part itself.
    fn each(&mut self) -> Result<Expression, String> {
        self.enter()?;
        let mut each = if self.take("[") {
            self.opened()?
        } else {
            Expression::Current
        };
        while self
            .binding_power()
            .is_some_and(|power| power > BindingPower::Projection)
        {
            each = shallow(self.continued(each)?)?;
        }
        self.depth -= 1;
        Ok(each)
    }

    fn filter(&mut self, of: Expression) -> Result<Expression, String> {
        let condition = self.expression(BindingPower::Weakest)?;
        self.expect("]")?;
        self.project(of, Projection::Where(Box::new(condition)))
    }

    /// `0]` or `*]`.
    fn bracket(&mut self, of: Expression) -> Result<Expression, String> {
        if self.take("*") {
            self.expect("]")?;
            return self.project(of, Projection::Items);
        }
        let token = self.next();
        let Some(Token::Number(place)) = token else {
            return Err(unexpected(token.as_ref()));
        };
        self.expect("]")?;
        then(of, Expression::Index(place))
    }

    fn behind_dot(&mut self) -> Result<Expression, String> {
        let token = self.next();
        match token {
            Some(Token::Name(name)) if self.take("(") => self.call(name),
            Some(Token::Name(name)) => Ok(Expression::Field(name)),
            Some(Token::Mark("[")) => self.list(),
            token => Err(unexpected(token.as_ref())),
        }
    }

    fn list(&mut self) -> Result<Expression, String> {
        self.several("]").map(Expression::List)
    }

    fn call(&mut self, name: String) -> Result<Expression, String> {
        if self.take(")") {
            return Ok(Expression::Call(name, Vec::new()));
        }
        Ok(Expression::Call(name, self.several(")")?))
    }

    fn several(&mut self, end: &'static str) -> Result<Vec<Expression>, String> {
        let mut several = vec![self.expression(BindingPower::Weakest)?];
        while self.take(",") {
            several.push(self.expression(BindingPower::Weakest)?);
        }
        self.expect(end)?;
        Ok(several)
    }
}

/// The expression, if it is not too deep for all that walks along it. It is looked at whenever
/// something was added, so that none is ever much deeper.
fn shallow(expression: Expression) -> Result<Expression, String> {
    if expression.depth() > EXPRESSION_DEPTH {
        return Err(too_deep());
    }
    Ok(expression)
}

fn too_deep() -> String {
    format!(
        "the expression is more than {EXPRESSION_DEPTH} levels deep, where each operator goes one \
         level further than what is before it, and parentheses count"
    )
}

/// One expression against the value of another, said in as few words as possible.
fn then(first: Expression, second: Expression) -> Result<Expression, String> {
    Ok(match first {
        Expression::Current => second,
        first => Expression::Then(Box::new(first), Box::new(second)),
    })
}

fn unexpected(token: Option<&Token>) -> String {
    format!("{} is not expected here", described(token))
}

fn described(token: Option<&Token>) -> String {
    match token {
        None => "the end".to_owned(),
        Some(Token::Name(name)) => format!("the name `{name}`"),
        Some(Token::Literal(value)) => format!("the literal `{value}`"),
        Some(Token::Number(number)) => format!("`{number}`"),
        Some(Token::Compare(_)) => "a comparison".to_owned(),
        Some(Token::Mark(mark)) => format!("`{mark}`"),
    }
}
