//! All that commands print. What stands in it may come from a model, a file or another program: what
//! would act on the terminal is shown escaped. Clippy sees to it that nothing is printed elsewhere.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the place where texts are printed"
)]

use std::fmt::Display;

use crate::diagnostic::{Diagnostic, printable};

/// A line on standard output.
pub fn line(text: impl Display) {
    println!("{}", printable(&text.to_string()));
}

/// Text on standard output that ends its lines itself.
pub fn text(text: impl Display) {
    print!("{}", printable(&text.to_string()));
}

/// A line on standard output in a colour, which is given as terminals know it: `31` is red.
pub fn coloured(text: &str, colour: &str) {
    println!("\u{1b}[{colour}m{}\u{1b}[0m", printable(text));
}

/// A line on standard error.
pub fn error(text: impl Display) {
    eprintln!("{}", printable(&text.to_string()));
}

/// Warnings on standard error: what a crate does not have, and why.
pub fn warnings<'a>(warnings: impl IntoIterator<Item = &'a Diagnostic>) {
    for warning in warnings {
        error(format_args!("warning: {warning}"));
    }
}

/// A problem on standard error, drawn with its excerpt and in colours. Problems hold nothing that is
/// unprintable.
pub fn problem(drawn: &str) {
    eprintln!("{drawn}");
}
