//! What a service makes use of: the types of its members, the functions of its endpoint rules.

mod rules;

use super::endpoint::{EndpointRules, Function, Rule};
use super::{
    Binding, EnumKind, Layout, Member, NamedKind, Operation, Service, Shape, Type, Union,
    UnionVariant,
};

impl Service {
    /// Whether any member of any shape is of such a type, or has one in it.
    pub fn has_type(&self, is_such: impl Fn(&Type) -> bool) -> bool {
        let mut variants = self.variants().filter_map(|variant| variant.type_.as_ref());
        let mut members = self.members().map(|member| &member.type_);
        variants.any(|type_| type_.is_or_has(&is_such))
            || members.any(|type_| type_.is_or_has(&is_such))
    }

    /// Whether anything of such a type, or with one in it, is read from a message.
    pub fn reads_type(&self, is_such: impl Fn(&Type) -> bool) -> bool {
        let unions = self.types.iter().filter_map(|shape| match shape {
            Shape::Union(union) if union.direction.read => Some(&union.variants),
            _ => None,
        });
        let mut variants = unions
            .flatten()
            .filter_map(|variant| variant.type_.as_ref());
        let mut members = self.members().filter(|member| member.direction.read);
        variants.any(|type_| type_.is_or_has(&is_such))
            || members.any(|member| member.type_.is_or_has(&is_such))
    }

    /// Whether integers are read from a message, be they those of an enum.
    pub fn reads_integers(&self) -> bool {
        let mut types = self.types.iter();
        types.any(|shape| match shape {
            Shape::Enum(enumeration) => {
                enumeration.kind == EnumKind::Integer && enumeration.direction.read
            }
            _ => false,
        }) || self.reads_type(|type_| {
            matches!(type_, Type::Byte | Type::Short | Type::Integer | Type::Long)
        })
    }

    /// Whether it has integers, be they those of an enum.
    pub fn has_integers(&self) -> bool {
        let is_integer =
            |type_: &Type| matches!(type_, Type::Byte | Type::Short | Type::Integer | Type::Long);
        let is_such =
            |shape: &Shape| matches!(shape, Shape::Enum(one) if one.kind == EnumKind::Integer);
        self.types.iter().any(is_such) || self.has_type(is_integer)
    }

    /// Whether any shape is within itself.
    pub fn has_recursion(&self) -> bool {
        self.members().any(|member| member.recursive)
            || self.variants().any(|variant| variant.recursive)
    }

    /// Whether any member gets a token where it is not set.
    pub fn has_idempotency_tokens(&self) -> bool {
        self.members().any(|member| member.idempotency_token)
    }

    /// Whether any structure that operations share has a member with a default of the service alone.
    pub fn has_defaults_inside(&self) -> bool {
        self.types.iter().any(|shape| match shape {
            Shape::Structure(structure) => {
                let mut members = structure.members.iter();
                members.any(|member| member.service_default.is_some())
            }
            _ => false,
        })
    }

    /// Whether any request is another one without a text of its query.
    pub fn has_required_queries(&self) -> bool {
        self.members().any(Member::must_be_in_query)
    }

    /// Whether any operation succeeds with a status that would otherwise be a failure's.
    pub fn has_successes_of_any_status(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.success.is_some())
    }

    /// Whether any request has a document as its body, which may be absent.
    pub fn has_documents_in_bodies(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.http.root.is_some())
    }

    /// Whether any of its messages is a stream, of bytes or of events.
    pub fn has_streams(&self) -> bool {
        self.has_type(Type::is_streamed)
    }

    /// Whether any of its messages is a stream of bytes.
    pub fn has_byte_streams(&self) -> bool {
        self.has_type(|type_| matches!(type_, Type::Stream))
    }

    /// Whether any of its messages is a stream of events.
    pub fn has_event_streams(&self) -> bool {
        self.has_type(|type_| matches!(type_, Type::Events(_) | Type::Outgoing(_)))
    }

    /// Whether any response streams events.
    pub fn receives_events(&self) -> bool {
        self.has_type(|type_| matches!(type_, Type::Events(_)))
    }

    /// Whether any request streams events.
    pub fn sends_events(&self) -> bool {
        self.has_type(|type_| matches!(type_, Type::Outgoing(_)))
    }

    /// Whether any request has what is beside its stream of events in that stream.
    pub fn has_initial_requests(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(Operation::has_initial_request)
    }

    /// Whether any response has what is beside its stream of events in that stream.
    pub fn has_initial_messages(&self) -> bool {
        let mut operations = self.operations.iter();
        operations
            .any(|operation| operation.initial_messages && operation.output.events().is_some())
    }

    /// Whether any response with a stream of events is none without a header.
    pub fn must_receive_headers(&self) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.output.headers_beside_events().next().is_some())
    }

    /// Whether any message with a stream of events is none without a header.
    pub fn has_headers_beside_events(&self) -> bool {
        let operations = self.operations.iter();
        let mut messages = operations.flat_map(|operation| [&operation.input, &operation.output]);
        messages.any(|message| message.headers_beside_events().next().is_some())
    }

    /// Whether any events have headers, or a member that is the payload.
    pub fn has_bound_events(&self) -> bool {
        self.types.iter().any(|shape| match shape {
            Shape::Structure(structure) => structure.event.is_any(),
            _ => false,
        })
    }

    /// The same of events that requests stream.
    pub fn sends_bound_events(&self) -> bool {
        self.types.iter().any(|shape| match shape {
            Shape::Structure(structure) => structure.event.written,
            _ => false,
        })
    }

    /// Whether the environment may set any parameter of its endpoint rules.
    pub fn has_environment(&self) -> bool {
        let mut settings = self.endpoint_settings.iter();
        settings.any(|setting| setting.environment.is_some())
    }

    /// Whether it has unions.
    pub fn has_unions(&self) -> bool {
        self.unions().next().is_some()
    }

    /// Whether any member is laid out in a way of its own.
    pub fn has_layouts(&self) -> bool {
        let is_laid_out = |read: &Option<Layout>, written: &Option<Layout>, is_written| {
            read.is_some() || (written.is_some() && is_written)
        };
        let of_member = |member: &Member| {
            is_laid_out(
                &member.layout,
                &member.written_layout,
                member.direction.written,
            )
        };
        let of_variant = |variant: &UnionVariant, is_written| {
            is_laid_out(&variant.layout, &variant.written_layout, is_written)
        };
        self.members().any(of_member)
            || self.unions().any(|union| {
                let is_written = union.direction.written;
                let mut variants = union.variants.iter();
                variants.any(|variant| of_variant(variant, is_written))
            })
    }

    /// The members of all structures.
    fn members(&self) -> impl Iterator<Item = &Member> {
        let operations = self.operations.iter();
        let of_operations = operations.flat_map(|operation| [&operation.input, &operation.output]);
        let types = self.types.iter().filter_map(|shape| match shape {
            Shape::Structure(structure) => Some(structure),
            _ => None,
        });
        let structures = self.errors.iter().chain(of_operations).chain(types);
        structures.flat_map(|structure| &structure.members)
    }

    fn unions(&self) -> impl Iterator<Item = &Union> {
        self.types.iter().filter_map(|shape| match shape {
            Shape::Union(union) => Some(union),
            _ => None,
        })
    }

    /// The members of all unions.
    fn variants(&self) -> impl Iterator<Item = &UnionVariant> {
        self.unions().flat_map(|union| &union.variants)
    }

    /// Whether its endpoint is decided on by a diagram.
    pub fn has_diagram(&self) -> bool {
        let rules = self.endpoint.as_ref().map(|endpoint| &endpoint.rules);
        matches!(rules, Some(EndpointRules::Diagram(_)))
    }

    /// Whether any of its endpoints has headers or properties.
    pub fn has_endpoint_details(&self) -> bool {
        let rules = self.endpoint.iter().map(|endpoint| &endpoint.rules);
        let mut rules = rules.flat_map(EndpointRules::that_decide);
        rules.any(Rule::has_details)
    }

    /// Whether its endpoint rules call any of these functions.
    pub fn calls(&self, functions: &[Function]) -> bool {
        let rules = self.endpoint.iter().map(|endpoint| &endpoint.rules);
        rules.into_iter().any(|rules| rules.call(functions))
    }
}

impl Member {
    /// Whether it is a text in the query that the request is another one without.
    pub fn must_be_in_query(&self) -> bool {
        let is_in_query = matches!(self.binding, Binding::Query(_));
        let is_text = matches!(self.type_, Type::String | Type::Named(NamedKind::Enum, _));
        is_in_query && is_text && self.required.is_some()
    }
}

impl Type {
    fn is_or_has(&self, is_such: &impl Fn(&Self) -> bool) -> bool {
        is_such(self)
            || match self {
                Self::List(element) => element.type_.is_or_has(is_such),
                Self::Map(key, element) => {
                    key.is_or_has(is_such) || element.type_.is_or_has(is_such)
                }
                _ => false,
            }
    }
}
