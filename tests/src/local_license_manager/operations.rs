//! The operations: each has a closure in the double of the service, which reads its input and writes what
//! comes of it.

use std::sync::{Arc, Mutex, MutexGuard};

use generated::double::{Call, Double};
use generated::license_manager::{
    CheckoutLicenseInput, CheckoutLicenseOutput, CreateTokenInput, CreateTokenOutput,
    DeleteTokenInput, DeleteTokenOutput, Error, GetAccessTokenInput, GetAccessTokenOutput,
    LicenseManager, ListTokensInput, ListTokensOutput,
};

use super::caller::Caller;
use super::clock::Clock;
use super::errors::denied;
use super::licenses::Licenses;
use super::service::lock;
use super::tokens::Tokens;

/// What the operations work with.
#[derive(Default)]
pub(super) struct Operations {
    pub(super) clock: Clock,
    tokens: Mutex<Tokens>,
    licenses: Mutex<Licenses>,
}

impl Operations {
    /// A double that carries them out. Who calls, a request has as an extension.
    pub(super) fn double(self: &Arc<Self>) -> Double<LicenseManager> {
        let check_out = self.stands(Self::check_out_license);
        Double::new()
            .on_call(move |call| check_out(call).into())
            .on(self.stands(Self::create_token))
            .on(self.stands(Self::delete_token))
            .on(self.stands(Self::get_access_token))
            .on(self.stands(Self::list_tokens))
    }

    /// The closure that stands for an operation.
    fn stands<I, R>(self: &Arc<Self>, operation: fn(&Self, I) -> R) -> impl Fn(I) -> R + use<I, R> {
        let this = Arc::clone(self);
        move |input| operation(&this, input)
    }

    fn check_out_license(
        &self,
        call: Call<CheckoutLicenseInput>,
    ) -> Result<CheckoutLicenseOutput, Error> {
        let caller = call.head.extensions.get::<Caller>();
        let caller = caller.ok_or_else(|| denied("nobody has signed the request"))?;
        let now = self.clock.now();
        self.licenses().check_out(call.input, caller, now)
    }

    fn create_token(&self, input: CreateTokenInput) -> Result<CreateTokenOutput, Error> {
        self.tokens().create(input, self.clock.now())
    }

    fn get_access_token(&self, input: GetAccessTokenInput) -> Result<GetAccessTokenOutput, Error> {
        self.tokens().get_access_token(&input, self.clock.now())
    }

    fn list_tokens(&self, input: ListTokensInput) -> Result<ListTokensOutput, Error> {
        self.tokens().list(&input)
    }

    fn delete_token(&self, input: DeleteTokenInput) -> Result<DeleteTokenOutput, Error> {
        self.tokens().delete(&input)
    }

    pub(super) fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.tokens)
    }

    pub(super) fn licenses(&self) -> MutexGuard<'_, Licenses> {
        lock(&self.licenses)
    }
}
