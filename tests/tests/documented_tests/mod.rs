//! The code that READMEs of generated crates show, and the tests among it.

use std::fmt::Write as _;
use std::path::Path;

use tinsmith::{CrateSpec, Generated};

/// The README of a crate.
pub fn readme(generated: &Generated) -> &str {
    let mut files = generated.tree.files();
    let readme = files.find(|(path, _)| *path == Path::new("README.md"));
    readme.expect("a README").1
}

/// The code of a README, block by block.
pub fn blocks(readme: &str) -> impl Iterator<Item = &str> {
    let blocks = readme.split("```rust,").skip(1);
    blocks.map(|block| {
        let (_, code) = block.split_once('\n').expect("code after its kind");
        code.split_once("```").expect("an end of the code").0
    })
}

/// The model of an API of one's own that our own README shows, and the program that calls it there.
pub fn own_api() -> (String, String) {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = std::fs::read_to_string(readme).expect("our own README");
    let block = |kind: &str| {
        let (_, block) = readme.split_once(kind).expect("a block of this kind");
        let (block, _) = block.split_once("```").expect("the end of a block");
        block.to_owned()
    };
    (block("```smithy\n"), block("```rust,ignore\n"))
}

/// The test that each of these services has in its README, where a crate has nothing else, as a module of
/// tests of the crate that has all of them.
pub fn of_each(spec: &CrateSpec, all: &Generated, modules: &[&str]) -> String {
    let mut code = String::from("//! The tests that READMEs show.\n");
    for module in modules {
        let mut summaries = all.services.iter();
        let at = summaries.position(|service| service.module == *module);
        let at = at.unwrap_or_else(|| panic!("no service is the module {module}"));
        let alone = CrateSpec {
            services: vec![spec.services[at].clone()],
            ..spec.clone()
        };
        let alone = tinsmith::generate(&alone).unwrap_or_else(|problems| panic!("{problems}"));
        let test = blocks(readme(&alone)).last().expect("a test");
        assert!(test.contains("#[tokio::test]"), "{module}: {test}");
        let krate = spec.name.replace('-', "_");
        let path = |module: &str| format!("use {krate}::{module}::");
        let test = test.replace(&path(&alone.services[0].module), &path(module));
        let _ = writeln!(code, "\nmod {module} {{\n{test}}}");
    }
    code
}
