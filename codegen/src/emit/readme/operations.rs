//! The list of a service's operations, each with a link: to its file for those who read the README as a file,
//! and to its module for those who read it as the documentation of the crate.

use crate::emit::{Context, ModulePath, Text, docs};
use crate::ir::Operation;

/// ```text
/// - [`CreateToken`][license_manager::create_token]: Creates a refresh token for a license.
/// ```
pub(super) fn list(cx: &Context<'_>) -> String {
    let operations = cx.service.operations.iter().map(|operation| {
        let summary = docs::joined(docs::first_paragraph(&operation.docs.text));
        let dash = if summary.is_empty() { "" } else { ": " };
        let (name, link) = (&operation.wire_name, path(cx, operation));
        format!("- [`{name}`][{link}]{dash}{summary}\n")
    });
    operations.collect()
}

/// The path to the module of an operation, which links to it are called by.
fn path(cx: &Context<'_>, operation: &Operation) -> String {
    let (service, operation) = (&cx.service.module, &operation.name);
    format!("{}::{}", service.as_str(), operation.as_str())
}

/// Where the links lead in a README that is a file.
///
/// ```text
/// [license_manager::create_token]: src/license_manager/create_token.rs
/// ```
pub(super) fn targets(contexts: &[Context<'_>]) -> String {
    let targets = contexts.iter().flat_map(|cx| {
        cx.service.operations.iter().map(|operation| {
            let file = ModulePath::Module(operation.name.as_str()).file();
            let service = cx.service.module.as_str();
            format!("[{}]: src/{service}/{file}\n", path(cx, operation))
        })
    });
    format!("\n{}", targets.collect::<String>())
}

/// Where they lead in the documentation of the crate: it has these before the README, and of two targets of a
/// link the first counts.
///
/// ```text
/// [license_manager::create_token]: crate::license_manager::create_token
/// ```
pub(crate) fn links(cx: &Context<'_>) -> Text {
    let targets = cx.service.operations.iter().map(|operation| {
        // Also where a module is called as a keyword is: rustdoc knows no `r#` in paths.
        let path = path(cx, operation);
        format!("[{path}]: crate::{path}\n")
    });
    Text {
        path: format!("src/{}/{LINKS}", cx.service.module.as_str()),
        text: targets.collect(),
    }
}

/// The name of that file, in the folder of the service.
pub(crate) const LINKS: &str = "links.md";
