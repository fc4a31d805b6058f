//! How many members have a value: the length of a map, which some formats begin with.

use super::super::wire::{Encode, EncodeMembers, Members};

/// How many members of a structure or a union have a value.
pub(super) fn members(of: &impl EncodeMembers) -> usize {
    let mut count = Count(0);
    of.encode_all(&mut count);
    count.0
}

struct Count(usize);

impl Members for Count {
    #[inline]
    fn value(&mut self, _name: &'static str, _value: &impl Encode) {
        self.0 += 1;
    }

    /// What fails here fails when it is written.
    #[inline]
    fn fail(&mut self, _reason: &str) {}

    #[inline]
    fn has_failed(&self) -> bool {
        false
    }
}
