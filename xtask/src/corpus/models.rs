//! The models of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::problem::Problem;

/// A file that should be a model.
#[derive(Debug)]
pub struct ModelFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name without `.json`.
    pub stem: String,
    /// The name of the package that is generated from it.
    pub package: String,
    /// How large it is.
    pub bytes: u64,
}

/// The models of a folder, in the order of their names.
///
/// # Errors
/// Where the folder cannot be read, or has no model.
pub fn of_folder(folder: &Path) -> Result<Vec<ModelFile>, Problem> {
    let unreadable = |error| Problem::new(format!("cannot read `{}`: {error}", folder.display()));
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && stem(&path).is_some() {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        let message = format!(
            "`{}` has no model: no file in it ends in `.json`",
            folder.display()
        );
        return Err(Problem::new(message));
    }
    paths.sort();
    let mut packages = BTreeSet::new();
    let models = paths.into_iter().filter_map(|path| {
        let stem = stem(&path)?.to_owned();
        Some(ModelFile {
            package: package(&stem, &mut packages),
            bytes: fs::metadata(&path).map_or(0, |metadata| metadata.len()),
            stem,
            path,
        })
    });
    Ok(models.collect())
}

/// The name of a file without `.json`; none for other files, and for hidden ones.
fn stem(path: &Path) -> Option<&str> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".json")?;
    (!stem.is_empty() && !stem.starts_with('.')).then_some(stem)
}

/// A name that cargo takes, and that no crate has which generated crates depend on.
fn package(stem: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => c,
        _ => '-',
    };
    let name: String = "client-".chars().chain(stem.chars().map(plain)).collect();
    let mut free = name.clone();
    for number in 2.. {
        // Crates' names do not tell `-` from `_`, nor do some file systems case.
        if taken.insert(free.to_lowercase().replace('_', "-")) {
            break;
        }
        free = format!("{name}-{number}");
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packages(stems: &[&str]) -> Vec<String> {
        let mut taken = BTreeSet::new();
        stems.iter().map(|stem| package(stem, &mut taken)).collect()
    }

    #[test]
    fn a_package_is_called_after_its_file() {
        assert_eq!(packages(&["license-manager"]), ["client-license-manager"]);
    }

    #[test]
    fn any_file_gives_a_name_that_cargo_takes() {
        let stems = ["2048", "match", "http", "com.example.Fjord", "zoë s"];
        for name in packages(&stems) {
            let spec = tinsmith::CrateSpec {
                name: name.clone(),
                ..tinsmith::CrateSpec::default()
            };
            assert!(tinsmith::generate(&spec).is_ok(), "{name}");
        }
    }

    #[test]
    fn names_that_would_be_the_same_crate_are_numbered() {
        assert_eq!(
            packages(&["a.b", "a-b", "A_b"]),
            ["client-a-b", "client-a-b-2", "client-A_b-3"]
        );
    }
}
