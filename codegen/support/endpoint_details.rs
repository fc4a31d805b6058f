//! Endpoints of which the rules say more than a URL: headers, properties, ways to authenticate.

use aws_smithy_types::Document;
use aws_smithy_types::endpoint::{Builder, EndpointAuthScheme};

use super::client::Settings;
use super::endpoint::{Endpoint, Property};

/// Settings of a client that goes by all that the rules say.
#[must_use]
#[inline]
pub fn heeded(mut settings: Settings) -> Settings {
    settings.endpoint_details = Some(add);
    settings
}

/// Adds all of it, as the runtime's signers read it.
#[inline]
fn add(endpoint: &Endpoint, mut builder: Builder) -> Builder {
    for (name, values) in endpoint.headers() {
        for value in values {
            builder = builder.header(name.clone(), value.clone());
        }
    }
    for (name, property) in endpoint.properties() {
        builder = match property {
            Property::List(schemes) if name == "authSchemes" => schemes
                .iter()
                .filter_map(auth_scheme)
                .fold(builder, Builder::auth_scheme),
            property => builder.property(name.clone(), document(property)),
        };
    }
    builder
}

#[inline]
fn auth_scheme(property: &Property) -> Option<EndpointAuthScheme> {
    let Property::Record(members) = property else {
        return None;
    };
    let (_, name) = members.iter().find(|(key, _)| key == "name")?;
    let Property::String(name) = name else {
        return None;
    };
    let mut scheme = EndpointAuthScheme::with_capacity(name.clone(), members.len());
    for (key, value) in members {
        scheme = scheme.put(key.clone(), document(value));
    }
    Some(scheme)
}

#[inline]
fn document(property: &Property) -> Document {
    match property {
        Property::Boolean(value) => Document::from(*value),
        Property::Integer(value) => Document::from(*value),
        Property::String(value) => Document::from(value.clone()),
        Property::List(items) => Document::Array(items.iter().map(document).collect()),
        Property::Record(members) => {
            let members = members.iter();
            Document::Object(members.map(|(k, v)| (k.clone(), document(v))).collect())
        }
    }
}
