use generated::license_manager::CreateTokenInput;

fn main() {
    CreateTokenInput::builder().expiration_in_days(30).build();
}
