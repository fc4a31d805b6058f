//! Puts and gets objects with the official crate.

use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_smithy_types::byte_stream::ByteStream;
use aws_types::SdkConfig;
use s3_work::{Done, Store};

fn main() -> Done {
    s3_work::main::<Official>()
}

#[derive(Clone)]
struct Official(Client);

impl Store for Official {
    fn of(config: &SdkConfig) -> Self {
        let config = Builder::from(config).force_path_style(true).build();
        Self(Client::from_conf(config))
    }

    async fn put(&self, key: &str, body: ByteStream) -> Done {
        let put = self.0.put_object().bucket("granary").key(key);
        put.body(body).send().await?;
        Ok(())
    }

    async fn get(&self, key: &str) -> Done<ByteStream> {
        let get = self.0.get_object().bucket("granary").key(key);
        Ok(get.send().await?.body)
    }
}
