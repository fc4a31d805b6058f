//! Short diffs: enough to see what happened, never pages of it.

use std::path::Path;

use similar::TextDiff;

/// How many files are shown.
pub(super) const FILES: usize = 10;

/// How many lines of a file's diff are shown.
const LINES: usize = 16;

/// Lines around a change.
const CONTEXT: usize = 2;

/// The first lines of a unified diff, and how many more there are.
pub(super) fn diff(path: &Path, old: &str, new: &str) -> String {
    let (before, after) = (
        format!("a/{}", path.display()),
        format!("b/{}", path.display()),
    );
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(CONTEXT)
        .header(&before, &after)
        .to_string();
    let total = text.lines().count();
    // The two lines of the header say which file it is.
    let shown = text.lines().take(LINES + 2);
    let mut short: String = shown.map(|line| format!("{line}\n")).collect();
    if total > LINES + 2 {
        short += &format!("  .. and {} more lines\n", total - LINES - 2);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_what_stands_around_it() {
        let diff = diff(
            Path::new("src/lib.rs"),
            "a\nb\nc\nd\ne\n",
            "a\nb\nC\nd\ne\n",
        );
        assert_eq!(
            diff,
            "--- a/src/lib.rs\n+++ b/src/lib.rs\n@@ -1,5 +1,5 @@\n a\n b\n-c\n+C\n d\n e\n"
        );
    }

    #[test]
    fn a_long_diff_is_cut_and_says_how_much_is_missing() {
        let new: String = (0..100).map(|line| format!("{line}\n")).collect();
        let diff = diff(Path::new("src/lib.rs"), "", &new);
        assert_eq!(diff.lines().count(), LINES + 3);
        assert!(diff.ends_with("  .. and 85 more lines\n"), "{diff}");
    }
}
