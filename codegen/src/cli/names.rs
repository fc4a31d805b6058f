//! Lists of names, as people write them: with commas, with blanks, with both.

use std::path::{Path, PathBuf};

use super::problem::Problem;

/// The names in the arguments of an option, where it is there.
///
/// # Errors
/// Where it names nothing.
pub(super) fn names(
    arguments: Option<&[String]>,
    option: &str,
) -> Result<Option<Vec<String>>, Problem> {
    let Some(arguments) = arguments else {
        return Ok(None);
    };
    let names = arguments.iter().flat_map(|argument| split(argument));
    let names: Vec<String> = names.map(str::to_owned).collect();
    if names.is_empty() {
        let message = format!("`{option}` names nothing: leave it out to have all");
        return Err(Problem::new(message));
    }
    Ok(Some(names))
}

/// The files in arguments. One that has a comma in its name, and is there, is meant as it is.
pub(super) fn files(arguments: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for argument in arguments {
        match argument.to_str().filter(|_| !argument.exists()) {
            Some(text) if text.contains(',') => files.extend(split(text).map(PathBuf::from)),
            _ => files.push(argument.clone()),
        }
    }
    files
}

/// The files in one argument.
pub(super) fn files_of(argument: &Path) -> Vec<PathBuf> {
    files(&[argument.to_owned()])
}

fn split(argument: &str) -> impl Iterator<Item = &str> {
    argument
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_after_commas_are_no_part_of_names() {
        for arguments in [
            &["A,B"][..],
            &["A, B"],
            &["A,", "B"],
            &["A", "B"],
            &["A,B,"],
        ] {
            let arguments: Vec<String> = arguments.iter().map(|&text| text.to_owned()).collect();
            let found = names(Some(&arguments), "--operations");
            assert_eq!(found.ok().flatten().unwrap(), ["A", "B"], "{arguments:?}");
        }
    }

    #[test]
    fn an_option_that_names_nothing_is_told() {
        for argument in ["", " ", ","] {
            assert!(names(Some(&[argument.to_owned()]), "--operations").is_err());
        }
        assert!(names(None, "--operations").is_ok_and(|names| names.is_none()));
    }

    #[test]
    fn files_are_separated_by_commas_unless_one_is_called_so() {
        let folder = tempfile::tempdir().unwrap();
        let odd = folder.path().join("a,b.json");
        std::fs::write(&odd, "{}").unwrap();
        assert_eq!(files_of(&odd), [odd]);
        let both = [PathBuf::from("a.json"), PathBuf::from("b.json")];
        assert_eq!(files_of(Path::new("a.json, b.json")), both);
    }
}
