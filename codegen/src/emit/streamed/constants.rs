//! The constants of an operation by which what is compiled once moves streams into its messages and out of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Operation, Payload, Structure, Type};

/// ```text
/// const TAKE_STREAM: Option<operation::TakeStream<Self>> =
///     Some(|input| { Ok(std::mem::take(&mut input.body)) });
/// ```
pub(in crate::emit) fn take(input: &Structure) -> Option<TokenStream> {
    let (member, _) = input.streamed()?;
    if input.events().is_some() {
        return None;
    }
    let (field, name) = (&member.name, &member.wire_name);
    let stream = match member.binding {
        Binding::Payload(Payload::Stream { sized: true, .. }) => {
            quote!(stream::take_sized(#name, &mut input.#field))
        }
        _ => quote!(Ok(std::mem::take(&mut input.#field))),
    };
    Some(quote! {
        const TAKE_STREAM: Option<operation::TakeStream<Self>> = Some(|input| { #stream });
    })
}

/// ```text
/// const SENDS_EVENTS: bool = true;
///
/// #[cfg(feature = "client")]
/// const TAKE_EVENTS: Option<operation::TakeEvents<Self>> =
///     Some(|input, _, signer| std::mem::take(&mut input.audio).into_body(signer));
/// ```
pub(in crate::emit) fn take_events(operation: &Operation) -> Option<TokenStream> {
    let field = &operation.input.events()?.name;
    let (head, body) = match operation.has_initial_request() {
        true => (quote!(head), quote!(into_body_behind(head, signer))),
        false => (quote!(_), quote!(into_body(signer))),
    };
    Some(quote! {
        const SENDS_EVENTS: bool = true;
        #[cfg(feature = "client")]
        const TAKE_EVENTS: Option<operation::TakeEvents<Self>> = Some(|input, #head, signer| {
            std::mem::take(&mut input.#field).#body
        });
    })
}

/// ```text
/// const PUT_STREAM: Option<operation::PutStream<Self::Output>> =
///     Some(|output, stream| { output.payload = stream; });
/// ```
pub(in crate::emit) fn put(output: &Structure) -> Option<TokenStream> {
    let (member, _) = output.streamed()?;
    let field = &member.name;
    let in_events = output.events().map(|_| {
        quote!(
            const ANSWERS_IN_EVENTS: bool = true;
        )
    });
    let put = match member.type_ {
        Type::Events(_) => quote! {
            let events = event_stream::Events::new(stream);
            output.#field = events.of_request(output._request_id.get());
        },
        _ => quote!(output.#field = stream;),
    };
    Some(quote! {
        #in_events
        const PUT_STREAM: Option<operation::PutStream<Self::Output>> =
            Some(|output, stream| { #put });
    })
}

/// ```text
/// #[cfg(feature = "test-util")]
/// const PUT_EVENTS: Option<operation::PutEvents<Self>> =
///     Some(|input, frames| { input.audio = event_stream::Outgoing::of_frames(frames); });
/// #[cfg(feature = "test-util")]
/// const HAS_INITIAL_REQUEST: bool = true;
/// ```
pub(in crate::emit) fn put_events(operation: &Operation) -> Option<TokenStream> {
    let field = &operation.input.events()?.name;
    let of = match operation.initial_messages {
        true => quote!(of_frames_behind),
        false => quote!(of_frames),
    };
    let has_initial = operation.has_initial_request().then(|| {
        quote! {
            #[cfg(feature = "test-util")]
            const HAS_INITIAL_REQUEST: bool = true;
        }
    });
    Some(quote! {
        #[cfg(feature = "test-util")]
        const PUT_EVENTS: Option<operation::PutEvents<Self>> =
            Some(|input, frames| { input.#field = event_stream::Outgoing::#of(frames); });
        #has_initial
    })
}

/// ```text
/// #[cfg(feature = "test-util")]
/// const TAKE_BODY: Option<operation::TakeBody<Self::Output>> =
///     Some(|output| Ok(std::mem::take(&mut output.payload).into_inner()));
/// ```
pub(in crate::emit) fn take_body(output: &Structure) -> Option<TokenStream> {
    let (member, _) = output.streamed()?;
    let field = &member.name;
    let stream = quote!(std::mem::take(&mut output.#field));
    let body = match member.type_ {
        Type::Events(_) => quote!(#stream.into_body()),
        _ => quote!(Ok(#stream.into_inner())),
    };
    Some(quote! {
        #[cfg(feature = "test-util")]
        const TAKE_BODY: Option<operation::TakeBody<Self::Output>> =
            Some(|output| #body);
    })
}

/// ```text
/// const READ_INITIAL: Option<operation::ReadInitial<Self::Output>> = Some(|output, context| {
///     event_stream::poll_begin(context, output, |output| &mut output.tides).map_err(Into::into)
/// });
/// ```
pub(in crate::emit) fn read_initial(operation: &Operation) -> Option<TokenStream> {
    let stream = &operation.output.events()?.name;
    operation.has_initial_response().then(|| {
        quote! {
            const READ_INITIAL: Option<operation::ReadInitial<Self::Output>> =
                Some(|output, context| {
                    event_stream::poll_begin(context, output, |output| &mut output.#stream)
                        .map_err(Into::into)
                });
        }
    })
}
