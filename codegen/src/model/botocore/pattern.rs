//! Patterns: botocore's are of a whole text, Smithy's are looked for anywhere in it.

/// Anything, which need not be looked for where a pattern begins or ends.
const ANYTHING: &str = ".*";

/// The pattern that Smithy has for this one: botocore leaves away the `^` and `$` around it, and says `.*` where there is none.
pub(super) fn anywhere(whole: &str) -> String {
    if whole == ANYTHING {
        return whole.to_owned();
    }
    let (start, rest) = match whole.strip_prefix(ANYTHING) {
        Some(rest) if !rest.starts_with(['?', '+']) => ("", rest),
        _ if whole.starts_with('^') => ("", whole),
        _ => ("^", whole),
    };
    let (rest, end) = match rest.strip_suffix(ANYTHING) {
        Some(rest) if !is_escaped(rest) => (rest, ""),
        _ if rest
            .strip_suffix('$')
            .is_some_and(|before| !is_escaped(before)) =>
        {
            (rest, "")
        }
        _ => (rest, "$"),
    };
    format!("{start}{rest}{end}")
}

/// Whether what follows a text is escaped by its end.
fn is_escaped(before: &str) -> bool {
    before
        .bytes()
        .rev()
        .take_while(|&byte| byte == b'\\')
        .count()
        % 2
        == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_a_whole_text_is_found_in_it_alone() {
        for (whole, found) in [
            ("[0-9]{12}", "^[0-9]{12}$"),
            ("^[0-9]+", "^[0-9]+$"),
            ("^[0-9]+$", "^[0-9]+$"),
            (r".*\S.*", r"\S"),
            (".*", ".*"),
            ("arn:.*", "^arn:"),
            (".*:arn", ":arn$"),
            (r"a\.*", r"^a\.*$"),
            (r"a\$", r"^a\$$"),
            (".*?a", "^.*?a$"),
            // The models that it was made of say no more either.
            ("a|b", "^a|b$"),
            ("", "^$"),
        ] {
            assert_eq!(anywhere(whole), found, "{whole}");
        }
    }
}
