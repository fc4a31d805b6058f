//! Labels of host names.

use super::super::BuildError;

/// The value of a member as a label of a host name.
///
/// # Errors
/// Where it is none: it is empty or too long, or has other characters than letters, digits and
/// hyphens.
pub fn host_label<'v>(
    member: &str,
    value: &'v (impl AsRef<str> + ?Sized),
) -> Result<&'v str, BuildError> {
    let value = value.as_ref();
    let is_label = (1..=63).contains(&value.len())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_label {
        Ok(value)
    } else {
        Err(BuildError::new(format!(
            "`{member}` cannot be part of a host name"
        )))
    }
}
