//! Ids that may be given as paths.

/// The id in a text that may be a path, as a service tells it: what follows the name of one of these
/// collections, with or without a slash before that. Any other text is the id itself.
#[inline]
pub fn bare_id(collections: &[&str], text: &str) -> String {
    let path = text.strip_prefix('/').unwrap_or(text);
    let mut ids = collections.iter().filter_map(|collection| {
        let rest = path.strip_prefix(collection)?;
        rest.strip_prefix('/')
    });
    ids.next().unwrap_or(text).to_owned()
}
