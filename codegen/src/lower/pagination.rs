//! How the pages of operations follow each other: `@paginated`, of the operation and of its
//! service.
//!
//! <https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait>

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Field, Items, Member, NamedKind, Operation, Pagination, Shape as IrShape, Structure, Type,
};
use crate::model::traits::{Paginated, Trait};
use crate::model::{Model, Shape};
use crate::rust::Ident;

/// Says of each operation that answers page by page how it does.
///
/// # Errors
/// Everything that such a trait says and that cannot be.
pub(super) fn assign(
    model: &Model,
    service: &Shape,
    operations: &mut [Operation],
    types: &[IrShape],
) -> Result<(), Vec<Diagnostic>> {
    let of_service = service.traits.get::<Paginated>();
    let structures = types.iter().filter_map(|shape| match shape {
        IrShape::Structure(structure) => Some((&structure.name, structure)),
        IrShape::Union(_) | IrShape::Enum(_) => None,
    });
    let structures = structures.collect();
    let mut problems = Vec::new();
    for operation in operations {
        // A stream is no page: it cannot be asked for again, nor looked into.
        if operation.input.streamed().is_some() || operation.output.streamed().is_some() {
            continue;
        }
        let shape = model.shape(&operation.id);
        let Some(own) = shape.and_then(|shape| shape.traits.get::<Paginated>()) else {
            continue;
        };
        let mut reading = Reading {
            operation,
            structures: &structures,
            wrong: Vec::new(),
        };
        let pagination = reading.pagination(&own.or(of_service.clone()));
        problems.extend(reading.wrong.into_iter().map(|(key, message)| {
            let keys = ["traits", Paginated::ID, key];
            let message = format!("`{key}` of `{}` {message}", operation.wire_name);
            model
                .problem(Code::InvalidTrait, &operation.id, &keys, message)
                .help("name members of the operation's input and output, or take the trait away")
        }));
        operation.pagination = pagination;
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The trait of one operation as it is read, with what is wrong with it, by key.
struct Reading<'a> {
    operation: &'a Operation,
    structures: &'a BTreeMap<&'a Ident, &'a Structure>,
    wrong: Vec<(&'static str, String)>,
}

impl<'a> Reading<'a> {
    /// What a trait says; `None` where it says something wrong.
    fn pagination(&mut self, paginated: &Paginated) -> Option<Pagination> {
        let input_token = self.input_token(paginated.input_token.as_deref());
        let input_token = self.noted("inputToken", input_token);
        let output_token = self.output_token(paginated.output_token.as_deref(), input_token);
        let output_token = self.noted("outputToken", output_token);
        let items = paginated.items.as_deref().map(|path| self.items(path));
        let items = self.noted("items", items.transpose());
        let page_size = paginated.page_size.as_deref();
        let page_size = page_size.map(|name| self.page_size(name));
        let page_size = self.noted("pageSize", page_size.transpose());
        let input_token = input_token?;
        Some(Pagination {
            input_token: field(input_token),
            token: input_token.type_.clone(),
            output_token: output_token?,
            items: items?,
            page_size: page_size?,
        })
    }

    fn noted<T>(&mut self, key: &'static str, read: Result<T, String>) -> Option<T> {
        read.map_err(|message| self.wrong.push((key, message))).ok()
    }

    fn input_token(&self, name: Option<&str>) -> Result<&'a Member, String> {
        let member = self.input(name.ok_or(MISSING)?)?;
        match &member.type_ {
            Type::String | Type::Map(..) => Ok(member),
            type_ if is_integer(type_) => Ok(member),
            _ => Err("is neither a string, nor a map, nor an integer".to_owned()),
        }
    }

    fn output_token(
        &self,
        path: Option<&str>,
        input: Option<&Member>,
    ) -> Result<Vec<Field>, String> {
        let (path, type_) = self.output(path.ok_or(MISSING)?)?;
        if input.is_some_and(|input| input.type_ != *type_) {
            return Err("is of another type than the token of the input".to_owned());
        }
        Ok(path)
    }

    fn items(&self, path: &str) -> Result<Items, String> {
        let (path, type_) = self.output(path)?;
        if !matches!(type_, Type::List(_) | Type::Map(..)) {
            return Err("is neither a list nor a map".to_owned());
        }
        let type_ = type_.clone();
        Ok(Items { path, type_ })
    }

    /// Some services have texts for numbers.
    fn page_size(&self, name: &str) -> Result<Ident, String> {
        let member = self.input(name)?;
        if is_integer(&member.type_) || member.type_ == Type::String {
            Ok(member.name.clone())
        } else {
            Err("is no integer".to_owned())
        }
    }

    fn input(&self, name: &str) -> Result<&'a Member, String> {
        find(&self.operation.input, name)
    }

    /// The way to a part of the output, and what is there.
    fn output(&self, path: &str) -> Result<(Vec<Field>, &'a Type), String> {
        let mut fields = Vec::new();
        let mut structure = &self.operation.output;
        let mut names = path.split('.');
        let mut member = find(structure, names.next().unwrap_or_default())?;
        fields.push(field(member));
        for name in names {
            structure = match &member.type_ {
                Type::Named(NamedKind::Structure { .. }, type_) => self.structures.get(type_),
                _ => None,
            }
            .ok_or_else(|| format!("leads to `{name}` of what is no structure"))?;
            member = find(structure, name)?;
            fields.push(field(member));
        }
        Ok((fields, &member.type_))
    }
}

const MISSING: &str = "is missing, and its service does not say it either";

fn find<'s>(structure: &'s Structure, name: &str) -> Result<&'s Member, String> {
    let mut members = structure.members.iter();
    members
        .find(|member| member.id.member() == Some(name))
        .ok_or_else(|| {
            format!(
                "names `{name}`, and `{}` has no such member",
                structure.name
            )
        })
}

fn field(member: &Member) -> Field {
    Field {
        name: member.name.clone(),
        optional: member.optional,
    }
}

fn is_integer(type_: &Type) -> bool {
    matches!(type_, Type::Byte | Type::Short | Type::Integer | Type::Long)
}
