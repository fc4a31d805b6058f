//! A model whose texts are replaced, one at a time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Once;

use proc_macro2::TokenStream;
use rayon::ThreadPoolBuilder;
use serde_json::Value;
use tinsmith::diagnostic::Diagnostics;
use tinsmith::emit::{self, Context, CrateInfo, FileSource, Metadata};
use tinsmith::output::Tree;
use tinsmith::rust::Scope;
use tinsmith::select::select;
use tinsmith::{lower, model, protocol};

use crate::fixture_models;

/// Names that no service's module can have.
const MODULES: &[&str] = &[
    "client", "default", "https", "sigv4a", "support", "validate",
];

/// A model, of one file or more, the last of which has the texts.
pub struct Walk {
    /// The file with the texts.
    pub name: String,
    /// What it says.
    pub model: Value,
    others: Vec<String>,
    services: Vec<String>,
    /// What is generated of the model as it is.
    files: BTreeMap<PathBuf, String>,
    /// The same before it is formatted, by where it goes.
    unformatted: BTreeMap<String, String>,
}

/// All models of our own; those that carry tests of protocols are in two files, each of which has its
/// turn. What is done with them side by side then has as much of the stack as the library would give
/// it, also where a thread that waits takes up what another has left.
pub fn all() -> Vec<Walk> {
    static THREADS: Once = Once::new();
    THREADS.call_once(|| {
        let threads = ThreadPoolBuilder::new().stack_size(64 << 20);
        threads.build_global().expect("threads");
    });
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let (tests, models) = (fixtures.join("protocol-tests"), fixtures.join("models"));
    let with_tests = [
        "cold_store",
        "event_streams",
        "ferry",
        "gateway",
        "harbour",
        "oracle",
        "signpost",
        "storehouse",
    ];
    let with_tests = with_tests.iter().flat_map(|name| {
        let model = [&tests, &models].map(|folder| folder.join(format!("{name}.json")));
        let model = model.into_iter().find(|model| model.exists());
        let model = model.expect("a model that has tests");
        let tests = tests.join(format!("{name}.right.json"));
        [vec![tests.clone(), model.clone()], vec![model, tests]]
    });
    let models = fixture_models::all().into_iter().map(|path| vec![path]);
    models
        .chain(with_tests)
        .map(|files| Walk::of(&files))
        .collect()
}

impl Walk {
    fn of(files: &[PathBuf]) -> Self {
        let texts = files
            .iter()
            .map(|file| std::fs::read_to_string(file).expect("a readable fixture"));
        let mut others: Vec<String> = texts.collect();
        let loaded = model::load(files).unwrap_or_else(|problems| panic!("{problems}"));
        let last = others.pop().unwrap_or_default();
        let name = files.last().and_then(|file| file.file_name());
        let mut walk = Self {
            name: name.unwrap_or_default().to_string_lossy().into_owned(),
            model: serde_json::from_str(&last).expect("JSON"),
            others,
            services: loaded
                .services()
                .map(|(shape, _)| shape.id.to_string())
                .collect(),
            files: BTreeMap::new(),
            unformatted: BTreeMap::new(),
        };
        let generated = walk.generate(&walk.model);
        let (tree, unformatted) =
            generated.unwrap_or_else(|problems| panic!("{}: {problems}", walk.name));
        let files = tree.files();
        walk.files = files
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect();
        walk.unformatted = unformatted;
        walk
    }

    /// What is generated otherwise when the model says this.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn changes(&self, model: &Value) -> Result<Vec<(PathBuf, String)>, Diagnostics> {
        let (tree, _) = self.generate(model)?;
        let files = tree.files();
        let changed = files.filter(|(path, text)| {
            let known = self.files.get(*path);
            known.is_none_or(|known| known != text)
        });
        Ok(changed
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect())
    }

    /// The files that a model has a say in, and what is formatted to be those of Rust. To format takes longest by far,
    /// so that files are left out that come out as they are known to.
    fn generate(&self, model: &Value) -> Result<(Tree, BTreeMap<String, String>), Diagnostics> {
        let texts = self.others.iter().cloned().chain([model.to_string()]);
        let model = model::parse(texts.map(|text| ("model.json", text)))?;
        let mut modules = Scope::of_modules(MODULES);
        let mut services = Vec::new();
        for id in &self.services {
            let selection = select(&model, Some(id), None)?;
            let protocol = protocol::of(&model, selection.service)?;
            let mut service = lower::lower(&model, &selection, &protocol.rules(), &mut modules)?;
            service.tests = Some(lower::model_tests(&model, selection.service, &service));
            services.push((service, protocol));
        }
        let contexts = services.iter();
        let contexts: Vec<Context<'_>> = contexts
            .map(|(service, protocol)| Context::new("fixtures", service, protocol, true))
            .collect();
        let mut files: Vec<FileSource<'_>> = contexts.iter().flat_map(emit::service).collect();
        files.extend(emit::model_tests(&contexts));
        let mut unformatted = BTreeMap::new();
        files.retain(|source| {
            let file = source();
            let text = format!("{:?} {} {}", file.service, file.docs, joined(&file.items));
            let is_known = self.unformatted.get(&file.path) == Some(&text);
            unformatted.insert(file.path, text);
            !is_known
        });
        let info = CrateInfo {
            name: "fixtures".to_owned(),
            version: "0.1.0".to_owned(),
            command: "test".to_owned(),
            metadata: Metadata::default(),
        };
        let mut texts = emit::texts(&info, &contexts);
        texts.retain(|text| {
            let is_known = self.unformatted.get(&text.path) == Some(&text.text);
            unformatted.insert(text.path.clone(), text.text.clone());
            !is_known
        });
        let tree = Tree::new(&files, texts)?;
        Ok((tree, unformatted))
    }
}

/// The tokens of items, as they are.
fn joined(items: &[TokenStream]) -> String {
    let items = items.iter().map(ToString::to_string);
    items.collect::<Vec<_>>().join("\n")
}
