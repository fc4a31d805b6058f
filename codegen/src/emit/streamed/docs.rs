//! What is said of streams.

use crate::ir::{Operation, Structure, StructureKind};

/// What the documentation of an input or output says of its stream; nothing where it has none.
pub(in crate::emit) fn docs(operation: &Operation, structure: &Structure) -> String {
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
