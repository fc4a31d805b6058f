//! What real services have answered in XML is read through generated code as botocore reads it: each
//! answer of the corpus is a test that the model carries, with the values that botocore has read, and
//! another one of what is told beside them.

mod answer;
mod differences;
mod metadata;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use answer::Answer;
use serde_json::{Value, json};
use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;
use tinsmith_tests::model_cases::{ModelWithCases, RESPONSES, name_of};
use tinsmith_tests::outcome::Outcome;
use tinsmith_tests::workspace::Workspace;

/// Services as botocore calls them, with the files of their models and the protocols that they answered
/// in.
const SERVICES: [(&str, &str, &str); 14] = [
    ("autoscaling", "auto-scaling", "awsQuery"),
    ("cloudformation", "cloudformation", "awsQuery"),
    ("cloudfront", "cloudfront", "restXml"),
    ("ec2", "ec2", "ec2Query"),
    ("elasticbeanstalk", "elastic-beanstalk", "awsQuery"),
    ("elb", "elastic-load-balancing", "awsQuery"),
    ("iam", "iam", "awsQuery"),
    ("rds", "rds", "awsQuery"),
    ("redshift", "redshift", "awsQuery"),
    ("route53", "route-53", "restXml"),
    ("s3", "s3", "restXml"),
    ("ses", "ses", "awsQuery"),
    ("sns", "sns", "awsQuery"),
    ("sts", "sts", "awsQuery"),
];

/// The answers whose services have no model here.
const WITHOUT_MODEL: [&str; 1] = ["importexport-get-status"];

#[test]
fn real_answers_are_read_as_botocore_reads_them() {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(folder) = corpus::xml_answers(tmp) else {
        return;
    };
    let (Some(models), Some(more)) = (corpus::aws_models(tmp), corpus::more_aws_models(tmp)) else {
        return;
    };
    let models = [models, more].concat();
    let answers = Answer::all(&folder);
    assert_eq!(answers.len(), 163);
    let is_there = |answer: &Answer| SERVICES.iter().any(|(name, ..)| *name == answer.service());
    let (there, missing): (Vec<_>, Vec<_>) = answers.into_iter().partition(is_there);
    let missing: Vec<&str> = missing.iter().map(|answer| answer.name.as_str()).collect();
    println!(
        "{} answers are read, {missing:?} are of no model",
        there.len()
    );
    assert_eq!(missing, WITHOUT_MODEL);

    let (tests, outcome) = run(&models, there);
    assert!(outcome.failed.is_empty(), "{}", outcome.report);
    assert_eq!(outcome.passed.len(), tests, "{:#?}", outcome.passed);
}

/// Reads these answers with a generated crate: how many tests there have to be, and how they went.
fn run(models: &[PathBuf], answers: Vec<Answer>) -> (usize, Outcome) {
    let workspace = Workspace::new(env!("CARGO_TARGET_TMPDIR"), "xml-answers", &["crate"]);
    let mut of_services: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for mut answer in answers {
        differences::settle(&mut answer);
        let service = answer.service().to_owned();
        of_services.entry(service).or_default().push(answer);
    }
    let services = SERVICES.iter().map(|(service, file, protocol)| {
        let model = corpus::model(models, file).expect("the corpus has the model");
        let answers = &of_services[*service];
        Answered::new(ModelWithCases::read(model), protocol, answers)
    });
    let services: Vec<Answered<'_>> = services.collect();
    let specs = SERVICES
        .iter()
        .zip(&services)
        .map(|((service, _, protocol), answered)| {
            let path = format!("models/{service}.json");
            workspace.write(&path, &answered.model.text());
            ServiceSpec {
                model: vec![workspace.folder().join(path)],
                operations: Some(answered.operations()),
                protocol: Some((*protocol).into()),
                ..ServiceSpec::default()
            }
        });
    let spec = CrateSpec {
        name: "answers".to_owned(),
        services: specs.collect(),
        tests: true,
        ..CrateSpec::default()
    };
    let generated = workspace.generate("crate", &spec);
    let modules: Vec<&str> = generated
        .services
        .iter()
        .map(|s| s.module.as_str())
        .collect();
    let answers = modules.iter().zip(&services).flat_map(|(module, service)| {
        let answers = service.answers.iter();
        answers.map(move |(answer, operation)| (*answer, *module, operation.as_str()))
    });
    let (metadata, tests) = metadata::file(answers);
    workspace.write("crate/tests/metadata.rs", &metadata);
    let features = modules.join(",").replace('_', "-");
    let mut cargo = workspace.cargo(&["test", "--no-default-features", "--no-fail-fast"]);
    let cargo = cargo.args(["--tests", "--features", &features]);
    let values: usize = services.iter().map(|service| service.values).sum();
    (values + tests, Outcome::of(cargo))
}

/// A service, whose model has its answers as tests.
struct Answered<'a> {
    model: ModelWithCases,
    /// The answers with the ids of their operations.
    answers: Vec<(&'a Answer, String)>,
    /// How many of them became tests of the model.
    values: usize,
}

impl<'a> Answered<'a> {
    fn new(mut model: ModelWithCases, protocol: &str, answers: &'a [Answer]) -> Self {
        let answers = answers.iter().map(|answer| {
            let operation = model.operation(&answer.operation());
            let operation = operation.unwrap_or_else(|| panic!("no operation of {}", answer.name));
            (answer, operation)
        });
        let answers: Vec<(&Answer, String)> = answers.collect();
        let mut values = 0;
        for (answer, operation) in &answers {
            values += usize::from(add(&mut model, operation, protocol, answer));
        }
        Self {
            model,
            answers,
            values,
        }
    }

    fn operations(&self) -> Vec<String> {
        let names = self.answers.iter().map(|(_, id)| name_of(id).to_owned());
        let names: BTreeSet<String> = names.collect();
        names.into_iter().collect()
    }
}

/// Gives a model an answer as a test; says whether it has a shape for it, as there is none for an error
/// that the operation does not list.
fn add(model: &mut ModelWithCases, operation: &str, protocol: &str, answer: &Answer) -> bool {
    let (shape, read) = if answer.is_error {
        let code = answer.read["Error"]["Code"].as_str();
        let Some(error) = model.error(operation, code.expect("an error has a code")) else {
            return false;
        };
        let message = model.member(&error, "message");
        let message = message.map(|member| (member, answer.read["Error"]["Message"].clone()));
        (Some(error), Value::Object(message.into_iter().collect()))
    } else {
        (model.structure(operation, "output"), answer.read.clone())
    };
    let shape = shape.unwrap_or_else(|| "smithy.api#Unit".to_owned());
    let params = model.params(&shape, &read);
    let case = json!({
        "id": answer.name,
        "protocol": format!("aws.protocols#{protocol}"),
        "code": answer.status(),
        "body": answer.xml,
        "bodyMediaType": "application/xml",
        "params": params.unwrap_or_else(|error| panic!("{}: {error}", answer.name)),
    });
    model.add(
        if answer.is_error { &shape } else { operation },
        RESPONSES,
        case,
    );
    true
}
