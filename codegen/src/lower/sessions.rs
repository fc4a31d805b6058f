//! Which operation opens the sessions that calls are signed in.

use super::Lowering;
use super::customizations::SessionMembers;
use crate::ir::endpoint::BoundValue;
use crate::ir::{Member, Operation, PathField, Session, Shape, Structure, Type};
use crate::select::Selection;

impl Lowering<'_> {
    /// Whether the operation that opens sessions is among the chosen ones.
    pub(super) fn has_sessions(&self, selection: &Selection<'_>) -> bool {
        let opener = self.customizations.session();
        let mut operations = super::chosen_operations(selection);
        opener.is_some_and(|(name, _)| operations.any(|(shape, _)| shape.id.name() == name))
    }

    /// How sessions are opened, where the operation for it is there and has what it takes.
    pub(super) fn session(&self, operations: &[Operation], types: &[Shape]) -> Option<Session> {
        let (name, members) = self.customizations.session()?;
        let mut operations = operations.iter();
        let operation = operations.find(|operation| operation.wire_name == name)?;
        let credentials = member(&operation.output, members.credentials)?;
        let structure = types
            .iter()
            .find_map(|shape| match (shape, &credentials.type_) {
                (Shape::Structure(structure), Type::Named(_, name)) if structure.name == *name => {
                    Some(structure)
                }
                _ => None,
            })?;
        let text = |name| text(structure, name);
        let expiration = member(structure, members.expiration)?;
        let is_time = matches!(expiration.type_, Type::Timestamp(_));
        is_time.then_some(Session {
            operation: operation.name.clone(),
            parameter: members.scope.to_owned(),
            scope: scope(operation, members)?,
            credentials: field(credentials),
            access_key_id: text(members.access_key_id)?,
            secret_access_key: text(members.secret_access_key)?,
            session_token: text(members.session_token)?,
            expiration: field(expiration),
        })
    }
}

/// The field of the input that is bound to the parameter that a session is for.
fn scope(operation: &Operation, members: &SessionMembers) -> Option<PathField> {
    let is_bound = operation.endpoint_bindings.iter().any(|binding| {
        binding.parameter == members.scope && matches!(binding.value, BoundValue::OfInput { .. })
    });
    text(&operation.input, members.scope).filter(|_| is_bound)
}

fn text(structure: &Structure, name: &str) -> Option<PathField> {
    let member = member(structure, name)?;
    (member.type_ == Type::String).then(|| field(member))
}

fn member<'s>(structure: &'s Structure, name: &str) -> Option<&'s Member> {
    let mut members = structure.members.iter();
    members.find(|member| member.id.member() == Some(name))
}

fn field(member: &Member) -> PathField {
    PathField {
        name: member.name.clone(),
        optional: member.optional,
    }
}
