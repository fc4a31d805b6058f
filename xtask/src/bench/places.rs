//! Where everything is: this repository, what the benchmarks build, AWS's own models.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::problem::Problem;

/// The folders that benchmarks know.
pub struct Places {
    repository: PathBuf,
    corpus: PathBuf,
    models: Option<PathBuf>,
}

impl Places {
    /// Finds them; `corpus` is where the models are to be.
    ///
    /// # Errors
    /// Where there are none in `corpus`, or they cannot be unpacked.
    pub fn find(corpus: Option<PathBuf>) -> Result<Self, Problem> {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let repository = repository.canonicalize().map_err(Problem::new)?;
        let given = corpus.is_some();
        let corpus = corpus
            .or_else(|| std::env::var_os("TINSMITH_CORPUS").map(PathBuf::from))
            .unwrap_or_else(|| repository.join("../shared/corpus"));
        let mut places = Self {
            models: None,
            corpus,
            repository,
        };
        places.models = places.aws_models()?;
        if given && places.models.is_none() {
            return Err(Problem::new(format!(
                "`{}` has no models: neither aws-models.tar.xz nor sagemaker.json is there",
                places.corpus.display()
            )));
        }
        Ok(places)
    }

    /// The models of the corpus, which may be packed.
    fn aws_models(&self) -> Result<Option<PathBuf>, Problem> {
        if self.corpus.join("sagemaker.json").is_file() {
            return self.corpus.canonicalize().map(Some).map_err(Problem::new);
        }
        let unpacked = self.unpacked("aws-models.tar.xz", "models")?;
        Ok(unpacked.map(|folder| folder.join("aws-models")))
    }

    /// The folders of the official protocol tests in Smithy IDL, where the corpus has them.
    ///
    /// # Errors
    /// Where they cannot be unpacked.
    pub fn idl_of_protocol_tests(&self) -> Result<Option<Vec<PathBuf>>, Problem> {
        let unpacked = self.unpacked("idl/protocol-tests.tar.xz", "protocol-tests")?;
        let folders = unpacked.map(|folder| {
            let parts = ["aws", "smithy", "validation"];
            let parts = parts.map(|part| folder.join("protocol-tests").join(part));
            parts.to_vec()
        });
        Ok(folders)
    }

    /// The folder that an archive of the corpus is unpacked into, once; `None` where there is no such archive.
    fn unpacked(&self, archive: &str, folder: &str) -> Result<Option<PathBuf>, Problem> {
        let archive = self.corpus.join(archive);
        if !archive.is_file() {
            return Ok(None);
        }
        let folder = self.bench(folder);
        let unpacked = folder.join("unpacked");
        if !unpacked.is_file() {
            fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, error))?;
            let mut tar = Command::new("tar");
            tar.arg("-xJf").arg(&archive).arg("-C").arg(&folder);
            let done = tar.status();
            if !done.is_ok_and(|status| status.success()) {
                let message = format!("`tar` cannot unpack `{}`", archive.display());
                return Err(Problem::new(message));
            }
            fs::write(&unpacked, "").map_err(|error| unwritable(&unpacked, error))?;
        }
        Ok(Some(folder))
    }

    /// A file or folder of this repository.
    pub fn repository(&self, path: &str) -> PathBuf {
        self.repository.join(path)
    }

    /// A file or folder of what the benchmarks make. The peers know it under this path.
    pub fn bench(&self, path: &str) -> PathBuf {
        self.repository.join("target/bench").join(path)
    }

    /// The folder of AWS's models.
    pub fn models(&self) -> Option<&Path> {
        self.models.as_deref()
    }
}

/// A file or folder that cannot be written.
pub fn unwritable(path: &Path, error: impl Display) -> Problem {
    Problem::new(format!("cannot write `{}`: {error}", path.display()))
}

/// Removes a folder, where it is.
///
/// # Errors
/// Where it is there, and cannot be removed.
pub fn remove(folder: &Path) -> Result<(), Problem> {
    if !folder.exists() {
        return Ok(());
    }
    let removed = fs::remove_dir_all(folder);
    removed.map_err(|error| Problem::new(format!("cannot remove `{}`: {error}", folder.display())))
}
