//! Casing. [`heck`] finds the words of a name; what it cannot know, plural acronyms and words that
//! mix cases, is settled here before it looks.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words and acronyms that are written with capitals within them. No rule finds these: by its
/// letters, `IPv6` could as well be `I`, `Pv6`. Those whose parts are words too, as in `CloudFront`,
/// need not be here: they read well as two.
const MIXED_CASE: &[&str] = &[
    "2D",
    "3D",
    "4XX",
    "5XX",
    "BBox",
    "ETag",
    "FSx",
    "GBps",
    "GiB",
    "GraphQL",
    "GraphQl",
    "IPv4",
    "IPv6",
    "IaaS",
    "IoT",
    "IpV4",
    "IpV6",
    "KBps",
    "KiB",
    "LoRa",
    "LoRaWAN",
    "LoRaWan",
    "MBps",
    "MLflow",
    "MiB",
    "NaN",
    "OAuth",
    "OTel",
    "PaaS",
    "PiB",
    "PostgreSQL",
    "PostgreSql",
    "QnA",
    "RStudio",
    "SaaS",
    "TiB",
    "VCpu",
    "WebRTC",
    "WiFi",
    "vCPU",
    "vCpu",
];

/// Acronyms that are written as if they were one, and what they are.
const TWO_ACRONYMS: &[(&str, &str)] = &[
    ("AWSKMS", "AwsKms"),
    ("DSSEKMS", "DsseKms"),
    ("JDBCURL", "JdbcUrl"),
    ("RDSDB", "RdsDb"),
    ("SSEKMS", "SseKms"),
];

/// Which bytes any of these words begins with. In most places of a name there is another.
const FIRST_BYTES: [bool; 256] = {
    let mut first = [false; 256];
    let mut at = 0;
    while at < MIXED_CASE.len() {
        first[MIXED_CASE[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    at = 0;
    while at < TWO_ACRONYMS.len() {
        first[TWO_ACRONYMS[at].0.as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

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

/// The words of a name as its author sets them apart, in lower case: `License Manager` becomes
/// `license_manager`, `DynamoDB` becomes `dynamodb`. It is for ids whose author writes a space
/// where a word ends, and capitals for looks.
pub fn spaced_words(name: &str) -> String {
    let words = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    lead_with_letter(words.join("_"), || spell(name))
}

/// Makes word boundaries visible to heck, which takes any punctuation for one.
fn prepare(name: &str) -> String {
    lower_plural_acronyms(&mark_versions(&join_mixed_case(&capitalized(name))))
}

/// `aWSRegion` becomes `AWSRegion`: names that begin with a small letter lower that of an acronym
/// too, and a single letter is no reason to see a word in it.
fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// Gives words that mix cases one capital: `minvCpus` becomes `minVcpus`.
fn join_mixed_case(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if let Some((length, word)) = mixed_case_at(rest, joined.chars().last()) {
            joined.push_str(&word);
            rest = &rest[length..];
        } else {
            joined.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    joined
}

/// The longest known word that `text` begins with: its length, and how it is written with capitals
/// where its words begin.
fn mixed_case_at(text: &str, before: Option<char>) -> Option<(usize, String)> {
    let first = text.as_bytes().first()?;
    if !FIRST_BYTES[usize::from(*first)] {
        return None;
    }
    let single = MIXED_CASE.iter().map(|word| (*word, None));
    let two = TWO_ACRONYMS
        .iter()
        .map(|(word, words)| (*word, Some(*words)));
    let known = single.chain(two).filter(|(word, _)| {
        let after = text.strip_prefix(word);
        after.is_some_and(|after| ends_word(after) && !is_of_others(word, before, after))
    });
    let (word, words) = known.max_by_key(|(word, _)| word.len())?;
    let written = words.map_or_else(|| capitalized(&word.to_ascii_lowercase()), str::to_owned);
    Some((word.len(), written))
}

/// Whether the digit of a word belongs to an acronym before it, as in `S3DNS`, or its letter to one
/// after it, as in `Phase2DHGroup`.
fn is_of_others(word: &str, before: Option<char>, after: &str) -> bool {
    let begins_acronym = after.len()
        - after
            .trim_start_matches(|c: char| c.is_ascii_uppercase())
            .len();
    word.starts_with(|c: char| c.is_ascii_digit())
        && (begins_acronym > 1
            || before.is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit()))
}

/// Whether a word, or its plural, can end before this.
fn ends_word(after: &str) -> bool {
    let after = after.strip_prefix('s').unwrap_or(after);
    !after.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Sets versions apart from the acronym before them: `DBv2` is `DB_v2`.
fn mark_versions(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut marked = String::with_capacity(name.len() + 1);
    for (at, c) in chars.iter().enumerate() {
        let acronym = at >= 2 && chars[at - 2..at].iter().all(char::is_ascii_uppercase);
        let number = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        if *c == 'v' && acronym && number {
            marked.push('_');
        }
        marked.push(*c);
    }
    marked
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
mod tests;
