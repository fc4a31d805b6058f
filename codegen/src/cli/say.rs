//! All that commands print. What stands in it may come from a model, a file or another program: what
//! would act on the terminal is shown escaped. Clippy sees to it that nothing is printed elsewhere.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process;

use crate::diagnostic::{Diagnostic, printable};

/// A line on standard output.
pub fn line(text: impl Display) {
    out(&format!("{}\n", printable(&text.to_string())));
}

/// Text on standard output that ends its lines itself.
pub fn text(text: impl Display) {
    out(&printable(&text.to_string()));
}

/// A line on standard output in a colour, which is given as terminals know it: `31` is red.
pub fn coloured(text: &str, colour: &str) {
    out(&format!("\u{1b}[{colour}m{}\u{1b}[0m\n", printable(text)));
}

/// A line on standard error.
pub fn error(text: impl Display) {
    told(&printable(&text.to_string()));
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
    told(drawn);
}

/// Writes to standard output. Who reads it may have had enough, as `head` has: that is no fault. What is lost for
/// another reason, say as the disk is full, is told, and the program fails.
fn out(text: &str) {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        told(&format!(
            "error: standard output cannot be written: {error}"
        ));
        process::exit(1);
    }
}

/// Writes a line to standard error, where somebody reads it.
fn told(line: &str) {
    let _nobody_reads_it = writeln!(io::stderr(), "{line}");
}
