//! Services that come from botocore and from a model in Smithy at once. What either says of a shape differs in places
//! without number; what is wrong is that there are both.

use std::collections::BTreeMap;

use super::draft::{Draft, Form};
use super::sources::Sources;
use super::traits::AwsService;
use super::written::Written;
use crate::diagnostic::{Code, Diagnostic};

/// Two definitions of one service.
pub(super) struct Rivals {
    of_botocore: Draft,
    of_smithy: Draft,
}

/// The services that there are twice.
pub(super) fn of(written: &[Written], sources: &Sources) -> Vec<Rivals> {
    let drafts = written.iter().flat_map(|written| &written.drafts);
    let services = drafts.filter(|draft| matches!(draft.form, Form::Service(_)));
    let services = services.filter_map(|draft| {
        let AwsService { sdk_id, .. } = draft.traits.get()?;
        Some((sdk_id, draft))
    });
    let mut by_sdk_id: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
    for (sdk_id, draft) in services {
        by_sdk_id.entry(sdk_id).or_default().push(draft);
    }
    let rivals = by_sdk_id.into_values().filter_map(|drafts| {
        let is_of_botocore = |draft: &&Draft| sources.is_file_of_botocore(draft.origin.file);
        let (of_botocore, of_smithy): (Vec<_>, Vec<_>) =
            drafts.into_iter().partition(is_of_botocore);
        Some(Rivals {
            of_botocore: (*of_botocore.first()?).clone(),
            of_smithy: (*of_smithy.first()?).clone(),
        })
    });
    rivals.collect()
}

impl Rivals {
    /// Whether they have one id, so that they may be one where nothing of them differs.
    pub(super) fn have_one_id(&self) -> bool {
        self.of_botocore.id == self.of_smithy.id
    }

    /// That there are both.
    pub(super) fn problem(&self, sources: &Sources) -> Diagnostic {
        let sdk_id = self.of_smithy.traits.get::<AwsService>();
        let name = sdk_id.map_or_else(String::new, |AwsService { sdk_id, .. }| sdk_id);
        let message = format!(
            "the service `{name}` comes from botocore and from a model in Smithy, which do not agree"
        );
        let place = |draft: &Draft, note| Some(draft.place(sources)?.note(note));
        Diagnostic::new(Code::ConflictingDefinitions, message)
            .shape(&self.of_botocore.id)
            .at(place(&self.of_botocore, "botocore's is here"))
            .at(place(&self.of_smithy, "the model in Smithy is here"))
            .help("give one of the two; the model in Smithy says more")
    }
}
