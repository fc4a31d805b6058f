//! Assuming a role with an access token, and what its credentials are good for.

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use http::Request;
use jsonwebtoken::dangerous::insecure_decode_claims;
use serde_json::{Value, json};
use tinsmith_tests::local_license_manager::{License, LocalLicenseManager};
use tinsmith_tests::local_sts::LocalSts;

use crate::caller::{Answer, LICENSE, add_signature, call, send, server, unsigned};
use crate::checkouts::check_out;

const ROLE: &str = "arn:aws:iam::123456789012:role/licenses/Consumption";
const OTHER_LICENSE: &str = "arn:aws:license-manager::123456789012:license:l-other";

/// The two servers, and an access token for the license and the role.
struct Account {
    licenses: LocalLicenseManager,
    sts: LocalSts,
    access_token: String,
}

impl Account {
    fn new() -> Self {
        let licenses = server();
        licenses.issue(License::new("editor-pro", LICENSE).entitlement("Seats", 5));
        let sts = LocalSts::start(&licenses, [LICENSE]).expect("loopback can be listened on");
        let access_token = access_token(&licenses, LICENSE);
        Self {
            licenses,
            sts,
            access_token,
        }
    }

    /// What the STS says to a call with these parameters beside those that it must have.
    fn assume(&self, others: &[(&str, &str)]) -> Answer {
        let mut parameters = vec![
            ("Action", "AssumeRoleWithWebIdentity"),
            ("Version", "2011-06-15"),
            ("RoleArn", ROLE),
            ("RoleSessionName", "start-1"),
            ("WebIdentityToken", &self.access_token),
        ];
        parameters.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
        parameters.extend(others.iter().filter(|(_, value)| !value.is_empty()));
        let mut form = form_urlencoded::Serializer::new(String::new());
        let body = form.extend_pairs(parameters).finish();
        let request = Request::post(self.sts.endpoint_url() + "/")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.into_bytes())
            .expect("the request is valid");
        send(request).expect("the server answers")
    }

    /// Checks a license out with these credentials.
    fn check_out(&self, credentials: &Credentials) -> Answer {
        self.signed("CheckoutLicense", &check_out("start-1", "2"), credentials)
    }

    fn signed(&self, operation: &str, input: &Value, credentials: &Credentials) -> Answer {
        let mut request = unsigned(&self.licenses, operation, input.to_string());
        let now = self.licenses.clock().now();
        add_signature(&mut request, credentials, self.licenses.region(), now);
        send(request).expect("the server answers")
    }
}

/// An access token for a license, which names the role.
fn access_token(licenses: &LocalLicenseManager, license: &str) -> String {
    let input = json!({"LicenseArn": license, "ClientToken": license, "RoleArns": [ROLE]});
    let created = call(licenses, "CreateToken", &input).output();
    let input = json!({"Token": created["Token"]});
    let access = call(licenses, "GetAccessToken", &input).output();
    let token = access["AccessToken"].as_str();
    token.expect("there is an access token").to_owned()
}

/// The text of the only element of this name.
fn text(answer: &Answer, name: &str) -> String {
    let body = String::from_utf8_lossy(&answer.body);
    let parts = body.split_once(&format!("<{name}>"));
    let parts = parts.and_then(|(_, rest)| rest.split_once(&format!("</{name}>")));
    let (text, rest) = parts.unwrap_or_else(|| panic!("there is no {name} in {body}"));
    assert!(
        !rest.contains(&format!("<{name}>")),
        "{name} is there twice"
    );
    text.replace("&amp;", "&")
}

fn refusal(answer: &Answer) -> (u16, String) {
    (answer.status(), text(answer, "Code"))
}

fn credentials(answer: &Answer) -> Credentials {
    assert_eq!(answer.status(), 200);
    Credentials::new(
        text(answer, "AccessKeyId"),
        text(answer, "SecretAccessKey"),
        Some(text(answer, "SessionToken")),
        None,
        "the answer",
    )
}

#[test]
fn a_token_is_exchanged_for_credentials_that_check_out_its_license() {
    let account = Account::new();
    let answer = account.assume(&[]);
    assert_eq!(
        text(&answer, "Arn"),
        "arn:aws:sts::123456789012:assumed-role/Consumption/start-1"
    );
    assert_eq!(text(&answer, "Audience"), LICENSE);
    assert_eq!(text(&answer, "Provider"), account.licenses.endpoint_url());
    assert_eq!(
        text(&answer, "RequestId"),
        answer.header("x-amzn-requestid")
    );
    let output = account.check_out(&credentials(&answer)).output();
    assert_eq!(output["LicenseArn"], LICENSE);
}

#[test]
fn credentials_last_an_hour_or_as_long_as_is_asked_for() {
    let account = Account::new();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    account.licenses.clock().stop_at(now);
    let account = Account {
        access_token: access_token(&account.licenses, LICENSE),
        ..account
    };
    for (parameter, end) in [
        ("", "2027-01-15T09:00:00Z"),
        ("900", "2027-01-15T08:15:00Z"),
    ] {
        let answer = account.assume(&[("DurationSeconds", parameter)]);
        assert_eq!(text(&answer, "Expiration"), end);
    }
    for wrong in ["899", "43201", "an hour"] {
        let answer = account.assume(&[("DurationSeconds", wrong)]);
        assert_eq!(refusal(&answer), (400, "ValidationError".to_owned()));
    }
}

#[test]
fn credentials_that_have_expired_open_nothing() {
    let account = Account::new();
    let session = credentials(&account.assume(&[]));
    account.licenses.clock().advance(Duration::from_hours(1));
    let (code, _) = account.check_out(&session).error();
    assert_eq!(code, "ExpiredTokenException");
}

#[test]
fn the_access_key_of_a_session_is_nothing_without_its_token() {
    let account = Account::new();
    let session = credentials(&account.assume(&[]));
    for token in [None, Some("another".to_owned())] {
        let (key, secret) = (session.access_key_id(), session.secret_access_key());
        let stolen = Credentials::new(key, secret, token, None, "a thief");
        let (code, _) = account.check_out(&stolen).error();
        assert_eq!(code, "UnrecognizedClientException");
    }
}

#[test]
fn a_session_may_do_nothing_else_and_with_no_other_license() {
    let account = Account::new();
    let other = License::new("other-product", OTHER_LICENSE).entitlement("Seats", 5);
    account.licenses.issue(other);
    let session = credentials(&account.assume(&[]));
    let mut input = check_out("start-1", "1");
    input["ProductSKU"] = "other-product".into();
    for (operation, input) in [("ListTokens", &json!({})), ("CheckoutLicense", &input)] {
        let answer = account.signed(operation, input, &session);
        assert_eq!(answer.status(), 401, "{operation}");
        assert_eq!(answer.error().0, "AccessDeniedException", "{operation}");
    }
}

#[test]
fn a_token_that_has_expired_is_refused_as_such() {
    let account = Account::new();
    account.licenses.clock().advance(Duration::from_hours(1));
    let refused = refusal(&account.assume(&[]));
    assert_eq!(refused, (400, "ExpiredTokenException".to_owned()));
}

#[test]
fn a_role_that_is_not_in_the_token_is_denied() {
    let account = Account::new();
    let other = "arn:aws:iam::123456789012:role/Administrator";
    let refused = refusal(&account.assume(&[("RoleArn", other)]));
    assert_eq!(refused, (403, "AccessDenied".to_owned()));
}

#[test]
fn only_access_tokens_of_the_license_manager_for_a_license_that_is_known_are_taken() {
    let account = Account::new();
    let other_audience = access_token(&account.licenses, OTHER_LICENSE);
    let other_issuer = access_token(&server(), LICENSE);
    let refresh = call(
        &account.licenses,
        "CreateToken",
        &crate::caller::create("order-1"),
    );
    let refresh = refresh.output()["Token"].as_str().map(str::to_owned);
    let refresh = refresh.expect("there is a token");
    let token = &account.access_token;
    // The claims of one token with the signature of another.
    let (claims, _) = token.rsplit_once('.').expect("a JWT");
    let (_, signature) = other_audience.rsplit_once('.').expect("a JWT");
    let forged = format!("{claims}.{signature}");
    let unsigned = format!(
        "eyJhbGciOiJub25lIn0.{}.",
        claims.split('.').nth(1).unwrap_or("")
    );
    for (what, token) in [
        ("Incorrect token audience", &other_audience),
        ("No identity provider", &other_issuer),
        ("no access token", &refresh),
        ("signature", &forged),
        ("not a JSON Web Token", &unsigned),
        ("not a JSON Web Token", &"token".to_owned()),
    ] {
        let answer = account.assume(&[("WebIdentityToken", token)]);
        assert_eq!(refusal(&answer), (400, "InvalidIdentityToken".to_owned()));
        let message = text(&answer, "Message");
        assert!(message.contains(what), "{message}");
    }
}

#[test]
fn what_the_model_does_not_know_or_requires_is_told() {
    let account = Account::new();
    for (parameter, code) in [
        (("Action", "AssumeRole"), "InvalidAction"),
        (("Version", "2010-01-01"), "InvalidAction"),
        (("RoleArn", ""), "ValidationError"),
        (("RoleArn", "role"), "ValidationError"),
        (("RoleSessionName", "a name"), "ValidationError"),
        (("WebIdentityToken", ""), "ValidationError"),
        (("RoleSesionName", "start-1"), "ValidationError"),
        (("Policy", "[]"), "MalformedPolicyDocument"),
        (
            ("PolicyArns.member.1.arn", &"a".repeat(2049)),
            "PackedPolicyTooLarge",
        ),
    ] {
        let refused = refusal(&account.assume(&[parameter]));
        assert_eq!(refused, (400, code.to_owned()), "{parameter:?}");
    }
}

#[test]
fn every_request_is_logged_and_says_nothing_of_credentials() {
    let account = Account::new();
    let session = account.assume(&[]);
    let log = account.sts.requests();
    assert_eq!(log.len(), 1);
    assert_eq!(log[0].header("authorization"), "");
    let shown = format!("{:?}", account.sts);
    assert!(!shown.contains(&text(&session, "SessionToken")), "{shown}");
    let claims: Value = insecure_decode_claims(&account.access_token).expect("a JWT");
    assert_eq!(claims["role_arns"], json!([ROLE]));
}
