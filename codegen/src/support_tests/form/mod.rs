//! Tests of forms.

mod dialects;
mod refused;
mod values;

use crate::support::form::{Dialect, Writer};
use crate::support::operation::BuildError;
use crate::support::wire::Encode;

/// The form of this input in a dialect.
fn form(dialect: Dialect, input: &impl Encode) -> Result<String, BuildError> {
    let mut w = Writer::new(dialect, "Act", "2020-01-08");
    input.encode(&mut w);
    let form = w.finish()?;
    Ok(String::from_utf8(form).expect("a form is ASCII"))
}

/// What follows the action and the version, one parameter a line.
fn parameters(dialect: Dialect, input: &impl Encode) -> Vec<String> {
    let form = form(dialect, input).expect("the input can be written");
    let mut parameters = form.split('&').map(str::to_owned);
    assert_eq!(parameters.next().as_deref(), Some("Action=Act"));
    assert_eq!(parameters.next().as_deref(), Some("Version=2020-01-08"));
    parameters.collect()
}

/// The same in awsQuery.
fn aws(input: &impl Encode) -> Vec<String> {
    parameters(Dialect::AwsQuery, input)
}

/// The same in ec2Query.
fn ec2(input: &impl Encode) -> Vec<String> {
    parameters(Dialect::Ec2Query, input)
}
