//! What tells the requests of operations apart.

use super::pattern::{self, Match};
use super::{Doubled, Request};
use crate::support::operation::Operation;

/// An operation, and what its requests have.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The operation's name in the model.
    pub operation: &'static str,
    /// Whether the model has an output of it, be it without members.
    pub has_output: bool,
    /// The method of its requests.
    method: &'static str,
    /// The pattern of their URIs, as models have it: `/shelves/{shelf}/{path+}?list-type=2`.
    uri: &'static str,
    /// The parameters that their queries must have.
    query: &'static [&'static str],
    /// The headers that they must have.
    headers: &'static [&'static str],
}

impl Route {
    /// An operation that requests call by its name.
    #[inline]
    pub const fn named(operation: &'static str) -> Self {
        Self::bound(operation, "POST", "/")
    }

    /// An operation whose requests have this method, and a URI of this pattern.
    ///
    /// <https://smithy.io/2.0/spec/http-bindings.html#http-trait>
    #[inline]
    pub const fn bound(operation: &'static str, method: &'static str, uri: &'static str) -> Self {
        Self {
            operation,
            has_output: true,
            method,
            uri,
            query: &[],
            headers: &[],
        }
    }

    /// The same operation, whose requests must have these parameters in their queries, and these headers.
    #[inline]
    pub const fn requiring(
        self,
        query: &'static [&'static str],
        headers: &'static [&'static str],
    ) -> Self {
        Self {
            query,
            headers,
            ..self
        }
    }

    /// The same operation, which the model has no output of.
    #[inline]
    pub const fn without_output(self) -> Self {
        Self {
            has_output: false,
            ..self
        }
    }

    /// That of an operation.
    #[inline]
    pub fn of<O: Operation<Service: Doubled>>() -> Self {
        let route = Self::find(<O::Service as Doubled>::OPERATIONS, O::NAME);
        route.copied().unwrap_or(Self::named(O::NAME))
    }

    /// The operation that is called so.
    #[inline]
    pub fn find(routes: &'static [Self], operation: &str) -> Option<&'static Self> {
        routes.iter().find(|route| route.operation == operation)
    }

    /// The operation that a request calls by its method and its URI; the request is told the texts of the
    /// labels.
    ///
    /// A query that is not UTF-8 is none of theirs. Of several it is the one of which the request has most: texts of the path before labels, then the
    /// literals of the query, then what requests must have.
    #[inline]
    pub fn find_bound(routes: &'static [Self], request: &mut Request) -> Option<&'static Self> {
        if !request.has_readable_query() {
            return None;
        }
        let mut best: Option<(Rank, &Self, Vec<String>)> = None;
        for route in routes {
            if let Some((rank, labels)) = route.matches(request)
                && best.as_ref().is_none_or(|(other, ..)| rank > *other)
            {
                best = Some((rank, route, labels));
            }
        }
        let (_, route, labels) = best?;
        request.labels = labels;
        Some(route)
    }

    #[inline]
    fn matches(&self, request: &Request) -> Option<(Rank, Vec<String>)> {
        if request.head.method != self.method {
            return None;
        }
        let (path, literals) = self.uri.split_once('?').unwrap_or((self.uri, ""));
        let Match { labels, texts } = pattern::of_path(path, request.path())?;
        let literals = pattern::of_query(literals, request, self.operation)?;
        let parameters = self.query.iter().filter(|name| request.has_query(name));
        let headers = self
            .headers
            .iter()
            .filter(|name| request.header(name).is_some());
        let there = parameters.count() + headers.count();
        let rank = Rank {
            texts,
            has_all: there == self.query.len() + self.headers.len(),
            literals,
            there,
        };
        Some((rank, labels))
    }
}

/// How much of a route a request has: what is compared first stands first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Which segments of the path are texts, and which labels.
    texts: Vec<bool>,
    /// Whether all is there that requests must have.
    has_all: bool,
    literals: usize,
    there: usize,
}
