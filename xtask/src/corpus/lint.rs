//! A sample of services that together use everything which any of them uses, and what clippy and
//! rustdoc say of it.

use std::collections::BTreeSet;

use super::cargo::{Run, run};
use super::service::{Crate, Service, Step};
use super::workspace::Workspace;
use crate::problem::Problem;

/// A service of the sample.
#[derive(Debug)]
pub struct Pick {
    /// The service's name.
    pub name: String,
    /// What it uses that none picked before it does.
    pub adds: BTreeSet<String>,
}

/// What is run: each step with and without the client, since half of the code is there for it; and what is
/// there for those alone who ask for it.
const RUNS: [(Step, &[&str]); 5] = [
    (Step::Clippy, &["clippy"]),
    (
        Step::Clippy,
        &["clippy", "--features=serde,test-server,validate"],
    ),
    (Step::Clippy, &["clippy", "--no-default-features"]),
    (Step::Rustdoc, &["doc", "--no-deps"]),
    (
        Step::Rustdoc,
        &["doc", "--no-deps", "--no-default-features"],
    ),
];

/// Runs clippy and rustdoc on a sample of at least this many services, where there are so many.
///
/// # Errors
/// Where cargo cannot be run.
pub fn sample(
    services: &mut [Service],
    count: usize,
    workspace: &Workspace,
    jobs: usize,
) -> Result<Vec<Pick>, Problem> {
    let sound = services
        .iter()
        .filter(|service| service.failures.is_empty());
    let crates = sound.filter_map(|service| Some((service.name.as_str(), service.generated()?)));
    let picks = pick(crates.collect(), count);
    let is_picked = |service: &&mut Service| picks.iter().any(|pick| pick.name == service.name);
    let mut picked: Vec<&mut Service> = services.iter_mut().filter(is_picked).collect();
    let packages: Vec<String> = picked.iter().map(|s| s.package.clone()).collect();
    for (step, arguments) in RUNS {
        let lint = Run {
            step: step.name(),
            arguments,
            packages: &packages,
            jobs,
        };
        if packages.is_empty() {
            break;
        }
        let said = run(&lint, workspace)?;
        for service in &mut picked {
            if let Some(reason) = said.of(&service.package) {
                service.fail(step, reason);
            }
        }
    }
    Ok(picks)
}

/// Picks crates until everything that any of them uses is used by a picked one: again and again
/// the one that adds most for its size. Where these are too few, the smallest of the others too.
fn pick(mut crates: Vec<(&str, &Crate)>, count: usize) -> Vec<Pick> {
    crates.sort_by_key(|(name, krate)| (krate.bytes, *name));
    let mut picks: Vec<Pick> = Vec::new();
    let mut used = BTreeSet::new();
    while !crates.is_empty() {
        let new = |krate: &Crate| krate.features.difference(&used).count();
        // `max_by` takes the last of several: in reverse, the smallest.
        let best = (0..crates.len()).rev().max_by(|one, other| {
            let [one, other] = [one, other].map(|&place| crates[place].1);
            // new / bytes, without fractions.
            let (one_new, other_new) = (new(one) * other.bytes, new(other) * one.bytes);
            one_new.cmp(&other_new)
        });
        let Some(best) = best else { break };
        if new(crates[best].1) == 0 && picks.len() >= count {
            break;
        }
        let (name, krate) = crates.remove(best);
        picks.push(Pick {
            name: name.to_owned(),
            adds: krate.features.difference(&used).cloned().collect(),
        });
        used.extend(krate.features.iter().cloned());
    }
    picks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn krate(bytes: usize, features: &str) -> Crate {
        Crate {
            operations: 1,
            shapes: 1,
            files: 1,
            lines: 1,
            bytes,
            features: features.split(' ').map(str::to_owned).collect(),
            warnings: Vec::new(),
            checked: true,
        }
    }

    fn picked(crates: &[(&str, Crate)], count: usize) -> Vec<String> {
        let crates = crates.iter().map(|(name, krate)| (*name, krate)).collect();
        let picks = pick(crates, count).into_iter();
        picks.map(|pick| pick.name).collect()
    }

    #[test]
    fn everything_that_is_used_is_used_by_the_sample() {
        let crates = [
            ("all but maps", krate(900, "list union")),
            ("maps", krate(500, "map list")),
            ("nothing new", krate(800, "map")),
        ];
        assert_eq!(picked(&crates, 0), ["maps", "all but maps"]);
    }

    #[test]
    fn small_services_are_preferred() {
        let crates = [("large", krate(900, "a b")), ("small", krate(90, "a b"))];
        assert_eq!(picked(&crates, 1), ["small"]);
    }

    #[test]
    fn there_are_as_many_as_are_wanted_where_there_are_so_many() {
        let crates = [
            ("large", krate(900, "a")),
            ("small", krate(90, "a")),
            ("middle", krate(300, "a")),
        ];
        assert_eq!(picked(&crates, 2), ["small", "middle"]);
        assert_eq!(picked(&crates, 9), ["small", "middle", "large"]);
    }
}
