//! What both programs do: they put objects into a store and get them from it, in the way that the command
//! line says. What they do it with, they know themselves.

mod way;

use std::cell::Cell;
use std::error::Error;
use std::rc::Rc;
use std::{env, fs};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_types::byte_stream::ByteStream;
use aws_types::SdkConfig;
use aws_types::region::Region;
use tokio::task::{LocalSet, spawn_local};

use way::Way;

/// Whatever went wrong ends the program.
pub type Done<T = ()> = Result<T, Box<dyn Error>>;

/// A client.
pub trait Store: Clone + 'static {
    /// A client that is configured so; buckets are in paths.
    fn of(config: &SdkConfig) -> Self;

    /// Puts an object.
    fn put(&self, key: &str, body: ByteStream) -> impl Future<Output = Done>;

    /// Gets an object: its body.
    fn get(&self, key: &str) -> impl Future<Output = Done<ByteStream>>;
}

/// Does with a client what the command line says: the address of the store, the way, what it is about, how
/// often, and how many at a time. Then it tells its peak of memory.
///
/// # Errors
/// Where anything of it fails.
pub fn main<S: Store>() -> Done {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [address, way, what, times, at_once] = &arguments[..] else {
        return Err("usage: ADDRESS put|get|upload|download SIZE|FILE TIMES AT_ONCE".into());
    };
    let work = Work {
        store: S::of(&config(address)),
        way: Way::of(way, what)?,
        next: Cell::new(0),
        times: times.parse()?,
    };
    // All on one thread: what the other processor does is the store's alone.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(LocalSet::new().run_until(all(work, at_once.parse()?)))?;
    if let Some(peak) = peak() {
        println!("{peak}");
    }
    Ok(())
}

/// The most memory that this process has had, in bytes, where the system tells it. What the system tells
/// whoever has started the process has that one's own in it.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let kilobytes = lines.find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB"))?;
    Some(kilobytes.trim().parse::<u64>().ok()? * 1024)
}

fn config(address: &str) -> SdkConfig {
    let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(address)
        .http_client(Builder::new().build_http())
        .region(Region::new("us-east-1"))
        .build()
}

/// What is to be done.
struct Work<S> {
    store: S,
    way: Way,
    /// The number of the next object.
    next: Cell<u32>,
    times: u32,
}

async fn all<S: Store>(work: Work<S>, at_once: usize) -> Done {
    let work = Rc::new(work);
    let workers: Vec<_> = (0..at_once)
        .map(|_| spawn_local(some(Rc::clone(&work))))
        .collect();
    for worker in workers {
        worker.await??;
    }
    Ok(())
}

/// Does what nobody else has begun, one after the other.
async fn some<S: Store>(work: Rc<Work<S>>) -> Done {
    loop {
        let number = work.next.get();
        if number == work.times {
            return Ok(());
        }
        work.next.set(number + 1);
        work.way.go(&work.store, number).await?;
    }
}
