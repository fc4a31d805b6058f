//! One page of licenses.

use crate::licenses::{
    BorrowConfiguration, ConsumptionConfiguration, Entitlement, Issuer, License,
    ListLicensesOutput, Metadata, RenewType, Status, Unit, Validity,
};

/// How many licenses make 98 kB.
const LICENSES: usize = 86;

/// One page of licenses, 98 kB as JSON.
pub fn page() -> ListLicensesOutput {
    ListLicensesOutput {
        licenses: Some((0..LICENSES).map(license).collect()),
        next_token: Some("eyJwYWdlIjoyLCJzaXplIjo4Nn0=".to_owned()),
    }
}

fn license(number: usize) -> License {
    let text = |text: &str| Some(text.to_owned());
    License {
        license_arn: Some(format!(
            "arn:aws:license-manager::123456789012:license:l-{number:032x}"
        )),
        license_name: Some(format!("Fjord CAD, seat {number}")),
        product_name: text("Fjord CAD 2026 for Linux and Windows"),
        product_sku: Some(format!("2c9f{number:08}-7b1e-4f60-9d1c-0f4e5a6b7c8d")),
        issuer: Some(Issuer {
            name: text("Fjord Software Zürich AG"),
            sign_key: text("arn:aws:kms:eu-west-1:123456789012:key/1f6d0b3e-5c2a-4a8e"),
            key_fingerprint: text("aws:123456789012:License Manager:eu-west-1:1f6d0b3e"),
        }),
        home_region: text("eu-west-1"),
        status: Some(Status::Available),
        validity: Some(Validity {
            begin: "2026-01-01T00:00:00.000Z".to_owned(),
            end: text("2027-01-01T00:00:00.000Z"),
        }),
        beneficiary: text("123456789012"),
        entitlements: Some(vec![
            entitlement("Seats", 25, Unit::Count),
            entitlement("Render", 360_000, Unit::Seconds),
            entitlement("Storage", 512, Unit::Gigabytes),
        ]),
        consumption_configuration: Some(ConsumptionConfiguration {
            renew_type: Some(RenewType::Monthly),
            provisional_configuration: None,
            borrow_configuration: Some(BorrowConfiguration {
                allow_early_check_in: true,
                max_time_to_live_in_minutes: 1440,
            }),
        }),
        license_metadata: Some(vec![
            Metadata {
                name: text("order"),
                value: Some(format!("order-{number}")),
            },
            Metadata {
                name: text("desk"),
                value: text("third floor, \"the aquarium\""),
            },
        ]),
        create_time: text("1767225600"),
        version: text("3"),
    }
}

fn entitlement(name: &str, max_count: i64, unit: Unit) -> Entitlement {
    Entitlement {
        name: name.to_owned(),
        value: None,
        max_count: Some(max_count),
        overage: Some(false),
        unit,
        allow_check_in: Some(true),
    }
}
