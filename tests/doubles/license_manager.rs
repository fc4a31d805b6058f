//! License Manager: tokens are made, listed and deleted.

use std::sync::{Arc, Mutex};

use doubled::double::Double;
use doubled::license_manager::errors::{Error, ResourceNotFoundException};
use doubled::license_manager::types::{TokenData, TokenType};
use doubled::license_manager::{
    CreateTokenInput, CreateTokenOutput, DeleteTokenInput, DeleteTokenOutput, LicenseManager,
    ListTokensInput, ListTokensOutput,
};

pub fn double() -> Double<LicenseManager> {
    let tokens: Arc<Mutex<Vec<TokenData>>> = Arc::default();
    let (listed, deleted) = (tokens.clone(), tokens.clone());
    Double::new()
        .on(move |input: CreateTokenInput| {
            let mut tokens = tokens.lock().expect("no panic");
            let id = format!("t-{}", tokens.len() + 1);
            let token = TokenData::builder()
                .token_id(&id)
                .license_arn(input.license_arn);
            tokens.push(
                token
                    .token_properties(input.token_properties.unwrap_or_default())
                    .build(),
            );
            let output = CreateTokenOutput::builder().token_id(id);
            Ok(output
                .token_type(TokenType::RefreshToken)
                .token("e30.é")
                .build())
        })
        .on(move |_: ListTokensInput| {
            let tokens = listed.lock().expect("no panic").clone();
            Ok(ListTokensOutput::builder().tokens(tokens).build())
        })
        .on(move |input: DeleteTokenInput| {
            let mut tokens = deleted.lock().expect("no panic");
            let count = tokens.len();
            tokens.retain(|token| token.token_id.as_ref() != Some(&input.token_id));
            if tokens.len() < count {
                return Ok(DeleteTokenOutput::default());
            }
            let error = ResourceNotFoundException::builder().message("no such token");
            Err(Error::ResourceNotFoundException(error.build()))
        })
}
