//! Where in botocore's files things are, by the keys that lead to them in the JSON AST.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::files::Kind;
use crate::model::json_places;
use crate::model::shape_id::ShapeId;
use crate::model::sources::Places;

/// Which keys lead to each shape in `service-2.json`.
pub(super) type Routes = Arc<HashMap<ShapeId, Vec<String>>>;

/// Where things are in one file.
#[derive(Debug)]
pub(super) struct Outline {
    kind: Kind,
    /// What is before the keys of the file: `merge` in extras.
    before: &'static [&'static str],
    routes: Routes,
    json: json_places::Places,
}

/// The keys of traits whose words are others in botocore, or are in another place of it.
const TRAITS: &[(&str, &[&str])] = &[
    ("aws.api#service", &["serviceId"]),
    ("aws.auth#sigv4", &["signingName"]),
    ("aws.auth#unsignedPayload", &["unsignedPayload"]),
    ("aws.protocols#awsQueryError", &["error"]),
    ("aws.protocols#ec2QueryName", &["queryName"]),
    ("smithy.api#error", &["exception"]),
    ("smithy.api#httpError", &["error", "httpStatusCode"]),
    ("smithy.api#httpHeader", &["locationName"]),
    ("smithy.api#httpLabel", &["location"]),
    ("smithy.api#httpPrefixHeaders", &["locationName"]),
    ("smithy.api#httpQuery", &["locationName"]),
    ("smithy.api#httpQueryParams", &["location"]),
    ("smithy.api#httpResponseCode", &["location"]),
    ("smithy.api#jsonName", &["locationName"]),
    ("smithy.api#length", &[]),
    ("smithy.api#mediaType", &["jsonvalue"]),
    ("smithy.api#optionalAuth", &["auth"]),
    ("smithy.api#range", &[]),
    ("smithy.api#requestCompression", &["requestcompression"]),
    ("smithy.api#title", &["serviceFullName"]),
    ("smithy.api#xmlFlattened", &["flattened"]),
    ("smithy.api#xmlName", &["locationName"]),
];

/// Keys within traits, and of definitions, that are called otherwise.
const KEYS: &[(&str, &str)] = &[
    ("target", "shape"),
    ("uri", "requestUri"),
    ("code", "responseCode"),
    ("inputToken", "input_token"),
    ("outputToken", "output_token"),
    ("pageSize", "limit_key"),
    ("items", "result_key"),
    ("minDelay", "delay"),
    ("sdkId", "serviceId"),
    ("version", "apiVersion"),
];

impl Outline {
    pub(super) fn new(kind: Kind, before: &'static [&'static str], routes: Routes) -> Self {
        Self {
            kind,
            before,
            routes,
            json: json_places::Places::default(),
        }
    }

    /// The keys that lead to the definition of a shape, or to what a file beside the service's says of it.
    fn route(&self, id: &ShapeId) -> Option<Vec<&str>> {
        let of_shape = self.routes.get(id)?.iter().map(String::as_str);
        let before = self.before.iter().copied();
        let name = of_shape.clone().next_back();
        let route: Vec<&str> = match self.kind {
            Kind::Service => before.chain(of_shape).collect(),
            Kind::Paginators => before.chain(["pagination"]).chain(name).collect(),
            Kind::Examples => before.chain(["examples"]).chain(name).collect(),
            Kind::Waiters => before.chain(["waiters"]).collect(),
            Kind::Rules => before.collect(),
            Kind::Extras | Kind::Other => return None,
        };
        Some(route)
    }

    /// The keys that lead on from there, in botocore's words.
    fn further<'a>(&self, keys: &[&'a str]) -> Vec<&'a str> {
        let (mut further, rest) = match keys {
            // Files beside the service's are of one trait each.
            ["traits", _, rest @ ..] if self.kind != Kind::Service => (Vec::new(), rest),
            ["traits", id, rest @ ..] => match TRAITS.iter().find(|(known, _)| known == id) {
                Some((_, keys)) => (keys.to_vec(), rest),
                None => (vec![id.rsplit('#').next().unwrap_or(id)], rest),
            },
            _ => (Vec::new(), keys),
        };
        let renamed = |key: &&'a str| {
            let known = KEYS.iter().find(|(known, _)| known == key);
            known.map_or(*key, |(_, renamed)| renamed)
        };
        match self.kind {
            Kind::Rules => further.extend(rest),
            _ => further.extend(rest.iter().map(renamed)),
        }
        further
    }
}

impl Places for Outline {
    fn locate(&self, text: &str, id: &ShapeId, keys: &[&str]) -> Option<(usize, Range<usize>)> {
        let is_said_here = match (self.kind.of_trait(), keys) {
            (None, _) => true,
            (Some(known), ["traits", id, ..]) => *id == known,
            (Some(_), _) => false,
        };
        if !is_said_here {
            return None;
        }
        let base = self.route(&id.without_member())?;
        let ways: Vec<Vec<&str>> = match id.member() {
            None => vec![Vec::new()],
            Some(name) => vec![vec!["members", name], vec![name]],
        };
        let mut best: Option<(usize, Range<usize>)> = None;
        for way in ways {
            let route = [base.clone(), way.clone(), self.further(keys)].concat();
            let (followed, span) = self.json.find(text, &route);
            let Some(beyond) = followed.checked_sub(base.len()) else {
                continue;
            };
            let reached = beyond.checked_sub(way.len()).map_or(0, |beyond| beyond + 1);
            if best.as_ref().is_none_or(|(most, _)| reached > *most) {
                best = Some((reached, span));
            }
        }
        best
    }

    fn part(&self, text: &str, definition: Range<usize>, keys: &[&str]) -> Range<usize> {
        let keys: Vec<&str> = match keys {
            ["members", name, rest @ ..] => [vec!["members", *name], self.further(rest)].concat(),
            keys => self.further(keys),
        };
        self.json.find_from(text, definition, &keys).1
    }

    fn metadata(&self, _: &str, _: &str) -> Option<Range<usize>> {
        None
    }

    fn is_of_botocore(&self) -> bool {
        true
    }
}
