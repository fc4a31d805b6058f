//! Load for a service on loopback: what programs have in common which call one so many times, so many at a
//! time. What they call, they know themselves.

use std::cell::Cell;
use std::error::Error;
use std::rc::Rc;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use tokio::task::{LocalSet, spawn_local};

/// Whatever went wrong ends the program.
pub type Done<T = ()> = Result<T, Box<dyn Error>>;

/// What clients are configured with that call this address: a connector for HTTP alone, which is the
/// same for all.
pub fn config(address: &str) -> SdkConfig {
    let credentials = Credentials::from_keys("AKIDEXAMPLE", "a secret", None);
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .endpoint_url(address)
        .http_client(Builder::new().build_http())
        .region(Region::new("us-east-1"))
        .build()
}

/// How much is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    times: u32,
    at_once: usize,
}

impl Load {
    /// So many calls as the first says, so many at a time as the second does.
    ///
    /// # Errors
    /// Where one of them is no number.
    pub fn of(times: &str, at_once: &str) -> Done<Self> {
        Ok(Self {
            times: times.parse()?,
            at_once: at_once.parse()?,
        })
    }

    /// Makes the calls, each of which knows its number. Then it tells the peak of memory of this process.
    ///
    /// # Errors
    /// Where one of them fails.
    pub fn run<F: Future<Output = Done> + 'static>(
        self,
        call: impl Fn(u32) -> F + 'static,
    ) -> Done {
        // All on one thread: what the other processor does is the service's alone.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(LocalSet::new().run_until(self.all(call)))?;
        peer_memory::tell_peak();
        Ok(())
    }

    async fn all<F: Future<Output = Done> + 'static>(
        self,
        call: impl Fn(u32) -> F + 'static,
    ) -> Done {
        let next = Rc::new((Cell::new(0), call));
        let workers: Vec<_> = (0..self.at_once)
            .map(|_| spawn_local(self.some(Rc::clone(&next))))
            .collect();
        for worker in workers {
            worker.await??;
        }
        Ok(())
    }

    /// Makes calls that nobody else has begun, one after the other.
    async fn some<F: Future<Output = Done>>(
        self,
        next: Rc<(Cell<u32>, impl Fn(u32) -> F)>,
    ) -> Done {
        let (next, call) = &*next;
        loop {
            let number = next.get();
            if number == self.times {
                return Ok(());
            }
            next.set(number + 1);
            call(number).await?;
        }
    }
}
