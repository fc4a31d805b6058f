//! Values that must not be blank.

use super::super::BuildError;

/// The value of a member that tells the endpoint.
///
/// # Errors
/// Where it is empty, or nothing but space: the request would go to another operation.
#[inline]
pub fn not_blank<'v>(member: &str, value: &'v str) -> Result<&'v str, BuildError> {
    if value.trim().is_empty() {
        let reason = format!("`{member}` is blank, and the endpoint depends on it");
        return Err(BuildError::new(reason));
    }
    Ok(value)
}
