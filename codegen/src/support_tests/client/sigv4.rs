//! Signatures of version 4: those that are made here are those that `aws-sigv4` makes, and what it alone can
//! do is left to it.

use std::cell::RefCell;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions};
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest,
    SigningSettings, UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::DateTime;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::Format;
use http::HeaderMap;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::service_double::Answer::Give;
use super::service_double::{ServiceDouble, response};
use super::tide::ReadTide;

/// A request and how it is to be signed.
#[derive(Clone, Debug)]
struct Case {
    method: &'static str,
    uri: String,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
    options: SigningOptions,
    secret: &'static str,
    token: Option<&'static str>,
    /// In seconds.
    time: u32,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            method: "POST",
            uri: "https://tides.test/".to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
            options: SigningOptions::default(),
            secret: "not a secret",
            token: Some("a-token"),
            time: 1_700_000_000,
        }
    }
}

impl Case {
    fn at(uri: &str) -> Self {
        Self {
            uri: uri.to_owned(),
            ..Self::default()
        }
    }

    fn time(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(u64::from(self.time))
    }

    fn credentials(&self) -> Credentials {
        Credentials::new(
            "AKID",
            self.secret,
            self.token.map(str::to_owned),
            None,
            "test",
        )
    }

    fn request(&self) -> HttpRequest {
        let mut request = http::Request::builder().method(self.method).uri(&self.uri);
        for (name, value) in &self.headers {
            request = request.header(*name, *value);
        }
        let request = request.body(SdkBody::from(self.body.clone()));
        HttpRequest::try_from(request.unwrap()).unwrap()
    }

    /// The headers that `aws-sigv4` makes of the request's.
    fn expected(&self) -> HeaderMap {
        let mut settings = SigningSettings::default();
        let options = &self.options;
        settings.percent_encoding_mode = match options.double_uri_encode {
            true => PercentEncodingMode::Double,
            false => PercentEncodingMode::Single,
        };
        settings.uri_path_normalization_mode =
            UriPathNormalizationMode::from(options.normalize_uri_path);
        if options.content_sha256_header {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
        }
        if options.omit_session_token {
            settings.session_token_mode = SessionTokenMode::Exclude;
        }
        let identity = self.credentials().into();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region("eu-west-1")
            .name("tides")
            .time(self.time())
            .settings(settings)
            .build();
        let body = options.payload_override.clone();
        let body = body.unwrap_or(SignableBody::Bytes(&self.body));
        let headers = self.headers.iter().copied();
        let request = SignableRequest::new(self.method, &self.uri, headers, body);
        let signed = sign(request.unwrap(), &params.unwrap().into());
        let (added, _) = signed.unwrap().into_parts();
        let mut headers = self.request().try_into_http1x().unwrap().headers().clone();
        for header in added.into_parts().0 {
            headers.insert(header.name(), header.value().parse().unwrap());
        }
        headers
    }

    /// The headers that a client makes of the request's, in their order.
    fn signed_by(&self, client: &mut Signing) -> HeaderMap {
        let mut request = self.request();
        client.sign(&mut request, self).unwrap();
        request.try_into_http1x().unwrap().headers().clone()
    }

    /// Whether a client makes the signature by itself: the runtime adds the token last.
    fn is_signed_by(&self, client: &mut Signing) -> bool {
        let headers = self.signed_by(client);
        headers
            .keys()
            .last()
            .is_some_and(|name| name == "authorization")
    }
}

/// The part of a client that signs.
struct Signing {
    components: RuntimeComponents,
    config: ConfigBag,
}

impl Signing {
    fn new() -> Self {
        let client = ServiceDouble::default().client();
        let mut config = ConfigBag::base();
        let components = client.plugins().apply_client_configuration(&mut config);
        Self {
            components: components.unwrap().build().unwrap(),
            config,
        }
    }

    fn sign(&mut self, request: &mut HttpRequest, case: &Case) -> Result<(), BoxError> {
        let signing = SigV4OperationSigningConfig {
            signing_options: case.options.clone(),
            ..SigV4OperationSigningConfig::default()
        };
        self.config.interceptor_state().store_put(signing);
        let now = StaticTimeSource::new(case.time());
        let components = self.components.to_builder().with_time_source(Some(now));
        let components = components.build()?;
        let scheme = components.auth_scheme(SCHEME_ID).unwrap();
        scheme.signer().sign_http_request(
            request,
            &case.credentials().into(),
            AuthSchemeEndpointConfig::empty(),
            &components,
            &self.config,
        )
    }
}

/// Whether signing encodes paths once more, makes them simpler, adds the hash of the body, omits the token,
/// and leaves the body out.
fn options([double, normalize, sha256, omit, unsigned]: [bool; 5]) -> SigningOptions {
    let mut options = SigningOptions::default();
    if unsigned {
        let unsigned = PayloadSigningOverride::unsigned_payload();
        options.payload_override = Some(unsigned.to_signable_body());
    }
    options.double_uri_encode = double;
    options.normalize_uri_path = normalize;
    options.content_sha256_header = sha256;
    options.omit_session_token = omit;
    options
}

#[test]
fn what_is_usual_is_signed_without_the_runtime() {
    let usual = [
        Case::at("https://tides.test"),
        Case::at("http://tides.test:80/2024/harbours?x-id=List"),
        Case::at("https://tides.test/a.b/c~d?prefix=a%2Fb&delimiter=%2F&list-type=2&empty="),
        Case {
            options: options([false, false, true, false, false]),
            ..Case::at("https://tides.test/a//../b%20c%C3%A9+d?uploads")
        },
        Case {
            options: options([true, true, false, false, true]),
            body: b"not looked at".to_vec(),
            ..Case::default()
        },
        Case {
            headers: vec![
                ("content-type", "text/plain"),
                ("user-agent", "a  b"),
                ("x", ""),
            ],
            ..Case::default()
        },
    ];
    let mut client = Signing::new();
    for case in usual {
        assert!(case.is_signed_by(&mut client), "{case:?}");
        assert_eq!(case.signed_by(&mut client), case.expected(), "{case:?}");
    }
}

#[test]
fn what_is_unusual_is_left_to_the_runtime() {
    let unusual = [
        Case::at("https://tides.test/a//b"),
        Case::at("https://tides.test/a/../b"),
        Case::at("https://tides.test/a%20b"),
        Case::at("https://tides.test/?a=+"),
        Case::at("https://tides.test/?a=%C3%A9"),
        Case::at("https://tides.test/?a=%2f"),
        Case::at("https://tides.test/?a=%41"),
        Case {
            headers: vec![("x", "two  spaces")],
            ..Case::default()
        },
        Case {
            options: options([true, true, true, true, false]),
            ..Case::default()
        },
    ];
    let mut client = Signing::new();
    for case in unusual {
        assert!(!case.is_signed_by(&mut client), "{case:?}");
        assert_eq!(case.signed_by(&mut client), case.expected(), "{case:?}");
    }
}

#[test]
fn a_key_is_kept_for_one_caller_and_one_day() {
    let mut client = Signing::new();
    let first = Case::default();
    let next_day = Case {
        time: first.time + 24 * 60 * 60,
        ..first.clone()
    };
    let another = Case {
        secret: "another secret",
        ..first.clone()
    };
    let renewed = Case {
        token: Some("another token"),
        ..first.clone()
    };
    for case in [
        &first, &first, &next_day, &first, &another, &first, &renewed, &another,
    ] {
        assert!(case.is_signed_by(&mut client));
        assert_eq!(case.signed_by(&mut client), case.expected(), "{case:?}");
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let method = select(vec!["GET", "POST", "PUT"]);
    let authority = select(vec![
        "http://tides.test",
        "http://tides.test:80",
        "https://tides.test:443",
        "https://tides.test:8443",
    ]);
    let segment = select(vec![
        "", ".", "..", "a", "b.c", ".d", "x~y_z-", "%41", "%2F", "%C3%A9", "a+b", "a:b", "$", "a=1",
    ]);
    let parameter = select(vec![
        "",
        "=v",
        "A=2",
        "a=",
        "a",
        "a=1",
        "a=b=c",
        "k=%C3%A9",
        "k=%FF",
        "list-type=2",
        "prefix=%2f",
        "prefix=a%2Fb",
        "q=+",
        "q=*",
        "x-id=GetObject",
        "z=%41",
        "z=%2B",
        "z=%",
    ]);
    let header = select(vec![
        ("authorization", "an old one"),
        ("content-type", "text/plain; charset=utf-8"),
        ("host", "elsewhere.test"),
        ("transfer-encoding", "chunked"),
        ("user-agent", "us"),
        ("x-amz-content-sha256", "an old one"),
        ("x-amz-date", "an old one"),
        ("x-amz-meta-a", "b"),
        ("x-amz-meta-a", "c"),
        ("x-amz-meta-empty", ""),
        ("x-amz-meta-padded", " padded "),
        ("x-amz-meta-spaced", "two  spaces"),
        ("x-amz-meta-tab", "a\tb"),
        ("x-amz-security-token", "an old one"),
        ("x-amzn-trace-id", "Root=1"),
    ]);
    let request = (
        method,
        (
            authority,
            vec(segment, 0..4),
            option::of(vec(parameter, 0..4)),
        ),
        vec(header, 0..5),
        vec(any::<u8>(), 0..200),
    );
    let signing = (
        any::<[bool; 5]>(),
        select(vec![None, Some("a-token")]),
        any::<u32>(),
    );
    (request, signing).prop_map(
        |((method, (authority, path, query), headers, body), signing)| {
            let (chosen, token, time) = signing;
            let path: String = path.iter().flat_map(|segment| ["/", segment]).collect();
            let query = query.map(|query| format!("?{}", query.join("&")));
            Case {
                method,
                uri: format!("{authority}{path}{}", query.unwrap_or_default()),
                headers,
                body,
                options: options(chosen),
                token,
                time,
                ..Case::default()
            }
        },
    )
}

thread_local! {
    static CLIENT: RefCell<Signing> = RefCell::new(Signing::new());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn signatures_are_those_of_aws_sigv4(case in cases()) {
        let signed = CLIENT.with_borrow_mut(|client| case.signed_by(client));
        prop_assert_eq!(signed, case.expected());
    }
}

/// The time of each request as it was signed, of a client whose service says that it is this many seconds later.
async fn times_signed(later: i64) -> Vec<String> {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let there = DateTime::from_secs(now as i64 + later);
    let there = there.fmt(Format::HttpDate).unwrap();
    let refused = || {
        let mut refused = response(400, SdkBody::from("no such harbour"));
        refused.headers_mut().insert("date", there.clone());
        Give(Box::new(refused))
    };
    let service = ServiceDouble::with([refused(), refused()]);
    let client = service.client();
    let mut times = Vec::new();
    for _ in 0..2 {
        client.call(ReadTide::at("Brest")).await.unwrap_err();
        times.push(service.header("x-amz-date"));
    }
    times
}

#[tokio::test]
async fn a_clock_that_is_refused_is_corrected_by_the_runtime() {
    let [first, second] = &*times_signed(2 * 60 * 60).await else {
        panic!("two calls were made");
    };
    assert_ne!(first[..11], second[..11], "an hour and more apart");
}
