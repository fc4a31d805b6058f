//! A client that is generated from AWS's own model of S3, against servers that stand in for it: s3s-fs,
//! which keeps objects in a folder and checks signatures, and moto, which knows more of what buckets have.
//! `.ci/s3` starts them, and gives their addresses.

mod bad_input;
mod buckets;
mod keys;
mod lists;
mod objects;
mod parts;
mod presigned;
mod refused;
mod selected;
mod with_botocore;

use std::env;
use std::path::PathBuf;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_types::SdkConfig;
use aws_types::region::Region;
use store::Settings;
use store::s3::Client;
use store::s3::endpoint::EndpointSettings as _;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The bucket that most is done in.
const BUCKET: &str = "granary";

/// A server, and who calls it.
struct Server {
    address: String,
    access_key: String,
    secret_key: String,
}

impl Server {
    /// What `.ci/s3` says of a server.
    fn of(name: &str) -> Result<Self, env::VarError> {
        let said = |what| env::var(format!("{name}_{what}"));
        Ok(Self {
            address: said("ADDRESS")?,
            access_key: said("ACCESS_KEY")?,
            secret_key: said("SECRET_KEY")?,
        })
    }

    fn config(&self, credentials: Option<Credentials>) -> SdkConfig {
        let provider = credentials.map(SharedCredentialsProvider::new);
        let mut config = SdkConfig::builder();
        config.set_credentials_provider(provider);
        config
            .endpoint_url(&self.address)
            .region(Region::new("us-east-1"))
            .http_client(Builder::new().build_http())
            .build()
    }

    fn credentials(&self) -> Credentials {
        Credentials::new(&self.access_key, &self.secret_key, None, None, "test")
    }

    /// A client with the keys of the server.
    fn client(&self) -> Client {
        self.client_of(Some(self.credentials()))
    }

    /// A client of anybody. Buckets are in paths: the servers have one host.
    fn client_of(&self, credentials: Option<Credentials>) -> Client {
        let settings = Settings::new().force_path_style(true);
        Client::with_settings(&self.config(credentials), settings)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let folder = PathBuf::from(env::var("S3S_FOLDER")?);
    let server = Server::of("S3S")?;
    let client = server.client();
    client.create_bucket().bucket(BUCKET).send().await?;
    // Nobody else keeps its objects there.
    assert!(folder.join(BUCKET).is_dir(), "another server has answered");
    objects::objects_come_about_and_go(&client).await?;
    objects::ranges_and_copies_are_parts_and_wholes(&client).await?;
    keys::keys_come_back_as_they_were(&client).await?;
    lists::lists_come_page_by_page(&client).await?;
    parts::an_object_is_made_of_parts(&client).await?;
    presigned::whoever_has_a_url_may_use_it(&client, &server).await?;
    with_botocore::each_reads_what_the_other_has_written(&client).await?;
    refused::errors_have_types(&client).await?;
    refused::nobody_else_may_call(&server).await?;
    bad_input::nothing_is_called_nothing(&client).await?;
    bad_input::buckets_that_cannot_be_hosts_are_refused(&client, &server).await?;
    bad_input::keys_that_are_too_long_are_refused(&client).await?;
    bad_input::what_is_no_checksum_is_not_sent(&client).await?;
    bad_input::a_part_number_of_zero_is_left_to_the_service(&server).await?;
    println!("s3s-fs: all is well");
    let server = Server::of("MOTO")?;
    buckets::buckets_have_more_than_objects(&server.client()).await?;
    selected::a_query_is_answered_in_events(&server.client()).await?;
    println!("moto: all is well");
    Ok(())
}
