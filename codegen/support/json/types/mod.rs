//! The simple types, each written and read. Each crate gets those that its services' shapes have,
//! and a list of them in place of this one.

mod big_number;
mod blob;
mod document;
mod float;
mod simple;
mod timestamp;
