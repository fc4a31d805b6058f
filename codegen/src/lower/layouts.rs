//! What members are called in bodies, and how they are laid out there.

use crate::ir::{Content, Layout, Namespace};
use crate::model::traits::{
    Ec2QueryName, JsonName, Traits, XmlAttribute, XmlFlattened, XmlName, XmlNamespace,
};
use crate::model::{Member, ShapeKind};

use super::deciding::Deciding;
use super::wire_rules::MemberNames;

impl Deciding<'_, '_> {
    /// The name of a member in a body of the service's protocol that is read.
    pub(super) fn wire_name(&self, member: &Member) -> String {
        let name = match self.rules.member_names {
            MemberNames::Model => None,
            MemberNames::Json => member.traits.get().map(|JsonName(name)| name),
            MemberNames::Xml | MemberNames::Ec2 => member.traits.get().map(|XmlName(name)| name),
        };
        name.unwrap_or_else(|| member.name.clone())
    }

    /// The same of a body that is written.
    ///
    /// <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html#query-key-resolution>
    pub(super) fn written_name(&self, member: &Member) -> String {
        let name = self.wire_name(member);
        match self.rules.member_names {
            MemberNames::Ec2 => match member.traits.get() {
                Some(Ec2QueryName(name)) => name,
                None => capitalized(&name),
            },
            _ => name,
        }
    }

    /// How a member is laid out, where that is not the usual way and the protocol has such ways.
    pub(super) fn layout(&self, member: &Member) -> Option<Layout> {
        if !self.rules.member_names.has_layouts() {
            return None;
        }
        let layout = Layout {
            attribute: member.traits.has::<XmlAttribute>(),
            flat: member.traits.has::<XmlFlattened>(),
            namespace: namespace(&member.traits),
            content: self.content(member),
        };
        (layout != Layout::default()).then_some(layout)
    }

    fn content(&self, member: &Member) -> Content {
        let target = self.model.shape(&member.target);
        let name = |member: &Member| member.traits.get().map(|XmlName(name)| name);
        let content = match target.map(|shape| &shape.kind) {
            Some(ShapeKind::List { member }) => Content::List {
                item: name(member).unwrap_or_else(|| "member".to_owned()),
                items: self.layout(member).map(Box::new),
            },
            Some(ShapeKind::Map { key, value }) => Content::Map {
                key: name(key).unwrap_or_else(|| "key".to_owned()),
                keys: self.layout(key).map(Box::new),
                value: name(value).unwrap_or_else(|| "value".to_owned()),
                values: self.layout(value).map(Box::new),
            },
            _ => Content::Own,
        };
        match &content {
            Content::List { item, items: None } if item == "member" => Content::Own,
            Content::Map {
                key,
                keys: None,
                value,
                values: None,
            } if key == "key" && value == "value" => Content::Own,
            _ => content,
        }
    }
}

/// The namespace that these traits declare.
pub(super) fn namespace(traits: &Traits) -> Option<Namespace> {
    let XmlNamespace { uri, prefix } = traits.get()?;
    Some(Namespace {
        prefix: prefix.unwrap_or_default(),
        uri,
    })
}

fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}
