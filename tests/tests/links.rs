//! What the pages of this repository link to is there: files and folders, and headings in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The pages, from the root of the repository.
fn pages() -> Vec<PathBuf> {
    let docs = fs::read_dir(root().join("codegen/docs")).expect("the folder of the pages");
    let docs = docs.map(|entry| entry.expect("an entry of the folder").path());
    let others = [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "generated/README.md",
    ];
    let others = others.map(|page| root().join(page));
    docs.chain(others).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What a page has for links: where they lead, and the anchors of its headings.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    anchors: BTreeSet<String>,
}

impl Page {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let mut page = Self::default();
        let mut seen = BTreeMap::new();
        let mut heading = None;
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor(&heading.take().unwrap_or_default());
                    page.anchors.insert(numbered(&anchor, &mut seen));
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page
    }
}

/// The anchor that GitHub gives a heading: its letters and digits, small, and `-` for each space.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    });
    kept.collect::<String>().to_lowercase()
}

/// A heading that is there again has a number behind it.
fn numbered(anchor: &str, seen: &mut BTreeMap<String, u32>) -> String {
    let times = seen.entry(anchor.to_owned()).or_default();
    *times += 1;
    match *times {
        1 => anchor.to_owned(),
        times => format!("{anchor}-{}", times - 1),
    }
}

/// What is wrong with a link of a page, if anything.
fn fault(page: &Path, link: &str) -> Option<String> {
    if link.contains("://") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let folder = page.parent().expect("a page is in a folder");
    let target = if path.is_empty() {
        page.to_owned()
    } else {
        folder.join(path)
    };
    if !target.exists() {
        return Some(format!("{}: nothing is at {link}", page.display()));
    }
    let leads_there = anchor.is_empty() || Page::read(&target).anchors.contains(anchor);
    (!leads_there).then(|| format!("{}: no heading is {link}", page.display()))
}

#[test]
fn every_link_leads_somewhere() {
    let faults: Vec<String> = pages()
        .iter()
        .flat_map(|path| {
            let links = Page::read(path).links.into_iter();
            links.filter_map(|link| fault(path, &link))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pages_link_to_each_other_in_rustdoc_too() {
    let docs = root().join("codegen/src/docs.rs");
    let docs = fs::read_to_string(docs).expect("the list of the pages");
    let pages = pages().into_iter().filter(|page| {
        page.ends_with("docs")
            || page
                .parent()
                .is_some_and(|folder| folder.ends_with("codegen/docs"))
    });
    for path in pages {
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            docs.contains(&format!("    {name}\n")),
            "{name} is not listed in docs.rs"
        );
        for link in Page::read(&path).links {
            let is_page = link
                .split('#')
                .next()
                .is_some_and(|file| !file.is_empty() && !file.contains('/') && !file.contains(':'));
            assert!(
                !is_page || docs.contains(&format!("[{link}]: ")),
                "{name}: docs.rs does not say where {link} leads"
            );
        }
    }
}

#[test]
fn a_heading_is_found_by_its_anchor_and_a_file_by_its_path() {
    let readme = root().join("README.md");
    assert_eq!(fault(&readme, "#when-the-model-changes"), None);
    assert_eq!(fault(&readme, "codegen/docs/errors.md#what-fails"), None);
    assert!(fault(&readme, "#what-was-there").is_some());
    assert!(fault(&readme, "codegen/docs/nothing.md").is_some());
    assert_eq!(anchor("`[crate]`: A, b_c"), "crate-a-b_c");
}
