//! States of a required member in a builder's type. `build` and `send` exist only where every
//! required member is [`Set`].

/// The member has been set.
#[derive(Clone, Copy, Debug)]
pub struct Set;

/// The member has not been set yet.
#[derive(Clone, Copy, Debug)]
pub struct Unset;
