//! Parameters of a form that no member of its input is, which the double passes over: what is misspelt would
//! be missed in silence.

use generated::Operation;
use generated::double::Call;

use super::sts_error::Refusal;

const VERSION: &str = "2011-06-15";

/// Checks that a call is one of this version of the service, and that what has been read of it, written once
/// more, has all of its parameters.
///
/// # Errors
/// `InvalidAction` where it is for another version, `ValidationError` where there is another parameter, or
/// one of them twice.
pub(super) fn check<O: Operation>(call: &Call<O>) -> Result<(), Refusal> {
    let version = form_urlencoded::parse(&call.body).find(|(name, _)| name == "Version");
    if version.is_none_or(|(_, version)| version != VERSION) {
        return Err(Refusal::invalid_action(format!(
            "Version must be {VERSION}"
        )));
    }
    let written = call.input.request();
    let written = written.map_err(|error| Refusal::validation(error.to_string()))?;
    let mut rest = names(&call.body);
    for name in names(written.body()) {
        if let Some(place) = rest.iter().position(|other| *other == name) {
            rest.swap_remove(place);
        }
    }
    match rest.first() {
        Some(name) => Err(Refusal::validation(format!(
            "there is no parameter {name}, or there are two"
        ))),
        None => Ok(()),
    }
}

fn names(form: &[u8]) -> Vec<String> {
    let parameters = form_urlencoded::parse(form);
    parameters.map(|(name, _)| name.into_owned()).collect()
}
