//! Casing. [`heck`] finds the words of a name; what it cannot know, plural acronyms and the
//! few acronyms that mix cases, is settled here before it looks.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Acronyms that are one word although their case changes in the middle.
const MIXED_CASE_ACRONYMS: &[(&str, &str)] = &[
    ("IPv4", "Ipv4"),
    ("IPv6", "Ipv6"),
    ("vCPU", "Vcpu"),
    ("VCPU", "Vcpu"),
    ("IoT", "Iot"),
    ("OAuth", "Oauth"),
    ("GiB", "Gib"),
    ("MiB", "Mib"),
    ("KiB", "Kib"),
    ("TiB", "Tib"),
];

/// `ClientToken` and `clientToken` become `client_token`, `ACLs` becomes `acls`.
pub fn snake_case(name: &str) -> String {
    let words = prepare(name).to_snake_case();
    lead_with_letter(words, || spell(name))
}

/// `REFRESH_TOKEN` becomes `RefreshToken`, `listACLs` becomes `ListAcls`.
pub fn pascal_case(name: &str) -> String {
    let words = join_words(&prepare(name));
    lead_with_letter(words, || spell(name).to_upper_camel_case())
}

/// An identifier cannot begin with a digit, and cannot be without any letter at all.
fn lead_with_letter(words: String, spelled: impl FnOnce() -> String) -> String {
    match words.chars().find(char::is_ascii_alphanumeric) {
        None => spelled(),
        Some(_) if words.starts_with(|c: char| c.is_ascii_digit()) => format!("_{words}"),
        Some(_) => words,
    }
}

/// Words for what has no letters: `*` becomes `u2a`, nothing becomes `empty`.
fn spell(name: &str) -> String {
    if name.is_empty() {
        return "empty".to_owned();
    }
    let codes: Vec<String> = name
        .chars()
        .map(|c| format!("u{:x}", u32::from(c)))
        .collect();
    codes.join("_")
}

/// Makes word boundaries visible to heck, which takes any punctuation for one.
fn prepare(name: &str) -> String {
    let mut name = name.to_owned();
    for (acronym, word) in MIXED_CASE_ACRONYMS {
        if name.contains(acronym) {
            name = name.replace(acronym, word);
        }
    }
    lower_plural_acronyms(&name)
}

/// Joins words as types are called. Between digits the boundary stays: `1.0` is not `10`.
fn join_words(name: &str) -> String {
    let parts = between_digits(name);
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| part.to_upper_camel_case())
        .collect();
    parts.join("_")
}

/// The parts of a name between which there are only digits and one character that is no letter.
fn between_digits(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = 0;
    let mut chars = name.char_indices().peekable();
    let mut after_digit = false;
    while let Some((at, c)) = chars.next() {
        let before_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if after_digit && before_digit && !c.is_alphanumeric() {
            parts.push(&name[rest..at]);
            rest = at + c.len_utf8();
        }
        after_digit = c.is_ascii_digit();
    }
    parts.push(&name[rest..]);
    parts
}

/// The `s` of `ACLs` or `ARNsToAdd` belongs to the acronym before it: `Acls`, `ArnsToAdd`.
fn lower_plural_acronyms(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut lowered = String::with_capacity(name.len());
    let mut at = 0;
    while at < chars.len() {
        let acronym = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_uppercase())
            .count();
        let end = at + acronym;
        let plural = acronym >= 2
            && chars.get(end) == Some(&'s')
            && chars.get(end + 1).is_none_or(|c| !c.is_ascii_lowercase());
        if plural {
            lowered.push(chars[at]);
            lowered.extend(chars[at + 1..=end].iter().map(char::to_ascii_lowercase));
            at = end + 1;
        } else {
            let step = acronym.max(1);
            lowered.extend(&chars[at..at + step]);
            at += step;
        }
    }
    lowered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_people_read_them() {
        for (name, snake, pascal) in [
            ("LicenseArn", "license_arn", "LicenseArn"),
            ("REFRESH_TOKEN", "refresh_token", "RefreshToken"),
            ("ACLs", "acls", "Acls"),
            ("listACLsByIP", "list_acls_by_ip", "ListAclsByIp"),
            ("GetSKU", "get_sku", "GetSku"),
            ("IPv6Address", "ipv6_address", "Ipv6Address"),
            ("vCPU", "vcpu", "Vcpu"),
            (
                "AWSLicenseManager",
                "aws_license_manager",
                "AwsLicenseManager",
            ),
            ("License Manager", "license_manager", "LicenseManager"),
            ("S3Bucket", "s3_bucket", "S3Bucket"),
            ("t2.micro", "t2_micro", "T2Micro"),
            ("Status", "status", "Status"),
            ("DNS", "dns", "Dns"),
        ] {
            assert_eq!(
                (snake_case(name), pascal_case(name)),
                (snake.into(), pascal.into())
            );
        }
    }

    #[test]
    fn a_leading_digit_is_preceded_by_an_underscore() {
        assert_eq!(snake_case("1"), "_1");
        assert_eq!(pascal_case("2xlarge"), "_2xlarge");
    }

    #[test]
    fn names_without_letters_are_spelled() {
        assert_eq!(snake_case("*"), "u2a");
        assert_eq!(pascal_case(">="), "U3eU3d");
        assert_eq!(pascal_case(""), "Empty");
    }

    #[test]
    fn versions_stay_apart_from_numbers() {
        for (name, snake, pascal) in [
            ("10", "_10", "_10"),
            ("1.0", "_1_0", "_1_0"),
            ("TLS_1_2", "tls_1_2", "Tls1_2"),
            ("python3.12-arm64", "python3_12_arm64", "Python3_12Arm64"),
            ("2018-08-01", "_2018_08_01", "_2018_08_01"),
        ] {
            assert_eq!(
                (snake_case(name), pascal_case(name)),
                (snake.into(), pascal.into())
            );
        }
    }
}
