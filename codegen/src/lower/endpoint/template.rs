//! Strings with references inside, `https://{Region}.{partition#dnsSuffix}`, split into their
//! parts; and the paths of `getAttr`.

use super::RuleSetLowering;
use super::signature::Type;
use super::typed::Typed;
use crate::ir::endpoint::{Expr, Step};

impl RuleSetLowering {
    /// A template of one part is that part.
    pub(super) fn template(&mut self, template: &str) -> Option<Typed> {
        let pieces = self.pieces(template)?;
        let mut format = String::new();
        let mut values = Vec::new();
        for piece in &pieces {
            let value = match piece {
                // Where the text itself has the mark of a value, it goes in as a value.
                Piece::Text(text) if text.contains("{}") => Some(Expr::Text(text.clone())),
                Piece::Text(text) => {
                    format.push_str(text);
                    continue;
                }
                Piece::Reference(reference) => self.inner_reference(reference),
            };
            format.push_str("{}");
            values.push(value);
        }
        let mut values: Vec<_> = values.into_iter().collect::<Option<_>>()?;
        let expr = match values.len() {
            0 => Expr::Text(format),
            1 if format == "{}" => values.remove(0),
            _ => Expr::Format(format, values),
        };
        Some(Typed::new(expr, Type::String))
    }

    /// `name`, or `name#path`, which has to be a string.
    fn inner_reference(&mut self, reference: &str) -> Option<Expr> {
        let value = match reference.split_once('#') {
            Some((name, path)) => {
                let of = self.reference(name)?;
                self.attribute(of, path)?
            }
            None => self.reference(reference)?,
        };
        self.expect(value, Type::String)
    }

    fn pieces<'t>(&mut self, template: &'t str) -> Option<Vec<Piece<'t>>> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            // A brace written twice stands for itself.
            if let Some(after) = rest.strip_prefix(brace) {
                text.push_str(brace);
                rest = after;
                continue;
            }
            let Some((reference, after)) = rest.split_once('}').filter(|_| brace == "{") else {
                return self.problem(format!("`{template}` has a brace without its counterpart"));
            };
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Reference(reference));
            rest = after;
        }
        text.push_str(rest);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        Some(pieces)
    }
}

enum Piece<'t> {
    Text(String),
    Reference(&'t str),
}

/// The steps of a path such as `resourceId[0]`; `None` where it is none.
pub(super) fn path(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, indices) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !key.is_empty() {
            steps.push(Step::Key(key.to_owned()));
        } else if indices.is_empty() {
            return None;
        }
        let mut rest = indices;
        while !rest.is_empty() {
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            steps.push(Step::Index(index.parse().ok()?));
            rest = after;
        }
    }
    Some(steps)
}
