//! What every error response says, and what becomes of it in the error shapes of the model.

use super::Metadata;
use crate::support::operation::Response;

/// An error shape of the model, as an operation's response tells of it.
pub trait ServiceFault: Default {
    /// Takes over what the response says beside the members in its body: headers, code, message,
    /// request id.
    fn complete(&mut self, told: &Told<'_>);
}

/// What an error response says, whatever the members of its error are.
pub struct Told<'a> {
    /// The response.
    pub response: Response<'a>,
    /// The code that the service sent.
    pub code: &'a str,
    /// The message, whatever the service calls it.
    pub message: Option<&'a str>,
}

impl Told<'_> {
    /// The metadata of an error that has no member for its message.
    #[inline]
    pub fn metadata(&self) -> Metadata {
        Metadata::of(&self.response, self.code, self.message)
    }

    /// The metadata of an error whose message may not be printed.
    #[inline]
    pub fn without_message(&self) -> Metadata {
        Metadata::of(&self.response, self.code, None)
    }

    /// The metadata of an error that has a member for its message. Each has the other's text
    /// where its own has not come: a service may call the message otherwise than the model does.
    pub fn with_message(&self, member: &mut impl Message) -> Metadata {
        self.fill(member);
        let message = self.message.or(member.text());
        Metadata::of(&self.response, self.code, message)
    }

    /// The same where the message may not be printed: the member alone has it.
    #[inline]
    pub fn with_secret(&self, member: &mut impl Message) -> Metadata {
        self.fill(member);
        self.without_message()
    }

    fn fill(&self, member: &mut impl Message) {
        if let (None, Some(message)) = (member.text(), self.message) {
            member.put(message.to_owned());
        }
    }
}

/// A member that tells people what went wrong.
pub trait Message {
    /// What it tells; `None` where that is nothing.
    fn text(&self) -> Option<&str>;

    /// Makes it tell this.
    fn put(&mut self, text: String);
}

impl Message for String {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self.as_str()).filter(|text| !text.is_empty())
    }

    #[inline]
    fn put(&mut self, text: String) {
        *self = text;
    }
}

impl Message for Option<String> {
    #[inline]
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }

    #[inline]
    fn put(&mut self, text: String) {
        *self = Some(text);
    }
}
