//! The members of structures, and what lists and maps are of.

use serde_json::{Value, json};

use super::document::Member;
use super::service::Service;
use super::structure::Structure;
use super::words::{deprecated, documentation, flag, namespace, timestamp_format};
use crate::model::ast::MemberDefinition;
use crate::model::traits::{
    ContextParam, DefaultValue, Ec2QueryName, EventHeader, EventPayload, HostLabel, HttpHeader,
    HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery, HttpQueryParams, HttpResponseCode,
    IdempotencyToken, JsonName, Required, Trait, Traits, XmlAttribute, XmlFlattened, XmlName,
    XmlNamespace,
};

impl Service<'_> {
    /// A member of a structure or of a union.
    pub(super) fn member_of(
        &self,
        structure: &Structure<'_>,
        name: &str,
        member: &Member,
    ) -> MemberDefinition {
        let mut definition = MemberDefinition::new(self.target(member));
        let traits = &mut definition.traits;
        let is_required = structure.requires(name);
        flag(traits, Required::ID, is_required);
        if self.streams(member) && !is_required {
            // A stream that nobody gives is empty: Smithy has no other that may be left out.
            traits.set(DefaultValue::ID, json!(""));
        }
        documentation(traits, member.documentation.as_deref());
        deprecated(
            traits,
            member.deprecated,
            member.deprecated_message.as_deref(),
            member.deprecated_since.as_deref(),
        );
        flag(traits, IdempotencyToken::ID, member.idempotency_token);
        flag(traits, HostLabel::ID, member.host_label);
        flag(traits, EventPayload::ID, member.eventpayload);
        flag(traits, EventHeader::ID, member.eventheader);
        timestamp_format(traits, member.timestamp_format.as_deref());
        if let Some(param) = &member.context_param {
            traits.set(ContextParam::ID, param.clone());
        }
        let is_payload = structure.payload == Some(name);
        if self.protocols.has_bindings {
            flag(traits, HttpPayload::ID, is_payload);
        }
        match &member.location {
            Some(location) if self.protocols.has_bindings => {
                self.bind(location, name, member, traits);
            }
            _ => self.names_in_bodies(name, member, is_payload, traits),
        }
        definition
    }

    /// A member that is not in the body.
    fn bind(&self, location: &str, name: &str, member: &Member, traits: &mut Traits) {
        let named = member.location_name.as_deref().unwrap_or(name);
        let is_map = self
            .shape(&member.shape)
            .is_some_and(|shape| shape.kind == "map");
        let (id, value) = match location {
            "uri" => (HttpLabel::ID, json!({})),
            "header" => (HttpHeader::ID, json!(named)),
            "headers" => {
                let prefix = member.location_name.as_deref().unwrap_or_default();
                (HttpPrefixHeaders::ID, json!(prefix))
            }
            "querystring" if is_map => (HttpQueryParams::ID, json!({})),
            "querystring" => (HttpQuery::ID, json!(named)),
            "statusCode" => (HttpResponseCode::ID, json!({})),
            _ => return,
        };
        traits.set(id, value);
    }

    /// What a member is called in bodies.
    fn names_in_bodies(&self, name: &str, member: &Member, is_payload: bool, traits: &mut Traits) {
        let target = self.shape(&member.shape);
        let is_flattened = member.flattened || target.is_some_and(|shape| shape.flattened);
        // The items of a flattened list are in no element of the list, so that their name is the one there is.
        let of_items = target
            .filter(|_| is_flattened)
            .and_then(|shape| shape.member.as_ref());
        let of_items = of_items.and_then(|items| items.location_name.as_ref());
        let of_items =
            of_items.filter(|named| *named != member.location_name.as_deref().unwrap_or(name));
        let named = of_items.or(member.location_name.as_ref());
        if self.protocols.has_json && !is_payload {
            let named = member.location_name.as_ref().filter(|named| *named != name);
            name_in(traits, JsonName::ID, named);
        }
        if self.protocols.has_xml {
            name_in(traits, XmlName::ID, named);
            name_in(traits, Ec2QueryName::ID, member.query_name.as_ref());
            flag(traits, XmlFlattened::ID, is_flattened);
            flag(traits, XmlAttribute::ID, member.xml_attribute);
            self.declare(member, traits);
        }
    }

    /// The namespace that an element declares, or the structure in it. What is the service's is declared at the root of
    /// every document.
    fn declare(&self, member: &Member, traits: &mut Traits) {
        let target = self.shape(&member.shape);
        let of_target = target.and_then(|shape| shape.xml_namespace.as_ref());
        let declared = member.xml_namespace.as_ref().or(of_target);
        if let Some(declared) = declared.filter(|one| Some(*one) != self.xml_namespace.as_ref()) {
            traits.set(XmlNamespace::ID, namespace(declared));
        }
    }

    /// What a list or a map is of.
    pub(super) fn item(&self, item: &Member) -> MemberDefinition {
        let mut definition = MemberDefinition::new(self.target(item));
        let traits = &mut definition.traits;
        documentation(traits, item.documentation.as_deref());
        timestamp_format(traits, item.timestamp_format.as_deref());
        if self.protocols.has_xml {
            name_in(traits, XmlName::ID, item.location_name.as_ref());
            self.declare(item, traits);
        }
        definition
    }
}

fn name_in(traits: &mut Traits, id: &str, name: Option<&String>) {
    if let Some(name) = name {
        traits.set(id, Value::from(name.as_str()));
    }
}
