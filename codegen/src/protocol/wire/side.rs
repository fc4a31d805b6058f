//! The two sides of a message: what a client writes a service reads, and the other way round.
//!
//! A client has the code of its own side, and no more to compile. The other side's code is next to it,
//! for what cargo features bring: a double of the service, and formats that are not the service's.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Direction, Member};

/// A side of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Side {
    /// It writes inputs, and reads outputs and errors.
    Client,
    /// It reads inputs, and writes outputs and errors.
    Service(Inputs),
    /// Neither: all members are written and read, under the names of the model. What formats beside the
    /// service's are made of.
    Model,
}

impl Side {
    /// Whether a member is written on this side.
    pub fn writes(self, member: &Member) -> bool {
        match self {
            Self::Client => member.direction.written,
            Self::Service(_) => member.direction.read,
            Self::Model => !member.type_.is_streamed(),
        }
    }

    /// Whether a member is read on this side.
    pub fn reads(self, member: &Member) -> bool {
        match self {
            Self::Client => member.direction.read,
            Self::Service(_) => member.direction.written,
            Self::Model => !member.type_.is_streamed(),
        }
    }
}

/// What the inputs of a service are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Inputs {
    /// The format that outputs are written in, too.
    Documents,
    /// Forms, which have names of their own and no attributes, where outputs are XML.
    Forms,
}

/// The condition under which the service's side is compiled.
pub(in super::super) const WITH_BOTH: &str = r#"any(feature = "serde", feature = "test-util")"#;

/// The code that writes and reads a shape: that of the client's side as far as it travels, and for the
/// rest the service's.
///
/// ```text
/// impl wire::EncodeMembers for Filter { .. }
///
/// #[cfg(any(feature = "serde", feature = "test-util"))]
/// impl wire::DecodeMember for Filter { .. }
/// ```
pub(super) fn codecs(
    direction: Direction,
    inputs: Inputs,
    write: impl Fn(Side) -> Vec<TokenStream>,
    read: impl Fn(Side) -> Vec<TokenStream>,
) -> Vec<TokenStream> {
    let condition: TokenStream = WITH_BOTH.parse().unwrap_or_default();
    let on_either = |code: &dyn Fn(Side) -> Vec<TokenStream>, is_clients: bool| match is_clients {
        true => code(Side::Client),
        false => {
            let items = code(Side::Service(inputs)).into_iter();
            let items = items.map(|item| quote!(#[cfg(#condition)] #item));
            items.collect()
        }
    };
    let mut items = on_either(&write, direction.written);
    items.extend(on_either(&read, direction.read));
    items
}
