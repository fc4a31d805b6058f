//! Types as code of users writes them.

use tinsmith::ir::{Element, Member, Type};

use super::{Uses, in_box};

impl Uses {
    pub(super) fn field(&self, member: &Member) -> String {
        let type_ = in_box(self.bare(&member.type_), member.boxed);
        if member.optional {
            format!("Option<{type_}>")
        } else {
            type_
        }
    }

    pub(super) fn bare(&self, type_: &Type) -> String {
        match type_ {
            Type::Boolean => "bool".to_owned(),
            Type::Byte => "i8".to_owned(),
            Type::Short => "i16".to_owned(),
            Type::Integer => "i32".to_owned(),
            Type::Long => "i64".to_owned(),
            Type::Float => "f32".to_owned(),
            Type::Double => "f64".to_owned(),
            Type::BigInteger => "aws_smithy_types::BigInteger".to_owned(),
            Type::BigDecimal => "aws_smithy_types::BigDecimal".to_owned(),
            Type::String => "String".to_owned(),
            Type::Blob => "aws_smithy_types::Blob".to_owned(),
            Type::Stream => "aws_smithy_types::byte_stream::ByteStream".to_owned(),
            Type::Events(name) => {
                let krate = self.path.split("::").next().unwrap_or_default();
                format!("{krate}::Events<{}::types::{name}>", self.path)
            }
            Type::Outgoing(name) => {
                let krate = self.path.split("::").next().unwrap_or_default();
                format!("{krate}::Outgoing<{}::types::{name}>", self.path)
            }
            Type::Timestamp(_) => "aws_smithy_types::DateTime".to_owned(),
            Type::Document => "aws_smithy_types::Document".to_owned(),
            Type::List(of) => format!("Vec<{}>", self.element(of)),
            Type::Map(key, of) => {
                format!(
                    "std::collections::HashMap<{}, {}>",
                    self.bare(key),
                    self.element(of)
                )
            }
            Type::Named(_, name) if self.errors.contains(name) => {
                format!("{}::errors::{name}", self.path)
            }
            Type::Named(_, name) => format!("{}::types::{name}", self.path),
        }
    }

    fn element(&self, element: &Element) -> String {
        let type_ = self.bare(&element.type_);
        if element.sparse {
            format!("Option<{type_}>")
        } else {
            type_
        }
    }
}
