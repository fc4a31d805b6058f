//! Calls over HTTP, on loopback: what of a call is the connector's, the official client's and ours.

use super::built::Program;
use super::load::Loaded;
use super::rounds::{Samples, told};
use super::sink::Sink;
use super::table::Table;
use super::{Context, micro, units, versions};
use crate::corpus::progress;
use crate::problem::Problem;

/// The programs: what all stand on first, then the official one.
const PROGRAMS: [(&str, &str); 3] = [
    ("http-connector", "the connector alone, as both"),
    ("http-official", "official"),
    ("http-ours", "Tinsmith"),
];

/// How often a program calls.
const TIMES: u32 = 5000;

/// How many calls are under way, and how that is told.
const WORKS: [(u32, &str); 2] = [(1, "one after the other"), (64, "64 at a time")];

/// How many rounds there are.
const ROUNDS: u32 = 9;

/// Lets each of them call.
pub fn calls(context: &Context) -> Result<String, Problem> {
    micro::generate_crates(context)?;
    let places = &context.places;
    let bar = progress::bar("http", 1 + PROGRAMS.len() + WORKS.len());
    let mut programs = Vec::new();
    for (package, _) in PROGRAMS {
        bar.set_message(format!("{package} in release"));
        let program = Program::of(package, places.repository("tests/peers"), places);
        programs.push((package, program.release()?));
        bar.inc(1);
    }
    let sink = Sink::build(context, [].into_iter())?;
    bar.inc(1);
    let loaded = Loaded {
        programs: &programs,
        sink: &sink,
        places,
    };
    let mut measured = Vec::new();
    for (at_once, _) in WORKS {
        let arguments = [TIMES.to_string(), at_once.to_string()];
        measured.push(loaded.take_turns(&arguments, context.exactly(ROUNDS), &bar)?);
    }
    bar.finish_and_clear();
    table(context, &measured)
}

fn table(context: &Context, measured: &[Vec<Samples>]) -> Result<String, Problem> {
    let of = "of the official's";
    let mut table = Table::new(&[
        "`CreateToken`, over loopback",
        "time",
        of,
        "on a processor",
        of,
        "beside the connector's",
        of,
        "peak memory",
        of,
    ]);
    for ((_, work), samples) in WORKS.iter().zip(measured) {
        let taken: Vec<Taken> = samples.iter().map(Taken::of).collect();
        let [connector, official, ..] = taken[..] else {
            continue;
        };
        for (at, ((_, name), taken)) in PROGRAMS.iter().zip(&taken).enumerate() {
            let mut cells = vec![format!("{work}: {name}")];
            cells.extend(match at {
                0 => taken.alone(),
                _ => taken.beside(connector, official),
            });
            table.row(cells);
        }
    }
    let crates = ["aws-sdk-licensemanager", "aws-smithy-http-client"];
    let versions = versions::of(&context.places, &crates)?;
    let rounds: Vec<usize> = measured.iter().map(|samples| samples[0].rounds()).collect();
    Ok(table.markdown(&format!(
        "Times are those of a call, of a program that makes {TIMES} and does nothing else, from its start to its \
         end, on one thread. Both clients have the same connector, to a service in another process that answers at \
         once; alone, it sends a request that has been signed. Medians of {}, in turns. {versions}.",
        told(&rounds)
    )))
}

/// What a call takes: seconds, and bytes of the whole program.
#[derive(Clone, Copy)]
struct Taken {
    wall: f64,
    cpu: f64,
    peak: f64,
}

impl Taken {
    fn of(samples: &Samples) -> Self {
        let times = f64::from(TIMES);
        Self {
            wall: samples.wall() / times,
            cpu: samples.cpu() / times,
            peak: units::number(samples.peak()),
        }
    }

    /// What stands behind the connector's name.
    fn alone(self) -> [String; 8] {
        let [time, processor] = [self.wall, self.cpu].map(units::seconds);
        let none = String::new;
        let peak = units::bytes(self.peak);
        [
            time,
            none(),
            processor,
            none(),
            none(),
            none(),
            peak,
            none(),
        ]
    }

    /// What stands behind a client's name.
    fn beside(self, connector: Self, official: Self) -> [String; 8] {
        let own = self.cpu - connector.cpu;
        [
            units::seconds(self.wall),
            units::ratio(self.wall, official.wall),
            units::seconds(self.cpu),
            units::ratio(self.cpu, official.cpu),
            units::seconds(own),
            units::ratio(own, official.cpu - connector.cpu),
            units::bytes(self.peak),
            units::ratio(self.peak, official.peak),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_connector_takes_is_told_once_and_left_out_of_what_the_clients_take() {
        let [connector, official, ours] = [10e-6, 50e-6, 30e-6].map(|cpu| Taken {
            wall: 2.0 * cpu,
            cpu,
            peak: 1e6,
        });
        let cells = ours.beside(connector, official);
        assert_eq!(cells[2..6], ["30.0 µs", "0.60", "20.0 µs", "0.50"]);
        let alone = connector.alone();
        assert_eq!(alone[2..6], ["10.0 µs", "", "", ""]);
    }
}
