//! Expressions: literals, references and function calls, each with its type.

use serde_json::{Map, Value};

use super::RuleSetLowering;
use super::signature::{Gives, Takes, Type, signature};
use super::simplify;
use super::template;
use super::typed::Typed;
use crate::ir::endpoint::{Expr, Step};

impl RuleSetLowering {
    pub(super) fn expression(&mut self, value: &Value) -> Option<Typed> {
        match value {
            Value::Bool(value) => Some(Typed::new(Expr::Boolean(*value), Type::Boolean)),
            Value::String(text) => self.template(text),
            Value::Number(number) => match number.as_i64() {
                Some(number) => Some(Typed::new(Expr::Integer(number), Type::Integer)),
                None => self.problem("only whole numbers are known to endpoint rules"),
            },
            Value::Array(_) => {
                let items = self.each(value, |this, item| {
                    let item = this.expression(item)?;
                    this.expect(item, Type::String)
                })?;
                Some(Typed::new(Expr::List(items), Type::StringArray))
            }
            Value::Object(members) => match (members.get("ref"), members.get("fn")) {
                (Some(name), None) => self.at("ref", |this| {
                    let name = this.string(name)?;
                    this.reference(name)
                }),
                (None, Some(_)) => self.call(members),
                _ => self.problem("either `ref` or `fn` is needed here"),
            },
            Value::Null => self.problem("null is no value of endpoint rules"),
        }
    }

    pub(super) fn reference(&mut self, name: &str) -> Option<Typed> {
        match self.scope.find(name) {
            Some((slot, kind)) => Some(Typed::new(Expr::Ref(slot), kind)),
            None => self.problem(format!(
                "there is no parameter called `{name}`, and no variable that is set before"
            )),
        }
    }

    /// The expression, if its type is the wanted one.
    pub(super) fn expect(&mut self, value: Typed, wanted: Type) -> Option<Expr> {
        if value.kind.fits(wanted) {
            return Some(value.expr);
        }
        let (wanted, found) = (wanted.described(), value.kind.described());
        self.problem(format!("{wanted} is needed here, and this is {found}"))
    }

    fn call(&mut self, members: &Map<String, Value>) -> Option<Typed> {
        let name = self.member(members, "fn", |this, name| {
            this.string(name).map(str::to_owned)
        })?;
        if name == "getAttr" {
            return self.member(members, "argv", Self::get_attr);
        }
        let Some(signature) = signature(&name) else {
            return self.at("fn", |this| {
                this.problem(format!("the function `{name}` is not known"))
            });
        };
        let arguments = self.member(members, "argv", |this, arguments| {
            this.each(arguments, Self::expression)
        })?;
        let kind = match signature.gives {
            Gives::This(kind) => kind,
            Gives::LikeLastArgument => arguments.last().map_or(Type::Any, |last| last.kind),
        };
        let wanted = match signature.takes {
            Takes::These(types) => types.to_vec(),
            // All of one type, of which there must be two.
            Takes::Several => vec![kind; arguments.len().max(2)],
        };
        if wanted.len() != arguments.len() {
            return self.problem(format!(
                "`{name}` takes {} arguments, and here are {}",
                wanted.len(),
                arguments.len()
            ));
        }
        let checked = arguments.into_iter().zip(wanted).enumerate();
        let checked: Vec<_> = checked
            .map(|(index, (argument, wanted))| {
                self.at("argv", |this| {
                    this.at(index, |this| this.expect(argument, wanted))
                })
            })
            .collect();
        let arguments = checked.into_iter().collect::<Option<_>>()?;
        Some(Typed::new(
            simplify::call(signature.function, arguments),
            kind,
        ))
    }

    fn get_attr(&mut self, arguments: &Value) -> Option<Typed> {
        let Some([of, path]) = arguments.as_array().map(Vec::as_slice) else {
            return self.problem("`getAttr` takes a value and a path");
        };
        let of = self.at(0, |this| this.expression(of));
        self.at(1, |this| {
            let path = this.string(path)?;
            this.attribute(of?, path)
        })
    }

    /// A part of a value, at a path such as `resourceId[0]`.
    pub(super) fn attribute(&mut self, of: Typed, path: &str) -> Option<Typed> {
        let Some(path) = template::path(path) else {
            return self.problem(format!("`{path}` is no path of keys and indices"));
        };
        let mut kind = of.kind;
        for step in &path {
            let Some(part) = kind.part(step) else {
                return self.problem(format!("{} has no such part", kind.described()));
            };
            kind = part;
        }
        let expr = match (of.expr, path.as_slice()) {
            (Expr::Ref(slot), [Step::Key(key)]) => Expr::Part(slot, key.clone()),
            (of, _) => Expr::GetAttr(Box::new(of), path),
        };
        Some(Typed::new(expr, kind))
    }
}
