//! A service of two operations.

pub const TIDES: &str = r#"{"smithy":"2.0","shapes":{
    "example.tides#Tides":{"type":"service","version":"1",
        "traits":{"aws.protocols#restJson1":{},"aws.api#service":{"sdkId":"High Tides"}},
        "operations":[{"target":"example.tides#GetTide"},{"target":"example.tides#ListTides"}]},
    "example.tides#GetTide":{"type":"operation","input":{"target":"example.tides#GetTideInput"},"errors":[],
        "traits":{"smithy.api#http":{"method":"GET","uri":"/tide"}}},
    "example.tides#GetTideInput":{"type":"structure","members":{
        "harbour":{"target":"smithy.api#String","traits":{"smithy.api#httpQuery":"harbour","smithy.api#required":{}}},
        "depth":{"target":"smithy.api#Double"}}},
    "example.tides#ListTides":{"type":"operation","traits":{"smithy.api#http":{"method":"GET","uri":"/tides"}}}
}}"#;
