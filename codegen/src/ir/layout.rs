//! How members are laid out in formats that have names for more than members: XML and forms.

/// How a member's value is laid out, where that is not the usual way.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings>
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Whether the value is an attribute of the element around it.
    pub attribute: bool,
    /// Whether each item, or entry, is a member of its own, with none around them.
    pub flat: bool,
    /// The namespace that the member's element declares.
    pub namespace: Option<Namespace>,
    /// What is in the value.
    pub content: Content,
}

/// A namespace of XML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namespace {
    /// What stands before names of it; empty where it is that of names with nothing before them.
    pub prefix: String,
    /// What it is called everywhere.
    pub uri: String,
}

/// What is in a value, as far as it has names there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// No names, or those of a structure's own members.
    #[default]
    Own,
    /// The items of a list.
    List {
        /// Their name.
        item: String,
        /// How each is laid out, where that is not the usual way.
        items: Option<Box<Layout>>,
    },
    /// The entries of a map.
    Map {
        /// The name of keys.
        key: String,
        /// How each is laid out, where that is not the usual way.
        keys: Option<Box<Layout>>,
        /// The name of values.
        value: String,
        /// How each is laid out, where that is not the usual way.
        values: Option<Box<Layout>>,
    },
}

impl Layout {
    /// The layout as far as readers look at it, where that is not the usual way: namespaces count for nothing, nor
    /// do prefixes.
    pub fn without_namespaces(&self) -> Option<Self> {
        let inner = |layout: &Option<Box<Self>>| {
            let layout = layout.as_deref().and_then(Self::without_namespaces);
            layout.map(Box::new)
        };
        let local = |name: &str| match name.split_once(':') {
            Some((_, local)) => local.to_owned(),
            None => name.to_owned(),
        };
        let layout = Self {
            namespace: None,
            content: match &self.content {
                Content::Own => Content::Own,
                Content::List { item, items } => Content::of_list(local(item), inner(items)),
                Content::Map {
                    key,
                    keys,
                    value,
                    values,
                } => Content::of_map([local(key), local(value)], [inner(keys), inner(values)]),
            },
            ..*self
        };
        (layout != Self::default()).then_some(layout)
    }
}

impl Content {
    /// The items of a list, each called so and laid out so.
    pub fn of_list(item: String, items: Option<Box<Layout>>) -> Self {
        match item == "member" && items.is_none() {
            true => Self::Own,
            false => Self::List { item, items },
        }
    }

    /// The entries of a map, of which keys and values are called so and laid out so.
    pub fn of_map(names: [String; 2], layouts: [Option<Box<Layout>>; 2]) -> Self {
        let is_usual = names == ["key", "value"] && layouts == [None, None];
        let ([key, value], [keys, values]) = (names, layouts);
        match is_usual {
            true => Self::Own,
            false => Self::Map {
                key,
                keys,
                value,
                values,
            },
        }
    }
}
