//! Generating a crate in memory, from the files of its model: ours, and of AWS's where they are.

use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tinsmith::{CrateSpec, ServiceSpec};
use tinsmith_tests::corpus;

/// Which of AWS's models.
const MODELS: [&str; 2] = ["license-manager.json", "sagemaker.json"];

fn generation(criterion: &mut Criterion) {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/license-manager.json");
    measure(criterion, "five operations", ours);
    let models = corpus::aws_models(Path::new(env!("CARGO_TARGET_TMPDIR")));
    for model in models.into_iter().flatten() {
        let name = model
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if MODELS.contains(&name.as_str()) {
            measure(criterion, &name, model);
        }
    }
}

/// How long it takes, over how much is generated.
fn measure(criterion: &mut Criterion, name: &str, model: PathBuf) {
    let spec = CrateSpec {
        name: "generated".to_owned(),
        services: vec![ServiceSpec {
            model: vec![model],
            ..ServiceSpec::default()
        }],
        command: "cargo bench".to_owned(),
        ..CrateSpec::default()
    };
    let generate = || tinsmith::generate(&spec).expect("a crate");
    let bytes = generate()
        .tree
        .files()
        .map(|(_, text)| text.len() as u64)
        .sum();
    let mut group = criterion.benchmark_group("generation");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(10));
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function(name, |bencher| bencher.iter(generate));
    group.finish();
}

criterion_group!(benches, generation);
criterion_main!(benches);
