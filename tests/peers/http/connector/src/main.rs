//! Sends the request of `CreateToken` with the connector that the clients have, and without a client.

use std::rc::Rc;

use aws_smithy_http_client::Connector;
use peer_load::{Done, Load};

fn main() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [address, times, at_once] = &arguments[..] else {
        return Err("usage: ADDRESS TIMES AT_ONCE".into());
    };
    let shared = Rc::new((Connector::builder().build_http(), address.clone()));
    Load::of(times, at_once)?.run(move |_| {
        let shared = Rc::clone(&shared);
        async move { peer_request::send(&shared.0, &shared.1).await }
    })
}
