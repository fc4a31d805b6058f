//! Formatting. prettyplease lays out items, but prints no blank lines: items, and the methods of
//! an `impl`, are laid out one by one and joined.

use syn::{Attribute, ImplItem, Item, ItemImpl, ItemTrait, TraitItem, Visibility, parse_quote};

use crate::emit::File;

/// A file of Rust, formatted: its docs, its imports in their groups, its items.
///
/// # Errors
/// Where the tokens are not Rust, which would be a fault of an emitter.
pub fn file(file: File) -> Result<String, syn::Error> {
    let mut sections = vec![module_docs(&file.docs)];
    let parsed = file.parse()?;
    if !parsed.attrs.is_empty() {
        let attributes = prettyplease::unparse(&rust(parsed.attrs, Vec::new()));
        sections.push(attributes.trim_end().to_owned() + "\n");
    }
    let mut imports: [Vec<String>; 4] = Default::default();
    let mut previous: Option<Run> = None;
    let mut items: Vec<String> = Vec::new();
    for item in parsed.items {
        if matches!(&item, Item::Use(import) if matches!(import.vis, Visibility::Inherited)) {
            let text = unparse(item);
            imports[import_group(&text)].push(text);
            continue;
        }
        let run = Run::of(&item);
        let text = self::item(item);
        match items.last_mut() {
            Some(last) if run.is_some() && run == previous => last.push_str(&text),
            _ => items.push(text),
        }
        previous = run;
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

/// Items of which several stand without a blank line between them, as the modules of a list do.
#[derive(PartialEq, Eq)]
enum Run {
    Uses,
    Modules,
    Constants,
}

impl Run {
    /// The run that an item can be part of.
    fn of(item: &Item) -> Option<Self> {
        let (run, attributes) = match item {
            Item::Use(item) => (Self::Uses, &item.attrs),
            Item::Mod(item) => (Self::Modules, &item.attrs),
            Item::Const(item) => (Self::Constants, &item.attrs),
            _ => return None,
        };
        attributes.is_empty().then_some(run)
    }
}

fn item(item: Item) -> String {
    match item {
        Item::Impl(mut block) if block.items.len() > 1 => {
            let members = std::mem::take(&mut block.items);
            let mut around = Around::of_methods();
            let members = members.into_iter().map(|member| {
                let is_method = matches!(member, ImplItem::Fn(_));
                (is_method, around.print(member))
            });
            with_members(&unparse(Item::Impl(block)), members)
        }
        Item::Trait(mut block) if block.items.len() > 1 => {
            let members = std::mem::take(&mut block.items);
            let members = members.into_iter().map(trait_member);
            with_members(&unparse(Item::Trait(block)), members)
        }
        other => unparse(other),
    }
}

fn unparse(item: Item) -> String {
    prettyplease::unparse(&rust(Vec::new(), vec![item]))
}

fn rust(attrs: Vec<Attribute>, items: Vec<Item>) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    }
}

/// A block to print members in, one by one, so that they are indented as within it.
struct Around(syn::File);

impl Around {
    fn of_methods() -> Self {
        let block: ItemImpl = parse_quote!(
            impl ! {}
        );
        Self(rust(Vec::new(), vec![Item::Impl(block)]))
    }

    fn print(&mut self, member: ImplItem) -> String {
        if let [Item::Impl(block)] = self.0.items.as_mut_slice() {
            block.items = vec![member];
        }
        inside(&prettyplease::unparse(&self.0))
    }
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
