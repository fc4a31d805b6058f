//! Versions of generated crates, and the step that a change takes.

use std::fmt;
use std::str::FromStr;

use crate::diff::Severity;

/// A version without a pre-release, e.g. `0.3.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    major: u64,
    minor: u64,
    patch: u64,
}

impl Version {
    /// The version that a crate begins with.
    pub const FIRST: Self = Self {
        major: 0,
        minor: 1,
        patch: 0,
    };

    /// The next version, by the rules of Cargo: before 1.0.0 what breaks takes a step of the
    /// second number, and anything else one of the third.
    ///
    /// <https://doc.rust-lang.org/cargo/reference/semver.html>
    #[must_use]
    pub fn after(self, severity: Severity) -> Self {
        let Self {
            major,
            minor,
            patch,
        } = self;
        match (major, severity) {
            (0, Severity::Major) | (1.., Severity::Minor) => Self {
                major,
                minor: minor.saturating_add(1),
                patch: 0,
            },
            (1.., Severity::Major) => Self {
                major: major.saturating_add(1),
                minor: 0,
                patch: 0,
            },
            _ => Self {
                major,
                minor,
                patch: patch.saturating_add(1),
            },
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_number = |part: &&str| {
            part.bytes().all(|byte| byte.is_ascii_digit())
                && (*part == "0" || !part.starts_with('0'))
        };
        let numbers = text
            .split('.')
            .map(|part| Some(part).filter(is_number)?.parse().ok());
        match numbers.collect::<Option<Vec<u64>>>().as_deref() {
            Some(&[major, minor, patch]) => Ok(Self {
                major,
                minor,
                patch,
            }),
            _ => Err(format!(
                "`{text}` is no version of three numbers, such as 1.0.0"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_of_cargo() {
        let after = |version: &str, severity| {
            version
                .parse::<Version>()
                .unwrap()
                .after(severity)
                .to_string()
        };
        assert_eq!(after("0.3.1", Severity::Major), "0.4.0");
        assert_eq!(after("0.3.1", Severity::Minor), "0.3.2");
        assert_eq!(after("0.3.1", Severity::Patch), "0.3.2");
        assert_eq!(after("1.3.1", Severity::Major), "2.0.0");
        assert_eq!(after("1.3.1", Severity::Minor), "1.4.0");
        assert_eq!(after("1.3.1", Severity::Patch), "1.3.2");
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in [
            "",
            "1",
            "1.0",
            "1.0.0.0",
            "1.0.x",
            "01.0.0",
            "1.0.0-rc.1",
            "+1.0.0",
            "1..0",
        ] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
