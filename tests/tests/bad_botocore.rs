//! Models of botocore's that are wrong: each folder in `fixtures/bad/botocore` holds problems of one kind.

mod bad_fixtures;

use std::fs;
use std::path::Path;

use bad_fixtures::rendered;
use tinsmith::diagnostic::{Code, Diagnostics};
use tinsmith::{CrateSpec, ServiceSpec, model};

/// What is told of the model at this path, from where tests are run.
fn told(path: &Path) -> Diagnostics {
    let spec = CrateSpec {
        name: "library".to_owned(),
        services: vec![ServiceSpec {
            model: vec![path.to_owned()],
            ..ServiceSpec::default()
        }],
        ..CrateSpec::default()
    };
    match tinsmith::generate(&spec) {
        Err(problems) => problems,
        Ok(_) => panic!("nothing is wrong with {}", path.display()),
    }
}

#[test]
fn each_problem_of_a_folder_is_told_with_its_place_and_what_to_do() {
    let mut folders: Vec<_> = fs::read_dir("fixtures/bad/botocore")
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    assert!(folders.len() > 5);
    for folder in folders {
        let name = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let problems = told(&folder);
        insta::assert_snapshot!(name.clone(), problems);
        insta::assert_snapshot!(format!("{name}_rendered"), rendered(&problems));
    }
}

#[test]
fn a_service_that_is_not_there_is_told_with_the_nearest_that_is() {
    for path in [
        "fixtures/from_botocore/fery",
        "fixtures/from_botocore/fery/2024-05-01",
    ] {
        let problems = told(Path::new(path));
        let text = problems.to_string();
        assert!(
            text.contains("did you mean `fixtures/from_botocore/ferry`?"),
            "{text}"
        );
        assert!(
            problems
                .iter()
                .all(|problem| problem.code() == Code::UnreadableFile)
        );
    }
}

#[test]
fn a_file_that_claims_to_be_gigabytes_is_not_unpacked_any_further_than_may_be() {
    use std::io::Write as _;

    let folder = tempfile::tempdir().expect("a folder");
    let file = fs::File::create(folder.path().join("service-2.json.gz")).expect("a file");
    let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..=tinsmith::limits::UNPACKED >> 20 {
        encoder.write_all(&blanks).expect("it is written");
    }
    encoder.finish().expect("it is written");
    let problems = model::load(&[folder.path()]).expect_err("it is too large");
    let told: Vec<(Code, bool)> = problems
        .iter()
        .map(|problem| {
            (
                problem.code(),
                problem
                    .message()
                    .ends_with("it unpacks to more than 64 MiB"),
            )
        })
        .collect();
    assert_eq!(told, [(Code::UnreadableFile, true)], "{problems}");
}
