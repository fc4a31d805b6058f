//! The files of crates whose services have nothing to do with AWS: what is AWS's alone is not there, and of
//! what differs, there is another version.

/// The folder of what takes the place of the files with the same path outside of it.
const OTHERWISE: &str = "without_aws/";

/// Files of modules that all crates have, but for those without AWS.
const OF_AWS: &[&str] = &[
    "client/aws_settings.rs",
    "client/place.rs",
    "client/presign.rs",
    "client/sdk_config.rs",
    "client/sigv4/canonical.rs",
    "client/sigv4/clock.rs",
    "client/sigv4/key.rs",
    "client/sigv4/mod.rs",
    "client/user_agent.rs",
];

/// Whether a file is a version that takes the place of another.
pub(super) fn is_version(path: &str) -> bool {
    path.starts_with(OTHERWISE)
}

/// Whether a file is left out of such crates.
pub(super) fn is_of_aws(path: &str) -> bool {
    OF_AWS.contains(&path)
}

/// The version of a file that is in such crates.
pub(super) fn version<'f>(files: &'f [(&'f str, &'f str)], path: &str, text: &'f str) -> &'f str {
    let version = files
        .iter()
        .find(|(other, _)| other.strip_prefix(OTHERWISE) == Some(path));
    version.map_or(text, |(_, text)| *text)
}
