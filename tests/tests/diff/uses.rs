//! Code that uses all that is generated of a service, without its client: each field by its type,
//! each setter, each variant, each error, each state of each builder.

mod types;

use std::fmt::Write as _;

use tinsmith::ir::{
    Enum, EnumKind, Operation, Pagination, Service, Shape, Structure, StructureKind, Union,
};
use tinsmith::rust::Ident;

/// A file of Rust that uses a service, which is at this path.
pub fn of(service: &Service, path: &str) -> String {
    let mut uses = Uses {
        path: path.to_owned(),
        errors: service
            .errors
            .iter()
            .map(|error| error.name.clone())
            .collect(),
        code: PRELUDE.to_owned(),
        count: 0,
    };
    for required in &service.required {
        uses.function(
            "",
            &format!("fn needs<T: {path}::required::{}>() {{}}", required.marker),
        );
    }
    for operation in &service.operations {
        uses.operation(service, operation);
    }
    for shape in &service.types {
        match shape {
            Shape::Structure(structure) => uses.structure("types::", structure),
            Shape::Union(union) => uses.union(union),
            Shape::Enum(enum_) => uses.enum_(enum_),
        }
    }
    for error in &service.errors {
        uses.structure("errors::", error);
    }
    uses.service(service);
    uses.code
}

const PRELUDE: &str = "#![allow(warnings)]
fn any<T>() -> T { panic!() }
fn is<T: Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static>() {}
fn streams<T: std::fmt::Debug + Send + Sync + 'static>() {}
fn is_key<T: Eq + std::hash::Hash + Ord>() {}
fn is_error<T: std::error::Error + Send + Sync + 'static>() {}
fn main() {}
";

struct Uses {
    path: String,
    errors: Vec<Ident>,
    code: String,
    count: usize,
}

impl Uses {
    fn function(&mut self, parameters: &str, body: &str) {
        self.count += 1;
        let _ = writeln!(
            self.code,
            "fn uses_{}({parameters}) {{\n{body}\n}}",
            self.count
        );
    }

    fn service(&mut self, service: &Service) {
        let path = &self.path;
        let mut body = format!("let _ = {path}::{};\n", service.name);
        if service.endpoint.is_some() {
            let _ = writeln!(body, "let _ = &{path}::endpoint::RULES;");
        }
        let krate = path.split("::").next().unwrap_or_default();
        let waiters = service.waiters().map(|(_, waiter)| &waiter.name);
        body.extend(waiters.map(|name| format!("let _ = {path}::waiters::{name};\n")));
        for setting in &service.endpoint_settings {
            let _ = writeln!(
                body,
                "let _ = {path}::endpoint::EndpointSettings::{}(\
                 any::<{krate}::support::endpoint::Parameters<'static>>(), any::<{}>());",
                setting.method,
                match format!("{:?}", setting.kind).as_str() {
                    "Boolean" => "bool",
                    "String" => "String",
                    _ => "Vec<String>",
                }
            );
        }
        if service.extended_request_id {
            let _ = writeln!(
                body,
                "fn tells<T: {krate}::RequestIdExt>() {{}}\ntells::<{path}::errors::Error>();"
            );
        }
        let _ = writeln!(body, "match any::<{path}::errors::Error>() {{");
        for error in &service.errors {
            let variant = error
                .error
                .as_ref()
                .map_or(&error.name, |error| &error.variant);
            let _ = writeln!(
                body,
                "{path}::errors::Error::{variant}(error) => {{ let _: {path}::errors::{} = error; }}",
                error.name
            );
        }
        body += "_ => {}\n}";
        self.function("", &body);
    }

    fn operation(&mut self, service: &Service, operation: &Operation) {
        let Operation {
            name,
            input,
            output,
            error,
            ..
        } = operation;
        let path = self.path.clone();
        self.structure("", input);
        self.structure("", output);
        let krate = path.split("::").next().unwrap_or_default();
        self.function(
            "",
            &format!(
                "fn is<T: {krate}::Operation<Service = {path}::{}, Output = {path}::{}>>() {{}}
                 is::<{path}::{name}::{}>();",
                service.name, output.name, input.name
            ),
        );
        if let Some(pages) = &operation.pagination {
            self.pagination(&format!("{path}::{name}::{}", input.name), pages);
        }
        if input.streamed().is_some() {
            // Any type that the operation can do with.
            let stream = match operation.http.tree_hash {
                true => "Vec::<u8>::new()",
                false => "()",
            };
            self.function(
                &format!("input: {path}::{name}::{}", input.name),
                &format!("let _ = input.with_body({stream}).into_request();"),
            );
        }
        let mut body = format!("is_error::<{path}::{}>();\nmatch error {{\n", error.name);
        for variant in &error.errors {
            let _ = writeln!(
                body,
                "{path}::{}::{}(error) => {{ let _: {path}::errors::{} = error; }}",
                error.name, variant.name, variant.structure
            );
        }
        body += "_ => {}\n}";
        self.function(&format!("error: {path}::{name}::{}", error.name), &body);
    }

    fn pagination(&mut self, input: &str, pages: &Pagination) {
        let krate = self.path.split("::").next().unwrap_or_default();
        let body = match &pages.items {
            None => format!("fn is<T: {krate}::Paginated>() {{}}\nis::<{input}>();"),
            Some(items) => format!(
                "fn is<T: {krate}::support::pagination::WithItems<Items = {}>>() {{}}
                 is::<{input}>();",
                self.bare(&items.type_)
            ),
        };
        self.function("", &body);
    }

    fn structure(&mut self, module: &str, structure: &Structure) {
        let path = format!("{}::{module}{}", self.path, structure.name);
        let mut body = match structure.streamed() {
            Some(_) => format!("streams::<{path}>();\nis::<{path}<u8>>();\n"),
            None => format!("is::<{path}>();\n"),
        };
        if structure.has_default() {
            let _ = writeln!(body, "let _ = {path}::default();");
        }
        if structure.kind == StructureKind::Error {
            let _ = writeln!(body, "is_error::<{path}>();");
        }
        for member in &structure.members {
            let _ = writeln!(
                body,
                "let _: *const {} = &raw const value.{};",
                self.field(member),
                member.name
            );
        }
        self.function(&format!("value: {path}"), &body);
        let body = self.builder(module, structure, &path);
        self.function("", &body);
    }

    /// Each setter, and each type that the builder has on the way.
    fn builder(&self, module: &str, structure: &Structure, path: &str) -> String {
        let required: Vec<&Ident> = structure
            .required()
            .map(|(member, _)| &member.name)
            .collect();
        let mut set: Vec<&Ident> = Vec::new();
        let type_ = |set: &[&Ident]| {
            let states = required.iter().map(|name| {
                let state = if set.contains(name) { "Set" } else { "Unset" };
                format!("{}::required::{state}", self.path)
            });
            let caller = (structure.kind == StructureKind::Input).then(|| "()".to_owned());
            let parameters: Vec<String> = caller.into_iter().chain(states).collect();
            format!(
                "{}::{module}{}<{}>",
                self.path,
                structure.builder,
                parameters.join(", ")
            )
        };
        // Types of builders for test doubles go by no name that stays.
        let annotated = |set: &[&Ident]| match structure.is_output_only() {
            true => "b".to_owned(),
            false => format!("b: {}", type_(set)),
        };
        let start = format!("{path}::builder()");
        let mut body = format!("let {} = {start};\n", annotated(&set));
        let mut least = start;
        for member in &structure.members {
            let call = format!(".{}(any::<{}>())", member.name, self.bare(&member.type_));
            if member.required.is_some() {
                set.push(&member.name);
                least += &call;
            }
            let _ = writeln!(body, "let {} = b{call};", annotated(&set));
        }
        let _ = writeln!(
            body,
            "let _: {path} = b.build();\nlet _: {path} = {least}.build();"
        );
        if structure.kind == StructureKind::Nested {
            let _ = writeln!(body, "let _: {path} = {least}.into();");
        }
        body
    }

    fn union(&mut self, union: &Union) {
        let path = format!("{}::types::{}", self.path, union.name);
        let mut body = format!("is::<{path}>();\nmatch value {{\n");
        let mut made = String::new();
        for variant in &union.variants {
            let variant_path = format!("{path}::{}", variant.name);
            let _ = match &variant.type_ {
                None => writeln!(body, "{variant_path} => {{}}"),
                Some(type_) => {
                    let type_ = in_box(self.bare(type_), variant.boxed);
                    let _ = writeln!(made, "let _ = {variant_path}(any::<{type_}>());");
                    writeln!(
                        body,
                        "{variant_path}(value) => {{ let _: {type_} = value; }}"
                    )
                }
            };
        }
        let _ = writeln!(body, "{path}::Unknown => {{}}\n_ => {{}}\n}}\n{made}");
        self.function(&format!("value: {path}"), &body);
    }

    fn enum_(&mut self, enum_: &Enum) {
        let path = format!("{}::types::{}", self.path, enum_.name);
        let conversions = match enum_.kind {
            EnumKind::String => {
                format!("let _: &str = value.as_str(); let _ = {path}::from(\"\");")
            }
            EnumKind::Integer => format!("let _: i32 = value.value(); let _ = {path}::from(1);"),
        };
        let mut body =
            format!("is::<{path}>();\nis_key::<{path}>();\n{conversions}\nmatch value {{\n");
        for variant in &enum_.variants {
            let _ = writeln!(body, "{path}::{} => {{}}", variant.name);
        }
        let _ = writeln!(body, "{path}::Unknown(_) => {{}}\n_ => {{}}\n}}");
        self.function(&format!("value: {path}"), &body);
    }
}

fn in_box(type_: String, boxed: bool) -> String {
    if boxed {
        format!("Box<{type_}>")
    } else {
        type_
    }
}
