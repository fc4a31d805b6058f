use generated::license_manager::CreateTokenInput;

fn main() {
    CreateTokenInput::builder()
        .license_arn("arn:aws:license-manager::123456789012:license:l-0123")
        .expiration_in_days(30)
        .build();
}
