//! Which module a file of a service is, which decides what leads to the rest of the service.

use super::Context;
use crate::rust::Ident;

/// The module that a file of a service is.
#[derive(Clone, Copy, Debug)]
pub(super) enum ModulePath<'a> {
    /// A module of the service: `client`, an operation.
    Module(&'a str),
    /// The module `types` or `errors`, with all that is in it.
    All(&'static str),
    /// The list of the files of `types` or `errors`, of all or of those in a folder.
    Index(&'static str, Option<&'a Ident>),
    /// The file of one of these: the module, the type, the file.
    One(&'static str, &'a Ident, &'a [Ident]),
}

impl ModulePath<'_> {
    /// The path below that of the service.
    pub(super) fn file(self) -> String {
        match self {
            Self::Module(module) => format!("{module}.rs"),
            Self::All(module) => format!("{module}.rs"),
            Self::Index(module, None) => format!("{module}/mod.rs"),
            Self::Index(module, Some(folder)) => format!("{module}/{}/mod.rs", folder.as_str()),
            Self::One(module, _, file) => {
                let file: Vec<&str> = file.iter().map(Ident::as_str).collect();
                format!("{module}/{}.rs", file.join("/"))
            }
        }
    }

    /// Whether it has nothing but modules and what is in them, so that it imports nothing: some
    /// file could be called as what it would import.
    pub(super) fn is_index(self) -> bool {
        matches!(self, Self::Index(..))
    }

    /// What leads to the service's module.
    pub(super) fn service(self) -> &'static str {
        match self {
            Self::Module(_) | Self::All(_) | Self::Index(..) => "super",
            Self::One(_, _, [_]) => "super::super",
            Self::One(..) => "super::super::super",
        }
    }

    /// What leads to `types` or `errors`.
    pub(super) fn path_to(self, module: &str) -> String {
        match self {
            Self::One(here, _, [_]) if here == module => "super".to_owned(),
            Self::One(here, ..) if here == module => "super::super".to_owned(),
            _ => format!("{}::{module}", self.service()),
        }
    }

    /// Whether a type is within reach already: it is defined here.
    pub(super) fn has(self, cx: &Context<'_>, type_: &Ident) -> bool {
        match self {
            Self::Module(_) => false,
            Self::All(module) | Self::Index(module, _) => cx.module_of(type_) == module,
            Self::One(_, own, _) => own == type_,
        }
    }
}
