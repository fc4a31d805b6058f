//! What differs from protocol to protocol: mostly data, in `all.rs`. The code that writes and reads is
//! the same for all.

mod all;
mod answer;
mod choice;
mod events;
mod fault;
mod http_binding;
mod rest;
mod sent;
mod served;
mod wire;

pub use answer::Answer;
pub use choice::{Listed, Wanted, choose, listed, of};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::ir::{self, Binding};
use crate::lower::WireRules;

use all::ALL;
pub use rest::Bindings;

/// How a service's messages travel.
pub struct Protocol {
    /// What the protocol decides about messages.
    rules: WireRules,
    /// The module of `support` that has the types that speak it.
    module: &'static str,
    /// The type in it that implements `operation::Protocol`.
    type_: &'static str,
    /// The one that does so for operations that take nothing, where it is another one.
    type_without_input: &'static str,
    /// What answers are made of.
    answers: answer::Answers,
    /// The module of `support` that has the format of payloads of events, and its type; `None` where there
    /// are no streams of events.
    events: Option<(&'static str, &'static str)>,
    /// The other modules of `support` that its code uses, beside those that all code uses.
    support: &'static [&'static str],
}

impl Protocol {
    /// What the protocol decides about messages.
    pub fn rules(&self) -> WireRules {
        self.rules
    }

    /// The shape id of the protocol's trait.
    pub fn id(&self) -> &'static str {
        self.rules.protocol
    }

    /// Whether its code uses this module of `support`, beside those that all code uses.
    pub fn uses(&self, module: &str) -> bool {
        self.module == module || self.support.contains(&module)
    }

    /// The type that implements `operation::Protocol` for an operation, e.g. `aws_json::V1_1`.
    pub fn type_of(&self, operation: &ir::Operation) -> TokenStream {
        if operation.input.direction.written {
            self.type_()
        } else {
            self.path(self.type_without_input)
        }
    }

    fn type_(&self) -> TokenStream {
        self.path(self.type_)
    }

    fn path(&self, type_: &str) -> TokenStream {
        let (module, type_) = (format_ident!("{}", self.module), format_ident!("{type_}"));
        quote!(#module::#type_)
    }

    /// How an operation is bound to HTTP, where the model binds each by itself.
    pub fn bindings(&self, operation: &ir::Operation) -> Option<Bindings> {
        let is_bound = self.rules.has_bindings();
        is_bound.then(|| rest::bindings(operation, &self.type_()))
    }

    /// The statements that come before an operation reads `response`, where it reads errors in
    /// another way than others: they return them.
    pub fn own_errors(&self, operation: &ir::Operation) -> Option<TokenStream> {
        fault::own_errors(operation, &self.type_())
    }

    /// The statements that read `response` as an output that has a stream of events, where what is
    /// beside these is a message of the stream.
    pub fn events_of_answer(&self, operation: &ir::Operation) -> Option<TokenStream> {
        events::answer(operation)
    }

    /// The code that tells the errors of a service apart, as its one error enum `Error`.
    pub fn service_error(&self, service: &ir::Service) -> TokenStream {
        fault::service_error(service)
    }

    /// What the double of a service knows of it: how its messages travel, and what tells its operations
    /// apart.
    pub fn doubled(&self, service: &ir::Service) -> TokenStream {
        let mut protocol = self.type_();
        if service.query_compatible {
            protocol = quote!(query_compatible::QueryCompatible<#protocol>);
        }
        let namespace = service.xml_namespace.as_deref();
        let namespace = namespace.filter(|_| self.uses("form"));
        served::doubled(service, &protocol, self.rules.has_bindings(), namespace)
    }

    /// The code with which a double tells the errors of a service.
    pub fn told_errors(&self, service: &ir::Service) -> TokenStream {
        served::errors(service, self.rules.has_bindings())
    }

    /// The code with which a double reads an operation's input and writes its output, where the model
    /// binds each by itself.
    pub fn served_bindings(&self, operation: &ir::Operation) -> Option<TokenStream> {
        let is_bound = self.rules.has_bindings();
        is_bound.then(|| served::bindings(operation, &self.type_()))
    }

    /// The statements that fill a member of an error from what the response has beside its body.
    ///
    /// ```text
    /// if self.location.is_none() {
    ///     self.location = response.header("Location").map(Into::into);
    /// }
    /// ```
    pub fn error_member(&self, member: &ir::Member) -> Option<TokenStream> {
        if self.rules.has_bindings() {
            return rest::error_member(member, &self.type_());
        }
        match &member.binding {
            Binding::Header(header) if self.rules.headers_of_errors => {
                let (name, header) = (&member.name, &header.name);
                Some(quote! {
                    if self.#name.is_none() {
                        self.#name = response.header(#header).map(Into::into);
                    }
                })
            }
            _ => None,
        }
    }

    /// What inputs are written in.
    fn inputs(&self) -> wire::Inputs {
        match self.uses("form") {
            true => wire::Inputs::Forms,
            false => wire::Inputs::Documents,
        }
    }

    /// The code that writes and reads a structure, as far as it travels.
    pub fn structure(&self, structure: &ir::Structure) -> Vec<TokenStream> {
        let mut items = wire::structure(structure, self.inputs());
        items.extend(events::structure(structure));
        items
    }

    /// The code that writes and reads a union, as far as it travels.
    pub fn union(&self, union: &ir::Union) -> Vec<TokenStream> {
        let mut items = wire::union(union, self.inputs());
        if let Some((module, format)) = self.events {
            let (module, format) = (format_ident!("{module}"), format_ident!("{format}"));
            let initial_messages = !self.rules.has_bindings();
            let format = quote!(#module::#format);
            items.extend(events::union(union, &format, initial_messages));
        }
        items
    }

    /// The code that writes and reads an enum, as far as it travels.
    pub fn enum_(&self, enum_: &ir::Enum) -> Vec<TokenStream> {
        let mut items = wire::enum_(enum_);
        if self.rules.has_bindings() {
            items.extend(http_binding::enum_(enum_));
        }
        items.extend(events::enum_(enum_));
        items
    }
}

/// Whether a module of `support` makes messages of some protocol: another protocol has others, so
/// that no caller is meant to name it.
pub fn is_of_a_protocol(module: &str) -> bool {
    let mut all = ALL.iter();
    all.any(|protocol| protocol.uses(module))
}

/// The condition under which all that is written can be read too, and the other way round.
pub const WITH_BOTH_SIDES: &str = wire::WITH_BOTH_SIDES;

/// The shape ids of all protocols that can be generated.
pub fn supported() -> Vec<&'static str> {
    ALL.iter().map(|protocol| protocol.id()).collect()
}
