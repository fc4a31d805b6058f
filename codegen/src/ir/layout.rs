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
