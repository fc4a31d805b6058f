//! Which of the protocols that a service lists is taken: the one that is asked for, or the default.

use crate::diagnostic::{Code, Diagnostic, Place, did_you_mean};
use crate::model::{Model, Shape};

use super::{ALL, Protocol, supported};

/// The trait of traits that are protocols.
///
/// <https://smithy.io/2.0/spec/protocol-traits.html#protocoldefinition-trait>
const DEFINITION: &str = "smithy.api#protocolDefinition";

/// A protocol that is asked for, by the shape id of its trait (`aws.protocols#restJson1`) or by the
/// name in that (`restJson1`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    name: String,
    option: Option<&'static str>,
    place: Option<Place>,
}

impl<N: Into<String>> From<N> for Wanted {
    fn from(name: N) -> Self {
        Self {
            name: name.into(),
            option: None,
            place: None,
        }
    }
}

impl Wanted {
    /// Says which option of a command asks for it, e.g. `--protocol`.
    #[must_use]
    pub fn by_option(self, option: &'static str) -> Self {
        Self {
            option: Some(option),
            ..self
        }
    }

    /// Says where it is asked for.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self {
            place: Some(place),
            ..self
        }
    }

    /// The protocol, which the service has to list.
    fn of(&self, model: &Model, service: &Shape) -> Result<&'static Protocol, Diagnostic> {
        let (name, service_name) = (&self.name, service.id.name());
        let listed = listed(model, service);
        let ids = || {
            supported()
                .into_iter()
                .chain(listed.iter().map(|one| one.id))
        };
        let asked = self.option.map(|option| format!("`{option}` asks for"));
        let place = || self.place.clone().map(|place| place.note("asked for here"));
        let problem = |code, message: String| Diagnostic::new(code, message).at(place());
        let in_model = |problem: Diagnostic, keys: &[&str]| {
            let traits = model.sources().locate(&service.id, keys);
            problem
                .shape(&service.id)
                .at(traits.map(|place| place.note("listed here")))
                .help(of_those(service_name, &listed))
        };
        let Some(id) = ids().find(|id| id == name || short(id) == name) else {
            let asked = asked.map_or_else(String::new, |asked| format!(", which {asked}"));
            let message = format!("there is no protocol `{name}`{asked}");
            let question = if name.contains('#') {
                did_you_mean(name, ids())
            } else {
                did_you_mean(name, ids().map(short))
            };
            let help = question.unwrap_or_else(|| of_those(service_name, &listed));
            return Err(problem(Code::UnknownProtocol, message).help(help));
        };
        let Some(one) = listed.iter().find(|one| one.id == id) else {
            let asked = asked.map_or_else(String::new, |asked| format!(", which {asked}"));
            let message = format!("`{service_name}` does not list the protocol `{id}`{asked}");
            return Err(in_model(
                problem(Code::UnknownProtocol, message),
                &["traits"],
            ));
        };
        one.protocol.ok_or_else(|| {
            let asked = asked.map_or_else(String::new, |asked| format!(", which {asked},"));
            let message = format!("the protocol `{id}`{asked} cannot be generated yet");
            in_model(problem(Code::UnsupportedProtocol, message), &["traits", id])
        })
    }
}

/// A protocol that a service lists.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The shape id of its trait.
    pub id: &'a str,
    /// What generates it, where anything does.
    pub protocol: Option<&'static Protocol>,
}

/// The protocols that a service lists: those that are known, and those that the model defines, by
/// their ids.
pub fn listed<'a>(model: &Model, service: &'a Shape) -> Vec<Listed<'a>> {
    let ids = service.traits.iter().map(|(id, _)| id);
    ids.filter(|id| protocol(id).is_some() || is_defined(model, id))
        .map(|id| Listed {
            id,
            protocol: protocol(id),
        })
        .collect()
}

/// The protocol of this id.
fn protocol(id: &str) -> Option<&'static Protocol> {
    ALL.iter().find(|protocol| protocol.id() == id)
}

/// Whether a model defines the trait of this id, as that of a protocol.
fn is_defined(model: &Model, id: &str) -> bool {
    let shape = id.parse().ok().and_then(|id| model.shape(&id));
    shape.is_some_and(|shape| shape.traits.raw(DEFINITION).is_some())
}

/// The protocol to generate for a service: the one that is wanted, or the default.
///
/// # Errors
/// Where the one that is wanted is unknown, not listed, or cannot be generated; without one, where
/// [`of`] fails.
pub fn choose(
    model: &Model,
    service: &Shape,
    wanted: Option<&Wanted>,
) -> Result<&'static Protocol, Diagnostic> {
    match wanted {
        Some(wanted) => wanted.of(model, service),
        None => of(model, service),
    }
}

/// The protocol to generate for a service where none is asked for.
///
/// # Errors
/// Where the service lists none, or none that can be generated.
pub fn of(model: &Model, service: &Shape) -> Result<&'static Protocol, Diagnostic> {
    let listed = listed(model, service);
    let is_listed = |protocol: &Protocol| listed.iter().any(|one| one.id == protocol.id());
    if let Some(protocol) = ALL.iter().find(|protocol| is_listed(protocol)) {
        return Ok(protocol);
    }
    let message = if listed.is_empty() {
        "the service has no protocol that is known".to_owned()
    } else {
        format!("the protocol {} is not supported yet", names(&listed))
    };
    let help = format!("these can be generated: {}", supported().join(", "));
    Err(Diagnostic::new(Code::UnsupportedProtocol, message)
        .shape(&service.id)
        .at(model.sources().locate(&service.id, &["traits"]))
        .help(help))
}

/// What there is to choose from.
fn of_those(service: &str, listed: &[Listed<'_>]) -> String {
    let (can, cannot): (Vec<_>, Vec<_>) = listed.iter().partition(|one| one.protocol.is_some());
    match (can.as_slice(), cannot.as_slice()) {
        ([], []) => format!("`{service}` lists no protocol"),
        (can, []) => format!("`{service}` lists {}", names(can)),
        ([], cannot) => format!(
            "`{service}` lists {}, which cannot be generated yet",
            names(cannot)
        ),
        (can, cannot) => format!(
            "of those that `{service}` lists, {} can be generated, and {} not yet",
            names(can),
            names(cannot)
        ),
    }
}

fn names(listed: &[Listed<'_>]) -> String {
    let names: Vec<String> = listed.iter().map(|one| format!("`{}`", one.id)).collect();
    names.join(", ")
}

/// The name in a shape id.
fn short(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    /// The protocol that is taken of these, all of which the model defines.
    fn taken(listed: &[&str], wanted: Option<&str>) -> Result<&'static str, String> {
        let traits: Vec<String> = listed.iter().map(|id| format!("\"{id}\": {{}}")).collect();
        let definition = r#""type": "structure", "members": {}, "traits": {
            "smithy.api#trait": {}, "smithy.api#protocolDefinition": {} }"#;
        let own = listed.iter().filter(|id| protocol(id).is_none());
        let own: String = own
            .map(|id| format!(", \"{id}\": {{ {definition} }}"))
            .collect();
        let traits = traits.join(", ");
        let service = format!(r#""type": "service", "version": "1", "traits": {{ {traits} }}"#);
        let text =
            format!(r#"{{ "smithy": "2.0", "shapes": {{ "a#Quay": {{ {service} }}{own} }} }}"#);
        let model = model::parse([("model.json", text)]).unwrap_or_else(|p| panic!("{p}"));
        let (service, _) = model.services().next().expect("a service");
        let wanted = wanted.map(Wanted::from);
        let protocol = choose(&model, service, wanted.as_ref());
        let protocol = protocol.map(|protocol| protocol.id());
        protocol.map_err(|problem| problem.message().to_owned())
    }

    const REST: &str = "aws.protocols#restJson1";
    const RPC: &str = "smithy.protocols#rpcv2Json";

    #[test]
    fn the_default_does_not_depend_on_the_order_in_which_they_are_listed() {
        assert_eq!(taken(&[REST, RPC], None).as_deref(), Ok(REST));
        assert_eq!(taken(&[RPC, REST], None).as_deref(), Ok(REST));
    }

    #[test]
    fn an_id_and_the_name_in_it_ask_for_the_same() {
        for name in ["rpcv2Json", RPC] {
            assert_eq!(taken(&[REST, RPC], Some(name)).as_deref(), Ok(RPC));
        }
    }

    #[test]
    fn a_name_is_that_of_a_known_protocol_before_one_of_the_model() {
        let own = "a#restJson1";
        assert_eq!(taken(&[own, REST], Some("restJson1")).as_deref(), Ok(REST));
        let problem = taken(&[own, REST], Some(own)).unwrap_err();
        assert_eq!(
            problem,
            "the protocol `a#restJson1` cannot be generated yet"
        );
    }

    #[test]
    fn a_protocol_of_the_model_alone_is_told_by_its_id() {
        let problem = taken(&["a#flags"], None).unwrap_err();
        assert_eq!(problem, "the protocol `a#flags` is not supported yet");
    }
}
