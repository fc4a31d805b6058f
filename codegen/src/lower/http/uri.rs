//! Patterns of URIs, such as `/shelves/{shelf}/{path+}?list-type=2`.
//!
//! <https://smithy.io/2.0/spec/http-bindings.html#uri>

/// A pattern, in parts.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Pattern<'p> {
    /// The parts of its path.
    pub path: Vec<Part<'p>>,
    /// Its query; empty where it has none.
    pub query: &'p str,
}

/// A part of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part<'p> {
    Text(&'p str),
    Label { name: &'p str, greedy: bool },
}

impl<'p> Pattern<'p> {
    /// The names of its labels.
    pub fn labels(&self) -> impl Iterator<Item = &'p str> {
        self.path.iter().filter_map(|part| match part {
            Part::Label { name, .. } => Some(*name),
            Part::Text(_) => None,
        })
    }

    /// Takes off the label with which the path begins, if it is such, and gives its name.
    pub fn take_off(&mut self, is_such: impl Fn(&str) -> bool) -> Option<&'p str> {
        let (name, rest) = match self.path.as_slice() {
            [
                Part::Text("/"),
                Part::Label {
                    name,
                    greedy: false,
                },
                rest @ ..,
            ] if is_such(name) => (*name, rest),
            _ => return None,
        };
        match rest {
            [] => self.path.truncate(1),
            [Part::Text(text), ..] if text.starts_with('/') => {
                self.path.drain(..2);
            }
            _ => return None,
        }
        Some(name)
    }
}

/// Reads a pattern.
///
/// # Errors
/// What is wrong with it.
pub(super) fn parse(pattern: &str) -> Result<Pattern<'_>, String> {
    let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
    if !path.starts_with('/') {
        return Err("it does not begin with `/`".to_owned());
    }
    if let Some(char) = pattern.chars().find(|&char| !is_of_uri(char)) {
        return Err(format!("it has the character {char:?}"));
    }
    if query.contains(['{', '}']) {
        return Err("it has a label in its query".to_owned());
    }
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some((text, behind)) = rest.split_once('{') {
        let (label, behind) = behind.split_once('}').ok_or("it has a `{` without a `}`")?;
        let (name, greedy) = match label.strip_suffix('+') {
            Some(name) => (name, true),
            None => (label, false),
        };
        if name.is_empty() {
            return Err("it has a label without a name".to_owned());
        }
        parts.push(Part::Text(text));
        parts.push(Part::Label { name, greedy });
        rest = behind;
    }
    parts.push(Part::Text(rest));
    parts.retain(|part| *part != Part::Text(""));
    if let Some(Part::Text(text)) = parts.iter().find(|part| has_brace(part)) {
        return Err(format!("it has a `}}` without a `{{` in `{text}`"));
    }
    Ok(Pattern { path: parts, query })
}

/// Whether a character may be in a pattern: all that a request's line can have.
fn is_of_uri(char: char) -> bool {
    char.is_ascii_graphic() && !matches!(char, '#' | '"' | '<' | '>' | '\\' | '^' | '`' | '|')
}

fn has_brace(part: &Part<'_>) -> bool {
    matches!(part, Part::Text(text) if text.contains('}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_comes_apart_into_texts_labels_and_a_query() {
        let pattern = parse("/shelves/{shelf}/books/{path+}?list-type=2&all").expect("a pattern");
        let label = |name, greedy| Part::Label { name, greedy };
        let path = [
            Part::Text("/shelves/"),
            label("shelf", false),
            Part::Text("/books/"),
            label("path", true),
        ];
        assert_eq!(pattern.path, path);
        assert_eq!(pattern.query, "list-type=2&all");
        assert_eq!(pattern.labels().collect::<Vec<_>>(), ["shelf", "path"]);
    }

    #[test]
    fn a_pattern_may_be_the_root_alone() {
        let path = vec![Part::Text("/")];
        assert_eq!(parse("/"), Ok(Pattern { path, query: "" }));
    }

    #[test]
    fn a_label_comes_off_with_one_slash() {
        for (pattern, rest) in [
            ("/{Bucket}", "/"),
            ("/{Bucket}?acl", "/?acl"),
            ("/{Bucket}/{Key+}", "/{Key+}"),
            ("/{Bucket}/tags/{Key}", "/tags/{Key}"),
            ("/{Bucket}-{Key}", "/{Bucket}-{Key}"),
            ("/tags/{Bucket}", "/tags/{Bucket}"),
            ("/{Key}/{Bucket}", "/{Key}/{Bucket}"),
        ] {
            let mut found = parse(pattern).expect("a pattern");
            found.take_off(|label| label == "Bucket");
            assert_eq!(Ok(found), parse(rest), "{pattern}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for (pattern, reason) in [
            ("", "it does not begin with `/`"),
            ("shelves", "it does not begin with `/`"),
            ("/a b", "it has the character ' '"),
            ("/a#b", "it has the character '#'"),
            ("/{a", "it has a `{` without a `}`"),
            ("/{}", "it has a label without a name"),
            ("/{+}", "it has a label without a name"),
            ("/a}", "it has a `}` without a `{` in `/a}`"),
            ("/a?b={b}", "it has a label in its query"),
        ] {
            assert_eq!(parse(pattern), Err(reason.to_owned()), "{pattern}");
        }
    }
}
