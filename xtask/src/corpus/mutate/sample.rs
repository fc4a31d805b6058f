//! Compiles some of what was generated from mutants: what is no problem when it is generated must be
//! none later.

use super::Run;
use super::failure::Failed;
use super::mutant::Maker;
use super::trial::{Outcome, Reason, Trial};
use crate::corpus::cargo::{self, run};
use crate::corpus::workspace::Workspace;
use crate::problem::Problem;

/// So many of all, with the same distance from one to the next.
pub fn evenly(all: &[u64], count: usize) -> Vec<u64> {
    let count = count.min(all.len());
    (0..count).map(|at| all[at * all.len() / count]).collect()
}

/// Compiles the crates of these mutants, with their tests. Those of which the compiler says anything.
///
/// # Errors
/// Where cargo cannot be run.
pub fn compile(numbers: &[u64], maker: &Maker<'_>, of: &Run<'_>) -> Result<Vec<Failed>, Problem> {
    let workspace = Workspace::at(of.out.join("compiled"));
    let package = |number: u64| format!("mutant-{number}");
    let (mut generated, mut failed) = (Vec::new(), Vec::new());
    for &number in numbers {
        let trial = Trial::in_folder(workspace.folder(&format!("number-{number}")))?;
        let mutant = maker.make(number)?;
        if let Outcome::Generated = trial.run(&mutant, &package(number))? {
            generated.push(number);
        } else {
            let reason = Reason {
                kind: "was generated once, and not the next time".to_owned(),
                said: String::new(),
            };
            failed.push(Failed { number, reason });
        }
    }
    let members = generated
        .iter()
        .map(|number| format!("number-{number}/crate"));
    workspace.write_manifest(members)?;
    let packages: Vec<String> = generated.iter().copied().map(package).collect();
    let check = cargo::Run {
        step: "check",
        arguments: &["check", "--all-targets"],
        packages: &packages,
        jobs: of.jobs,
    };
    let said = run(&check, &workspace)?;
    failed.extend(generated.into_iter().filter_map(|number| {
        let said = said.of(&package(number))?;
        let first = said.lines().find(|line| !line.trim().is_empty());
        let kind = format!("does not compile: {}", first.unwrap_or_default());
        Some(Failed {
            number,
            reason: Reason { kind, said },
        })
    }));
    Ok(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_taken_evenly_and_none_twice() {
        let all: Vec<u64> = (0..10).map(|number| 10 * number).collect();
        assert_eq!(evenly(&all, 3), [0, 30, 60]);
        assert_eq!(evenly(&all, 99), all);
        assert!(evenly(&[], 3).is_empty());
    }
}
