//! Code that writes and reads shapes, whatever the format: one line a member.

mod decode;
mod encode;
mod member;
mod side;

use proc_macro2::TokenStream;

use crate::ir::{Enum, Member, Structure, Union};

pub(super) use member::constant as layout;
use side::Side;
pub(super) use side::{Inputs, WITH_BOTH as WITH_BOTH_SIDES};

/// The members that are no stream.
fn members_of(structure: &Structure) -> impl Iterator<Item = &Member> {
    let members = structure.members.iter();
    members.filter(|member| Side::Model.writes(member))
}

/// The code that writes and reads a structure, each on one side at least.
pub(super) fn structure(structure: &Structure, inputs: Inputs) -> Vec<TokenStream> {
    // What holds a stream is nothing but the messages that it is.
    if structure.streamed().is_some() && !structure.direction.is_any() {
        return Vec::new();
    }
    side::codecs(
        structure.direction,
        inputs,
        |side| vec![encode::structure(structure, side, inputs)],
        |side| decode::structure(structure, side, inputs),
    )
}

/// The code that writes and reads a union, each on one side at least.
pub(super) fn union(union: &Union, inputs: Inputs) -> Vec<TokenStream> {
    side::codecs(
        union.direction,
        inputs,
        |side| vec![encode::union(union, side, inputs)],
        |side| decode::union(union, side, inputs),
    )
}

/// The code that writes and reads an enum, each on one side at least.
pub(super) fn enum_(enum_: &Enum) -> Vec<TokenStream> {
    side::codecs(
        enum_.direction,
        Inputs::Documents,
        |_| vec![encode::enum_(enum_)],
        |_| vec![decode::enum_(enum_)],
    )
}
