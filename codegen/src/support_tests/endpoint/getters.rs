//! What a resolved endpoint says of signing.

use aws_smithy_types::Document;
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
    let schemes = endpoint.auth_schemes();
    assert_eq!(schemes.len(), 2);

    let text = |text: &str| Document::from(text);
    let regions = Document::Array(vec![text("*"), text("us-east-1")]);
    assert_eq!(schemes[0].name(), "sigv4a");
    assert_eq!(schemes[0].get("signingName"), Some(&text("s3")));
    assert_eq!(schemes[0].get("signingRegion"), None);
    assert_eq!(schemes[0].get("signingRegionSet"), Some(&regions));
    assert_eq!(schemes[0].get("disableDoubleEncoding"), None);

    assert_eq!(schemes[1].name(), "sigv4");
    assert_eq!(schemes[1].get("signingRegion"), Some(&text("us-east-1")));
    let disabled = schemes[1].get("disableDoubleEncoding");
    assert_eq!(disabled, Some(&Document::Bool(true)));
}

#[test]
fn an_endpoint_without_auth_schemes_leaves_signing_to_the_service() {
    for properties in [json!({}), json!({ "authSchemes": "none" })] {
        assert_eq!(endpoint(properties).auth_schemes(), []);
    }
}
