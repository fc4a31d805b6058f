//! Programs that call a service on loopback, each a process of its own that does nothing else.

use std::path::PathBuf;
use std::process::Command;

use indicatif::ProgressBar;

use super::places::Places;
use super::rounds::{Limit, Peer, Samples, take_turns};
use super::sink::Sink;
use super::usage;
use crate::problem::Problem;

/// The programs and the service that they call.
pub struct Loaded<'l> {
    /// By their names, in the order of their turns.
    pub programs: &'l [(&'static str, PathBuf)],
    /// The service.
    pub sink: &'l Sink,
    /// Where what they say goes.
    pub places: &'l Places,
}

impl Loaded<'_> {
    /// Lets the programs take turns, each with the address and these arguments.
    ///
    /// # Errors
    /// Where one of them fails.
    pub fn take_turns(
        &self,
        arguments: &[String],
        limit: Limit,
        bar: &ProgressBar,
    ) -> Result<Vec<Samples>, Problem> {
        let peers = self.programs.iter().map(|(name, program)| Peer {
            name,
            work: Box::new(move || {
                let mut command = Command::new(program);
                command.arg(self.sink.address()).args(arguments);
                usage::of_small(&mut command, &self.places.bench("load.log"))
            }),
        });
        take_turns(limit, bar, &mut peers.collect::<Vec<_>>())
    }
}
