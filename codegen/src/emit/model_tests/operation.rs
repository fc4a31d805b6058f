//! Requests and responses of operations, and the errors among the responses.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{compare, events, file, pairs, text};
use crate::emit::value::Values;
use crate::emit::{Context, File, docs};
use crate::ir::{
    ErrorTest, Operation, OperationTests, ReceivedTest, RequestTest, ResponseTest, TestBody,
    TestFormat,
};
use crate::rust::Ident;

/// The tests of an operation.
pub(super) fn module(cx: &Context<'_>, operation: &Operation, tests: &OperationTests) -> File {
    let requests = tests
        .requests
        .iter()
        .map(|test| request(cx, operation, test));
    let responses = tests
        .responses
        .iter()
        .map(|test| response(cx, operation, test));
    let received = tests.received.iter();
    let received = received.filter_map(|test| events::received(cx, operation, test));
    let sent = tests.sent.iter();
    let sent = sent.filter_map(|test| events::sent(cx, operation, test));
    let items = std::iter::once(imports(tests))
        .chain(requests)
        .chain(responses)
        .chain(received)
        .chain(sent)
        .collect();
    let mut types = BTreeSet::new();
    let reads = !tests.responses.is_empty() || !tests.received.is_empty();
    if reads || !tests.requests.is_empty() {
        types.insert(&operation.input.name);
    }
    let has_output = |test: &ReceivedTest| test.output.is_some();
    if !tests.responses.is_empty() || tests.received.iter().any(has_output) {
        types.insert(&operation.output.name);
    }
    let name = format!("operations/{}", operation.name.as_str());
    let docs = format!("The tests of `{}`.", operation.wire_name);
    file(cx, &name, &docs, types, items)
}

/// `use crate::checks::{self, Body, Expected};` and the like.
fn imports(tests: &OperationTests) -> TokenStream {
    let has_body = tests.requests.iter().any(|test| test.body.is_some());
    let mut sent = tests.sent.iter().flat_map(|test| &test.events);
    let has_payload = sent.any(|event| event.payload.is_some());
    let body = (has_body || has_payload).then(|| quote!(Body,));
    let expected = (!tests.requests.is_empty()).then(|| quote!(Expected,));
    let reads = !tests.responses.is_empty() || !tests.received.is_empty();
    let itself = (reads || !tests.requests.is_empty()).then(|| quote!(self,));
    let checks = [itself, body, expected].into_iter().flatten();
    let checks: TokenStream = checks.collect();
    let checks = (!checks.is_empty()).then(|| quote!(use crate::checks::{#checks};));
    let operation = reads.then(|| {
        quote!(
            use crate::support::operation::Operation as _;
        )
    });
    let events = events::imports(tests);
    let formats = import_formats(tests.formats());
    quote!(#formats #checks #events #operation)
}

/// `use crate::cbor;` and the like.
pub(super) fn import_formats(formats: BTreeSet<TestFormat>) -> TokenStream {
    let modules = formats.into_iter().map(|format| {
        let module = format_ident!("{}", format.module());
        quote!(
            use crate::#module;
        )
    });
    quote!(#(#modules)*)
}

/// ```text
/// #[test]
/// fn sends_the_arn_request() {
///     let input = CreateTokenInput::builder().license_arn("arn").build();
///     let body = r#"{"LicenseArn": "arn"}"#;
///     let expected = Expected {
///         method: "POST",
///         path: "/",
///         body: Some(Body::Json(body)),
///         ..Expected::default()
///     };
///     checks::request(&input, &expected);
/// }
/// ```
fn request(cx: &Context<'_>, operation: &Operation, test: &RequestTest) -> TokenStream {
    let RequestTest {
        name,
        docs,
        params,
        method,
        path,
        ..
    } = test;
    let (docs, input) = (docs::lines(docs), &operation.input.name);
    let setters = Values::of_test(cx).setters(&operation.input, params);
    let query = texts("query", &test.query.exact);
    let required_query = texts("required_query", &test.query.required);
    let forbidden_query = texts("forbidden_query", &test.query.forbidden);
    let headers = (!test.headers.exact.is_empty()).then(|| {
        let headers = pairs(&test.headers.exact);
        quote!(headers: #headers,)
    });
    let required_headers = texts("required_headers", &test.headers.required);
    let forbidden_headers = texts("forbidden_headers", &test.headers.forbidden);
    let host_prefix = test
        .host_prefix
        .as_ref()
        .map(|prefix| quote!(host_prefix: Some(#prefix),));
    let own_host = test
        .own_host
        .as_ref()
        .map(|host| quote!(own_host: Some(#host),));
    let body = test.body.as_ref().map(|body| match body {
        TestBody::Json(body) => (text(body), quote!(body: Some(Body::Json(body)),)),
        TestBody::Of(format, body) => {
            let module = format_ident!("{}", format.module());
            (
                text(body),
                quote!(body: Some(Body::By(#module::assert_same, body)),),
            )
        }
        TestBody::Text(body) => (text(body), quote!(body: Some(Body::Text(body)),)),
    });
    let (body, expected_body) = body.unzip();
    let body = body.map(|body| quote!(let body = #body;));
    let has_stream = operation.input.streamed().is_some();
    let check = match has_stream && operation.input.events().is_none() {
        true => quote!(checks::streamed_request(input, &expected);),
        false => quote!(checks::request(&input, &expected);),
    };
    quote! {
        #docs
        #[test]
        fn #name() {
            let input = #input::builder() #setters .build();
            #body
            let expected = Expected {
                method: #method,
                path: #path,
                #query #required_query #forbidden_query
                #headers #required_headers #forbidden_headers
                #expected_body #host_prefix #own_host
                ..Expected::default()
            };
            #check
        }
    }
}

/// `query: &["a=1", "b"],`, where there is anything in it.
fn texts(field: &str, texts: &[String]) -> Option<TokenStream> {
    let field = format_ident!("{field}");
    (!texts.is_empty()).then(|| quote!(#field: &[#(#texts),*],))
}

/// ```text
/// #[test]
/// fn reads_the_id_response() {
///     let body = r#"{"TokenId": "id"}"#;
///     let response = checks::response(200, &[], body);
///     let output = CreateTokenInput::response(&(&response).into()).expect("an output");
///     let expected = CreateTokenOutput::builder().token_id("id").build();
///     assert_eq!(output, expected);
/// }
/// ```
fn response(cx: &Context<'_>, operation: &Operation, test: &ResponseTest) -> TokenStream {
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let (input, output) = (&operation.input.name, &operation.output.name);
    let setters = Values::of_test(cx).setters(&operation.output, &test.params);
    let response = message(test);
    let compare = compare(test.compared, &quote!(output), &quote!(expected));
    let in_memory = operation
        .output
        .streamed()
        .map(|(member, _)| in_memory(&member.name));
    quote! {
        #docs
        #[test]
        fn #name() {
            #response
            let output = #input::response(&(&response).into()).expect("an output");
            let expected = #output::builder() #setters .build();
            #in_memory
            #compare
        }
    }
}

/// ```text
/// let body = checks::bytes(&output.payload);
/// let output = output.with_body(body);
/// let body = checks::bytes(&expected.payload);
/// let expected = expected.with_body(body);
/// ```
fn in_memory(member: &Ident) -> TokenStream {
    quote! {
        let body = checks::bytes(&output.#member);
        let output = output.with_body(body);
        let body = checks::bytes(&expected.#member);
        let expected = expected.with_body(body);
    }
}

/// `let body = "{}"; let response = checks::response(200, &[], body);`
fn message(test: &ResponseTest) -> TokenStream {
    let (status, headers) = (test.status, pairs(&test.headers));
    let body = match &test.body {
        TestBody::Of(TestFormat::Cbor, body) => {
            let body = text(body);
            quote!(cbor::bytes(#body))
        }
        TestBody::Json(body) | TestBody::Text(body) | TestBody::Of(_, body) => text(body),
    };
    let status = proc_macro2::Literal::u16_unsuffixed(status);
    quote! {
        let body = #body;
        let response = checks::response(#status, #headers, body);
    }
}

/// The tests of errors.
pub(super) fn errors(cx: &Context<'_>, tests: &[ErrorTest]) -> File {
    let formats = tests.iter().filter_map(|test| test.response.body.format());
    let formats = formats.filter(|format| *format == TestFormat::Cbor);
    let formats = import_formats(formats.collect());
    let imports = quote! {
        #formats
        use crate::checks;
        use crate::support::operation::{Failure, Operation as _};
    };
    let items = std::iter::once(imports)
        .chain(tests.iter().map(|test| error(cx, test)))
        .collect();
    let types = tests
        .iter()
        .flat_map(|test| [&test.input, &test.operation_error])
        .collect();
    file(cx, "errors", "The tests of errors.", types, items)
}

/// ```text
/// #[test]
/// fn reads_the_message() {
///     let body = r#"{"__type": "InvalidArn", "message": "no"}"#;
///     let response = checks::response(400, &[], body);
///     let failure = CreateTokenInput::response(&(&response).into());
///     let Err(Failure::Service(CreateTokenError::InvalidArn(error))) = failure else {
///         panic!("another outcome: {failure:?}");
///     };
///     checks::error_code(&error, "InvalidArn");
///     let expected = errors::InvalidArn::builder().message("no").build();
///     assert_eq!(error.message, expected.message);
/// }
/// ```
fn error(cx: &Context<'_>, test: &ErrorTest) -> TokenStream {
    let ErrorTest {
        response,
        code,
        structure,
        input,
        operation_error,
        variant,
    } = test;
    let (name, docs) = (&response.name, docs::lines(&response.docs));
    let shape = cx.structure(structure);
    let members = shape
        .into_iter()
        .flat_map(|shape| &shape.members)
        .map(|member| {
            let member = &member.name;
            compare(
                response.compared,
                &quote!(error.#member),
                &quote!(expected.#member),
            )
        });
    let members: Vec<TokenStream> = members.collect();
    let expected = shape.filter(|_| !members.is_empty()).map(|shape| {
        let setters = Values::of_test(cx).setters(shape, &response.params);
        quote!(let expected = errors::#structure::builder() #setters .build();)
    });
    let response = message(response);
    quote! {
        #docs
        #[test]
        fn #name() {
            #response
            let failure = #input::response(&(&response).into());
            let Err(Failure::Service(#operation_error::#variant(error))) = failure else {
                panic!("another outcome: {failure:?}");
            };
            checks::error_code(&error, #code);
            #expected
            #(#members)*
        }
    }
}
