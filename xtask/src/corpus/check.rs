//! Compiles what was generated, as its users do: with the client.

use super::cargo::{Run, run};
use super::service::{Fate, Service, Step};
use super::workspace::Workspace;
use crate::problem::Problem;

/// Compiles all crates, `jobs` at a time. Those of which the compiler says anything have failed.
///
/// # Errors
/// Where cargo cannot be run.
pub fn all(services: &mut [Service], workspace: &Workspace, jobs: usize) -> Result<(), Problem> {
    let generated = services
        .iter()
        .filter(|service| service.generated().is_some());
    let packages: Vec<String> = generated.map(|service| service.package.clone()).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let check = Run {
        step: "check",
        arguments: &["check"],
        packages: &packages,
        jobs,
    };
    let said = run(&check, workspace)?;
    for service in services {
        let Fate::Generated(krate) = &mut service.fate else {
            continue;
        };
        match said.of(&service.package) {
            None => krate.checked = true,
            Some(reason) => service.fail(Step::Check, reason),
        }
    }
    Ok(())
}
