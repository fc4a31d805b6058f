//! Models that others wrote load without a problem.

use tinsmith::model;
use tinsmith::select::select;
use tinsmith_tests::corpus;

#[test]
fn the_models_of_the_corpus_load_and_all_their_services_can_be_selected() {
    let Some(folder) = corpus::folder() else {
        return;
    };
    for part in ["protocol-tests", "endpoint-rules"] {
        for path in corpus::models(&folder.join(part)) {
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
