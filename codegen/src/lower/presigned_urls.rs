//! Presigned URLs within inputs: which operations have one, and the members of theirs that say what
//! it is for, also where the model lacks them.

use std::collections::BTreeMap;

use crate::ir::{
    Binding, Destination, Direction, Docs, Initial, Member, PresignedUrl, Structure, StructureKind,
    Type,
};
use crate::model::{self, Shape, ShapeId, Traits};
use crate::rust::Ident;
use crate::select::Selection;

use super::Lowering;
use super::customizations::{Customizations, PresignedUrlMembers};
use super::names::Names;

/// The members that presigned URLs are about, by the inputs that have them.
pub(super) type PresignedUrls<'m> = BTreeMap<&'m ShapeId, &'static PresignedUrlMembers>;

/// The inputs that have a presigned URL.
pub(super) fn find<'m>(
    selection: &'m Selection<'_>,
    customized: &Customizations,
) -> PresignedUrls<'m> {
    let operations = super::chosen_operations(selection);
    let found = operations.filter_map(|(shape, operation)| {
        let members = customized.presigned_url(shape.id.name())?;
        Some((&operation.input, members))
    });
    found.collect()
}

impl Lowering<'_> {
    /// The member that the input of such an operation lacks in the model: the region from which the
    /// call takes something. It is not sent.
    pub(super) fn added_member(&self, structure: &Shape, kind: StructureKind) -> Option<Member> {
        let url = self.presigned_urls.get(&structure.id)?;
        let name = url.source_region;
        if kind != StructureKind::Input || structure.member(name).is_some() {
            return None;
        }
        let id = structure.id.with_member(name);
        Some(Member {
            wire_name: name.to_owned(),
            written_name: name.to_owned(),
            answered_name: name.to_owned(),
            other_wire_name: None,
            layout: None,
            written_layout: None,
            name: field(structure, &id, name)?,
            type_: Type::String,
            optional: true,
            boxed: false,
            recursive: false,
            initial: Initial::Absent,
            service_default: None,
            required: None,
            idempotency_token: false,
            sensitive: false,
            binding: Binding::Unsent,
            collections: Vec::new(),
            may_be_unreadable: false,
            direction: Direction::default(),
            docs: Docs::new(format!(
                "The region that this call takes something from, where that is another one. It is \
                 not sent: a client makes the `{}` of it, unless that is set.",
                url.url
            )),
            deprecated: None,
            id,
        })
    }

    /// Whether a member is a presigned URL, which lets whoever has it do the call.
    pub(super) fn is_presigned_url(&self, structure: &Shape, member: &model::Member) -> bool {
        let url = self.presigned_urls.get(&structure.id);
        url.is_some_and(|members| members.url == member.name)
    }

    /// How an operation with this input gets its presigned URL.
    pub(super) fn presigned_url(&self, input: &Structure) -> Option<PresignedUrl> {
        let members = self.presigned_urls.get(&input.id)?;
        let field = |name: &str| {
            let mut all = input.members.iter();
            let member = all.find(|member| member.id.member() == Some(name))?;
            let is_text = member.type_ == Type::String && member.optional && !member.boxed;
            is_text.then(|| member.name.clone())
        };
        let destination = members.destination_region;
        Some(PresignedUrl {
            source_region: field(members.source_region)?,
            url: field(members.url)?,
            destination: match field(destination) {
                Some(field) => Destination::Member(field),
                None => Destination::Parameter(destination.to_owned()),
            },
        })
        .filter(|_| input.streamed().is_none())
    }
}

/// The name of the field that a member with this id would have after all others.
fn field(structure: &Shape, id: &ShapeId, name: &str) -> Option<Ident> {
    let added = model::Member {
        id: id.clone(),
        name: name.to_owned(),
        target: ShapeId::unit(),
        traits: Traits::default(),
    };
    let members: Vec<model::Member> = structure.members().cloned().chain([added]).collect();
    Names::fields(&members, StructureKind::Input).pop()
}
