//! An outline of a file: the names in it, one line for each item.

use syn::{ImplItem, Item, Visibility};

/// The outline of a file of Rust.
pub fn of(file: &str) -> String {
    let file = syn::parse_file(file).expect("generated code is Rust");
    let lines = file.items.iter().filter_map(line);
    lines.map(|line| line + "\n").collect()
}

fn line(item: &Item) -> Option<String> {
    Some(match item {
        Item::Mod(module) => format!("mod {}", module.ident),
        Item::Trait(item) => format!("trait {}", item.ident),
        Item::Struct(item) => {
            let types = item
                .generics
                .type_params()
                .map(|parameter| parameter.ident.to_string());
            let types: Vec<String> = types.collect();
            let types = if types.is_empty() {
                String::new()
            } else {
                format!("<{}>", types.join(", "))
            };
            let fields = item.fields.iter().filter(|field| is_public(&field.vis));
            let fields = fields.filter_map(|field| field.ident.as_ref());
            with_names(format!("struct {}{types}", item.ident), fields)
        }
        Item::Enum(item) => {
            let variants = item.variants.iter().map(|variant| &variant.ident);
            with_names(format!("enum {}", item.ident), variants)
        }
        Item::Impl(item) if item.trait_.is_none() => {
            let functions = item.items.iter().filter_map(|item| match item {
                ImplItem::Fn(function) if is_public(&function.vis) => Some(&function.sig.ident),
                _ => None,
            });
            let names = with_names("    fn".to_owned(), functions);
            if names.trim() == "fn" {
                return None;
            }
            names
        }
        _ => return None,
    })
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn with_names<'a>(what: String, names: impl Iterator<Item = &'a syn::Ident>) -> String {
    let names: Vec<String> = names.map(ToString::to_string).collect();
    if names.is_empty() {
        what
    } else {
        format!("{what} {{ {} }}", names.join(", "))
    }
}
