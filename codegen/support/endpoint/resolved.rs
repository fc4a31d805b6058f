//! What a rule set gives: a URL, and what a request to it must look like.

use super::error::EndpointError;
use super::url;

/// Where requests go, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    url: String,
    headers: Vec<(String, Vec<String>)>,
    properties: Vec<(String, Property)>,
}

impl Endpoint {
    #[inline]
    pub(super) fn new(
        url: String,
        headers: Vec<(String, Vec<String>)>,
        properties: Vec<(String, Property)>,
    ) -> Result<Self, EndpointError> {
        if url::parts(&url).is_none() {
            return Err(EndpointError::InvalidUrl(url));
        }
        Ok(Self {
            url,
            headers,
            properties,
        })
    }

    /// The URL that requests are relative to, with scheme and host, and a path at times.
    #[inline]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that each request must carry, with their values.
    #[inline]
    pub fn headers(&self) -> &[(String, Vec<String>)] {
        &self.headers
    }

    /// Everything else that the rules say of the endpoint, by name.
    #[inline]
    pub fn properties(&self) -> &[(String, Property)] {
        &self.properties
    }

    /// How to sign requests (the property `authSchemes`), best scheme first; empty where the
    /// rules leave it to the service's own settings.
    #[inline]
    pub fn auth_schemes(&self) -> impl Iterator<Item = AuthScheme<'_>> {
        let schemes = match find(&self.properties, "authSchemes") {
            Some(Property::List(schemes)) => schemes.as_slice(),
            _ => &[],
        };
        schemes.iter().filter_map(|scheme| match scheme {
            Property::Record(members) => Some(AuthScheme { members }),
            _ => None,
        })
    }
}

/// A value that rules attach to an endpoint.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Property {
    /// A boolean.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A string.
    String(String),
    /// Several values.
    List(Vec<Property>),
    /// Named values.
    Record(Vec<(String, Property)>),
}

/// How to sign requests to an endpoint. What is `None` stays as the service has it.
#[derive(Clone, Copy, Debug)]
pub struct AuthScheme<'e> {
    members: &'e [(String, Property)],
}

impl<'e> AuthScheme<'e> {
    /// The scheme's name, e.g. `sigv4`.
    #[inline]
    pub fn name(&self) -> Option<&'e str> {
        self.text("name")
    }

    /// The service name to sign for.
    #[inline]
    pub fn signing_name(&self) -> Option<&'e str> {
        self.text("signingName")
    }

    /// The region to sign for.
    #[inline]
    pub fn signing_region(&self) -> Option<&'e str> {
        self.text("signingRegion")
    }

    /// The regions to sign for, where the scheme is `sigv4a`.
    #[inline]
    pub fn signing_region_set(&self) -> Option<impl Iterator<Item = &'e str>> {
        match find(self.members, "signingRegionSet") {
            Some(Property::List(regions)) => Some(regions.iter().filter_map(as_text)),
            _ => None,
        }
    }

    /// Whether the path is signed as it is sent, not percent-encoded once more.
    #[inline]
    pub fn disable_double_encoding(&self) -> Option<bool> {
        match find(self.members, "disableDoubleEncoding") {
            Some(Property::Boolean(disabled)) => Some(*disabled),
            _ => None,
        }
    }

    #[inline]
    fn text(&self, name: &str) -> Option<&'e str> {
        find(self.members, name).and_then(as_text)
    }
}

#[inline]
fn find<'e>(members: &'e [(String, Property)], name: &str) -> Option<&'e Property> {
    let member = members.iter().find(|(known, _)| known == name)?;
    Some(&member.1)
}

#[inline]
fn as_text(property: &Property) -> Option<&str> {
    match property {
        Property::String(text) => Some(text),
        _ => None,
    }
}
