//! Reading and writing one page of licenses, 98 kB of JSON.

use std::hint::black_box;

use aws_sdk_licensemanager::operation::list_licenses::{
    ListLicenses, ListLicensesOutput as ListLicensesOfficial,
};
use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::config_bag::Layer;
use licenses::licenses::ListLicensesOutput;
use peer_measure::licenses::ListLicensesOutput as Derived;
use peer_measure::page::page;
use peer_measure::{Peer, measure};
use peer_micro::Reader;
use peer_ours_codec::Codec;

fn main() {
    let page = page();
    let text = serde_json::to_vec(&page).expect("licenses are JSON");
    let codec = Codec::of(&text);
    let ours = codec.read();
    let official = official(&text);

    assert_eq!(text.len() / 1000, 98, "kB, as the table says");
    // All of them read and write the same.
    assert_eq!(serde_json::from_slice::<Derived>(&text).ok(), Some(page));
    assert_eq!(codec.write(), text);
    assert_eq!(serde_json::to_vec(&ours).ok().as_ref(), Some(&text));
    let by_serde: Option<ListLicensesOutput> = serde_json::from_slice(&text).ok();
    assert_eq!(by_serde.as_ref(), Some(&ours));
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
        Peer::new("read: Tinsmith's serde", || {
            serde_json::from_slice::<ListLicensesOutput>(&text).expect("licenses")
        }),
        Peer::new("read: Tinsmith", || codec.read()),
        Peer::new("read: bound", || bound(&text, &ours)),
        Peer::new("write: serde_json", || {
            serde_json::to_vec(&derived).expect("licenses")
        }),
        Peer::new("write: Tinsmith's serde", || {
            serde_json::to_vec(&ours).expect("licenses")
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

/// The official crate's own reader of this answer, with the protocol that a client of this crate has.
fn official(text: &[u8]) -> Reader<ListLicensesOfficial> {
    let protocol = AwsJsonRpcProtocol::aws_json_1_1();
    let protocol = protocol.with_default_namespace("com.amazonaws.licensemanager");
    let mut layer = Layer::new("protocol");
    layer.store_put(SharedClientProtocol::new(protocol));
    Reader::of(&ListLicenses::new(), text).with(layer)
}
