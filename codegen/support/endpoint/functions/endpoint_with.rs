//! Endpoints with headers and properties.

use std::collections::HashMap;

use aws_smithy_types::Document;
use aws_smithy_types::endpoint::EndpointAuthScheme;

use super::super::Endpoint;
use super::super::error::EndpointError;
use super::super::evaluate::Evaluation;
use super::super::table::{Expr, Then};

/// An endpoint of which more is known than its URL.
pub struct EndpointWith<'t> {
    /// The endpoint's URL.
    pub url: Expr<'t>,
    /// Headers that requests must carry, each with its values.
    pub headers: &'t [(&'t str, &'t [Expr<'t>])],
    /// Everything else, e.g. `authSchemes`.
    pub properties: &'t [(&'t str, Expr<'t>)],
}

impl Then for EndpointWith<'_> {
    #[inline]
    fn endpoint<'v>(&'v self, evaluation: &mut Evaluation<'v>) -> Result<Endpoint, EndpointError> {
        let mut builder = Endpoint::builder().url(evaluation.url(&self.url)?);
        for (name, values) in self.headers {
            for value in *values {
                builder = builder.header((*name).to_owned(), evaluation.text(value)?);
            }
        }
        for (name, value) in self.properties {
            let (Expr::List(schemes), "authSchemes") = (value, *name) else {
                builder = builder.property((*name).to_owned(), evaluation.document(value)?);
                continue;
            };
            for scheme in *schemes {
                if let Expr::Record(members) = scheme
                    && let Some((_, name)) = members.iter().find(|(key, _)| *key == "name")
                {
                    builder = builder.auth_scheme(evaluation.auth_scheme(name, members)?);
                }
            }
        }
        Ok(builder.build())
    }
}

impl<'v> Evaluation<'v> {
    /// A way to sign requests, as signers read it.
    #[inline]
    fn auth_scheme(
        &self,
        name: &'v Expr<'_>,
        members: &'v [(&str, Expr<'_>)],
    ) -> Result<EndpointAuthScheme, EndpointError> {
        let mut scheme = EndpointAuthScheme::with_capacity(self.text(name)?, members.len());
        for (key, value) in members {
            scheme = scheme.put((*key).to_owned(), self.document(value)?);
        }
        Ok(scheme)
    }

    #[inline]
    fn document(&self, expr: &'v Expr<'_>) -> Result<Document, EndpointError> {
        Ok(match expr {
            Expr::Boolean(value) => Document::Bool(*value),
            Expr::Integer(value) => Document::from(*value),
            Expr::List(items) => {
                let mut documents = Vec::with_capacity(items.len());
                for item in *items {
                    documents.push(self.document(item)?);
                }
                Document::Array(documents)
            }
            Expr::Record(members) => {
                let mut documents = HashMap::with_capacity(members.len());
                for (name, value) in *members {
                    documents.insert((*name).to_owned(), self.document(value)?);
                }
                Document::Object(documents)
            }
            text => Document::String(self.text(text)?),
        })
    }
}
