//! Words of a command, as a shell reads them.

/// An argument as it is written, quoted where it has to be.
pub(super) fn word(argument: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./,=:#@+".contains(c);
    let starts_well = !argument.is_empty() && !argument.starts_with('#');
    if starts_well && argument.chars().all(is_plain) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn what_a_shell_would_split_or_read_otherwise_is_quoted() {
        for (argument, written) in [
            ("example.tides#Tides", "example.tides#Tides"),
            ("High Tides", "'High Tides'"),
            ("#Tides", "'#Tides'"),
            ("it's", r"'it'\''s'"),
            ("", "''"),
        ] {
            assert_eq!(word(argument), written);
        }
    }
}
