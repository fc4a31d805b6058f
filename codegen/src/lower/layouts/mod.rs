//! What members are called in bodies, and how they are laid out there.

mod check;

use crate::ir::{Binding, Content, Layout, Namespace, Payload, Root};
use crate::model::traits::{
    Ec2QueryName, HttpPayload, JsonName, Traits, XmlAttribute, XmlFlattened, XmlName, XmlNamespace,
};
use crate::model::{Member, Shape, ShapeId, ShapeKind};

pub(super) use check::check;

use super::Lowering;
use super::deciding::Deciding;
use super::events;
use super::wire_rules::MemberNames;

impl Deciding<'_, '_> {
    /// The name of a member in a body of the service's protocol that is read: in XML what is behind the
    /// prefix, since those of answers are their own.
    pub(super) fn wire_name(&self, member: &Member) -> String {
        let name = self.name(member);
        match name.split_once(':') {
            Some((_, local)) if self.rules.member_names.has_layouts() => local.to_owned(),
            _ => name,
        }
    }

    /// The same with its prefix, as a service writes it.
    pub(super) fn answered_name(&self, member: &Member) -> String {
        self.name(member)
    }

    /// The name of a member in a body, with its prefix if it has one.
    fn name(&self, member: &Member) -> String {
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
        let name = self.name(member);
        match self.rules.member_names {
            MemberNames::Ec2 => match member.traits.get() {
                Some(Ec2QueryName(name)) => name,
                None => capitalized(&name),
            },
            _ => name,
        }
    }

    /// How a member is laid out in what is read, where that is not the usual way and the protocol has such
    /// ways. Namespaces do not count there, but a service writes them, for which ec2Query has no other
    /// layout.
    pub(super) fn layout(&self, member: &Member) -> Option<Layout> {
        self.layout_of(member, self.rules.member_names == MemberNames::Ec2)
    }

    /// The same of what is written. Forms of ec2Query number all items, and have no other names.
    pub(super) fn written_layout(&self, member: &Member) -> Option<Layout> {
        match self.rules.member_names {
            MemberNames::Ec2 => None,
            _ => self.layout_of(member, true),
        }
    }

    fn layout_of(&self, member: &Member, has_namespaces: bool) -> Option<Layout> {
        if !self.rules.member_names.has_layouts() {
            return None;
        }
        let namespace = namespace_of(&member.traits);
        let layout = Layout {
            attribute: member.traits.has::<XmlAttribute>(),
            flat: member.traits.has::<XmlFlattened>(),
            namespace: namespace.filter(|_| has_namespaces),
            content: self.content(member, has_namespaces),
        };
        (layout != Layout::default()).then_some(layout)
    }

    fn content(&self, member: &Member, has_namespaces: bool) -> Content {
        let layout = |member| self.layout_of(member, has_namespaces).map(Box::new);
        let target = self.model.shape(&member.target);
        let name = |member: &Member, usual: &str| match member.traits.get() {
            Some(XmlName(name)) => name,
            None => usual.to_owned(),
        };
        match target.map(|shape| &shape.kind) {
            Some(ShapeKind::List { member }) => {
                Content::of_list(name(member, "member"), layout(member))
            }
            Some(ShapeKind::Map { key, value }) => Content::of_map(
                [name(key, "key"), name(value, "value")],
                [layout(key), layout(value)],
            ),
            _ => Content::Own,
        }
    }
}

impl Lowering<'_> {
    /// The element that is the body of a message with this input or output, where bodies of the protocol
    /// are XML.
    ///
    /// <https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html>
    pub(super) fn root(&self, message: &ShapeId) -> Option<Root> {
        let message = self.model.shape(message)?;
        let mut members = message.members();
        let payload = members.find(|member| member.traits.has::<HttpPayload>());
        let (own, shape) = match payload {
            Some(member) => (Some(&member.traits), self.model.shape(&member.target)?),
            None => (None, message),
        };
        self.root_of(own, shape)
    }

    /// The element of a value of this shape, which may have traits of its own.
    fn root_of(&self, own: Option<&Traits>, shape: &Shape) -> Option<Root> {
        let rules = self.rules;
        if !(rules.has_bindings() && rules.member_names.has_layouts()) {
            return None;
        }
        let name = own.and_then(Traits::get).or_else(|| shape.traits.get());
        let namespace = own.and_then(namespace_of);
        let namespace = namespace.or_else(|| namespace_of(&shape.traits));
        let namespace = namespace.or_else(|| namespace_of(&self.service.traits));
        Some(Root {
            name: name.map_or_else(|| shape.id.name().to_owned(), |XmlName(name)| name),
            layout: namespace.map(|namespace| Layout {
                namespace: Some(namespace),
                ..Layout::default()
            }),
        })
    }
}

impl Lowering<'_> {
    /// The element that the payload of an event is, where payloads of the protocol are XML: that of the
    /// member which is the payload, or of the event itself.
    pub(super) fn event_root(&self, event: &Member) -> Option<Root> {
        let event = self.model.shape(&event.target)?;
        if !events::is_bound(event) {
            return self.root_of(None, event);
        }
        let bindings = event
            .members()
            .map(|member| (member, events::binding(self.model, member)));
        let mut in_format = bindings.filter(|(_, binding)| {
            matches!(
                binding,
                Binding::Body | Binding::EventPayload(Payload::Value)
            )
        });
        match in_format.next()? {
            (_, Binding::Body) => self.root_of(None, event),
            (member, _) => self.root_of(Some(&member.traits), self.model.shape(&member.target)?),
        }
    }
}

/// The namespace that these traits declare.
fn namespace_of(traits: &Traits) -> Option<Namespace> {
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
