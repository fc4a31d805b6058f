//! `tinsmith codegen`: generates a crate, or checks that it is what would be generated.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::check;
use super::names::{files, names};
use super::problem::Problem;
use super::{Program, say, shell};
use crate::diagnostic::{Code, Diagnostic};
use crate::protocol::Wanted;
use crate::release::Version;
use crate::update::{Bump, Update};
use crate::{CrateSpec, Manifest, ServiceSpec};

/// Where a manifest is looked for, the first that is there.
pub(super) const MANIFESTS: [&str; 2] = ["codegen.toml", "model/codegen.toml"];

/// Generates the crate that a manifest describes, or one of any model into any folder.
#[derive(Args)]
pub struct Codegen {
    /// The manifest that says what to generate; `codegen.toml`, or else `model/codegen.toml`, where
    /// absent.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["model", "out", "name", "operations", "service"]
    )]
    manifest: Option<PathBuf>,

    /// The files of a model, which are merged, in place of a manifest.
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "out")]
    model: Vec<PathBuf>,

    /// The folder to generate into.
    #[arg(long, value_name = "DIR", requires = "model")]
    out: Option<PathBuf>,

    /// The package's name; the folder's where absent.
    // One that looks like an option is told as a name that cannot be.
    #[arg(long, requires = "model", allow_hyphen_values = true)]
    name: Option<String>,

    /// The operations to generate, separated by commas; all where absent.
    // Whoever puts blanks after commas gives several arguments.
    #[arg(long, value_name = "A,B", num_args = 1.., requires = "model")]
    operations: Option<Vec<String>>,

    /// The service to generate, by shape id, name or SDK id, where the model has several.
    #[arg(long, value_name = "ID", requires = "model")]
    service: Option<String>,

    /// The protocol to generate, by shape id or name, e.g. `restJson1`, for all services, whatever
    /// the manifest says; of those that a service lists, the default where absent.
    #[arg(long, value_name = "ID")]
    protocol: Option<String>,

    /// Also emits the tests that the model itself carries.
    #[arg(long)]
    tests: bool,

    /// Writes nothing; fails where the folder is not what would be generated.
    #[arg(long)]
    check: bool,

    /// Gives the crate its next version, with an entry in its changelog: the one that the changes
    /// of the models take since the last version, or this one.
    #[arg(long, value_name = "VERSION", num_args = 0..=1, conflicts_with = "check")]
    bump: Option<Option<Version>>,

    /// Overwrites generated files that have been edited since, which are told else, and kept.
    #[arg(long, conflicts_with = "check")]
    force: bool,
}

impl Codegen {
    /// Runs the command.
    pub fn run(self, program: &Program) -> Result<(), Problem> {
        let manifest = self.manifest(program)?;
        if self.check {
            return check(&manifest, program);
        }
        let bump = self
            .bump
            .map(|version| version.map_or(Bump::Needed, Bump::To));
        let updated = manifest.write(&Update {
            bump,
            force: self.force,
        })?;
        say::warnings(&updated.generated.warnings);
        say::text(updated.report());
        Ok(())
    }

    /// What to generate, and where.
    fn manifest(&self, program: &Program) -> Result<Manifest, Problem> {
        match &self.out {
            Some(out) => self.of_model(out),
            None => self.of_manifest(program),
        }
    }

    /// What a manifest says, and options beside it.
    fn of_manifest(&self, program: &Program) -> Result<Manifest, Problem> {
        let usual = || MANIFESTS.iter().map(Path::new).find(|path| path.exists());
        let path = self.manifest.as_deref().or_else(usual);
        let mut manifest = Manifest::read(path.ok_or_else(|| no_manifest(program))?)?;
        if self.protocol.is_some() {
            for service in &mut manifest.spec.services {
                service.protocol = self.protocol();
            }
        }
        manifest.spec.tests |= self.tests;
        manifest.spec.command += &self.options();
        Ok(manifest)
    }

    /// A crate of one service, as options alone say it.
    fn of_model(&self, out: &Path) -> Result<Manifest, Problem> {
        let name = match &self.name {
            Some(name) => name.clone(),
            None => crate::config::name_of(out).ok_or_else(|| {
                Problem::new(format!("`{}` names no package: add --name", out.display()))
            })?,
        };
        let service = ServiceSpec {
            model: files(&self.model),
            service: self.service.clone(),
            operations: names(self.operations.as_deref(), "--operations")?,
            protocol: self.protocol(),
        };
        let spec = CrateSpec {
            name,
            command: self.command(out, &service),
            services: vec![service],
            tests: self.tests,
            ..CrateSpec::default()
        };
        Ok(Manifest {
            spec,
            path: out.to_owned(),
        })
    }

    /// The protocol that is asked for.
    fn protocol(&self) -> Option<Wanted> {
        let name = self.protocol.clone();
        name.map(|name| Wanted::from(name).by_option("--protocol"))
    }

    /// The command that generates the same again, for those who find the crate. It is the same however
    /// it was given here: folders differ from machine to machine, and the order of operations means
    /// nothing.
    fn command(&self, out: &Path, service: &ServiceSpec) -> String {
        let file_name = |path: &Path| {
            path.file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
        };
        let mut words = vec!["--model".to_owned()];
        words.extend(service.model.iter().map(|model| file_name(model)));
        let mut option = |name: &str, value: &str| words.extend([name, value].map(str::to_owned));
        option("--out", &file_name(out));
        // The folder gives the name where no other is asked for.
        if let Some(name) = self.name.as_ref().filter(|name| **name != file_name(out)) {
            option("--name", name);
        }
        if let Some(service) = &self.service {
            option("--service", short(service));
        }
        if let Some(operations) = &service.operations {
            let operations: BTreeSet<&str> = operations.iter().map(String::as_str).collect();
            let operations: Vec<&str> = operations.into_iter().collect();
            option("--operations", &operations.join(","));
        }
        let words = words.iter().map(|word| shell::word(word));
        let words: Vec<String> = std::iter::once(CrateSpec::default().command)
            .chain(words)
            .collect();
        words.join(" ") + &self.options()
    }

    /// What of the command is not in a manifest.
    fn options(&self) -> String {
        let protocol = self.protocol.as_deref().map(short);
        let protocol = protocol.map(|name| format!(" --protocol {}", shell::word(name)));
        let tests = if self.tests { " --tests" } else { "" };
        protocol.unwrap_or_default() + tests
    }
}

/// The name of a shape id, by which it is found too.
fn short(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Nobody says what to generate.
fn no_manifest(program: &Program) -> Diagnostic {
    let message = format!(
        "there is no manifest: no `{}` here",
        MANIFESTS.join("`, and no `")
    );
    let name = program.name();
    Diagnostic::new(Code::UnreadableFile, message).help(format!(
        "`{name} init` writes one; one of another name is given with `--manifest`, and a model without \
         any with `--model` and `--out`"
    ))
}
