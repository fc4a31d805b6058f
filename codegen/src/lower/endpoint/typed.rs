//! Expressions whose types are known.

use super::signature::Type;
use crate::ir::endpoint::Expr;

/// An expression and the type of its value.
pub(super) struct Typed {
    pub(super) expr: Expr,
    pub(super) kind: Type,
}

impl Typed {
    pub(super) fn new(expr: Expr, kind: Type) -> Self {
        Self { expr, kind }
    }
}
