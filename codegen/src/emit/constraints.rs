//! Constraints: what inputs and what is in them are checked against, in files of their own that are
//! compiled with the cargo feature `validate` alone.

mod tables;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, File, FileSource, ModulePath, imports};
use crate::ir::{Constrained, ConstrainedMember, NamedKind};
use crate::rust::Ident;

/// The module `constraints`.
const MODULE: &str = "constraints";

/// The module `constraints`: the tables, and what uses them, which is in one file or in many.
pub(super) fn files<'a>(cx: &'a Context<'_>) -> Vec<FileSource<'a>> {
    let constraints = &cx.service.constraints;
    if constraints.shapes.is_empty() {
        return Vec::new();
    }
    let mut files: Vec<FileSource<'a>> = vec![Box::new(move || root(cx))];
    if let Some(each) = &constraints.files {
        files.extend(folders(cx));
        files.extend(constraints.shapes.iter().filter_map(|shape| {
            let file = each.get(&shape.name)?;
            // What it is about is defined elsewhere.
            let here = ModulePath::One(MODULE, file.last()?, file);
            Some(Box::new(move || one(cx, here, shape)) as FileSource<'a>)
        }));
        if !constraints.unconstrained.is_empty() {
            files.push(Box::new(move || unconstrained_alone(cx)));
        }
    }
    files.extend(tables::files(cx));
    files
}

/// ```text
/// mod patterns;
/// mod rules;
///
/// impl validation::Constrained for CreateTokenInput { .. }
/// ```
fn root(cx: &Context<'_>) -> File {
    let constraints = &cx.service.constraints;
    let mut modules = tables::modules(cx);
    let here = ModulePath::All(MODULE);
    let mut items = Vec::new();
    match &constraints.files {
        Some(each) => {
            let first = each.values().filter_map(|path| path.first().cloned());
            modules.extend(first);
            if !constraints.unconstrained.is_empty() {
                modules.insert(Ident::new("unconstrained"));
            }
        }
        None => {
            let shapes = constraints.shapes.iter();
            items.push(import(cx, here, shapes.clone(), &constraints.unconstrained));
            items.extend(shapes.map(implementation));
            items.extend(constraints.unconstrained.iter().map(unconstrained));
        }
    }
    items.insert(0, quote!(#(mod #modules;)*));
    let docs = format!("What is asked of the inputs of {}.", cx.service.title);
    File::in_service(cx, here, &docs, items)
}

/// The lists of the files in folders, where there are such.
fn folders<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = FileSource<'a>> {
    let paths = cx.service.constraints.files.iter().flatten();
    let mut folders: Vec<(&Ident, Vec<&Ident>)> = Vec::new();
    let mut sorted: Vec<(&Ident, &Ident)> = paths
        .filter_map(|(_, path)| match path.as_slice() {
            [folder, file] => Some((folder, file)),
            _ => None,
        })
        .collect();
    sorted.sort();
    for (folder, file) in sorted {
        match folders.last_mut() {
            Some((last, files)) if *last == folder => files.push(file),
            _ => folders.push((folder, vec![file])),
        }
    }
    folders.into_iter().map(move |(folder, files)| {
        Box::new(move || {
            let here = ModulePath::Index(MODULE, Some(folder));
            let docs = format!("Those with `{folder}`.");
            File::in_service(cx, here, &docs, vec![quote!(#(mod #files;)*)])
        }) as FileSource<'a>
    })
}

fn one(cx: &Context<'_>, here: ModulePath<'_>, shape: &Constrained) -> File {
    let rules = uses_rules(shape).then(|| {
        let path: TokenStream = here.path_to(MODULE).parse().unwrap_or_default();
        quote!(use #path::rules;)
    });
    let items = vec![
        import(cx, here, std::iter::once(shape), &[]),
        quote!(#rules),
        implementation(shape),
    ];
    File::in_service(cx, here, &format!("`{}`.", shape.name), items)
}

fn unconstrained_alone(cx: &Context<'_>) -> File {
    let module = Ident::new("unconstrained");
    let file = [module.clone()];
    let here = ModulePath::One(MODULE, &module, &file);
    let types = &cx.service.constraints.unconstrained;
    let mut items = vec![import(cx, here, std::iter::empty(), types)];
    items.extend(types.iter().map(unconstrained));
    let docs = "What is in constrained lists and maps, and is not constrained itself.";
    File::in_service(cx, here, docs, items)
}

fn uses_rules(shape: &Constrained) -> bool {
    shape.members.iter().any(|member| member.rules.is_some())
}

/// The types that constraints are put upon.
fn import<'s>(
    cx: &Context<'_>,
    here: ModulePath<'_>,
    shapes: impl Iterator<Item = &'s Constrained> + Clone,
    unconstrained: &'s [(Ident, NamedKind)],
) -> TokenStream {
    let service: TokenStream = here.service().parse().unwrap_or_default();
    let inputs = shapes.clone().filter_map(|shape| {
        let (module, name) = (shape.input_of.as_ref()?, &shape.name);
        Some(quote!(use #service::#module::#name;))
    });
    let types = shapes.filter(|shape| shape.input_of.is_none());
    let types = types.map(|shape| &shape.name);
    let types = types.chain(unconstrained.iter().map(|(name, _)| name));
    let types = imports::names_from(cx, types.collect(), here);
    quote!(#(#inputs)* #types)
}

/// ```text
/// impl validation::Constrained for CreateTokenInput {
///     fn check(&self, _: &validation::Rules, found: &mut validation::Violations) {
///         found.member("LicenseArn", &self.license_arn, &rules::ARN);
///         found.member("Filters", &self.filters, &validation::Rules::NONE);
///     }
/// }
/// ```
fn implementation(shape: &Constrained) -> TokenStream {
    let name = &shape.name;
    let checks = shape.members.iter().map(|member| {
        let field = &member.name;
        match shape.is_union {
            true => {
                let check = check(member, &quote!(value));
                quote!(Self::#field(value) => #check,)
            }
            false => {
                let check = check(member, &quote!(&self.#field));
                quote!(#check;)
            }
        }
    });
    let checks = match shape.is_union {
        true => quote!(match self { #(#checks)* _ => {} }),
        false => quote!(#(#checks)*),
    };
    quote! {
        impl validation::Constrained for #name {
            fn check(&self, _: &validation::Rules, found: &mut validation::Violations) {
                #checks
            }
        }
    }
}

fn check(member: &ConstrainedMember, value: &TokenStream) -> TokenStream {
    let label = &member.label;
    let rules = match &member.rules {
        Some(rules) => quote!(rules::#rules),
        None => quote!(validation::Rules::NONE),
    };
    quote!(found.member(#label, #value, &#rules))
}

/// ```text
/// impl validation::Constrained for FilterName {
///     fn text(&self) -> Option<&str> {
///         Some(self.as_str())
///     }
/// }
/// ```
///
/// What is no enum of strings has nothing in it.
fn unconstrained((name, kind): &(Ident, NamedKind)) -> TokenStream {
    let text = (*kind == NamedKind::Enum).then(|| {
        quote! {
            fn text(&self) -> Option<&str> {
                Some(self.as_str())
            }
        }
    });
    quote! {
        impl validation::Constrained for #name {
            #text
        }
    }
}

/// ```text
/// #[cfg(feature = "validate")]
/// fn validate(&self) -> Result<(), crate::support::validation::Violations> {
///     crate::support::validation::validate(self)
/// }
/// ```
pub(super) fn method() -> TokenStream {
    quote! {
        #[cfg(feature = "validate")]
        #[inline]
        fn validate(&self) -> Result<(), crate::support::validation::Violations> {
            crate::support::validation::validate(self)
        }
    }
}
