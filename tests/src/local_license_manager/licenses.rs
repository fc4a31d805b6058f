//! Licenses that can be checked out, and how much of them is in use. This is the service itself;
//! nothing here knows of HTTP.

use std::collections::HashMap;
use std::time::SystemTime;

use generated::license_manager::types::{EntitlementData, EntitlementDataUnit};
use generated::license_manager::{CheckoutLicenseInput, CheckoutLicenseOutput, Error};

use super::caller::Caller;
use super::clock::{date, seconds};
use super::errors::{denied, invalid, not_entitled, not_found};

/// How long a checkout lasts.
const CHECKOUT_SECONDS: u64 = 60 * 60;

/// A license that software can check out.
///
/// ```
/// use tinsmith_tests::local_license_manager::License;
///
/// let license = License::new("editor-pro", "arn:aws:license-manager::123456789012:license:l-0123")
///     .entitlement("Seats", 5);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct License {
    product_sku: String,
    license_arn: String,
    /// What is left of each entitlement.
    left: HashMap<String, u64>,
}

impl License {
    /// A license for a product, with no entitlement yet.
    pub fn new(product_sku: impl Into<String>, license_arn: impl Into<String>) -> Self {
        Self {
            product_sku: product_sku.into(),
            license_arn: license_arn.into(),
            left: HashMap::new(),
        }
    }

    /// The same license with so many of this entitlement.
    #[must_use]
    pub fn entitlement(mut self, name: impl Into<String>, count: u64) -> Self {
        self.left.insert(name.into(), count);
        self
    }

    /// What is left once these have been taken. Nothing is taken where one of them cannot be had.
    fn without(&self, wanted: &[EntitlementData]) -> Result<HashMap<String, u64>, Error> {
        let mut left = self.left.clone();
        for EntitlementData {
            name, value, unit, ..
        } in wanted
        {
            let count = value.as_deref().unwrap_or("1").parse::<u64>();
            let count = count.ok().filter(|_| *unit == EntitlementDataUnit::Count);
            let count =
                count.ok_or_else(|| invalid(format!("{name} is counted in whole numbers")))?;
            let rest = left.get(name).and_then(|rest| rest.checked_sub(count));
            let rest =
                rest.ok_or_else(|| not_entitled(format!("there is not so much of {name}")))?;
            left.insert(name.clone(), rest);
        }
        Ok(left)
    }
}

/// Every license that can be checked out.
#[derive(Debug, Default)]
pub(super) struct Licenses {
    issued: Vec<License>,
    by_client_token: HashMap<String, (CheckoutLicenseInput, CheckoutLicenseOutput)>,
}

impl Licenses {
    /// Adds a license.
    pub(super) fn issue(&mut self, license: License) {
        self.issued.push(license);
    }

    /// Checks a license out, once for each `ClientToken`.
    pub(super) fn check_out(
        &mut self,
        input: CheckoutLicenseInput,
        caller: &Caller,
        now: SystemTime,
    ) -> Result<CheckoutLicenseOutput, Error> {
        let mut licenses = self.issued.iter_mut();
        let license = licenses
            .find(|license| license.product_sku == input.product_sku)
            .ok_or_else(|| not_found("there is no license for this product"))?;
        if !caller.may_use(&license.license_arn) {
            return Err(denied("the token of this session is for another license"));
        }
        if let Some((earlier, output)) = self.by_client_token.get(&input.client_token) {
            return if *earlier == input {
                Ok(output.clone())
            } else {
                Err(invalid("ClientToken was used with other parameters"))
            };
        }
        license.left = license.without(&input.entitlements)?;
        let number = self.by_client_token.len() + 1;
        let mut output = CheckoutLicenseOutput::builder()
            .checkout_type(input.checkout_type.clone())
            .license_consumption_token(format!("consumption-{number:08}"))
            .entitlements_allowed(input.entitlements.clone())
            .license_arn(&license.license_arn)
            .build();
        output.node_id = input.node_id.clone();
        output.issued_at = date(seconds(now));
        output.expiration = date(seconds(now) + CHECKOUT_SECONDS);
        let checked_out = (input.clone(), output.clone());
        self.by_client_token.insert(input.client_token, checked_out);
        Ok(output)
    }
}
