//! What a resolved endpoint says of signing.

use serde_json::{Value, json};

use super::resolved;
use crate::support::endpoint::Endpoint;

fn endpoint(properties: Value) -> Endpoint {
    let endpoint = json!({ "url": "https://example.com", "properties": properties });
    let rules = json!([{ "type": "endpoint", "conditions": [], "endpoint": endpoint }]);
    resolved(&rules).expect("the rule applies")
}

#[test]
fn auth_schemes_come_in_the_order_of_the_rules() {
    let endpoint = endpoint(json!({ "authSchemes": [
        { "name": "sigv4a", "signingName": "s3", "signingRegionSet": ["*", "us-east-1"] },
        { "name": "sigv4", "signingRegion": "us-east-1", "disableDoubleEncoding": true },
    ] }));
    let schemes: Vec<_> = endpoint.auth_schemes().collect();
    assert_eq!(schemes.len(), 2);

    assert_eq!(schemes[0].name(), Some("sigv4a"));
    assert_eq!(schemes[0].signing_name(), Some("s3"));
    assert_eq!(schemes[0].signing_region(), None);
    let regions = schemes[0].signing_region_set().expect("a region set");
    assert_eq!(regions.collect::<Vec<_>>(), ["*", "us-east-1"]);
    assert_eq!(schemes[0].disable_double_encoding(), None);

    assert_eq!(schemes[1].name(), Some("sigv4"));
    assert_eq!(schemes[1].signing_name(), None);
    assert_eq!(schemes[1].signing_region(), Some("us-east-1"));
    assert!(schemes[1].signing_region_set().is_none());
    assert_eq!(schemes[1].disable_double_encoding(), Some(true));
}

#[test]
fn an_endpoint_without_auth_schemes_leaves_signing_to_the_service() {
    assert_eq!(endpoint(json!({})).auth_schemes().count(), 0);
    assert_eq!(
        endpoint(json!({ "authSchemes": "none" }))
            .auth_schemes()
            .count(),
        0
    );
}
