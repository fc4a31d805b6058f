//! What doubles read and write: requests, responses, and the errors among these.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::operation::import_formats;
use super::{compare, events, file, pairs, text};
use crate::emit::value::Values;
use crate::emit::{Context, File, docs};
use crate::ir::{
    Binding, ComparedBy, Operation, ReadEventsTest, ReadTest, Received, ServedTests, TestBody,
    TestFormat, ToldTest, Type, WrittenTest,
};
use crate::rust::Ident;

/// The tests of an operation, on the service's side.
pub(super) fn module(cx: &Context<'_>, operation: &Operation, tests: &ServedTests) -> File {
    let read = tests.requests.iter().map(|test| read(cx, operation, test));
    let written = tests.responses.iter();
    let written = written.map(|test| written_output(cx, operation, test));
    let read_events = tests.read_events.iter();
    let read_events = read_events.filter_map(|test| events::read_events(cx, operation, test));
    let answered = tests.answered.iter();
    let answered = answered.filter_map(|test| events::answered(cx, operation, test));
    let written_bodies = tests.responses.iter().any(|test| test.body.is_some());
    let written_bodies = written_bodies || tests.answers().any(|event| event.payload.is_some());
    let body = written_bodies.then(|| quote!(Body,));
    let mut requests = tests.requests.iter();
    let is_compared = |test: &ReadTest| test.compared == ComparedBy::DebugText;
    let streams = operation.input.streamed().is_some() && operation.input.events().is_none();
    let streams = streams && requests.len() > 0;
    let is_error = |test: &ReadEventsTest| matches!(test.outcome, Received::Error { .. });
    let has_debug_text = |test: &ReadEventsTest| test.compared == ComparedBy::DebugText;
    let mut of_events = tests.read_events.iter();
    let of_events = of_events.any(|test| is_error(test) || has_debug_text(test));
    let itself = streams || of_events || requests.any(is_compared);
    let itself = itself.then(|| quote!(self,));
    let checks: TokenStream = [itself, body].into_iter().flatten().collect();
    let checks = (!checks.is_empty()).then(|| quote!(use crate::checks::{#checks};));
    let formats = import_formats(tests.formats().collect());
    let events = events::served_imports(tests);
    let imports = quote! {
        #formats
        #checks
        #events
        use crate::double;
    };
    let items = std::iter::once(imports)
        .chain(read)
        .chain(written)
        .chain(read_events)
        .chain(answered)
        .collect();
    let mut types = BTreeSet::from([&operation.input.name]);
    if !tests.responses.is_empty() || !tests.answered.is_empty() {
        types.insert(&operation.output.name);
    }
    let name = format!("served/{}", operation.name.as_str());
    let docs = format!(
        "The tests of `{}`, on the service's side.",
        operation.wire_name
    );
    file(cx, &name, &docs, types, items)
}

/// ```text
/// #[test]
/// fn sends_the_arn_request_read() {
///     let expected = CreateTokenInput::builder().license_arn("arn").build();
///     let body = r#"{"LicenseArn": "arn"}"#;
///     let request = double::request("POST", "/", &[], body);
///     let input = double::input(request, &expected);
///     assert_eq!(input, expected);
/// }
/// ```
fn read(cx: &Context<'_>, operation: &Operation, test: &ReadTest) -> TokenStream {
    let ReadTest {
        name,
        docs,
        method,
        uri,
        headers,
        body,
        params,
        compared,
        unsaid,
    } = test;
    let (docs, input) = (docs::lines(docs), &operation.input.name);
    let headers = pairs(headers);
    let body = match body.as_ref().map(bytes) {
        Some(body) => quote!(let body = #body;),
        None => quote!(let body = double::usual_body(&expected);),
    };
    let setters = Values::of_test(cx).setters(&operation.input, params);
    let compare = compare(*compared, &quote!(input), &quote!(expected));
    // What prints the same may do so in another order.
    let mut members = operation.input.members.iter();
    let all_of_query = members.find(|member| member.binding == Binding::QueryParams);
    let in_any_order = all_of_query.filter(|_| *compared == ComparedBy::DebugText);
    let as_read = match (unsaid, in_any_order) {
        (Some(field), _) => Some((field, None)),
        (None, Some(member)) => {
            let field = &member.name;
            Some((
                field,
                Some(quote!(assert_eq!(input.#field, expected.#field);)),
            ))
        }
        (None, None) => None,
    };
    let as_read = as_read.map(|(field, compare)| {
        quote! {
            #compare
            let mut expected = expected;
            expected.#field = input.#field.clone();
        }
    });
    let stream = operation.input.streamed();
    let in_memory = stream.map(|(member, _)| match member.type_ {
        // Events are none of what is compared here.
        Type::Outgoing(_) => quote! {
            let (input, expected) = (input.with_body(()), expected.with_body(()));
        },
        _ => in_memory(&member.name, "input"),
    });
    quote! {
        #docs
        #[test]
        fn #name() {
            let expected = #input::builder() #setters .build();
            #body
            let request = double::request(#method, #uri, #headers, body);
            let input = double::input(request, &expected);
            #as_read
            #in_memory
            #compare
        }
    }
}

/// ```text
/// let body = checks::bytes(&input.payload);
/// let input = input.with_body(body);
/// ```
fn in_memory(member: &Ident, name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote! {
        let body = checks::bytes(&#name.#member);
        let #name = #name.with_body(body);
        let body = checks::bytes(&expected.#member);
        let expected = expected.with_body(body);
    }
}

/// A body of a request.
fn bytes(body: &TestBody) -> TokenStream {
    match body {
        TestBody::Of(TestFormat::Cbor, body) => {
            let body = text(body);
            quote!(cbor::bytes(#body))
        }
        TestBody::Json(body) | TestBody::Text(body) | TestBody::Of(_, body) => text(body),
    }
}

/// ```text
/// #[test]
/// fn reads_the_id_response_written() {
///     let output = CreateTokenOutput::builder().token_id("id").build();
///     let response = double::output::<CreateTokenInput>(output);
///     double::assert_head(&response, 200, &[], &[]);
///     Body::Json(r#"{"TokenId": "id"}"#).assert_same(response.body());
/// }
/// ```
fn written_output(cx: &Context<'_>, operation: &Operation, test: &WrittenTest) -> TokenStream {
    let (name, docs) = (&test.name, docs::lines(&test.docs));
    let (input, output) = (&operation.input.name, &operation.output.name);
    let setters = Values::of_test(cx).setters(&operation.output, &test.params);
    let checks = checks(test);
    quote! {
        #docs
        #[test]
        fn #name() {
            let output = #output::builder() #setters .build();
            let response = double::output::<#input>(output);
            #checks
        }
    }
}

/// The checks of a response.
fn checks(test: &WrittenTest) -> TokenStream {
    let status = Literal::u16_unsuffixed(test.status);
    let (headers, forbidden) = (pairs(&test.headers), &test.forbidden_headers);
    let body = test.body.as_ref().map(|body| {
        let body = match body {
            TestBody::Json(body) => {
                let body = text(body);
                quote!(Body::Json(#body))
            }
            TestBody::Of(format, body) => {
                let (module, body) = (format_ident!("{}", format.module()), text(body));
                quote!(Body::By(#module::assert_same_answer, #body))
            }
            TestBody::Text(body) => {
                let body = text(body);
                quote!(Body::Text(#body))
            }
        };
        quote!(#body.assert_same(response.body());)
    });
    quote! {
        double::assert_head(&response, #status, #headers, &[#(#forbidden),*]);
        #body
    }
}

/// The tests of errors.
pub(super) fn errors(cx: &Context<'_>, tests: &[ToldTest]) -> File {
    let formats = tests.iter().filter_map(|test| test.written.body.as_ref());
    let formats = import_formats(formats.filter_map(TestBody::format).collect());
    let body = tests.iter().any(|test| test.written.body.is_some());
    let body = body.then(|| {
        quote!(
            use crate::checks::Body;
        )
    });
    let service = &cx.service.name;
    let krate = format_ident!("{}", cx.crate_name);
    let module = &cx.service.module;
    let imports = quote! {
        #formats
        #body
        use crate::double;
        use #krate::#module::#service;
    };
    let items = tests.iter().map(|test| told(cx, test));
    let items = std::iter::once(imports).chain(items).collect();
    file(
        cx,
        "told_errors",
        "The tests of errors, on the service's side.",
        BTreeSet::new(),
        items,
    )
}

/// ```text
/// #[test]
/// fn reads_the_message_written() {
///     let error = errors::InvalidArn::builder().message("no").build();
///     let response = double::error::<LicenseManager>(errors::Error::InvalidArn(error));
///     double::assert_head(&response, 400, &[], &[]);
///     Body::Json(r#"{"__type": "InvalidArn", "message": "no"}"#).assert_same(response.body());
/// }
/// ```
fn told(cx: &Context<'_>, test: &ToldTest) -> TokenStream {
    let ToldTest {
        written,
        structure,
        variant,
    } = test;
    let (name, docs) = (&written.name, docs::lines(&written.docs));
    let service = &cx.service.name;
    let setters = cx
        .structure(structure)
        .map(|shape| Values::of_test(cx).setters(shape, &written.params));
    let checks = checks(written);
    quote! {
        #docs
        #[test]
        fn #name() {
            let error = errors::#structure::builder() #setters .build();
            let response = double::error::<#service>(&errors::Error::#variant(error));
            #checks
        }
    }
}
