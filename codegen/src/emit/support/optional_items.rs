//! The items that not all services need of a file that they have. In the file, a comment above such
//! an item says what it is needed by, and stays behind when the file is copied: where only some of the
//! crate's services need it, an attribute with their cargo features is there instead.

mod needs;

use std::borrow::Cow;

use super::Context;
use super::condition::{Condition, Use};
use needs::{IsInCrate, OF_STREAMS, OTHERS, READ, TYPES, WHOLE};

/// How a line that says it begins. What follows is one need, or several with commas between them.
const MARK: &str = "// needed by: ";

/// The text of a file as far as these services need it.
pub(super) fn needed(text: &str, contexts: &[Context<'_>]) -> String {
    keep(text, |needs| {
        let mut whole = WHOLE.iter();
        let is_whole = |(name, is_needed): &(&str, IsInCrate)| {
            needs.split(", ").any(|need| need == *name) && is_needed(contexts)
        };
        if whole.any(is_whole) {
            return Condition::Always;
        }
        Condition::of(contexts, |cx| {
            let uses = needs.split(", ").map(|need| use_of(need, cx));
            uses.max().unwrap_or(Use::None)
        })
    })
}

fn use_of(need: &str, cx: &Context<'_>) -> Use {
    if need == "forms" {
        return cx.protocol.uses("form").into();
    }
    let of_streams = OF_STREAMS.iter().find(|(name, ..)| *name == need);
    match of_streams {
        Some((_, is_written, _)) if is_written(cx.service) => return Use::Always,
        Some((_, _, is_there)) if is_there(cx.service) => return Use::WithBothSides,
        Some(_) => return Use::None,
        None => {}
    }
    match READ.iter().find(|(name, ..)| *name == need) {
        Some(_) if !cx.protocol.uses("json") => Use::Always,
        Some((_, is_read, _)) if is_read(cx.service) => Use::Always,
        Some((_, _, is_there)) if is_there(cx.service) => Use::WithBothSides,
        Some(_) => Use::None,
        None => is_needed(need, cx).into(),
    }
}

fn is_needed(need: &str, cx: &Context<'_>) -> bool {
    if let Some((_, is_needed)) = TYPES.iter().find(|(name, _)| *name == need) {
        return !cx.protocol.uses("json") || is_needed(cx.service);
    }
    let other = OTHERS.iter().find(|(name, _)| *name == need);
    other.is_some_and(|(_, is_needed)| is_needed(cx.service))
}

/// The text without its marks, and without what is never needed by them.
///
/// An item ends with the first line that is indented as its mark and closes something, or that ends a
/// text: that is what it looks like once formatted.
fn keep(text: &str, condition: impl Fn(&str) -> Condition) -> String {
    let mut kept: Vec<Cow<'_, str>> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(needs) = line.trim_start().strip_prefix(MARK) else {
            kept.push(line.into());
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        let condition = condition(needs);
        if condition != Condition::Never {
            let attribute = condition.line();
            kept.extend(attribute.map(|line| format!("{:indent$}{line}", "").into()));
            continue;
        }
        lines.find(|line| is_end(line, indent));
        // Of two blank lines around an item, one is left; behind the last of a block or file none.
        let is_first = kept.last().is_none_or(|line| line.ends_with('{'));
        let is_after_blank = kept.last().is_some_and(|line| line.is_empty());
        match lines.peek() {
            Some(&"") if is_first || is_after_blank => {
                lines.next();
            }
            Some(next) if !next.trim_start().starts_with('}') => {}
            _ if is_after_blank => {
                kept.pop();
            }
            _ => {}
        }
    }
    kept.into_iter()
        .flat_map(|line| [line, "\n".into()])
        .collect()
}

/// Whether a line is the last of an item that is indented so far.
fn is_end(line: &str, indent: usize) -> bool {
    let code = line.trim_start();
    let is_code = !code.starts_with("//") && !code.starts_with('#');
    let closes = line.len() - code.len() == indent && code.ends_with(['}', ';', ',']);
    is_code && (closes || code.ends_with("\";"))
}

#[cfg(test)]
mod tests {
    use super::super::FILES;
    use super::*;

    const TEXT: &str = r#"use std::fmt;
// needed by: floats
use std::io;

impl Writer {
    // needed by: floats
    /// Writes a float; with
    #[inline]
    fn float(
        &mut self,
    ) -> bool {
        match self {
            Self {} => true,
        }
    }

    fn list(&self) {}

    // needed by: blobs
    fn blob(&self);
}

// needed by: blobs
const LONG: &str = "begins here and \
                    ends here";

const KEPT: u8 = 0;

// needed by: maps
fn map() {}
"#;

    #[test]
    fn an_item_that_is_needed_is_there_without_its_mark() {
        let all = keep(TEXT, |_| Condition::Always);
        let unmarked = TEXT.lines().filter(|line| !line.contains(MARK));
        assert!(all.lines().eq(unmarked));
    }

    #[test]
    fn an_item_that_is_not_needed_is_left_out_with_all_that_is_above_it() {
        let left =
            "use std::fmt;\n\nimpl Writer {\n    fn list(&self) {}\n}\n\nconst KEPT: u8 = 0;\n";
        assert_eq!(keep(TEXT, |_| Condition::Never), left);
    }

    #[test]
    fn an_item_that_some_services_need_is_there_with_their_features() {
        let with = |needs: &str| match needs {
            "floats" => Condition::With(r#"feature = "sts""#.to_owned()),
            _ => Condition::With(r#"any(feature = "sts", feature = "iam")"#.to_owned()),
        };
        let some = keep(TEXT, with);
        let marked = TEXT.replace("// needed by: floats", "#[cfg(feature = \"sts\")]");
        let any = "#[cfg(any(feature = \"sts\", feature = \"iam\"))]";
        let marked = marked.replace("// needed by: blobs", any);
        assert_eq!(some, marked.replace("// needed by: maps", any));
    }

    #[test]
    fn marks_of_support_name_needs_that_are_known() {
        let lines = FILES.iter().flat_map(|(_, text)| text.lines());
        let marks = lines.filter_map(|line| line.trim_start().strip_prefix(MARK));
        let is_known = |mark: &&str| {
            WHOLE.iter().any(|(name, _)| name == mark)
                || *mark == "forms"
                || READ.iter().chain(OF_STREAMS).any(|(name, ..)| name == mark)
                || TYPES.iter().chain(OTHERS).any(|(name, _)| name == mark)
        };
        let unknown: Vec<&str> = marks
            .flat_map(|mark| mark.split(", "))
            .filter(|mark| !is_known(mark))
            .collect();
        assert_eq!(unknown, [""; 0]);
    }
}
