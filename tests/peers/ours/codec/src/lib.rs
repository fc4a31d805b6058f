//! Reading and writing one page of licenses, 98 kB of JSON, with what is generated.

use std::rc::Rc;

use http::Response;
use licenses::Operation;
use licenses::licenses::{ListLicensesInput, ListLicensesOutput, PutLicensesInput};
use peer_measure::Peer;
use peer_measure::page::page;

/// A page, as it comes and as it is sent.
pub struct Codec {
    response: Response<Vec<u8>>,
    input: PutLicensesInput,
}

impl Codec {
    /// The page of this text, which is an answer of `ListLicenses`.
    pub fn of(text: &[u8]) -> Self {
        let response = Response::new(text.to_vec());
        let mut codec = Self {
            response,
            input: PutLicensesInput::builder().build(),
        };
        let page = codec.read();
        codec.input.licenses = page.licenses;
        codec.input.next_token = page.next_token;
        codec
    }

    /// Reads it.
    pub fn read(&self) -> ListLicensesOutput {
        ListLicensesInput::response(&(&self.response).into()).expect("licenses")
    }

    /// Writes it.
    pub fn write(&self) -> Vec<u8> {
        self.input.request().expect("licenses").into_body()
    }
}

/// Both, of the page that all peers read and write.
pub fn peers() -> Vec<Peer<'static>> {
    let text = serde_json::to_vec(&page()).expect("licenses are JSON");
    let reader = Rc::new(Codec::of(&text));
    let writer = Rc::clone(&reader);
    assert_eq!(writer.write(), text, "what is written is what was read");
    vec![
        Peer::new("read", move || reader.read()),
        Peer::new("write", move || writer.write()),
    ]
}
