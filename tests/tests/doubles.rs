//! Doubles of License Manager and STS: closures answer, and clients of the crate are content with what
//! comes over the wire.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::HttpClient;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use aws_smithy_types::retry::RetryConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;
use aws_types::request_id::RequestId as _;
use generated::Operation as _;
use generated::double::{Answer, Call, Double};
use generated::license_manager::errors::{Error, RedirectException, ValidationException};
use generated::license_manager::types::{TokenData, TokenType};
use generated::license_manager::{
    Client, CreateTokenInput, CreateTokenOutput, DeleteTokenInput, DeleteTokenOutput,
    ListTokensInput, ListTokensOutput,
};
use generated::sts::{
    self, AssumeRoleWithWebIdentityInput, AssumeRoleWithWebIdentityOutput,
    types::Credentials as Lent, types::PolicyDescriptorType,
};

fn config(double: impl HttpClient + 'static) -> SdkConfig {
    let key = Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "test");
    let retry = RetryConfig::standard().with_max_backoff(Duration::from_millis(1));
    SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .retry_config(retry)
        .http_client(double)
        .build()
}

#[tokio::test]
async fn a_closure_answers_for_an_operation_and_its_calls_are_known() {
    let double = Double::new().on(|input: CreateTokenInput| {
        let id = format!("t-{}", input.expiration_in_days.unwrap_or_default());
        let output = CreateTokenOutput::builder().token_id(id);
        let output = output.token_type(TokenType::RefreshToken);
        Ok(output._request_id("4f1c").build())
    });
    let client = Client::new(&config(double.clone()));
    let call = client.create_token().license_arn("arn").client_token("é\n");
    let call = call.role_arns(["a", "b"]).expiration_in_days(7);
    let output = call.send().await.expect("an output");
    assert_eq!(output.token_id.as_deref(), Some("t-7"));
    assert_eq!(output.token_type, Some(TokenType::RefreshToken));
    assert_eq!(output.request_id(), Some("4f1c"));

    let calls = double.calls::<CreateTokenInput>();
    let [
        Call {
            input, head, body, ..
        },
    ] = &calls[..]
    else {
        panic!("not one call: {calls:?}");
    };
    assert_eq!(input.client_token, "é\n");
    assert_eq!(input.role_arns, Some(vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(
        head.headers["x-amz-target"],
        "AWSLicenseManager.CreateToken"
    );
    assert!(body.starts_with(b"{"));
    assert!(double.calls::<DeleteTokenInput>().is_empty());
}

#[tokio::test]
async fn an_error_of_the_model_is_that_error_for_the_client() {
    let double = Double::new().on(|input: DeleteTokenInput| match input.token_id.as_str() {
        "" => Err(Error::ValidationException(
            ValidationException::builder().message("no id").build(),
        )),
        _ => Err(Error::RedirectException(
            RedirectException::builder().location("elsewhere").build(),
        )),
    });
    let client = Client::new(&config(double.clone()));
    let error = client.delete_token().token_id("").send().await;
    let error = error.expect_err("an error").into_service_error();
    let error = error.expect("the service's");
    assert_eq!(error.to_string(), "ValidationException: no id");
    let error = client.delete_token().token_id("t-1").send().await;
    let error = error.expect_err("an error").into_service_error();
    match error.expect("the service's") {
        Error::RedirectException(error) => assert_eq!(error.location.as_deref(), Some("elsewhere")),
        other => panic!("another error: {other:?}"),
    }
    assert_eq!(double.called(), ["DeleteToken", "DeleteToken"]);
}

#[tokio::test]
async fn what_no_closure_stands_for_is_an_error_that_names_the_operation_and_is_not_retried() {
    let double = Double::new().on(|_: CreateTokenInput| Ok(CreateTokenOutput::default()));
    let client = Client::new(&config(double.clone()));
    let error = client.delete_token().token_id("t-1").send().await;
    let error = error.expect_err("an error").to_string();
    let reason =
        "the double of License Manager has no closure for `DeleteToken`: give it one with `on`";
    assert!(error.contains(reason), "{error}");
    assert_eq!(double.called(), ["DeleteToken"]);
}

#[tokio::test]
async fn a_request_that_is_no_operations_is_an_error_that_says_what_was_asked() {
    let double = Double::new().on(|_: CreateTokenInput| Ok(CreateTokenOutput::default()));
    let call = sts::Client::new(&config(double)).assume_role_with_web_identity();
    let call = call
        .role_arn("r")
        .role_session_name("s")
        .web_identity_token("t");
    let error = call.send().await.expect_err("an error").to_string();
    let reason = "the double of License Manager was asked for what no operation is: `a request without \
                  X-Amz-Target`";
    assert!(error.contains(reason), "{error}");
}

#[tokio::test]
async fn any_response_may_be_given_and_so_may_none() {
    let mut answers = vec![
        |_| Answer::BreakOff,
        |call: Call<DeleteTokenInput>| {
            assert_eq!(call.body, br#"{"TokenId":"t-1"}"#);
            let response = http::Response::builder().status(503).body("<html>");
            Answer::response(response.expect("a response"))
        },
        |_| Answer::Output(DeleteTokenOutput::default()),
    ]
    .into_iter();
    let double = Double::new().on_call(move |call: Call<DeleteTokenInput>| {
        let answer = answers.next().expect("no more calls than answers");
        answer(call)
    });
    let client = Client::new(&config(double.clone()));
    let call = client.delete_token().token_id("t-1").send();
    call.await.expect("the third try is answered");
    assert_eq!(double.calls::<DeleteTokenInput>().len(), 3);
}

#[tokio::test]
async fn an_error_that_the_model_does_not_describe_has_a_code_and_a_message() {
    let double = Double::new().on_call(|_: Call<DeleteTokenInput>| {
        Answer::other_error(403, "ExpiredTokenException", "too late")
    });
    let client = Client::new(&config(double));
    let error = client.delete_token().token_id("t-1").send().await;
    let error = error.expect_err("an error");
    assert_eq!(error.code(), Some("ExpiredTokenException"));
    assert_eq!(error.message(), Some("too late"));
}

#[tokio::test]
async fn pages_follow_one_another() {
    let double = Double::new().on(|input: ListTokensInput| {
        let page: usize = input.next_token.map_or(0, |token| token.len());
        let output = ListTokensOutput::builder();
        let output = output.tokens([TokenData::builder().token_id(page.to_string())]);
        Ok(match page {
            2 => output.build(),
            _ => output.next_token("x".repeat(page + 1)).build(),
        })
    });
    let client = Client::new(&config(double.clone()));
    let mut tokens = client.list_tokens().paginate().items();
    let mut ids = Vec::new();
    while let Some(token) = tokens.next().await {
        ids.extend(token.expect("three pages").token_id);
    }
    assert_eq!(ids, ["0", "1", "2"]);
    assert_eq!(double.calls::<ListTokensInput>().len(), 3);
}

#[tokio::test]
async fn forms_are_read_and_answered_with_xml() {
    let double = Double::new().on(|input: AssumeRoleWithWebIdentityInput| {
        let policies = input.policy_arns.expect("two policies");
        assert_eq!(policies[1].arn.as_deref(), Some("<2>&\r\n"));
        let lent = Lent::builder()
            .access_key_id(input.role_arn)
            .secret_access_key("s & t");
        let lent = lent
            .session_token("t")
            .expiration(aws_smithy_types::DateTime::from_secs(0));
        let output = AssumeRoleWithWebIdentityOutput::builder().credentials(lent.build());
        Ok(output._request_id("4f1c").build())
    });
    let call = sts::Client::new(&config(double)).assume_role_with_web_identity();
    let call = call
        .role_arn("a b+c")
        .role_session_name("s")
        .web_identity_token("t");
    let policy = |arn| PolicyDescriptorType::builder().arn(arn);
    let call = call.policy_arns([policy("1"), policy("<2>&\r\n")]);
    let output = call.send().await.expect("an output");
    assert_eq!(output.request_id(), Some("4f1c"));
    let lent = output.credentials.expect("credentials");
    assert_eq!(lent.access_key_id, "a b+c");
    assert_eq!(lent.secret_access_key, "s & t");
}

#[test]
fn ids_of_requests_are_in_the_documents_of_outputs_and_errors() {
    let double = Double::new().on(|input: AssumeRoleWithWebIdentityInput| {
        let output = AssumeRoleWithWebIdentityOutput::builder().audience(&input.role_session_name);
        match input.role_session_name.as_str() {
            "s" => Ok(output.build()),
            "own" => Ok(output._request_id("4f1c").build()),
            _ => Err(sts::Error::RegionDisabledException(
                sts::errors::RegionDisabledException::builder().build(),
            )),
        }
    });
    let double = double.request_ids(|| "i & d".to_owned());
    for (session, id) in [("s", "i &amp; d"), ("own", "4f1c"), ("x", "i &amp; d")] {
        let input = AssumeRoleWithWebIdentityInput::builder()
            .role_arn("r")
            .role_session_name(session)
            .web_identity_token("t");
        let request = input.build().request().expect("a request");
        let response = double.answer(request).expect("an answer");
        assert_eq!(
            response.headers()["x-amzn-requestid"],
            id.replace("&amp;", "&")
        );
        let document = response.body().bytes().expect("it is in memory");
        let document = String::from_utf8_lossy(document);
        let element = format!("<RequestId>{id}</RequestId>");
        assert!(document.contains(&element), "{document}");
    }
    let refusal = double.refusal(400, "InvalidAction", "no such");
    let refusal = refusal.expect("it can be told");
    let document = refusal.body().bytes().expect("it is in memory");
    let told = "<Error><Type>Sender</Type><Code>InvalidAction</Code><Message>no such</Message></Error>\
                <RequestId>i &amp; d</RequestId>";
    let document = String::from_utf8_lossy(document);
    assert!(document.contains(told), "{document}");
}

#[tokio::test]
async fn an_error_of_awsquery_has_its_own_code() {
    let double = Double::new().on(|_: AssumeRoleWithWebIdentityInput| {
        let error = sts::errors::IdpCommunicationErrorException::builder();
        let error = error.message("no answer").build();
        Err(sts::Error::IdpCommunicationErrorException(error))
    });
    let call = sts::Client::new(&config(double)).assume_role_with_web_identity();
    let call = call
        .role_arn("r")
        .role_session_name("s")
        .web_identity_token("t");
    let error = call.send().await.expect_err("an error");
    assert_eq!(error.code(), Some("IDPCommunicationError"));
    assert_eq!(error.message(), Some("no answer"));
}

#[tokio::test]
async fn a_double_listens_and_says_what_it_cannot_answer() {
    let double = Double::new().on(|input: CreateTokenInput| {
        Ok(CreateTokenOutput::builder()
            .token_id(input.license_arn)
            .build())
    });
    let server = double.serve().expect("loopback can be listened on");
    let key = Credentials::new("AKIDEXAMPLE", "not a secret", None, None, "test");
    let config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(key))
        .retry_config(RetryConfig::disabled())
        .endpoint_url(server.url())
        .build();
    let client = Client::new(&config);
    let call = client.create_token().license_arn("arn").client_token("c");
    let output = call.send().await.expect("an output");
    assert_eq!(output.token_id.as_deref(), Some("arn"));
    let call = client.delete_token().token_id("t-1").send();
    let error = call.await.expect_err("there is no closure");
    assert_eq!(error.code(), Some("HTTP status 501"));
    assert_eq!(double.called(), ["CreateToken", "DeleteToken"]);
    drop(server);
    let call = client.create_token().license_arn("arn").client_token("c");
    call.send().await.expect_err("it listens no more");
}
