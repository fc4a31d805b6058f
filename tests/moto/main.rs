//! Waiters and paginators against moto, which stands in for AWS: its DynamoDB and SSM speak
//! awsJson, its Lambda restJson1, Route 53 restXml, EC2 ec2Query, and others awsQuery. `.ci/moto`
//! starts it, and gives its address, and the Python that has botocore with it, which reads streams of
//! events of a server of our own.

mod machines;
mod people;
mod stacks;
mod streams;
mod zones;

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_smithy_types::Blob;
use aws_types::SdkConfig;
use aws_types::region::Region;
use clients::dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType};
use clients::dynamodb::{DescribeTableInput, ListTablesInput};
use clients::lambda::types::{FunctionCode, Runtime};
use clients::lambda::{GetFunctionConfigurationInput, GetFunctionInput};
use clients::ssm::types::ParameterType;
use clients::{cloudformation, dynamodb, ec2, iam, lambda, route_53, sns, ssm};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Long enough for any machine.
const LIMIT: Duration = Duration::from_secs(30);
/// Shorter pauses than those of the models.
const PAUSE: Duration = Duration::from_millis(100);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let Some(address) = std::env::args().nth(1) else {
        return Err("usage: moto ADDRESS".into());
    };
    let config = SdkConfig::builder()
        .endpoint_url(address)
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::for_tests()))
        .http_client(Builder::new().build_http())
        .build();
    let iam = iam::Client::new(&config);
    // Functions have a role.
    let role = people::a_role_is_made(&iam).await?;
    people::users_come_about_and_go(&iam).await?;
    people::a_role_is_assumed(&config, &role).await?;
    people::topics_come_about_and_go(&sns::Client::new(&config)).await?;
    let ec2 = ec2::Client::new(&config);
    machines::a_network_comes_about_and_goes(&ec2).await?;
    machines::instances_come_about_and_go(&ec2).await?;
    zones::zones_come_about_and_go(&route_53::Client::new(&config)).await?;
    stacks::stacks_come_about_and_go(&cloudformation::Client::new(&config)).await?;
    a_table_comes_about_and_goes(&dynamodb::Client::new(&config)).await?;
    tables_are_listed_page_by_page(&dynamodb::Client::new(&config)).await?;
    parameters_are_listed_page_by_page(&ssm::Client::new(&config)).await?;
    a_function_comes_about(&lambda::Client::new(&config), &role).await?;
    streams::botocore_reads_what_is_read_here(&config).await?;
    println!("moto: all is well");
    Ok(())
}

/// The same with other credentials.
fn with_credentials(config: &SdkConfig, credentials: Credentials) -> SdkConfig {
    let credentials = SharedCredentialsProvider::new(credentials);
    let builder = config.to_builder();
    builder.credentials_provider(credentials).build()
}

async fn a_table_comes_about_and_goes(client: &dynamodb::Client) -> Outcome {
    let table = DescribeTableInput::builder().table_name("orders").build();

    let early = client.wait_until_table_exists(table.clone());
    let early = early.min_delay(PAUSE).max_delay(PAUSE);
    let error = early
        .within(4 * PAUSE)
        .await
        .expect_err("there is no table");
    println!("{error}");

    // It is waited for before it is made.
    let waiting = client.wait_until_table_exists(table.clone());
    let waiting = waiting.min_delay(PAUSE).max_delay(PAUSE).within(LIMIT);
    let making = async {
        tokio::time::sleep(3 * PAUSE).await;
        make_table(client, "orders").await
    };
    let (waited, made) = tokio::join!(waiting, making);
    made?;
    let waited = waited?;
    println!("{} after {} calls", waited.reason, waited.calls);
    assert!(waited.calls > 1, "{}", waited.calls);
    let found = waited.into_output().and_then(|output| output.table);
    let found = found.expect("a table");
    assert_eq!(found.table_name.as_deref(), Some("orders"));

    client.delete_table().table_name("orders").send().await?;
    let gone = client.wait_until_table_not_exists(table);
    let gone = gone.within(LIMIT).await?;
    println!("{}", gone.reason);
    assert!(gone.answer.is_err(), "an error is what was waited for");
    Ok(())
}

async fn make_table(client: &dynamodb::Client, name: &str) -> Outcome {
    let id = AttributeDefinition::builder();
    let id = id.attribute_name("id").attribute_type("S").build();
    let key = KeySchemaElement::builder();
    let key = key.attribute_name("id").key_type(KeyType::Hash).build();
    let call = client.create_table().table_name(name);
    let call = call.billing_mode(BillingMode::PayPerRequest);
    let call = call.attribute_definitions([id]).key_schema([key]);
    call.send().await?;
    Ok(())
}

async fn tables_are_listed_page_by_page(client: &dynamodb::Client) -> Outcome {
    let names: Vec<String> = (0..7).map(|number| format!("table-{number}")).collect();
    for name in &names {
        make_table(client, name).await?;
    }
    let pages: Vec<_> = client
        .list_tables()
        .limit(3)
        .paginate()
        .try_collect()
        .await?;
    assert_eq!(pages.len(), 3, "seven tables, three a page");

    let input = ListTablesInput::builder().limit(2).build();
    let listed: Vec<String> = client.paginate(input).items().try_collect().await?;
    assert_eq!(listed, names);
    Ok(())
}

async fn parameters_are_listed_page_by_page(client: &ssm::Client) -> Outcome {
    for number in 0..25 {
        let call = client
            .put_parameter()
            .name(format!("/harbour/pier-{number:02}"));
        let call = call.value(number.to_string()).r#type(ParameterType::String);
        call.send().await?;
    }
    let listed = client
        .get_parameters_by_path()
        .path("/harbour")
        .max_results(10);
    let pages: Vec<_> = listed.paginate().try_collect().await?;
    let sizes: Vec<usize> = pages
        .iter()
        .map(|page| page.parameters.as_ref().map_or(0, Vec::len))
        .collect();
    assert_eq!(sizes, [10, 10, 5]);
    Ok(())
}

async fn a_function_comes_about(client: &lambda::Client, role: &str) -> Outcome {
    let function = GetFunctionInput::builder().function_name("greet").build();
    let waiting = client.wait_until_function_exists(function);
    let waiting = waiting.min_delay(PAUSE).max_delay(PAUSE).within(LIMIT);
    let making = async {
        tokio::time::sleep(2 * PAUSE).await;
        make_function(client, "greet", role).await
    };
    let (waited, made) = tokio::join!(waiting, making);
    made?;
    let waited = waited?;
    println!("{} after {} calls", waited.reason, waited.calls);

    let function = GetFunctionConfigurationInput::builder();
    let function = function.function_name("greet").build();
    let active = client.wait_until_function_active(function);
    println!("{}", active.within(LIMIT).await?.reason);

    for number in 0..4 {
        make_function(client, &format!("greet-{number}"), role).await?;
    }
    let pages: Vec<_> = client
        .list_functions()
        .max_items(2)
        .paginate()
        .try_collect()
        .await?;
    let functions: usize = pages
        .iter()
        .map(|page| page.functions.as_ref().map_or(0, Vec::len))
        .sum();
    assert_eq!(functions, 5);
    Ok(())
}

async fn make_function(client: &lambda::Client, name: &str, role: &str) -> Outcome {
    let code = FunctionCode::builder()
        .zip_file(Blob::new(EMPTY_ZIP))
        .build();
    let call = client.create_function().function_name(name).role(role);
    let call = call
        .code(code)
        .handler("greet.handler")
        .runtime(Runtime::Python312);
    call.send().await?;
    Ok(())
}

/// An archive with nothing in it.
const EMPTY_ZIP: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
