//! What the writer makes of values.

mod layouts;
mod refused;
mod round_trip;
mod values;

use crate::support::operation::BuildError;
use crate::support::wire::{Encode, Layout};
use crate::support::xml::Writer;

/// The document with this value as its root, `R`, which has this layout.
fn document(layout: &'static Layout, value: &impl Encode) -> Result<String, BuildError> {
    let mut w = Writer::new();
    w.begin("R", layout);
    value.encode(&mut w);
    let document = w.finish()?;
    Ok(String::from_utf8(document).expect("a document is UTF-8"))
}

/// The same, where it can be written.
fn write(layout: &'static Layout, value: &impl Encode) -> String {
    document(layout, value).expect("the value can be written")
}

/// What is inside the root, where nothing more is said of it than its name.
fn inside(value: &impl Encode) -> String {
    let document = write(&Layout::PLAIN, value);
    let inside = document.strip_prefix("<R>");
    let inside = inside.and_then(|rest| rest.strip_suffix("</R>"));
    inside.expect("the root stands around it").to_owned()
}
