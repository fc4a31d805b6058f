//! Names that become names of XML, which are written as they are: what no document could have is told
//! when the model is loaded.
//!
//! <https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings>

use serde::Deserialize;
use serde_json::Value;

use super::{Trait, read_structure, read_value};

/// The element's name in XML, or the attribute's.
#[derive(Clone, Debug, PartialEq)]
pub struct XmlName(pub String);

impl Trait for XmlName {
    const ID: &'static str = "smithy.api#xmlName";

    fn read(value: &Value) -> Result<Self, String> {
        let name: String = read_value(value)?;
        let is_right = match name.split_once(':') {
            Some((prefix, local)) => is_word(prefix) && is_word(local),
            None => is_word(&name),
        };
        match is_right {
            true => Ok(Self(name)),
            false => Err(format!(
                "`{name}` is no name in XML, such as `Tag` or `xsi:type`"
            )),
        }
    }
}

/// The member's name in requests of ec2Query.
#[derive(Clone, Debug, PartialEq)]
pub struct Ec2QueryName(pub String);

impl Trait for Ec2QueryName {
    const ID: &'static str = "aws.protocols#ec2QueryName";

    fn read(value: &Value) -> Result<Self, String> {
        let name: String = read_value(value)?;
        match is_word(&name) {
            true => Ok(Self(name)),
            false => Err(format!("`{name}` is no name of a parameter, such as `Tag`")),
        }
    }
}

/// The namespace that an element declares.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct XmlNamespace {
    /// What it is called.
    pub uri: String,
    /// What stands before names of it; none where it is that of names with nothing before them.
    pub prefix: Option<String>,
}

impl Trait for XmlNamespace {
    const ID: &'static str = "smithy.api#xmlNamespace";

    fn read(value: &Value) -> Result<Self, String> {
        let namespace: Self = read_structure(value)?;
        match &namespace.prefix {
            Some(prefix) if !is_word(prefix) => {
                Err(format!("`{prefix}` is no prefix in XML, such as `xsi`"))
            }
            _ => Ok(namespace),
        }
    }
}

/// Whether a text is a name, as Smithy has it, with nothing before it.
fn is_word(text: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && text.bytes().all(is_inside)
}
