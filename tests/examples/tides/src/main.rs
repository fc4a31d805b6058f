//! An API of one's own, from its model to a call: starts the service on this machine, and calls it.

mod service;

use std::error::Error;

use tides::config::Settings;
use tides::tides::types::{Height, Tide, Water};
use tides::tides::{Client, ListTidesError};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = service::start().await?;
    let settings = Settings::new().endpoint_url(url);
    let client = Client::new(settings.clone().bearer_token(service::TOKEN));

    println!("Hamburg:");
    let mut tides = client.list_tides().harbour("Hamburg").paginate().items();
    while let Some(tide) = tides.next().await {
        println!("- {}", told(&tide?));
    }

    let inland = client.list_tides().harbour("Ulm").send().await;
    if let Err(error) = &inland
        && let Some(ListTidesError::NoSuchHarbour(error)) = error.as_service_error()
    {
        println!("Ulm: {}", error.message.as_deref().unwrap_or_default());
    }

    let stranger = Client::new(settings.bearer_token("a guess"));
    if let Err(error) = stranger.list_tides().harbour("Hamburg").send().await {
        println!("A stranger: {error}");
    }
    Ok(())
}

/// A tide, in a line.
fn told(tide: &Tide) -> String {
    let water = match &tide.water {
        Some(Water::High) => "high water",
        Some(Water::Low) => "low water",
        // What later versions of the service may say.
        Some(_) | None => "water",
    };
    let height = match &tide.height {
        Some(Height::Metres(metres)) => format!("{metres} m"),
        Some(Height::Feet(feet)) => format!("{feet} ft"),
        Some(_) | None => "a height that nobody knows".to_owned(),
    };
    let at = tide.at.map_or_else(String::new, |at| format!(" at {at}"));
    format!("{water}{at}: {height}")
}
