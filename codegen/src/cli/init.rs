//! `tinsmith init`: a manifest to begin with, and what comes next.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};

use clap::Args;

use super::codegen::MANIFESTS;
use super::names::files;
use super::problem::Problem;
use super::{Program, say};
use crate::config::starter;
use crate::model::{self, Model};

/// Writes a manifest to begin with, and says what comes next.
#[derive(Args)]
pub struct Init {
    /// The files of a model, which are merged; without any, their names are yours to fill in.
    #[arg(value_name = "FILE")]
    model: Vec<PathBuf>,

    /// The manifest to write.
    #[arg(long, value_name = "FILE", default_value = MANIFESTS[0])]
    manifest: PathBuf,

    /// The folder that the crate is to go into, from where the manifest is; called after the service
    /// where absent.
    #[arg(long, value_name = "DIR")]
    path: Option<PathBuf>,
}

impl Init {
    /// Runs the command.
    pub fn run(self, program: &Program) -> Result<(), Problem> {
        let files = files(&self.model);
        let model = match files.as_slice() {
            [] => None,
            files => Some(model::load(files)?),
        };
        let files = files.iter().map(|file| self.as_named(file));
        let files: Vec<PathBuf> = files.collect::<Result<_, _>>()?;
        let text = starter::manifest(model.as_ref(), &files, self.path.as_deref());
        self.write(&program.in_text(&text))?;
        say::text(program.in_text(&self.next(model.as_ref())));
        Ok(())
    }

    /// A file as the manifest names it, which may be in another folder.
    fn as_named(&self, file: &Path) -> Result<PathBuf, Problem> {
        let folder = self.manifest.parent().unwrap_or(Path::new(""));
        if let (false, Ok(inside)) = (folder == Path::new(""), file.strip_prefix(folder)) {
            return Ok(inside.to_owned());
        }
        let is_plain = |component| matches!(component, Component::Normal(_));
        if file.is_absolute() || folder == Path::new("") {
            return Ok(file.to_owned());
        }
        if folder.components().all(is_plain) {
            let up = folder.components().map(|_| Component::ParentDir);
            return Ok(up.chain(file.components()).collect());
        }
        std::path::absolute(file)
            .map_err(|error| Problem::new(format!("{}: {error}", file.display())))
    }

    /// Writes the manifest, unless one is there.
    fn write(&self, text: &str) -> Result<(), Problem> {
        let name = self.manifest.display();
        let file = File::options()
            .write(true)
            .create_new(true)
            .open(&self.manifest);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Problem::new(format!(
                "`{name}` is there, and is not overwritten: change it, or write another one with \
                 `--manifest`"
            )),
            _ => Problem::new(format!("`{name}` cannot be written: {error}")),
        })
    }

    /// What to do with it.
    fn next(&self, model: Option<&Model>) -> String {
        let name = self.manifest.display();
        let is_found = MANIFESTS
            .iter()
            .any(|usual| Path::new(usual) == self.manifest);
        let option = if is_found {
            String::new()
        } else {
            format!(" --manifest {name}")
        };
        let first = match model {
            Some(_) => "name the operations that you call in it, or have all",
            None => {
                "put the model beside it, and its name into it: AWS's are at\n   \
                 <https://github.com/aws/api-models-aws>"
            }
        };
        format!(
            "{name} is written. What comes next:\n\n\
             1. {first}\n\
             2. `tinsmith codegen{option}` writes the crate; commit it\n\
             3. `tinsmith codegen{option} --check` in CI says whether it is what the model says\n\
             4. `tinsmith diff OLD NEW` tells what a new model changes, `tinsmith codegen{option} --bump` \
             takes it over\n"
        )
    }
}
