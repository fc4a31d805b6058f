use generated::license_manager::{Client, CreateTokenOutput};

async fn create_token(client: &Client) -> Option<CreateTokenOutput> {
    client
        .create_token()
        .license_arn("arn:aws:license-manager::123456789012:license:l-0123")
        .expiration_in_days(30)
        .send()
        .await
        .ok()
}

fn main() {}
