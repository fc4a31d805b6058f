//! The service, and what there is to know of all of it before any shape is looked at.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::document::{Member, Metadata, Operation, ServiceFile, Shape, XmlNamespace};
use super::names::Names;
use super::protocols::{self, Protocols};
use super::words::{documentation, namespace};
use crate::model::ast::{Definition, Reference};
use crate::model::shape_id::is_identifier;
use crate::model::traits::{
    Auth, AwsService, ClientContextParams, HttpBearerAuth, SigV4, SigV4a, Title, Trait, Traits,
    XmlNamespace as XmlNamespaceTrait,
};

/// What a member says of its values, and a shape does in Smithy.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Made {
    /// They are not held in memory.
    Streaming,
    /// They are texts that are JSON.
    Json,
}

impl Made {
    /// What a member says; `None` where its target says so itself.
    fn of(member: &Member, target: &Shape) -> Option<Self> {
        if member.streaming && target.kind == "blob" && !target.streaming {
            return Some(Self::Streaming);
        }
        (member.jsonvalue && target.kind == "string").then_some(Self::Json)
    }

    fn name(self, shape: &str) -> String {
        match self {
            Self::Streaming => format!("Streaming{shape}"),
            Self::Json => format!("Json{shape}"),
        }
    }
}

/// A service of botocore, all of which has been read.
pub(super) struct Service<'a> {
    pub(super) id: String,
    pub(super) names: Names,
    pub(super) protocols: Protocols,
    pub(super) operations: &'a [(String, Operation)],
    pub(super) shapes: &'a [(String, Shape)],
    by_name: HashMap<&'a str, &'a Shape>,
    /// By the names of the structure and of the member.
    members: HashMap<(&'a str, &'a str), &'a Member>,
    /// The members that fill labels, by the names of the structure and of the label.
    labels: HashMap<(&'a str, &'a str), &'a str>,
    /// Shapes that there are beside those of the file, by the name of the one that they are made of.
    made: HashMap<&'a str, BTreeMap<Made, String>>,
    /// What inputs are called as the roots of documents.
    pub(super) input_names: HashMap<&'a str, &'a str>,
    pub(super) xml_namespace: Option<XmlNamespace>,
    traits: Traits,
}

impl<'a> Service<'a> {
    /// Looks at all of it.
    pub(super) fn new(
        metadata: &Metadata,
        operations: &'a [(String, Operation)],
        shapes: &'a [(String, Shape)],
    ) -> Self {
        let target = metadata.target_prefix.as_deref();
        let target = target.map(|prefix| prefix.rsplit('.').next().unwrap_or(prefix));
        let kept = operations
            .iter()
            .map(|(name, _)| name.as_str())
            .chain(target);
        let mut names = Names::new(&metadata.service_id, kept, shapes);
        let id = match target {
            Some(name) => names.id(name),
            None => names.claim(&in_one_word(&metadata.service_id)),
        };
        let mut traits = Traits::default();
        let protocols = protocols::apply(metadata, &mut traits);
        let by_name: HashMap<&str, &Shape> = shapes
            .iter()
            .map(|(name, shape)| (name.as_str(), shape))
            .collect();
        let mut made: HashMap<&str, BTreeMap<Made, String>> = HashMap::new();
        let (mut members, mut labels) = (HashMap::new(), HashMap::new());
        for (structure, shape) in shapes {
            for (name, member) in &shape.members.0 {
                let id = (structure.as_str(), name.as_str());
                members.entry(id).or_insert(member);
                if member.location.as_deref() == Some("uri") {
                    let label = member.location_name.as_ref().unwrap_or(name);
                    labels.entry((id.0, label.as_str())).or_insert(id.1);
                }
                let Some((name, target)) = by_name.get_key_value(member.shape.as_str()) else {
                    continue;
                };
                if let Some(what) = Made::of(member, target) {
                    let id = made.entry(name).or_default().entry(what);
                    id.or_insert_with(|| names.claim(&what.name(name)));
                }
            }
        }
        let inputs = operations
            .iter()
            .filter_map(|(_, operation)| operation.input.as_ref());
        let input_names = inputs
            .filter_map(|input| Some((input.shape.as_str(), input.location_name.as_deref()?)));
        let mut service = Self {
            id,
            names,
            protocols,
            operations,
            shapes,
            by_name,
            members,
            labels,
            made,
            input_names: input_names.collect(),
            xml_namespace: None,
            traits,
        };
        service.xml_namespace = metadata
            .xml_namespace
            .clone()
            .or_else(|| service.most_declared());
        service
    }

    /// The namespace that most documents declare: where `metadata` has none, each says it anew.
    fn most_declared(&self) -> Option<XmlNamespace> {
        let inputs = self
            .operations
            .iter()
            .filter_map(|(_, operation)| operation.input.as_ref());
        let of_inputs = inputs.filter_map(|input| input.xml_namespace.as_ref());
        let payloads = self.shapes.iter().filter_map(|(name, shape)| {
            let member = self.member(name, shape.payload.as_ref()?)?;
            member.xml_namespace.as_ref()
        });
        let mut counts: BTreeMap<&XmlNamespace, usize> = BTreeMap::new();
        for declared in of_inputs.chain(payloads) {
            *counts.entry(declared).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        most.map(|(declared, _)| declared.clone())
    }

    /// The member of a structure.
    pub(super) fn member(&self, structure: &str, name: &str) -> Option<&'a Member> {
        self.members.get(&(structure, name)).copied()
    }

    /// The member of an input that fills a label.
    pub(super) fn label(&self, input: &str, label: &str) -> Option<&'a str> {
        self.labels.get(&(input, label)).copied()
    }

    /// The shape of this name.
    pub(super) fn shape(&self, name: &str) -> Option<&'a Shape> {
        self.by_name.get(name).copied()
    }

    /// The ids of the shapes that are made of another.
    pub(super) fn made_of(&self, name: &str) -> impl Iterator<Item = (Made, &str)> {
        let made = self.made.get(name).into_iter().flatten();
        made.map(|(made, id)| (*made, id.as_str()))
    }

    /// The id of the shape that a member's values are of.
    pub(super) fn target(&self, member: &Member) -> String {
        let made = self
            .shape(&member.shape)
            .and_then(|shape| Made::of(member, shape));
        let made = made.and_then(|made| self.made.get(member.shape.as_str())?.get(&made));
        made.cloned()
            .unwrap_or_else(|| self.names.shape(&member.shape))
    }

    /// Whether a member is a stream of bytes.
    pub(super) fn streams(&self, member: &Member) -> bool {
        let target = self.shape(&member.shape);
        target.is_some_and(|shape| shape.kind == "blob" && (shape.streaming || member.streaming))
    }

    /// What the JSON AST says of the service.
    pub(super) fn service_definition(
        &self,
        metadata: &Metadata,
        file: &ServiceFile<'_>,
    ) -> Definition {
        let mut definition = Definition::new("service".to_owned());
        definition.version.clone_from(&metadata.api_version);
        let names = self.operations.iter().map(|(name, _)| name);
        // What is no name is told where it is.
        let ids = names
            .filter(|name| is_identifier(name))
            .map(|name| self.names.id(name));
        definition.operations = ids.map(Reference::new).collect();
        definition.traits = self.traits.clone();
        let traits = &mut definition.traits;
        documentation(traits, file.documentation.as_deref());
        if let Some(title) = &metadata.service_full_name {
            traits.set(Title::ID, json!(title));
        }
        let names = json!({
            "sdkId": metadata.service_id,
            "endpointPrefix": metadata.endpoint_prefix,
        });
        traits.set(AwsService::ID, names);
        if let Some(declared) = &self.xml_namespace {
            traits.set(XmlNamespaceTrait::ID, namespace(declared));
        }
        if let Some(params) = &file.client_context_params {
            traits.set(ClientContextParams::ID, params.clone());
        }
        auth(metadata, traits);
        if let Some(discovery) = self.endpoint_discovery() {
            traits.set("aws.api#clientEndpointDiscovery", discovery);
        }
        definition
    }

    /// Which operation tells where others are called.
    fn endpoint_discovery(&self) -> Option<Value> {
        let mut operations = self.operations.iter();
        let (name, _) = operations.find(|(_, operation)| operation.endpointoperation)?;
        Some(json!({ "operation": self.names.id(name) }))
    }
}

/// How callers prove who they are, the best first.
fn auth(metadata: &Metadata, traits: &mut Traits) {
    let name = metadata.signing_name.as_ref();
    let name = name.unwrap_or(&metadata.endpoint_prefix);
    let name = json!({ "name": name });
    let schemes = match (
        metadata.auth.as_slice(),
        metadata.signature_version.as_deref(),
    ) {
        ([], None | Some("none")) => Vec::new(),
        ([], Some("bearer")) => vec![HttpBearerAuth::ID.to_owned()],
        ([], Some("v4" | "s3" | "s3v4")) => vec![SigV4::ID.to_owned()],
        // The older signatures of AWS, which Smithy has no name for.
        ([], Some(version)) => vec![format!("botocore#{version}")],
        (schemes, _) => schemes.to_vec(),
    };
    for scheme in &schemes {
        let value = match scheme.as_str() {
            SigV4::ID | SigV4a::ID => name.clone(),
            _ => json!({}),
        };
        traits.set(scheme.as_str(), value);
    }
    if schemes.len() > 1 {
        traits.set(Auth::ID, json!(schemes));
    }
}

/// A name of several words as one: `License Manager` is `LicenseManager`.
fn in_one_word(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}
