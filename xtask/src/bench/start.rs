//! Programs that create a token: what it takes from their start until their first request has arrived, beside
//! what a connector alone takes, which both kinds of clients stand on.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use super::arrivals::Arrivals;
use super::built::Program;
use super::rounds::{Peer, Samples, take_turns, told};
use super::table::Table;
use super::usage::{self, Usage};
use super::{Context, micro, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// A program that is started.
struct Started {
    package: &'static str,
    name: &'static str,
    /// What it is compared with, where it is a client.
    beside: Option<Beside>,
}

/// The places of others in [`STARTED`].
struct Beside {
    connector: usize,
    official: usize,
}

/// All of them; a connector is that of its crate, and each client has the one that it brings.
const STARTED: [Started; 6] = [
    alone("program-connector-aws-lc", "a connector alone, `aws-lc`"),
    alone("program-connector-ring", "a connector alone, `ring`"),
    client("program-official", "official, `aws-config`, `aws-lc`", 0, 2),
    client(
        "program-with-config",
        "Tinsmith, `aws-config`, `ring`",
        1,
        2,
    ),
    client(
        "program-official-by-hand",
        "official, credentials given, `aws-lc`",
        0,
        4,
    ),
    client(
        "program-by-hand",
        "Tinsmith, credentials given, `ring`",
        1,
        4,
    ),
];

/// How many rounds are of use: each takes a fraction of a second.
const ROUNDS: u32 = 500;

const fn alone(package: &'static str, name: &'static str) -> Started {
    Started {
        package,
        name,
        beside: None,
    }
}

const fn client(
    package: &'static str,
    name: &'static str,
    connector: usize,
    official: usize,
) -> Started {
    Started {
        package,
        name,
        beside: Some(Beside {
            connector,
            official,
        }),
    }
}

/// Starts all of them, again and again.
pub fn first_requests(context: &Context) -> Result<String, Problem> {
    micro::generate_crates(context)?;
    let places = &context.places;
    let bar = progress::bar("start", 1 + STARTED.len());
    let mut programs = Vec::new();
    for Started { package, .. } in STARTED {
        bar.set_message(format!("{package} in release"));
        let program = Program::of(package, places.repository("tests/peers"), places);
        programs.push((package, program.stripped()?));
        bar.inc(1);
    }
    let arrivals = Arrivals::listen()?;
    let [home, log] = ["home", "start.log"].map(|name| places.bench(name));
    let peers = programs.iter().map(|(name, program)| Peer {
        name,
        work: Box::new(|| start(&mut command(program, &home, &arrivals), &log, &arrivals)),
    });
    let limit = context.limit(ROUNDS);
    let samples = take_turns(limit, &bar, &mut peers.collect::<Vec<_>>())?;
    bar.finish_and_clear();
    table(context, &samples)
}

/// A program with its arguments, and an environment that is the same for everybody who measures: of a home
/// that has no configuration, with credentials.
fn command(program: &Path, home: &Path, arrivals: &Arrivals) -> Command {
    let mut command = Command::new(program);
    command
        .arg("arn:aws:license-manager::123456789012:license:l-0123")
        .env_clear()
        .env("HOME", home)
        .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .env("AWS_SECRET_ACCESS_KEY", "a secret")
        .env("AWS_REGION", "us-east-1")
        .env("AWS_ENDPOINT_URL", arrivals.address());
    command
}

/// Runs a program to its end: the time is that until its request has arrived.
fn start(command: &mut Command, log: &Path, arrivals: &Arrivals) -> Result<Usage, Problem> {
    let start = Instant::now();
    let usage = usage::run(command, log)?;
    let wall = arrivals.next()?.duration_since(start);
    Ok(Usage { wall, ..usage })
}

fn table(context: &Context, samples: &[Samples]) -> Result<String, Problem> {
    let of = "of the official's";
    let mut table = Table::new(&[
        "from the start to the first request",
        "time",
        "beside the connector's",
        of,
        "on processors",
        "beside the connector's",
        of,
    ]);
    let walls: Vec<f64> = samples.iter().map(Samples::wall).collect();
    let processors: Vec<f64> = samples.iter().map(Samples::cpu).collect();
    for (at, Started { name, beside, .. }) in STARTED.iter().enumerate() {
        let mut cells = vec![(*name).to_owned()];
        cells.extend(compared(&walls, at, beside.as_ref()));
        cells.extend(compared(&processors, at, beside.as_ref()));
        table.row(cells);
    }
    let crates = [
        "aws-config",
        "aws-sdk-licensemanager",
        "aws-smithy-http-client",
    ];
    let versions = versions::of(&context.places, &crates)?;
    let rounds = told(&[samples[0].rounds()]);
    Ok(table.markdown(&format!(
        "Whole processes, built in release and stripped, which set up HTTPS with the roots of the system, and send \
         one signed request of `CreateToken` to plain HTTP on loopback, so that nothing of the time is a handshake's. \
         Credentials and region are those of the environment. The time ends when the request has arrived; on \
         processors is all until the process has read its answer and is gone. Medians of {rounds}, in turns. \
         {versions}."
    )))
}

/// A program's number; beside its connector's, and the ratio of that to the official one's.
fn compared(numbers: &[f64], at: usize, beside: Option<&Beside>) -> [String; 3] {
    let number = units::seconds(numbers[at]);
    let own = |at: usize| {
        let beside = STARTED[at].beside.as_ref()?;
        Some(numbers[at] - numbers[beside.connector])
    };
    match beside.and_then(|beside| own(at).zip(own(beside.official))) {
        // On a machine that does something else, too, the clock may tell nothing.
        Some((ours, official)) if ours > 0.0 => {
            [number, units::seconds(ours), units::ratio(ours, official)]
        }
        Some(_) => [number, "-".to_owned(), "-".to_owned()],
        None => [number, String::new(), String::new()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_compared_beside_the_connector_that_it_brings() {
        let numbers = [0.010, 0.008, 0.018, 0.012, 0.014, 0.0092];
        let row = |at: usize| compared(&numbers, at, STARTED[at].beside.as_ref());
        assert_eq!(row(1), ["8.00 ms", "", ""]);
        assert_eq!(row(3), ["12.0 ms", "4.00 ms", "0.50"]);
        assert_eq!(row(5), ["9.20 ms", "1.20 ms", "0.30"]);
    }

    #[test]
    fn a_client_that_is_as_fast_as_its_connector_is_not_compared() {
        let numbers = [0.010, 0.008, 0.009, 0.007, 0.014, 0.0092];
        let row = |at: usize| compared(&numbers, at, STARTED[at].beside.as_ref());
        assert_eq!(row(2), ["9.00 ms", "-", "-"]);
        assert_eq!(row(3), ["7.00 ms", "-", "-"]);
    }

    #[test]
    fn a_client_stands_on_a_connector_of_its_own_kind() {
        let kind = |name: &'static str| name.rsplit(' ').next();
        for Started { name, beside, .. } in &STARTED {
            let Some(beside) = beside else { continue };
            assert_eq!(kind(name), kind(STARTED[beside.connector].name));
            assert!(STARTED[beside.official].name.starts_with("official"));
        }
    }
}
