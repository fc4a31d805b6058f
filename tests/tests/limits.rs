//! How deep and how large models may be: each bound lets through what it says, on the stack that
//! generating has in a debug build, and what is one further is told.

mod deep_models;

use std::path::PathBuf;

use deep_models::{LISTS, MAPS, Model, STRUCTURES, UNIONS, list, map, structure, union, value};
use serde_json::{Map, Value, json};
use tinsmith::diagnostic::{Code, Diagnostics};
use tinsmith::limits::{
    DIAGRAM_DEPTH, EXPRESSION_DEPTH, JSON_NESTING, REQUIRED_MEMBERS, REQUIRED_VALUES, TYPE_DEPTH,
};
use tinsmith::model;
use tinsmith::{CrateSpec, Generated, ServiceSpec};

/// Generates the crate of a model, with its tests.
fn generate(model: &Model) -> Result<Generated, Diagnostics> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), model.text()).expect("it can be written");
    let model: Vec<PathBuf> = vec![file.path().to_owned()];
    let spec = CrateSpec {
        services: vec![ServiceSpec {
            model,
            ..ServiceSpec::default()
        }],
        tests: true,
        ..CrateSpec::default()
    };
    tinsmith::generate(&spec)
}

#[track_caller]
fn passes(model: &Model) {
    if let Err(problems) = generate(model) {
        panic!("{problems}");
    }
}

/// The only problem that there is, which has a place and says what to do.
#[track_caller]
fn told(model: &Model, code: Code, limit: usize) -> String {
    let problems = match generate(model) {
        Err(problems) => problems,
        Ok(_) => panic!("nothing is told"),
    };
    let text = problems.to_string();
    assert_eq!(problems.len(), 1, "{text}");
    let problem = problems.iter().next().expect("there is one");
    assert_eq!(problem.code(), code, "{text}");
    assert!(
        !problem.places().is_empty() && text.contains("help: "),
        "{text}"
    );
    assert!(problem.message().contains(&limit.to_string()), "{text}");
    problem.message().to_owned()
}

#[test]
fn types_are_as_deep_as_the_compiler_looks_into_them() {
    type Shape = fn(&str) -> Value;
    let kinds: [(usize, Shape); 4] = [
        (LISTS, list),
        (MAPS, map),
        (STRUCTURES, structure),
        (UNIONS, union),
    ];
    for (limit, shape) in kinds {
        passes(&Model::default().nested("T", limit, shape));
        for more in [limit + 1, 500] {
            let message = told(
                &Model::default().nested("T", more, shape),
                Code::BeyondLimit,
                TYPE_DEPTH,
            );
            assert!(
                message.contains("levels within `DrawInput`, and in one other message"),
                "{message}"
            );
        }
    }
}

#[test]
fn a_chain_of_ten_thousand_structures_is_told() {
    told(
        &Model::default().nested("T", 10_000, structure),
        Code::BeyondLimit,
        TYPE_DEPTH,
    );
}

#[test]
fn structures_within_themselves_are_as_deep_as_they_are_many() {
    // The compiler goes along the longest way before it meets one that it knows.
    let circle = |count: usize| {
        (0..count).fold(Model::default().member("s", "deep#S0"), |model, at| {
            let next = (at + 1) % count;
            let members: Map<String, Value> = (0..count)
                .map(|to| (to + next) % count)
                .map(|to| (format!("m{to}"), json!({ "target": format!("deep#S{to}") })))
                .collect();
            model.shape(
                &format!("S{at}"),
                json!({ "type": "structure", "members": members }),
            )
        })
    };
    passes(&circle(30));
    told(&circle(60), Code::BeyondLimit, TYPE_DEPTH);
}

#[test]
fn an_operation_that_is_not_wanted_may_go_as_deep_as_it_likes() {
    let deep = Model::default().nested("T", 500, list).text();
    let model = deep.replace(
        "{\"target\":\"deep#Draw\"}",
        "{\"target\":\"deep#Draw\"},{\"target\":\"deep#Fill\"}",
    );
    let model = model.replace(
        "\"deep#Draw\":",
        "\"deep#Fill\":{\"type\":\"operation\"},\"deep#Draw\":",
    );
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), model).expect("it can be written");
    let spec = |operations| CrateSpec {
        services: vec![ServiceSpec {
            model: vec![file.path().to_owned()],
            operations,
            ..ServiceSpec::default()
        }],
        ..CrateSpec::default()
    };
    assert!(tinsmith::generate(&spec(None)).is_err());
    let fill = tinsmith::generate(&spec(Some(vec!["Fill".to_owned()])));
    assert!(fill.is_ok());
}

#[test]
fn builders_insist_on_so_many_members() {
    let required = |count: usize| {
        (0..count).fold(Model::default(), |model, at| {
            let traits = json!({ "smithy.api#required": {} });
            model.input(&format!("m{at}"), "smithy.api#String", &traits)
        })
    };
    passes(&required(REQUIRED_MEMBERS));
    let message = told(
        &required(REQUIRED_MEMBERS + 1),
        Code::BeyondLimit,
        REQUIRED_MEMBERS,
    );
    assert!(
        message.contains("`DrawInput` has 257 required members"),
        "{message}"
    );
}

#[test]
fn what_is_required_within_what_is_required_is_counted() {
    // Each structure requires two of the next: a value more than twice as many at each level.
    let doubled = |levels: usize| {
        let required = json!({ "smithy.api#required": {} });
        let shape = |next: &str| {
            let member = json!({ "target": next, "traits": required });
            json!({ "type": "structure", "members": { "one": member, "other": member } })
        };
        Model::default().nested("T", levels, shape)
    };
    passes(&doubled(9));
    for levels in [10, 36] {
        told(&doubled(levels), Code::BeyondLimit, REQUIRED_VALUES);
    }
}

#[test]
fn the_paths_of_waiters_are_so_deep() {
    let paths = |levels: usize| {
        let more = levels - 1;
        [
            format!("{}is", "on.".repeat(more)),
            vec!["is"; levels].join(" || "),
            vec!["is"; levels].join(" && "),
            format!("{}is", "!".repeat(more)),
            format!("{}is{}", "(".repeat(more), ")".repeat(more)),
        ]
    };
    for path in paths(EXPRESSION_DEPTH) {
        passes(&Model::default().waiter(&path));
    }
    for levels in [EXPRESSION_DEPTH + 1, 1000, 20_000] {
        for path in paths(levels) {
            told(
                &Model::default().waiter(&path),
                Code::InvalidTrait,
                EXPRESSION_DEPTH,
            );
        }
    }
}

#[test]
fn filters_within_filters_are_generated_to_the_deepest() {
    // A comparison, a call and a projection at each level, and the whole within a call of its own.
    let path = |filters: usize| {
        let (before, after) = ("length(all[?", "]) > `0`");
        format!("{}is{}", before.repeat(filters), after.repeat(filters))
    };
    let fits = |filters: usize| tinsmith::lower::jmespath::parse(&path(filters)).is_ok();
    let deepest = (1..100).take_while(|filters| fits(*filters)).last();
    let deepest = deepest.expect("one fits");
    assert!(deepest >= 15, "{deepest}");
    passes(&Model::default().waiter(&path(deepest)));
    told(
        &Model::default().waiter(&path(deepest + 1)),
        Code::InvalidTrait,
        EXPRESSION_DEPTH,
    );
}

#[test]
fn json_nests_so_deeply_wherever_it_is() {
    // Around it are the definition, its members, the member, and its traits.
    let default = |levels: usize| {
        let traits = json!({ "smithy.api#default": value(levels) });
        Model::default().input("value", "smithy.api#Document", &traits)
    };
    passes(&default(JSON_NESTING - 4));
    let message = told(&default(JSON_NESTING - 3), Code::BeyondLimit, JSON_NESTING);
    assert!(
        message.starts_with("the definition of `DrawInput` has more than"),
        "{message}"
    );
    told(&default(300), Code::BeyondLimit, JSON_NESTING);

    // Around it are the definition, its traits, the examples, the first, and its input.
    let example = |levels: usize| {
        let example = json!([{ "title": "deep", "input": { "value": value(levels) } }]);
        Model::default()
            .input("value", "smithy.api#Document", &json!({}))
            .of_operation("smithy.api#examples", example)
    };
    passes(&example(JSON_NESTING - 5));
    told(&example(JSON_NESTING - 4), Code::BeyondLimit, JSON_NESTING);

    // Around it are the file and its metadata.
    passes(&Model::default().metadata(value(JSON_NESTING - 2)));
    let metadata = Model::default().metadata(value(JSON_NESTING - 1));
    told(&metadata, Code::BeyondLimit, JSON_NESTING);
}

#[test]
fn endpoint_rules_are_as_deep_as_json() {
    let rules = |rule: Value| {
        let rules = json!({
            "version": "1.0",
            "parameters": { "Region": { "type": "String", "builtIn": "AWS::Region" } },
            "rules": [rule]
        });
        Model::default().of_service("smithy.rules#endpointRuleSet", rules)
    };
    let end = || json!({ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://a.example" } });
    let is_set = || json!({ "fn": "isSet", "argv": [{ "ref": "Region" }] });
    // Two more rules each, so that nothing is simplified away.
    let tree = |levels: usize| {
        let inside =
            |inner, _| json!({ "type": "tree", "conditions": [is_set()], "rules": [inner, end()] });
        rules((0..levels).fold(end(), inside))
    };
    let call = |levels: usize| {
        let inside = |inner, _| json!({ "fn": "not", "argv": [inner] });
        let condition = (0..levels).fold(is_set(), inside);
        rules(
            json!({ "type": "endpoint", "conditions": [condition], "endpoint": { "url": "https://a.example" } }),
        )
    };
    // Around these are the definition, its traits, the rule set and its list of rules, and within
    // them an endpoint, or a condition's reference.
    for (most, of) in [
        (60, &tree as &dyn Fn(usize) -> Model),
        (58, &call as &dyn Fn(usize) -> Model),
    ] {
        passes(&of(most));
        for more in [most + 2, 150] {
            told(&of(more), Code::BeyondLimit, JSON_NESTING);
        }
    }
}

#[test]
fn a_diagram_of_endpoints_asks_so_many_conditions() {
    let asking = |conditions: i32| {
        let result = 100_000_001;
        // The first node is none: the reference 1 stands for the end.
        let nodes = (0..=conditions).flat_map(|at| {
            let next = if at == conditions { result } else { at + 2 };
            [0, next, -1].into_iter().flat_map(i32::to_be_bytes)
        });
        let nodes: Vec<u8> = nodes.collect();
        let diagram = json!({
            "version": "1.1",
            "parameters": { "Region": { "type": "String", "builtIn": "AWS::Region" } },
            "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }],
            "results": [{ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://a.example" } }],
            "root": 2,
            "nodeCount": conditions + 1,
            "nodes": aws_smithy_types::base64::encode(nodes),
        });
        Model::default().of_service("smithy.rules#endpointBdd", diagram)
    };
    let limit = i32::try_from(DIAGRAM_DEPTH).expect("a small one");
    passes(&asking(limit));
    for more in [limit + 1, 100_000] {
        told(&asking(more), Code::InvalidTrait, DIAGRAM_DEPTH);
    }
}

#[test]
fn what_is_long_and_not_deep_has_no_limit() {
    let mixin = |at: usize, next: Option<usize>| {
        let mixins: Vec<Value> = next
            .map(|next| json!({ "target": format!("deep#M{next}") }))
            .into_iter()
            .collect();
        let name = format!("m{at}");
        json!({
            "type": "structure",
            "members": { name: { "target": "smithy.api#String" } },
            "mixins": mixins,
            "traits": { "smithy.api#mixin": {} },
        })
    };
    let count = 20_000;
    let chain = (0..count).fold(Model::default(), |model, at| {
        let next = (at + 1 < count).then_some(at + 1);
        model.shape(&format!("M{at}"), mixin(at, next))
    });
    let user = json!({ "type": "structure", "mixins": [{ "target": "deep#M0" }] });
    let model = model_of(&chain.shape("User", user));
    let user = model
        .shape(&"deep#User".parse().expect("an id"))
        .expect("it is there");
    assert_eq!(user.members().count(), count);
    let last = user.members().last().expect("the last");
    // Depth first: the first mixin's own member comes after all that it got.
    assert_eq!(
        (last.name.as_str(), last.id.to_string().as_str()),
        ("m0", "deep#User$m0")
    );

    let side_by_side = (0..count).fold(Model::default(), |model, at| {
        model.shape(&format!("M{at}"), mixin(at, None))
    });
    let mixins: Vec<Value> = (0..count)
        .map(|at| json!({ "target": format!("deep#M{at}") }))
        .collect();
    let user = json!({ "type": "structure", "mixins": mixins });
    let model = model_of(&side_by_side.shape("User", user));
    let user = model
        .shape(&"deep#User".parse().expect("an id"))
        .expect("it is there");
    assert_eq!(user.members().count(), count);

    let required = json!({ "smithy.api#required": {} });
    let chain = Model::default().nested("T", count, |next| {
        json!({ "type": "structure", "members": { "next": { "target": next, "traits": required } } })
    });
    model_of(&chain);
}

fn model_of(model: &Model) -> model::Model {
    model::parse([("model.json", model.text())]).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn a_structure_of_very_many_members_has_nothing_that_nests_by_their_number() {
    let many = |count: usize| {
        let hidden = json!({ "smithy.api#sensitive": {} });
        let model = (0..count).fold(Model::default(), |model, at| {
            model.input(&format!("m{at}"), "smithy.api#String", &json!({}))
        });
        let model = model.input("hidden", "smithy.api#String", &hidden);
        let generated = generate(&model).unwrap_or_else(|problems| panic!("{problems}"));
        let files = generated.tree.files();
        let mut texts = files.map(|(_, text)| text);
        texts
            .find(|text| text.contains("pub struct DrawInput"))
            .expect("the input")
            .to_owned()
    };
    let few = many(100);
    assert!(few.contains("PartialEq)]\n#[non_exhaustive]\npub struct DrawInput {"));
    let large = many(2000);
    assert!(large.contains("#[derive(Clone, Default)]\n#[non_exhaustive]\npub struct DrawInput {"));
    assert!(large.contains("impl PartialEq for DrawInput {"));
    assert!(large.contains("        fields.field(\"hidden\", &redacted::Redacted);\n"));
}
