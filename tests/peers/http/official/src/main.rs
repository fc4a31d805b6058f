//! Creates tokens with the official crate, at the address, as often and as many at a time as the command
//! line says.

use aws_sdk_licensemanager::Client;
use peer_load::{Done, Load};

fn main() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, times, at_once] = &arguments[..] else {
        return Err("usage: ADDRESS TIMES AT_ONCE".into());
    };
    let client = Client::new(&peer_load::config(address));
    Load::of(times, at_once)?.run(move |number| create(client.clone(), number))
}

async fn create(client: Client, number: u32) -> Done {
    let created = client
        .create_token()
        .license_arn("arn:aws:license-manager::123456789012:license:l-0123")
        .client_token(format!("order-{number}"))
        .send()
        .await?;
    created.token_id().ok_or("it has no id")?;
    Ok(())
}
