//! Puts and gets objects with the generated crate.

use aws_smithy_types::byte_stream::ByteStream;
use aws_types::SdkConfig;
use s3_work::{Done, Store};
use store::Settings;
use store::s3::Client;
use store::s3::endpoint::EndpointSettings as _;

fn main() -> Done {
    s3_work::main::<Ours>()
}

#[derive(Clone)]
struct Ours(Client);

impl Store for Ours {
    fn of(config: &SdkConfig) -> Self {
        let settings = Settings::new().force_path_style(true);
        Self(Client::with_settings(config, settings))
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
