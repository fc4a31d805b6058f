//! Compiles what was generated, as its users do: with the client.

use super::cargo::{Run, run};
use super::service::{Fate, Service, Step};
use super::workspace::Workspace;
use crate::problem::Problem;

/// Compiles all crates, `jobs` at a time, and once more with these features. Those of which the compiler says
/// anything have failed.
///
/// # Errors
/// Where cargo cannot be run.
pub fn all(
    services: &mut [Service],
    features: Option<&str>,
    workspace: &Workspace,
    jobs: usize,
) -> Result<(), Problem> {
    let usual: &[&str] = &["check"];
    let with_features = features.map(|features| ["check", "--features", features]);
    let with_features = with_features.as_ref().map(<[&str; 3]>::as_slice);
    for arguments in [usual].into_iter().chain(with_features) {
        each(services, arguments, workspace, jobs)?;
    }
    Ok(())
}

/// Compiles all crates that have been generated and have not failed.
fn each(
    services: &mut [Service],
    arguments: &[&str],
    workspace: &Workspace,
    jobs: usize,
) -> Result<(), Problem> {
    let sound = services
        .iter()
        .filter(|service| service.generated().is_some() && service.failures.is_empty());
    let packages: Vec<String> = sound.map(|service| service.package.clone()).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let check = Run {
        step: "check",
        arguments,
        packages: &packages,
        jobs,
    };
    let said = run(&check, workspace)?;
    for service in services {
        let Fate::Generated(krate) = &mut service.fate else {
            continue;
        };
        if !packages.contains(&service.package) {
            continue;
        }
        match said.of(&service.package) {
            None => krate.checked = true,
            Some(reason) => service.fail(Step::Check, reason),
        }
    }
    Ok(())
}
