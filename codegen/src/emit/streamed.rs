//! Inputs and outputs whose body is a stream: its type is a parameter, so that those who have no
//! client have streams of their own.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{request_id, rust_type};
use crate::ir::{Binding, Operation, Payload, Structure, StructureKind, Type};

/// `<Body = aws_smithy_types::byte_stream::ByteStream>`, or `<Body = event_stream::Events<TideStream>>`
pub(super) fn parameters(structure: &Structure) -> Option<TokenStream> {
    let (member, body) = structure.streamed()?;
    let type_ = rust_type::bare(&member.type_);
    Some(quote!(<#body = #type_>))
}

/// `<Body: fmt::Debug>` and `<Body>`, for an implementation of `Debug`.
pub(super) fn debug_parameters(structure: &Structure) -> (TokenStream, TokenStream) {
    let Some((member, body)) = structure.streamed() else {
        return (TokenStream::new(), TokenStream::new());
    };
    let is_printed = !structure.sensitive && !member.sensitive;
    let bound = is_printed.then(|| quote!(: fmt::Debug));
    (quote!(<#body #bound>), quote!(<#body>))
}

/// `<Body: PartialEq>` and `<Body>`, for an implementation of `PartialEq`.
pub(super) fn equality_parameters(structure: &Structure) -> (TokenStream, TokenStream) {
    match structure.streamed() {
        Some((_, body)) => (quote!(<#body: PartialEq>), quote!(<#body>)),
        None => Default::default(),
    }
}

/// ```text
/// impl<Body> GetClipOutput<Body> {
///     /// The same with another stream, of any type, as its `payload`.
///     pub fn with_body<B>(self, body: B) -> GetClipOutput<B> {
///         GetClipOutput {
///             content_type: self.content_type,
///             payload: body,
///             _request_id: self._request_id,
///         }
///     }
/// }
/// ```
pub(super) fn with_body(structure: &Structure) -> Option<TokenStream> {
    let (streamed, parameter) = structure.streamed()?;
    let name = &structure.name;
    let other = format_ident!("{}", if parameter.as_str() == "B" { "C" } else { "B" });
    let docs = format!(
        " The same with another stream, of any type, as its `{}`.",
        streamed.name
    );
    let members = structure.members.iter().map(|member| {
        let field = &member.name;
        // Clippy would have the name once.
        if member.name == streamed.name && field.as_str() == "body" {
            quote!(body)
        } else if member.name == streamed.name {
            quote!(#field: body)
        } else {
            quote!(#field: self.#field)
        }
    });
    let fields = members.chain(request_id::moved(structure));
    Some(quote! {
        impl<#parameter> #name<#parameter> {
            #[doc = #docs]
            #[inline]
            pub fn with_body<#other>(self, body: #other) -> #name<#other> {
                #name { #(#fields),* }
            }
        }
    })
}

/// The requests of an input, whatever its stream is.
///
/// ```text
/// impl<Body> UploadArchiveInput<Body> {
///     /// The HTTP request of this call, without its body: that is `body`.
///     pub fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> { .. }
///
///     /// The HTTP request of this call, with `body` as its body.
///     pub fn into_request(self) -> Result<http::Request<Body>, operation::BuildError> { .. }
/// }
/// ```
///
/// Where checksums of the stream are headers, its bytes have to be in memory:
/// `impl<Body: tree_hash::InMemory> UploadArchiveInput<Body>`.
pub(super) fn own_request(operation: &Operation, request: &TokenStream) -> Option<TokenStream> {
    let input = &operation.input;
    let (member, body) = input.streamed()?;
    let bound = operation
        .http
        .tree_hash
        .then(|| quote!(: tree_hash::InMemory));
    let (name, field) = (&input.name, &member.name);
    let head = format!(" The HTTP request of this call, without its body: that is `{field}`.");
    let whole = format!(" The HTTP request of this call, with `{field}` as its body.");
    Some(quote! {
        impl<#body #bound> #name<#body> {
            #[doc = #head]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn request(&self) -> Result<http::Request<Vec<u8>>, operation::BuildError> {
                #request
            }

            #[doc = #whole]
            ///
            /// # Errors
            /// Where a value cannot be sent.
            #[inline]
            pub fn into_request(self) -> Result<http::Request<#body>, operation::BuildError> {
                let head = self.request()?;
                Ok(head.map(|_| self.#field))
            }
        }
    })
}

/// ```text
/// const TAKE_STREAM: Option<operation::TakeStream<Self>> =
///     Some(|input| { Ok(std::mem::take(&mut input.body)) });
/// ```
pub(super) fn take(input: &Structure) -> Option<TokenStream> {
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
pub(super) fn take_events(operation: &Operation) -> Option<TokenStream> {
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
pub(super) fn put(output: &Structure) -> Option<TokenStream> {
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
/// ```
pub(super) fn put_events(operation: &Operation) -> Option<TokenStream> {
    let field = &operation.input.events()?.name;
    let of = match operation.initial_messages {
        true => quote!(of_frames_behind),
        false => quote!(of_frames),
    };
    Some(quote! {
        #[cfg(feature = "test-util")]
        const PUT_EVENTS: Option<operation::PutEvents<Self>> =
            Some(|input, frames| { input.#field = event_stream::Outgoing::#of(frames); });
    })
}

/// ```text
/// #[cfg(feature = "test-util")]
/// const TAKE_BODY: Option<operation::TakeBody<Self::Output>> =
///     Some(|output| Ok(std::mem::take(&mut output.payload).into_inner()));
/// ```
pub(super) fn take_body(output: &Structure) -> Option<TokenStream> {
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
pub(super) fn read_initial(operation: &Operation) -> Option<TokenStream> {
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

/// What the documentation of an input or output says of its stream; nothing where it has none.
pub(super) fn docs(operation: &Operation, structure: &Structure) -> String {
    let Some((member, _)) = structure.streamed() else {
        return String::new();
    };
    let (field, input) = (&member.name, &operation.input.name);
    let docs = match structure.kind {
        StructureKind::Input if operation.http.tree_hash => format!(
            "\n\nA client sends `{field}` from memory, a `ByteStream` of bytes: checksums of it \
             are headers, which come\nbefore it. Without a client it is of any type that is \
             `InMemory`:\n\n\
             ```text\n\
             let request = input.with_body(bytes).into_request()?; // http::Request<Vec<u8>>\n\
             ```"
        ),
        StructureKind::Input if operation.checksums.request.is_some() => format!(
            "\n\nA client sends `{field}` as it comes, a `ByteStream`, and its checksum with it: in a header \
             where it\nis in memory, else behind it. Without a client it is of whatever type you have:\n\n\
             ```text\n\
             let request = input.with_body(bytes).into_checked_request()?;\n\
             let request = input.with_body(file).into_chunked_request(length)?;\n\
             ```"
        ),
        StructureKind::Input if structure.events().is_some() => format!(
            "\n\nA client sends `{field}` as they come: the events of any stream, or what a \
             `Sender` sends one by one.\nWithout a client, an [`event_stream::Writer`] makes bytes of \
             events, and the body is of whatever type you have."
        ),
        StructureKind::Input => format!(
            "\n\nA client sends `{field}` as it comes, a `ByteStream`.\nWithout a client it is of \
             whatever type you have:\n\n\
             ```text\n\
             let request = input.with_body(file).into_request()?; // http::Request<File>\n\
             ```"
        ),
        _ if structure.events().is_some() => format!(
            "\n\nA client gives it as soon as `{field}` begins: [`next`](event_stream::Events::next) gives \
             event after event.\nWithout a client, an [`event_stream::Reader`] makes events of bytes, \
             wherever these come from:\n\n\
             ```text\n\
             let (head, body) = response.into_parts(); // http::Response<Incoming>\n\
             let head = http::Response::from_parts(head, []);\n\
             let output = {input}::response(&(&head).into())?.with_body(body);\n\
             ```"
        ),
        _ => format!(
            "\n\nA client gives it as soon as `{field}` begins, a `ByteStream`.\nWithout a client it \
             is of whatever type you have, where the status is one of success:\n\n\
             ```text\n\
             let (head, body) = response.into_parts(); // http::Response<Incoming>\n\
             let head = http::Response::from_parts(head, []);\n\
             let output = {input}::response(&(&head).into())?.with_body(body);\n\
             ```"
        ),
    };
    docs + &format!(
        "\n\nIt has no `Serialize` and `Deserialize`, also with the feature `serde`: `{field}` is a stream, which is \
         gone once\nit has been read."
    )
}
