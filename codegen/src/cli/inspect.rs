//! `tinsmith inspect`: what is in a model, and what of it cannot be generated yet.

use std::path::PathBuf;

use clap::Args;

use super::names::files;
use super::problem::Problem;
use super::say;
use crate::model;
use crate::protocol::Wanted;

/// Tells what is in a model: services, protocols, auth, operations, and what is not supported.
#[derive(Args)]
pub struct Inspect {
    /// The files of the model, which are merged.
    #[arg(value_name = "FILE", required = true)]
    model: Vec<PathBuf>,

    /// The protocol to generate, by shape id or name; of those that the service lists, the default
    /// where absent.
    #[arg(long, value_name = "ID")]
    protocol: Option<String>,
}

impl Inspect {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        let model = model::load(&files(&self.model))?;
        say::warnings(model.warnings());
        let protocol = self.protocol;
        let protocol = protocol.map(|name| Wanted::from(name).by_option("--protocol"));
        let mut services = model.services().peekable();
        if services.peek().is_none() {
            say::line("no service");
        }
        for (shape, _) in services {
            let inspection = crate::inspect::service(&model, shape, protocol.as_ref());
            say::line(inspection);
        }
        Ok(())
    }
}
