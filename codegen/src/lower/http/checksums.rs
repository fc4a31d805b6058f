//! The checksums of messages, and the members by which callers choose them.
//!
//! <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Binding, HttpChecksum, NamedKind, RequestChecksum, ResponseChecksum, StructureKind, Type,
};
use crate::lower::Lowering;
use crate::lower::operations::Call;
use crate::lower::structures::Member;
use crate::model::traits::{HttpChecksum as HttpChecksumTrait, Trait};

impl Lowering<'_> {
    /// The checksums that messages of an operation carry.
    pub(in crate::lower) fn http_checksum(
        &self,
        call: &Call<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> HttpChecksum {
        let Some(of) = call.shape.traits.get::<HttpChecksumTrait>() else {
            return HttpChecksum::default();
        };
        let mut member = |key: &str, name: Option<&String>| {
            let found = self.chosen_by(call, key, name?);
            found.map_err(|problem| problems.push(problem)).ok()
        };
        let algorithm = member(
            "requestAlgorithmMember",
            of.request_algorithm_member.as_ref(),
        );
        let mode = member(
            "requestValidationModeMember",
            of.request_validation_mode_member.as_ref(),
        );
        HttpChecksum {
            request: algorithm.map(|member| RequestChecksum {
                algorithm: member.name.clone(),
                optional: member.is_optional(),
                header: header(member),
                required: of.request_checksum_required,
            }),
            response: mode.map(|member| ResponseChecksum {
                mode_header: header(member),
                algorithms: of.response_algorithms,
            }),
        }
    }

    /// The member of this name, which has to be a text, and a header where the protocol has any.
    fn chosen_by(&self, call: &Call<'_>, key: &str, name: &str) -> Result<&Member<'_>, Diagnostic> {
        let operation = &call.shape.id;
        let input = &call.operation.input;
        let problem = |message| {
            let keys = ["traits", HttpChecksumTrait::ID, key];
            self.model
                .problem(Code::InvalidTrait, operation, &keys, message)
        };
        let operation = operation.name();
        let Some(member) = self.decided.member(input, StructureKind::Input, name) else {
            let message = format!(
                "the checksums of `{operation}` name `{name}`, its input has no such member"
            );
            return Err(problem(message).help("name a member of the input"));
        };
        if !matches!(
            &member.type_,
            Type::String | Type::Named(NamedKind::Enum, _)
        ) {
            let message = format!("the checksums of `{operation}` name `{name}`, which is no enum");
            return Err(problem(message).help("give it an enum, of strings, as its target"));
        }
        if self.rules.has_bindings() && header(member).is_none() {
            let message = format!(
                "the checksums of `{operation}` name `{name}`, which is no header, or one in base64"
            );
            return Err(problem(message).help("bind it to one with `smithy.api#httpHeader`"));
        }
        Ok(member)
    }
}

/// The header that a member is.
fn header(member: &Member<'_>) -> Option<String> {
    match &member.binding {
        // One of a media type is in base64.
        Binding::Header(header) if !header.base64 => Some(header.name.clone()),
        _ => None,
    }
}
