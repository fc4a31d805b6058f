//! Reading files that are files: from a pipe or a device nothing may ever come, and a folder has no
//! text.

use std::fs::{self, FileType, Metadata};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;
use std::str::Utf8Error;

/// The bytes of a file, to which the path, or the link there, leads.
///
/// # Errors
/// Where there is none, or something else, or the file system refuses.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    file(path)?;
    fs::read(path)
}

/// Whether a file, to which the path, or the link there, leads, holds these bytes. One of another length
/// is not read.
///
/// # Errors
/// As [`read`].
pub(crate) fn holds(path: &Path, bytes: &[u8]) -> Result<bool> {
    let same_length = usize::try_from(file(path)?.len()).is_ok_and(|length| length == bytes.len());
    Ok(same_length && fs::read(path)? == bytes)
}

/// What is known of a file; an error where it is none.
fn file(path: &Path) -> Result<Metadata> {
    let metadata = fs::metadata(path)?;
    let found = metadata.file_type();
    if found.is_file() {
        return Ok(metadata);
    }
    // As the system would have it.
    let kind = if found.is_dir() {
        ErrorKind::IsADirectory
    } else {
        ErrorKind::InvalidInput
    };
    Err(Error::new(
        kind,
        format!("it is {}, and no file", name_of(found)),
    ))
}

/// The text of a file, which is UTF-8.
///
/// # Errors
/// As [`read`], or where it is no text.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|error| no_text(error.utf8_error()))
}

/// That bytes are no text, and where they cease to be.
pub(crate) fn no_text(error: Utf8Error) -> Error {
    Error::new(ErrorKind::InvalidData, format!("it is not UTF-8: {error}"))
}

fn name_of(found: FileType) -> &'static str {
    if found.is_dir() {
        return "a folder";
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if found.is_fifo() {
            return "a pipe";
        }
        if found.is_socket() {
            return "a socket";
        }
    }
    "a device"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_its_own_bytes_and_no_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, "some").expect("written");
        for (bytes, held) in [("some", true), ("same", false), ("so", false), ("", false)] {
            assert_eq!(holds(&path, bytes.as_bytes()).ok(), Some(held), "{bytes}");
        }
    }

    #[test]
    fn a_folder_holds_no_bytes_and_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = holds(folder.path(), b"").expect_err("no file");
        assert_eq!(error.kind(), ErrorKind::IsADirectory);
    }
}
