//! The line in which a member of a structure or a union is written or read: its name, its layout,
//! the format of its timestamps.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Inputs, Side};
use crate::ir::{Content, Layout, Member, Namespace, TimestampFormat, Type, UnionVariant};

/// What of a member its line depends on.
pub(in super::super) struct Line<'m> {
    /// Its name in the model.
    name: &'m str,
    written_name: &'m str,
    wire_name: &'m str,
    answered_name: &'m str,
    layout: Option<&'m Layout>,
    written_layout: Option<&'m Layout>,
    type_: Option<&'m Type>,
    /// Whether the formats of its timestamps count.
    has_formats: bool,
    /// Whether what is read has attributes.
    has_attributes: bool,
}

impl<'m> From<&'m Member> for Line<'m> {
    fn from(member: &'m Member) -> Self {
        Self {
            name: member.id.member().unwrap_or(&member.wire_name),
            written_name: &member.written_name,
            wire_name: &member.wire_name,
            answered_name: &member.answered_name,
            layout: member.layout.as_ref(),
            written_layout: member.written_layout.as_ref(),
            type_: Some(&member.type_),
            has_formats: true,
            has_attributes: true,
        }
    }
}

impl<'m> From<&'m UnionVariant> for Line<'m> {
    fn from(variant: &'m UnionVariant) -> Self {
        Self {
            name: variant.id.member().unwrap_or(&variant.wire_name),
            written_name: &variant.written_name,
            wire_name: &variant.wire_name,
            answered_name: &variant.answered_name,
            layout: variant.layout.as_ref(),
            written_layout: variant.written_layout.as_ref(),
            type_: variant.type_.as_ref(),
            has_formats: true,
            has_attributes: true,
        }
    }
}

impl<'m> Line<'m> {
    /// The line on this side. What one side writes the other one reads, under the same names.
    pub(super) fn of(member: impl Into<Self>, side: Side) -> Self {
        let line = member.into();
        match side {
            Side::Client => line,
            Side::Service(inputs) => line.of_service(inputs),
            Side::Model => Self {
                written_name: line.name,
                wire_name: line.name,
                layout: None,
                written_layout: None,
                has_formats: false,
                ..line
            },
        }
    }

    /// Whether it is written as on the side of the model.
    pub(super) fn is_written_by_model(&self) -> bool {
        self.written_name == self.name && self.written_layout.is_none()
    }

    /// Whether it is read as on the side of the model.
    pub(super) fn is_read_by_model(&self) -> bool {
        self.wire_name == self.name && self.layout.is_none()
    }

    /// Namespaces are written on both sides and read on none: a prefix is no part of a name that is read.
    fn of_service(self, inputs: Inputs) -> Self {
        Self {
            written_name: self.answered_name,
            wire_name: self.read_by_service(),
            layout: self.written_layout,
            written_layout: self.written_layout.or(self.layout),
            has_attributes: inputs == Inputs::Documents,
            ..self
        }
    }

    /// The name of what its client writes, without the prefix where formats have such.
    fn read_by_service(&self) -> &'m str {
        match self.written_name == self.wire_name {
            true => self.written_name,
            false => local(self.written_name),
        }
    }

    /// Whether the client and its service write it under other names or laid out in another way, or read it
    /// so.
    pub(super) fn differs_by_side(&self, inputs: Inputs) -> bool {
        let is_attribute = |layout: Option<&Layout>| layout.is_some_and(|layout| layout.attribute);
        let is_same = self.read_by_service() == self.wire_name
            && self.layout.and_then(Layout::without_namespaces)
                == self.written_layout.and_then(Layout::without_namespaces);
        !is_same || (inputs == Inputs::Forms && is_attribute(self.layout))
    }

    /// ```text
    /// w.value("LicenseArn", &self.license_arn)
    /// wire::value_as::<wire::DateTimeFormat>(w, "From", &self.from)
    /// wire::laid_out(w, wire::layout!(list("item"))).value("Values", &self.values)
    /// ```
    pub(super) fn write(&self, value: &TokenStream) -> TokenStream {
        self.write_with(value, &quote!(value), &quote!(value_as))
    }

    /// The same of a value that may be absent: `w.field(..)`.
    pub(super) fn write_field(&self, value: &TokenStream) -> TokenStream {
        self.write_with(value, &quote!(field), &quote!(field_as))
    }

    fn write_with(
        &self,
        value: &TokenStream,
        write: &TokenStream,
        write_as: &TokenStream,
    ) -> TokenStream {
        let name = self.written_name;
        match (self.written_layout.map(constant), self.format()) {
            (None, None) => quote!(w.#write(#name, #value)),
            (None, Some(format)) => quote!(wire::#write_as::<#format>(w, #name, #value)),
            (Some(layout), None) => quote!(wire::laid_out(w, #layout).#write(#name, #value)),
            (Some(layout), Some(format)) => {
                quote!(wire::laid_out(w, #layout).#write_as::<#format>(#name, #value))
            }
        }
    }

    /// The name by which it is read: there is an `@` before those of attributes.
    pub(super) fn read_name(&self) -> String {
        let is_attribute = self.layout.is_some_and(|layout| layout.attribute);
        let is_attribute = is_attribute && self.has_attributes;
        let at = if is_attribute { "@" } else { "" };
        format!("{at}{}", self.wire_name)
    }

    /// The reader of its value: `r`, or `r.layout(..)` where it has to be told of names.
    pub(super) fn reader(&self) -> TokenStream {
        let told = self.layout.filter(|layout| self.is_told(layout));
        match told {
            Some(layout) => {
                let layout = constant(layout);
                quote!(r.layout(#layout))
            }
            None => quote!(r),
        }
    }

    /// Whether its value comes in parts, each with its name.
    pub(super) fn is_flat(&self) -> bool {
        self.is_container() && self.layout.is_some_and(|layout| layout.flat)
    }

    fn is_told(&self, layout: &Layout) -> bool {
        self.is_container() && (layout.flat || layout.content != Content::Own)
    }

    fn is_container(&self) -> bool {
        matches!(self.type_, Some(Type::List(_) | Type::Map(..)))
    }

    /// The function that reads a part of a value into the parts that have come.
    pub(super) fn read_part(&self) -> TokenStream {
        match (self.type_, self.format()) {
            (Some(Type::Map(..)), None) => quote!(wire::insert),
            (Some(Type::Map(..)), Some(format)) => quote!(wire::insert_as::<#format, _, _>),
            (_, None) => quote!(wire::append),
            (_, Some(format)) => quote!(wire::append_as::<#format, _>),
        }
    }

    /// The marker of a timestamp format that is not the one of the codec, seconds since 1970.
    pub(super) fn format(&self) -> Option<TokenStream> {
        match self
            .type_?
            .timestamp_format()
            .filter(|_| self.has_formats)?
        {
            TimestampFormat::EpochSeconds => None,
            TimestampFormat::DateTime => Some(quote!(wire::DateTimeFormat)),
            TimestampFormat::HttpDate => Some(quote!(wire::HttpDate)),
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// ```text
/// wire::layout!(list("item").flat())
/// ```
pub(in super::super) fn constant(layout: &Layout) -> TokenStream {
    let inner = |method: TokenStream, layout: &Option<Box<Layout>>| {
        let layout = layout.as_deref().map(constant)?;
        Some(quote!(.#method(#layout)))
    };
    let (base, keys, items) = match &layout.content {
        Content::Own => (quote!(PLAIN), None, None),
        Content::List { item, items } => (quote!(list(#item)), None, inner(quote!(items), items)),
        Content::Map {
            key,
            keys,
            value,
            values,
        } => (
            quote!(map(#key, #value)),
            inner(quote!(keys), keys),
            inner(quote!(items), values),
        ),
    };
    let attribute = layout.attribute.then(|| quote!(.attribute()));
    let flat = layout.flat.then(|| quote!(.flat()));
    let namespace = layout.namespace.as_ref();
    let namespace = namespace.map(|Namespace { prefix, uri }| quote!(.namespace(#prefix, #uri)));
    quote!(wire::layout!(#base #keys #items #attribute #flat #namespace))
}
