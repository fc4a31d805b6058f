//! `cargo xtask bench`: what is generated, and generating, next to the alternatives, in the tables
//! that `codegen/docs/measured.md` quotes.

mod against;
mod alone;
mod application;
mod arrivals;
mod built;
mod call;
mod cargo;
mod chart;
mod codec;
mod compile;
mod corpus;
mod crates;
mod events;
mod generate;
mod generator;
mod http;
mod idl;
mod load;
mod measured;
mod median;
mod micro;
mod operations;
mod places;
mod program;
mod rounds;
mod s3;
mod scratch;
mod sink;
mod start;
mod svg;
mod table;
mod units;
mod usage;
mod versions;

use std::cell::OnceCell;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};

use crate::problem::Problem;
use against::Against;
use generator::Generator;
pub use idl::Reading;
pub use measured::Measured;
use places::Places;
use rounds::Limit;

/// Compares what is generated, and generating, with the alternatives, side by side, and prints the
/// tables that `codegen/docs/measured.md` quotes.
///
/// Peers take turns in one run; of each, the median counts. What is timed is built in release
/// before, this program too. The machine should do nothing else meanwhile.
#[derive(Args)]
pub struct Bench {
    /// What to compare; everything where absent.
    #[arg(value_name = "NAME", value_enum)]
    names: Vec<Part>,

    /// Compares with a revision of this repository, e.g. `HEAD~1`, in place of the official crates,
    /// of which none is built: what the generator of that revision writes, and generating with it.
    /// Not for `program`, `application`, `start`, `http`, `events`, `s3`, `idl` and `chart`; `compile` is `cargo check` alone, in 15 rounds.
    ///
    /// The revision is checked out below `target/bench/against`, where everything is kept for the
    /// next time. Instructions are counted too, where there is `valgrind`.
    #[arg(long, value_name = "REV")]
    against: Option<String>,

    /// Lists what can be compared.
    #[arg(long)]
    list: bool,

    /// How many rounds a comparison of builds or of generating has; where absent as many as begin
    /// within a minute, and no more than are of use.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    runs: Option<u32>,

    /// The folder that the tables and the chart go into; `bench/report` in the folder `target`
    /// where absent.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,

    /// The folder of AWS's own models, or of `aws-models.tar.xz` with them; where absent the one
    /// that `TINSMITH_CORPUS` names, or `../shared/corpus`.
    #[arg(long, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
}

/// What can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Compiling License Manager, 62 operations, and CreateToken alone, against the official crate
    Compile,
    /// Compiling SageMaker, 396 operations, against the official crate: some minutes
    CompileLarge,
    /// Compiling EC2, 763 operations, against the official crate: five minutes and 9 GB of memory
    CompileEc2,
    /// Compiling S3, 107 operations, and 5 alone, against the official crate
    CompileS3,
    /// Programs that create a token: clean builds, crates, the size of binaries
    Program,
    /// Programs that call twelve operations of six services: clean builds, checks, crates, the size of
    /// binaries; a quarter of an hour, and 8 GB of memory
    Application,
    /// Programs that create a token: from their start to their first request
    Start,
    /// One call without a network, with a client and sans-IO
    Call,
    /// Calls over HTTP on loopback, against the official crate and the connector alone
    Http,
    /// Reading and writing 98 kB of JSON, 1000 metrics of CBOR, and 1000 actions of XML and forms
    Codec,
    /// Reading and sending 100,000 events, with a client and sans-IO
    Events,
    /// Putting objects into S3 and getting them from it, against the official crate, over loopback: some
    /// minutes
    S3,
    /// Generating License Manager, SageMaker and EC2
    Generate,
    /// Generating all of AWS's models
    Corpus,
    /// Reading Smithy IDL, and generating from it, against the JSON AST; and against the `smithy` of the JVM,
    /// where that is installed
    Idl,
    /// Generating and compiling, over the number of operations
    Chart,
}

/// What all parts need.
struct Context {
    places: Places,
    runs: Option<u32>,
    out: PathBuf,
    generator: OnceCell<Generator>,
}

impl Context {
    /// The generator, which is built when it is wanted first.
    fn generator(&self) -> Result<&Generator, Problem> {
        if let Some(built) = self.generator.get() {
            return Ok(built);
        }
        let built = Generator::build(&self.places)?;
        Ok(self.generator.get_or_init(|| built))
    }

    /// How many rounds a comparison has that wants `usual` of them, however long they take.
    fn exactly(&self, usual: u32) -> Limit {
        Limit::exactly(self.runs.unwrap_or(usual))
    }

    /// How many rounds a comparison has, where `usual` of them are of use.
    fn limit(&self, usual: u32) -> Limit {
        match self.runs {
            Some(runs) => Limit::exactly(runs),
            None => Limit::within_a_minute(usual),
        }
    }
}

impl Bench {
    /// Runs the command.
    pub fn run(self) -> Result<(), Problem> {
        if self.list {
            print!("{}", list());
            return Ok(());
        }
        let named = &self.names[..];
        let parts = match (&self.against, named) {
            (Some(_), named) => against::parts(named)?,
            (None, []) => Part::value_variants(),
            (None, named) => named,
        };
        let places = Places::find(self.corpus)?;
        let out = self.out.unwrap_or_else(|| places.bench("report"));
        fs::create_dir_all(&out).map_err(|error| places::unwritable(&out, error))?;
        let context = Context {
            places,
            runs: self.runs,
            out,
            generator: OnceCell::new(),
        };
        match self.against {
            Some(revision) => {
                let against = Against::revision(&revision, &context)?;
                all(parts, "-against", &context, |part| against.measure(part))
            }
            None => all(parts, "", &context, |part| part.measure(&context)),
        }
    }
}

/// Compares these. The tables of each are printed, and kept in a file that is called after it.
fn all(
    parts: &[Part],
    suffix: &str,
    context: &Context,
    measure: impl Fn(Part) -> Result<Option<String>, Problem>,
) -> Result<(), Problem> {
    let start = Instant::now();
    let took = |what: &str, start: Instant| {
        let time = units::seconds(start.elapsed().as_secs_f64());
        eprintln!("{what} took {time}");
    };
    for part in parts {
        let start = Instant::now();
        let name = part.name();
        match measure(*part)? {
            Some(tables) => {
                println!("{tables}");
                let path = context.out.join(format!("{name}{suffix}.md"));
                fs::write(&path, tables).map_err(|error| places::unwritable(&path, error))?;
            }
            None => println!(
                "{name}: skipped, since AWS's own models are not there: give their folder with \
                 --corpus\n"
            ),
        }
        took(&name, start);
    }
    took("all of it", start);
    Ok(())
}

impl Part {
    fn name(self) -> String {
        let value = self.to_possible_value();
        value.map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// The tables; `None` where the models that it takes are not there.
    fn measure(self, context: &Context) -> Result<Option<String>, Problem> {
        match self {
            Self::Compile => compile::LICENSE_MANAGER.compare(context),
            Self::CompileLarge => compile::SAGEMAKER.compare(context),
            Self::CompileEc2 => compile::EC2.compare(context),
            Self::CompileS3 => compile::S3.compare(context),
            Self::Program => program::programs(context).map(Some),
            Self::Application => application::applications(context),
            Self::Start => start::first_requests(context).map(Some),
            Self::Call => call::calls(context).map(Some),
            Self::Http => http::calls(context).map(Some),
            Self::Codec => codec::codec(context).map(Some),
            Self::Events => events::events(context).map(Some),
            Self::S3 => s3::objects(context),
            Self::Generate => generate::services(context),
            Self::Corpus => corpus::all_models(context),
            Self::Idl => idl::models(context).map(Some),
            Self::Chart => chart::chart(context),
        }
    }
}

/// Each name, and what is compared.
fn list() -> String {
    let values = Part::value_variants()
        .iter()
        .filter_map(Part::to_possible_value);
    let lines = values.map(|value| {
        let help = value.get_help().map(ToString::to_string);
        format!("{:14}{}\n", value.get_name(), help.unwrap_or_default())
    });
    lines.collect()
}
