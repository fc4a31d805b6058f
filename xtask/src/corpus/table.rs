//! The table at the end of `cargo xtask corpus`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

use super::lint::Pick;
use super::service::{Crate, Fate, Service};
use super::workspace::Workspace;

/// How many lines of a reason are shown; all of them are in the log.
const REASON_LINES: usize = 3;

/// What is known of the run as a whole.
#[derive(Debug)]
pub struct Totals {
    models: usize,
    generating: Duration,
    all: Duration,
}

impl Totals {
    /// A run over this many models, which has just begun.
    pub fn of(models: usize) -> Self {
        Self {
            models,
            generating: Duration::ZERO,
            all: Duration::ZERO,
        }
    }

    /// All crates are there after this time.
    pub fn generated_in(&mut self, time: Duration) {
        self.generating = time;
    }

    /// Everything is done after this time.
    pub fn finished_in(&mut self, time: Duration) {
        self.all = time;
    }
}

/// The counts of a protocol, the sample, the totals, and what failed, which is the last thing that
/// is on the screen.
pub fn report(
    services: &[Service],
    sample: &[Pick],
    totals: &Totals,
    workspace: &Workspace,
) -> String {
    let mut report = format!("{}\n\n", by_protocol(services));
    if !sample.is_empty() {
        let _ = writeln!(report, "{}\n", linted(sample));
    }
    report += &summed_up(services, totals, workspace);
    for service in services {
        for warning in warnings(service) {
            let _ = writeln!(report, "{}: warning: {warning}", service.name);
        }
    }
    for service in services {
        report += &failures(service, workspace);
    }
    report
}

/// A line for each protocol.
fn by_protocol(services: &[Service]) -> Table {
    let mut protocols: BTreeMap<&str, Vec<&Service>> = BTreeMap::new();
    for service in services {
        protocols
            .entry(&service.protocol)
            .or_default()
            .push(service);
    }
    let header = [
        "protocol",
        "services",
        "generated",
        "checked",
        "failed",
        "not supported",
        "warnings",
    ];
    let mut table = table(&header);
    for (protocol, services) in &protocols {
        let name = if protocol.is_empty() {
            "not known"
        } else {
            protocol
        };
        table.add_row(counts(name, services));
    }
    table.add_row(counts("all", &services.iter().collect::<Vec<_>>()));
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn counts(name: &str, services: &[&Service]) -> Vec<String> {
    let count = |is: &dyn Fn(&Service) -> bool| {
        let count = services.iter().filter(|service| is(service)).count();
        if count == 0 {
            String::new()
        } else {
            count.to_string()
        }
    };
    vec![
        name.to_owned(),
        services.len().to_string(),
        count(&|service| service.generated().is_some()),
        count(&|service| service.generated().is_some_and(|krate| krate.checked)),
        count(&|service| service.failed().is_some()),
        count(&|service| matches!(service.fate, Fate::Unsupported)),
        shown(
            services
                .iter()
                .flat_map(|service| warnings(service))
                .count(),
        ),
    ]
}

/// A count, which is left away where it is nothing.
fn shown(count: usize) -> String {
    match count {
        0 => String::new(),
        count => count.to_string(),
    }
}

fn warnings(service: &Service) -> &[String] {
    service.generated().map_or(&[], |krate| &krate.warnings)
}

/// A line for each service of the sample.
fn linted(sample: &[Pick]) -> Table {
    let mut table = table(&["linted", "what it uses that none above it does"]);
    for pick in sample {
        let adds: Vec<&str> = pick.adds.iter().map(String::as_str).collect();
        table.add_row([pick.name.clone(), adds.join(", ")]);
    }
    table
}

#[allow(clippy::cast_precision_loss, reason = "it is rounded anyway")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn summed_up(services: &[Service], totals: &Totals, workspace: &Workspace) -> String {
    let crates: Vec<&Crate> = services.iter().filter_map(Service::generated).collect();
    let sum = |of: fn(&Crate) -> usize| crates.iter().map(|krate| of(krate)).sum::<usize>();
    let mut text = format!(
        "{} models, {} crates in {}\n",
        totals.models,
        crates.len(),
        workspace.path().display()
    );
    let _ = writeln!(
        text,
        "{} operations, {} shapes, {} files, {} lines, {:.1} MB",
        sum(|krate| krate.operations),
        sum(|krate| krate.shapes),
        sum(|krate| krate.files),
        sum(|krate| krate.lines),
        megabytes(sum(|krate| krate.bytes))
    );
    let tests = services.iter().map(|service| &service.endpoint_tests);
    let (tests, failed) = tests.fold((0, 0), |(tests, failed), outcome| {
        (tests + outcome.tests, failed + outcome.failures.len())
    });
    if tests > 0 {
        let _ = writeln!(text, "{tests} endpoint tests, {failed} failed");
    }
    let _ = write!(
        text,
        "generated in {:.1} s, everything in {:.1} s",
        totals.generating.as_secs_f64(),
        totals.all.as_secs_f64()
    );
    if let Some(megabytes) = peak_memory() {
        let _ = write!(text, ", {megabytes} MB at most");
    }
    text.push('\n');
    text
}

/// How much memory this process had at most, without those that it started, in megabytes. Only
/// Linux tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = peak.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024 / 1_000_000)
}

/// What went wrong with a service: which step, the first lines of why, and where all of it is.
fn failures(service: &Service, workspace: &Workspace) -> String {
    let mut text = String::new();
    for failure in &service.failures {
        let _ = writeln!(text, "\n{}: {} failed", service.name, failure.step.name());
        let lines = || {
            failure
                .reason
                .lines()
                .filter(|line| !line.trim().is_empty())
        };
        for line in lines().take(REASON_LINES) {
            let _ = writeln!(text, "    {line}");
        }
        let more = lines().count().saturating_sub(REASON_LINES);
        if more > 0 {
            let log = workspace.log(&service.name);
            let _ = writeln!(text, "    .. and {more} more lines: {}", log.display());
        }
    }
    text
}

/// A table that is Markdown too, as far as no cell has several lines.
fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::ASCII_MARKDOWN)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(100)
        .set_header(header);
    table
}
