//! Formatting. prettyplease lays out items, but prints no blank lines: items, and the methods of
//! an `impl`, are laid out one by one and joined.

use syn::{ImplItem, Item, ItemImpl, ItemTrait, TraitItem, Visibility, parse_quote};

use crate::emit::File;

/// A file of Rust, formatted: its docs, its imports in their groups, its items.
///
/// # Errors
/// Where the tokens are not Rust, which would be a fault of an emitter.
pub fn file(file: &File) -> Result<String, syn::Error> {
    let mut sections = vec![module_docs(&file.docs)];
    let mut imports: [Vec<String>; 4] = Default::default();
    let mut previous: Option<Item> = None;
    let mut items: Vec<String> = Vec::new();
    for tokens in &file.items {
        let parsed: syn::File = syn::parse2(tokens.clone())?;
        if !parsed.attrs.is_empty() {
            let attributes = syn::File {
                items: Vec::new(),
                ..parsed.clone()
            };
            sections.push(prettyplease::unparse(&attributes).trim_end().to_owned() + "\n");
        }
        for item in parsed.items {
            match &item {
                Item::Use(import) if matches!(import.vis, Visibility::Inherited) => {
                    let text = unparse(item);
                    imports[import_group(&text)].push(text);
                }
                _ if belong_together(previous.as_ref(), &item) => {
                    if let Some(text) = items.last_mut() {
                        text.push_str(&self::item(item.clone()));
                    }
                    previous = Some(item);
                }
                _ => {
                    items.push(self::item(item.clone()));
                    previous = Some(item);
                }
            }
        }
    }
    for group in &mut imports {
        group.sort();
        sections.push(group.concat());
    }
    sections.extend(items);
    sections.retain(|section| !section.is_empty());
    Ok(sections.join("\n"))
}

fn module_docs(docs: &str) -> String {
    docs.lines()
        .map(|line| {
            if line.is_empty() {
                "//!\n".to_owned()
            } else {
                format!("//! {line}\n")
            }
        })
        .collect()
}

/// Which group an import belongs to: the standard library, other crates, this crate, its
/// neighbours.
fn import_group(import: &str) -> usize {
    let path = import.rsplit_once("use ").map_or(import, |(_, path)| path);
    if path.starts_with("std::") {
        0
    } else if path.starts_with("crate::") {
        2
    } else if path.starts_with("super::") {
        3
    } else {
        1
    }
}

/// Whether two items stand without a blank line between them, as the modules of a list do.
fn belong_together(previous: Option<&Item>, next: &Item) -> bool {
    match (previous, next) {
        (Some(Item::Use(a)), Item::Use(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        (Some(Item::Mod(a)), Item::Mod(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        (Some(Item::Const(a)), Item::Const(b)) => a.attrs.is_empty() && b.attrs.is_empty(),
        _ => false,
    }
}

fn item(item: Item) -> String {
    match item {
        Item::Impl(mut block) if block.items.len() > 1 => {
            let members = std::mem::take(&mut block.items);
            let empty = unparse(Item::Impl(block.clone()));
            with_members(&empty, members.into_iter().map(member))
        }
        Item::Trait(mut block) if block.items.len() > 1 => {
            let members = std::mem::take(&mut block.items);
            let empty = unparse(Item::Trait(block.clone()));
            with_members(&empty, members.into_iter().map(trait_member))
        }
        other => unparse(other),
    }
}

fn unparse(item: Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

/// One member of a block, indented as within it; and whether it is a method.
fn member(item: ImplItem) -> (bool, String) {
    let is_method = matches!(item, ImplItem::Fn(_));
    let mut block: ItemImpl = parse_quote!(
        impl ! {}
    );
    block.items.push(item);
    (is_method, inside(&unparse(Item::Impl(block))))
}

/// One member of a trait, likewise.
fn trait_member(item: TraitItem) -> (bool, String) {
    let is_method = matches!(item, TraitItem::Fn(_));
    let mut block: ItemTrait = parse_quote!(
        trait T {}
    );
    block.items.push(item);
    (is_method, inside(&unparse(Item::Trait(block))))
}

/// What stands in a block.
fn inside(block: &str) -> String {
    let inside = block.split_once("{\n").map_or(block, |(_, inside)| inside);
    inside.strip_suffix("}\n").unwrap_or(inside).to_owned()
}

/// Puts members into an empty block, a blank line before and after each method.
fn with_members(block: &str, members: impl Iterator<Item = (bool, String)>) -> String {
    let block = block.trim_end();
    let mut text = block
        .strip_suffix('}')
        .unwrap_or(block)
        .trim_end()
        .to_owned();
    text.push('\n');
    let mut previous_is_method = None;
    for (is_method, member) in members {
        if previous_is_method.is_some_and(|previous| previous || is_method) {
            text.push('\n');
        }
        text += &member;
        previous_is_method = Some(is_method);
    }
    text += "}\n";
    text
}
