//! One call of `CreateToken`, to an HTTP client that answers at once.

use aws_sdk_licensemanager::config::BehaviorVersion;
use peer_measure::{Peer, measure};
use peer_ours_call::{LICENSE, caller, config, runtime};

fn main() {
    let runtime = runtime();
    let config = config().into_builder();
    let config = config.behavior_version(BehaviorVersion::latest()).build();
    let official = aws_sdk_licensemanager::Client::new(&config);
    let official = || {
        let call = official.create_token().license_arn(LICENSE);
        let call = call.client_token("order-4711").send();
        runtime.block_on(call).expect("an answer").token_id
    };
    let mut ours = caller();
    assert_eq!(official(), ours());
    measure(vec![
        Peer::new("call: official", official),
        Peer::new("call: Tinsmith", ours),
    ]);
}
