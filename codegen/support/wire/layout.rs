//! How members are laid out in formats that have names for more than members: XML and forms.

/// How a member's value is laid out, where a format has names for the items of lists and the keys
/// and values of maps. Others do without: to them a layout says nothing.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings>
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Whether the value is an attribute of the element around it (`@xmlAttribute`).
    pub is_attribute: bool,
    /// Whether each item, or entry, is a member of its own, with none around them
    /// (`@xmlFlattened`).
    pub is_flat: bool,
    /// The namespace that the member's element declares (`@xmlNamespace`).
    pub namespace: Option<Namespace>,
    /// The name of a list's items.
    pub item: &'static str,
    /// The name of a map's keys.
    pub key: &'static str,
    /// The name of a map's values.
    pub value: &'static str,
    /// How a map's keys are laid out.
    pub keys: Option<&'static Layout>,
    /// How a list's items, or a map's values, are laid out.
    pub items: Option<&'static Layout>,
}

/// A namespace of XML.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Namespace {
    /// What stands before names of it; empty where it is that of names with nothing before them.
    pub prefix: &'static str,
    /// What it is called everywhere.
    pub uri: &'static str,
}

impl Layout {
    /// How every member is laid out of which a model says nothing more than its name.
    pub const PLAIN: Self = Self {
        is_attribute: false,
        is_flat: false,
        namespace: None,
        item: "member",
        key: "key",
        value: "value",
        keys: None,
        items: None,
    };

    /// A list whose items have this name.
    #[inline]
    pub const fn list(item: &'static str) -> Self {
        Self {
            item,
            ..Self::PLAIN
        }
    }

    /// A map whose keys and values have these names.
    #[inline]
    pub const fn map(key: &'static str, value: &'static str) -> Self {
        Self {
            key,
            value,
            ..Self::PLAIN
        }
    }

    /// The same as an attribute.
    #[inline]
    pub const fn attribute(self) -> Self {
        Self {
            is_attribute: true,
            ..self
        }
    }

    /// The same with its items, or entries, each a member of its own.
    #[inline]
    pub const fn flat(self) -> Self {
        Self {
            is_flat: true,
            ..self
        }
    }

    /// The same with a declaration of this namespace.
    #[inline]
    pub const fn namespace(self, prefix: &'static str, uri: &'static str) -> Self {
        Self {
            namespace: Some(Namespace { prefix, uri }),
            ..self
        }
    }

    /// The same with a layout for each key.
    #[inline]
    pub const fn keys(self, layout: &'static Self) -> Self {
        Self {
            keys: Some(layout),
            ..self
        }
    }

    /// The same with a layout for each item of a list, or value of a map.
    #[inline]
    pub const fn items(self, layout: &'static Self) -> Self {
        Self {
            items: Some(layout),
            ..self
        }
    }
}

/// A layout that is always there: `wire::layout!(list("item").flat())`.
#[allow(
    unused_macros,
    reason = "a service may have no members with a layout of their own"
)]
macro_rules! layout {
    ($($layout:tt)*) => {
        const { &crate::support::wire::Layout::$($layout)* }
    };
}
#[allow(
    unused_imports,
    reason = "a service may have no members with a layout of their own"
)]
pub(crate) use layout;
