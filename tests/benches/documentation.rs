//! Reading documentation: texts of the characters that a reader treats specially, of two sizes each,
//! which must take as long per byte.

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use tinsmith::lower::docs;

/// What is repeated.
const PIECES: [&str; 12] = [
    "<",
    "&",
    "[",
    "*",
    "`",
    "_",
    "](",
    "> ",
    "| a ",
    "<b>",
    "<ul><li>a",
    "https://a)",
];

/// How large the texts are, in bytes.
const SIZES: [usize; 2] = [50_000, 500_000];

fn documentation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("documentation");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    for piece in PIECES {
        for size in SIZES {
            let text = piece.repeat(size / piece.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(piece, size), &text, |bencher, text| {
                bencher.iter(|| docs::markdown(text));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, documentation);
criterion_main!(benches);
