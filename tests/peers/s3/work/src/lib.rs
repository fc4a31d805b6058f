//! What both programs do: they put objects into a store and get them from it, in the way that the command
//! line says. What they do it with, they know themselves.

mod way;

use std::env;
use std::rc::Rc;

use aws_smithy_types::byte_stream::ByteStream;
use aws_types::SdkConfig;
pub use peer_load::Done;
use peer_load::Load;

use way::Way;

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
    let store = S::of(&peer_load::config(address));
    let work = Rc::new((store, Way::of(way, what)?));
    Load::of(times, at_once)?.run(move |number| {
        let work = Rc::clone(&work);
        async move { work.1.go(&work.0, number).await }
    })
}
