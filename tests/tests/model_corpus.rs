//! Models that others wrote load without a problem. The corpus is not part of the project: it
//! is looked for at `TINSMITH_CORPUS` or at `../shared/corpus`.

use std::path::{Path, PathBuf};

use tinsmith::model;
use tinsmith::select::select;

#[test]
fn the_models_of_the_corpus_load_and_all_their_services_can_be_selected() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus at `TINSMITH_CORPUS` or at `../shared/corpus`");
        return;
    };
    for folder in ["protocol-tests", "endpoint-rules"] {
        for path in json_files(&corpus.join(folder)) {
            let name = path.display();
            let model = model::load(&[&path]).unwrap_or_else(|problems| panic!("{problems}"));
            assert!(model.services().next().is_some(), "{name} has no service");
            for (service, _) in model.services() {
                let selection = select(&model, Some(service.id.as_str()), None).unwrap();
                let is_whole = |id| model.shape(id).is_some();
                assert!(selection.shapes.iter().all(is_whole), "{name}");
            }
        }
    }
}

fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let given = std::env::var_os("TINSMITH_CORPUS").map(PathBuf::from);
    Some(given.unwrap_or(beside)).filter(|folder| folder.is_dir())
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let is_json = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    paths.filter(is_json).collect()
}
