//! Pairs: which item of the new service is which of the old one.

use crate::ir::{EnumVariant, Member, Operation, UnionVariant};
use crate::rust::Ident;

/// What has a name in the model, and one in Rust.
pub(super) trait Item {
    /// Its name in the model, which tells it from others of its kind.
    fn key(&self) -> &str;

    /// Its name in Rust.
    fn name(&self) -> &Ident;
}

/// An item of the one service, the other, or both.
pub(super) enum Pair<'a, T> {
    Both(&'a T, &'a T),
    Removed(&'a T),
    Added(&'a T),
}

/// Pairs items by their names in the model, and what is left by their names in Rust: where a
/// model merely spells a name in another way, callers do not notice.
pub(super) fn pairs<'a, T: Item>(old: &'a [T], new: &'a [T]) -> Vec<Pair<'a, T>> {
    let mut partners: Vec<Option<&T>> = old
        .iter()
        .map(|item| new.iter().find(|other| other.key() == item.key()))
        .collect();
    let mut left: Vec<&T> = new
        .iter()
        .filter(|item| old.iter().all(|other| other.key() != item.key()))
        .collect();
    for (item, partner) in old.iter().zip(&mut partners) {
        if partner.is_none()
            && let Some(at) = left.iter().position(|other| other.name() == item.name())
        {
            *partner = Some(left.remove(at));
        }
    }
    let paired = old
        .iter()
        .zip(partners)
        .map(|(item, partner)| match partner {
            Some(partner) => Pair::Both(item, partner),
            None => Pair::Removed(item),
        });
    paired.chain(left.into_iter().map(Pair::Added)).collect()
}

/// Whether those that are in both come in another order.
pub(super) fn is_reordered<T: Item>(old: &[T], new: &[T]) -> bool {
    let partners = pairs(old, new).into_iter().filter_map(|pair| match pair {
        Pair::Both(_, partner) => new.iter().position(|item| std::ptr::eq(item, partner)),
        _ => None,
    });
    !partners.is_sorted()
}

impl Item for Operation {
    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn name(&self) -> &Ident {
        &self.name
    }
}

/// The structure that a member is of may have another id without anybody noticing, so that the
/// member's own name is what counts.
macro_rules! members {
    ($($type_:ty),*) => {$(
        impl Item for $type_ {
            fn key(&self) -> &str {
                self.id.member().unwrap_or(self.id.as_str())
            }

            fn name(&self) -> &Ident {
                &self.name
            }
        }
    )*};
}

members!(Member, UnionVariant, EnumVariant);
