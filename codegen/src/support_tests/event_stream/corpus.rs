//! Frames that others have collected, sound and broken.

use std::fs;
use std::process::Command;

use super::super::endpoint::corpus::corpus_folder;
use super::tides::read;
use crate::support::event_stream::StreamError;

#[test]
fn frames_that_others_have_collected_are_read_or_told() {
    let archive = corpus_folder().map(|folder| folder.join("eventstream-frames.tar.xz"));
    let Some(archive) = archive.filter(|archive| archive.is_file()) else {
        println!("skipped: there is no corpus with `eventstream-frames.tar.xz`");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut tar = Command::new("tar");
    tar.arg("-xJf").arg(archive).arg("-C").arg(folder.path());
    assert!(tar.status().unwrap().success());
    let (mut sound, mut broken) = (0, 0);
    for entry in fs::read_dir(folder.path().join("eventstream-frames")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (events, error) = read(&fs::read(&path).unwrap());
        assert_eq!(events, [], "{name}");
        if name.starts_with("valid") {
            // The frame is whole; none of them says what it is.
            assert!(
                matches!(error, Some(StreamError::Unreadable(_))),
                "{name}: {error:?}"
            );
            sound += 1;
        } else if name.starts_with("invalid") {
            assert!(
                matches!(
                    error,
                    Some(StreamError::Frame(_) | StreamError::Interrupted(_))
                ),
                "{name}: {error:?}"
            );
            broken += 1;
        }
    }
    assert_eq!((sound, broken), (3, 8));
}
