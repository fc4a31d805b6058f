//! The cargo features of a crate.

use super::dependencies::Dependency;
use super::{feature_of, has_aws, is_of_services, is_optional, needed_by, quoted, uses_auth};
use crate::emit::Context;
use crate::ir::auth::scheme;

/// The cargo feature that brings Signature Version 4A, where some operation takes it: elliptic
/// curves are 20 crates more.
const SIGV4A: &str = "# Signature Version 4A, which some of the services prefer. It brings the \
                      crates of elliptic\n# curves.\nsigv4a = [\"client\", \
                      \"aws-runtime/sigv4a\"]\n";

/// The cargo feature with which all types can be written and read in any format.
const SERDE: &str =
    "# `Serialize` and `Deserialize` for the types of the model.\nserde = [\"dep:serde\"]\n";

/// The cargo feature with which services have doubles, and answers can be built.
const TEST_UTIL: &str =
    "# Doubles of the services, and builders of outputs and errors, for tests.\ntest-util = []\n";

/// The cargo feature with which doubles listen on loopback.
const TEST_SERVER: &str = "# Doubles that listen on loopback.\ntest-server = [\n    \"test-util\",\n    \
                           \"dep:hyper\",\n    \"dep:hyper-util\",\n    \"dep:tokio\",\n    \
                           \"aws-smithy-types/http-body-1-x\",\n]\n";

/// The cargo feature with which inputs can be checked.
const VALIDATE: &str = "# Checks of inputs against the constraints of the model, before they are \
                        sent.\nvalidate = [\"dep:regex\"]\n";

/// All of them, as lines of the manifest, for what is needed with each feature.
pub(super) fn all(contexts: &[Context<'_>], needs: &[&Dependency]) -> String {
    let services = contexts.iter().filter_map(|cx| {
        let own = needed_by(cx).into_iter();
        let own = own.filter(|needed| is_of_services(contexts, needed));
        let own: Vec<String> = own
            .map(|own| quoted(&format!("dep:{}", own.name)))
            .collect();
        Some((feature_of(contexts, cx)?, own.join(", ")))
    });
    let services: Vec<(String, String)> = services.collect();
    let mut default = vec![quoted("client"), quoted("https")];
    let sigv4a = uses_auth(contexts, scheme::SIGV4A);
    default.extend(sigv4a.then(|| quoted("sigv4a")));
    default.extend(services.iter().map(|(service, _)| quoted(service)));
    // What some services need without clients too comes with the features of both.
    let is_there = |name| {
        let mut needs = needs.iter().filter(|need| need.name == name);
        needs.any(|need| !is_optional(contexts, need))
    };
    let client = needs
        .iter()
        .filter(|need| need.feature == Some("client") && !is_there(need.name))
        .map(|need| format!("    \"dep:{}\",\n", need.name));
    // Streams that are files.
    let files = contexts.iter().any(Context::streams_bytes);
    let files = files.then(|| "    \"aws-smithy-types/rt-tokio\",\n".to_owned());
    let client = client.chain(files);
    let mut text = format!("default = [{}]\n", default.join(", "));
    let runtime = if has_aws(contexts) {
        "the AWS SDK"
    } else {
        "smithy-rs"
    };
    text += &format!(
        "# Clients on the runtime of {runtime}. Without it, operations make HTTP requests and read\n\
         # responses, and sending is up to you.\n"
    );
    text += &format!("client = [\n{}]\n", client.collect::<String>());
    text += "# HTTPS connections for clients that are not given an HTTP client.\n";
    text += "https = [\"client\", \"dep:aws-smithy-http-client\"]\n";
    if sigv4a {
        text += SIGV4A;
    }
    text += SERDE;
    text += TEST_UTIL;
    text += TEST_SERVER;
    text += VALIDATE;
    for (service, own) in services {
        text += &format!("{service} = [{own}]\n");
    }
    text
}
