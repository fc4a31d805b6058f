//! Reading and writing one page of licenses, 98 kB of JSON.

use std::hint::black_box;

use aws_sdk_licensemanager::operation::list_licenses as official;
use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_runtime_api::http::{Response, StatusCode};
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use licenses::licenses::ListLicensesOutput;
use peer_measure::licenses::ListLicensesOutput as Derived;
use peer_measure::page::page;
use peer_measure::{Peer, measure};
use peer_ours_codec::Codec;

fn main() {
    let page = page();
    let text = serde_json::to_vec(&page).expect("licenses are JSON");
    let codec = Codec::of(&text);
    let ours = codec.read();
    let official = Official::of(&text);

    assert_eq!(text.len() / 1000, 98, "kB, as the table says");
    // All of them read and write the same.
    assert_eq!(serde_json::from_slice::<Derived>(&text).ok(), Some(page));
    assert_eq!(codec.write(), text);
    assert_eq!(
        official.read().licenses().len(),
        ours.licenses.as_ref().map_or(0, Vec::len)
    );

    let derived: Derived = serde_json::from_slice(&text).expect("licenses");
    measure(vec![
        Peer::new("read: official", || official.read()),
        Peer::new("read: serde_json", || {
            serde_json::from_slice::<Derived>(&text).expect("licenses")
        }),
        Peer::new("read: Tinsmith", || codec.read()),
        Peer::new("read: bound", || bound(&text, &ours)),
        Peer::new("write: serde_json", || {
            serde_json::to_vec(&derived).expect("licenses")
        }),
        Peer::new("write: Tinsmith", || codec.write()),
    ]);
}

/// What no reader can do without: every quote and every backslash is found, and what the output
/// owns is allocated and filled.
fn bound(text: &[u8], output: &ListLicensesOutput) -> ListLicensesOutput {
    black_box(memchr::memchr2_iter(b'"', b'\\', text).count());
    output.clone()
}

/// The official crate's own reader of this answer, as its runtime calls it.
struct Official {
    operation: FrozenLayer,
    config: ConfigBag,
    response: Response,
}

impl Official {
    fn of(text: &[u8]) -> Self {
        // The one that a client of this crate has.
        let protocol = AwsJsonRpcProtocol::aws_json_1_1();
        let protocol = protocol.with_default_namespace("com.amazonaws.licensemanager");
        let mut layer = Layer::new("protocol");
        layer.store_put(SharedClientProtocol::new(protocol));
        let status = StatusCode::try_from(200).expect("a status");
        Self {
            operation: official::ListLicenses::new().config().expect("its parts"),
            config: ConfigBag::of_layers(vec![layer]),
            response: Response::new(status, SdkBody::from(text)),
        }
    }

    fn read(&self) -> official::ListLicensesOutput {
        let reader = self.operation.load::<SharedResponseDeserializer>();
        let reader = reader.expect("a reader");
        let output = reader.deserialize_nonstreaming_with_config(&self.response, &self.config);
        let output = output.expect("licenses");
        output.downcast().expect("what `ListLicenses` gives")
    }
}
