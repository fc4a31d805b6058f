//! `cargo xtask codegen`: generates a crate, or checks that it is what would be generated.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use tinsmith::output::{Folder, Written};
use tinsmith::protocol::Wanted;
use tinsmith::release::{self, NextRelease, Release, Version};
use tinsmith::{CrateSpec, Generated, Manifest, ServiceSpec};

use crate::check::check;
use crate::problem::Problem;
use crate::say;

/// Generates the crate that a manifest describes, or one of any model into any folder.
#[derive(Args)]
pub struct Codegen {
    /// The manifest that says what to generate.
    #[arg(
        long,
        value_name = "FILE",
        default_value = "model/codegen.toml",
        conflicts_with_all = ["model", "out", "name", "operations", "service"]
    )]
    manifest: PathBuf,

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
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "model")]
    operations: Option<Vec<String>>,

    /// The service to generate, by shape id or name, where the model has several.
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
    #[arg(long, value_name = "VERSION", num_args = 0..=1, require_equals = true)]
    #[arg(conflicts_with = "check")]
    bump: Option<Option<Version>>,
}

impl Codegen {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let start = Instant::now();
        let Manifest { mut spec, path } = self.manifest()?;
        if self.check {
            spec.release = Release::read(&path)?;
            let generated = tinsmith::generate(&spec)?;
            report_warnings(&generated);
            return check(&generated.tree, &path);
        }
        // Held from before the release is read, so that no other process makes one meanwhile.
        let folder = Folder::open(&path).map_err(Problem::new)?;
        spec.release = Release::read(&path)?;
        let next = self
            .bump
            .map(|wanted| release::next(&spec, wanted))
            .transpose()?;
        let old = spec.release.as_ref().map(Release::version);
        if let Some(next) = &next {
            spec.release = Some(next.release.clone());
        }
        let generated = tinsmith::generate(&spec)?;
        let written = folder.write(&generated.tree).map_err(Problem::new)?;
        if let Some(next) = &next {
            report_next(old, next);
        }
        report_warnings(&generated);
        report(&generated, &written, start.elapsed());
        Ok(())
    }

    /// What to generate, and where.
    fn manifest(&self) -> Result<Manifest, Problem> {
        let Some(out) = &self.out else {
            let mut manifest = Manifest::read(&self.manifest)?;
            if let Some(protocol) = &self.protocol {
                for service in &mut manifest.spec.services {
                    service.protocol = self.protocol();
                }
                manifest.spec.command += &format!(" --protocol {protocol}");
            }
            if self.tests {
                manifest.spec.tests = true;
                manifest.spec.command += " --tests";
            }
            return Ok(manifest);
        };
        let name = match &self.name {
            Some(name) => name.clone(),
            None => tinsmith::config::name_of(out).ok_or_else(|| {
                Problem::new(format!("`{}` names no package: add --name", out.display()))
            })?,
        };
        let service = ServiceSpec {
            model: self.model.clone(),
            service: self.service.clone(),
            operations: self.operations.clone(),
            protocol: self.protocol(),
        };
        let (services, command) = (vec![service], self.command(out));
        let spec = CrateSpec {
            name,
            services,
            command,
            tests: self.tests,
            release: None,
        };
        Ok(Manifest {
            spec,
            path: out.clone(),
        })
    }

    /// The protocol that is asked for.
    fn protocol(&self) -> Option<Wanted> {
        let name = self.protocol.clone();
        name.map(|name| Wanted::from(name).by_option("--protocol"))
    }

    /// The command that generates the same again, for the headers of the files. Folders are
    /// left out: they differ from machine to machine.
    fn command(&self, out: &Path) -> String {
        let file_name = |path: &Path| {
            path.file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
        };
        let models: Vec<String> = self.model.iter().map(|model| file_name(model)).collect();
        let mut command = format!(
            "cargo xtask codegen --model {} --out {}",
            models.join(" "),
            file_name(out)
        );
        if let Some(service) = &self.service {
            command += &format!(" --service {service}");
        }
        if let Some(operations) = &self.operations {
            command += &format!(" --operations {}", operations.join(","));
        }
        if let Some(protocol) = &self.protocol {
            command += &format!(" --protocol {protocol}");
        }
        if self.tests {
            command += " --tests";
        }
        command
    }
}

/// Which version the crate has now, and why.
fn report_next(old: Option<Version>, next: &NextRelease) {
    let version = next.release.version();
    match (old, next.diff.verdict()) {
        (None, _) => say::line(format_args!("version {version}, the first")),
        (Some(old), None) if old == version => {
            say::line(format_args!(
                "version {version} stays: nothing changes for callers"
            ));
        }
        (Some(old), None) => say::line(format_args!(
            "version {old} -> {version}, nothing changes for callers"
        )),
        (Some(old), Some(verdict)) => say::line(format_args!(
            "version {old} -> {version}, a {verdict} change"
        )),
    }
}

/// What the crate does not have, and why.
fn report_warnings(generated: &Generated) {
    for warning in &generated.warnings {
        say::error(format_args!("warning: {warning}"));
    }
}

/// One line a service. Where there are several, what belongs to all of them has its own line.
fn report(generated: &Generated, written: &Written, time: Duration) {
    let is_of = |path: &Path, module: &str| {
        let folder = path.components().nth(1);
        folder.is_some_and(|folder| folder.as_os_str() == module)
    };
    let files = |what: &dyn Fn(&Path) -> bool| {
        let count = |paths: &[PathBuf]| paths.iter().filter(|path| what(path)).count();
        let all = generated
            .tree
            .files()
            .filter(|(path, _)| what(path))
            .count();
        let (new, removed) = (count(&written.written), count(&written.removed));
        let unchanged = all - new;
        format!("{new} files written, {removed} removed, {unchanged} unchanged")
    };
    let alone = generated.services.len() == 1;
    for service in &generated.services {
        say::line(format_args!(
            "{}: {} operations, {} shapes, {}, {} ms",
            service.module,
            service.operations,
            service.shapes,
            files(&|path| alone || is_of(path, &service.module)),
            time.as_millis()
        ));
    }
    if !alone {
        let modules = || generated.services.iter().map(|service| &service.module);
        let shared = |path: &Path| !modules().any(|module| is_of(path, module));
        say::line(format_args!("all services: {}", files(&shared)));
    }
}
