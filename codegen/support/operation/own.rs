//! What of a request its input has said, and what its protocol has added.

/// What of a request is its input's own. The request carries it as an extension where any of it is;
/// whoever presigns the request leaves out what nobody has asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// A member is the header `Accept`.
    pub accept: bool,
    /// A member is the header `Content-Type`.
    pub content_type: bool,
    /// The body is a member's bytes or text, and no document that only its media type explains.
    pub body: bool,
}
