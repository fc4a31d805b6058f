//! Nothing: only the dependencies of this crate are wanted, each compiled alone.
