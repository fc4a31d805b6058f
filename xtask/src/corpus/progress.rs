//! The bar that shows how far a step is. It is drawn on standard error, where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

const TEMPLATE: &str = "{prefix:>9} [{bar:40}] {pos}/{len} {elapsed} {wide_msg}";

/// A bar of this many parts.
pub fn bar(step: &'static str, parts: usize) -> ProgressBar {
    let style = ProgressStyle::with_template(TEMPLATE);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(parts as u64).with_prefix(step);
    bar.set_style(style.progress_chars("=> "));
    bar
}
