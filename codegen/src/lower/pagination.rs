//! How the pages of operations follow each other: `@paginated`, of the operation and of its
//! service.
//!
//! <https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait>

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Items, NamedKind, Pagination, PathField, StructureKind, Type};
use crate::model::traits::{Paginated, Trait};
use crate::rust::Ident;

use super::Lowering;
use super::members;
use super::operations::Call;
use super::structures::Member;

impl Lowering<'_> {
    /// How the pages of an operation follow each other, where it answers page by page. Everything
    /// that such a trait says and that cannot be is a problem.
    pub(super) fn pagination(
        &self,
        call: &Call<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Pagination> {
        let own = call.shape.traits.get::<Paginated>()?;
        let names = call.names;
        let message = |id, kind, (name, _): &'_ (Ident, Ident)| Message {
            name: name.clone(),
            members: self.decided.structure(id, kind),
        };
        let mut reading = Reading {
            lowering: self,
            input: message(&call.operation.input, StructureKind::Input, &names.input),
            output: message(&call.operation.output, StructureKind::Output, &names.output),
            wrong: Vec::new(),
        };
        let more = self.customizations.more_pages(call.shape.id.name());
        let pagination = reading.pagination(&own.or(self.service.traits.get()), more);
        problems.extend(reading.wrong.into_iter().map(|(key, message)| {
            let keys = ["traits", Paginated::ID, key];
            let message = format!("`{key}` of `{}` {message}", call.shape.id.name());
            self.model
                .problem(Code::InvalidTrait, &call.shape.id, &keys, message)
                .help("name members of the operation's input and output, or take the trait away")
        }));
        pagination
    }
}

/// The trait of one operation as it is read, with what is wrong with it, by key.
struct Reading<'a, 'm> {
    lowering: &'a Lowering<'m>,
    input: Message<'a, 'm>,
    output: Message<'a, 'm>,
    wrong: Vec<(&'static str, String)>,
}

/// A structure in which members are looked for, and the name of its type.
#[derive(Clone)]
struct Message<'a, 'm> {
    name: Ident,
    members: &'a [Member<'m>],
}

impl<'a, 'm> Reading<'a, 'm> {
    /// What a trait says; `None` where it says something wrong.
    fn pagination(&mut self, paginated: &Paginated, more: Option<&str>) -> Option<Pagination> {
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
        let more = more.and_then(|name| self.output.find(name).ok());
        let more = more.filter(|member| member.type_ == Type::Boolean);
        Some(Pagination {
            more: more.map(field),
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

    fn input_token(&self, name: Option<&str>) -> Result<&'a Member<'m>, String> {
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
        input: Option<&Member<'_>>,
    ) -> Result<Vec<PathField>, String> {
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

    fn input(&self, name: &str) -> Result<&'a Member<'m>, String> {
        self.input.find(name)
    }

    /// The way to a part of the output, and what is there.
    fn output(&self, path: &str) -> Result<(Vec<PathField>, &'a Type), String> {
        let mut fields = Vec::new();
        let mut names = path.split('.');
        let mut member = self.output.find(names.next().unwrap_or_default())?;
        fields.push(field(member));
        for name in names {
            let structure = self.structure(member);
            let structure =
                structure.ok_or_else(|| format!("leads to `{name}` of what is no structure"))?;
            member = structure.find(name)?;
            fields.push(field(member));
        }
        Ok((fields, &member.type_))
    }

    /// The structure that a member is.
    fn structure(&self, member: &Member<'_>) -> Option<Message<'a, 'm>> {
        let Type::Named(NamedKind::Structure { .. }, name) = &member.type_ else {
            return None;
        };
        let shape = self.lowering.model.shape(&member.model.target)?;
        let kind = members::kind_of_type(shape);
        Some(Message {
            name: name.clone(),
            members: self.lowering.decided.structure(&shape.id, kind),
        })
    }
}

impl<'a, 'm> Message<'a, 'm> {
    fn find(&self, name: &str) -> Result<&'a Member<'m>, String> {
        let mut members = self.members.iter();
        members
            .find(|member| member.model.name == name)
            .ok_or_else(|| format!("names `{name}`, and `{}` has no such member", self.name))
    }
}

const MISSING: &str = "is missing, and its service does not say it either";

fn field(member: &Member<'_>) -> PathField {
    PathField {
        name: member.name.clone(),
        optional: member.is_optional(),
    }
}

fn is_integer(type_: &Type) -> bool {
    matches!(type_, Type::Byte | Type::Short | Type::Integer | Type::Long)
}
