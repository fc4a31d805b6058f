//! Files: where there is much of a kind, each has a file of its own, so that no file is longer than a
//! person scrolls.

use crate::ir::{FileEach, Files, Operation, Shape, Structure, output_only};
use crate::rust::{Ident, Scope, snake_case};

/// As many of a kind share a file. A type or an error takes some 70 lines, a method of the client
/// some 30.
const MOST_IN_ONE: usize = 30;

/// As many files share a folder; of more, the list is long, and sites that show code do not show
/// all of them. Then there is a folder for each letter.
const MOST_IN_A_FOLDER: usize = 300;

/// Modules that stand where the files of types and errors do.
const OUR_FILES: &[&str] = &["mod"];

pub(super) fn of(operations: &[Operation], types: &[Shape], errors: &[Structure]) -> Files {
    let answers = output_only(operations, types, errors);
    Files {
        builders: file_each(answers.map(|(answer, _)| &answer.name).collect(), OUR_FILES),
        types: file_each(types.iter().map(Shape::name).collect(), OUR_FILES),
        errors: file_each(errors.iter().map(|error| &error.name).collect(), OUR_FILES),
        methods_with_operations: operations.len() > MOST_IN_ONE,
    }
}

/// A file for each of these types, where there are many, beside files of our own. Names of files are
/// of small letters, so that they stay apart where file systems do not tell `a` from `A`.
pub(super) fn file_each(types: Vec<&Ident>, ours: &'static [&'static str]) -> Option<FileEach> {
    let names: Vec<&str> = types.iter().map(|name| name.as_str()).collect();
    let files = Scope::of_modules(ours).claim_each(&names, snake_case, "_");
    let by_letter = types.len() > MOST_IN_A_FOLDER;
    let files = files.into_iter().map(|file| {
        let letter = file.as_str().trim_start_matches('_').get(..1);
        let letter = Ident::new(letter.unwrap_or_default());
        if by_letter {
            vec![letter, file]
        } else {
            vec![file]
        }
    });
    (types.len() > MOST_IN_ONE).then(|| types.into_iter().cloned().zip(files).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[&str], more: usize) -> Vec<String> {
        let many: Vec<String> = (0..more).map(|at| format!("Type{at}")).collect();
        let many: Vec<Ident> = many.iter().map(|name| Ident::new(name)).collect();
        let names: Vec<Ident> = names.iter().map(|name| Ident::new(name)).collect();
        let files = file_each(names.iter().chain(&many).collect(), OUR_FILES).expect("many");
        let files = names.iter().map(|name| {
            let modules: Vec<&str> = files[name].iter().map(Ident::as_str).collect();
            modules.join("/")
        });
        files.collect()
    }

    #[test]
    fn few_types_share_a_file() {
        let types: Vec<Ident> = (0..MOST_IN_ONE)
            .map(|at| Ident::new(&format!("T{at}")))
            .collect();
        assert_eq!(file_each(types.iter().collect(), OUR_FILES), None);
    }

    #[test]
    fn files_differ_in_more_than_case_and_can_be_everywhere() {
        assert_eq!(
            files(
                &[
                    "FooBar", "Foobar", "Mod", "Aux", "Type", "ABLower", "AbLower"
                ],
                MOST_IN_ONE
            ),
            [
                "foo_bar",
                "foobar",
                "mod_",
                "aux_",
                "type",
                "ab_lower",
                "ab_lower_pascal"
            ]
        );
    }

    #[test]
    fn very_many_files_are_in_folders_by_their_letter() {
        assert_eq!(
            files(&["FooBar", "Foobar", "Aux", "E", "_2d"], MOST_IN_A_FOLDER),
            ["f/foo_bar", "f/foobar", "a/aux_", "e/e", "_2/_2d"]
        );
    }
}
