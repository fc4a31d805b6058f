use generated::license_manager::{Client, CreateTokenOutput};

async fn create_token(client: &Client) -> Option<CreateTokenOutput> {
    client.create_token().send().await.ok()
}

fn main() {}
