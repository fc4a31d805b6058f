//! Models as texts: how they are written, and what may happen to them.

use fastrand::Rng;
use serde_json::Value;

use super::nesting::{DEEP_VALUE, HUGE_NUMBER, LARGE_EXPONENT};

/// How deep a deep value is: deeper than any stack goes, if it is gone down by recursion.
const DEPTH: usize = 200_000;

/// How many digits a huge number has.
const DIGITS: usize = 5000;

/// A model as text: on lines of its own, on one line, or with the line breaks of Windows; and with what
/// no value of `serde_json` can be in place of what stands for it.
pub fn written(model: &Value, rng: &mut Rng) -> Vec<u8> {
    let text = match rng.u8(..4) {
        0 => model.to_string(),
        1 => format!("{model:#}").replace('\n', "\r\n"),
        _ => format!("{model:#}"),
    };
    let quoted = |mark: &str| Value::from(mark).to_string();
    let deep = || "[".repeat(DEPTH) + &"]".repeat(DEPTH);
    let text = replaced(text, &quoted(DEEP_VALUE), deep);
    let text = replaced(text, &quoted(HUGE_NUMBER), || "1".repeat(DIGITS));
    replaced(text, &quoted(LARGE_EXPONENT), || "-1e99999".to_owned()).into_bytes()
}

fn replaced(text: String, mark: &str, by: impl Fn() -> String) -> String {
    if text.contains(mark) {
        text.replace(mark, &by())
    } else {
        text
    }
}

/// Breaks a text, whatever it means, and says how.
pub fn damage(text: &mut Vec<u8>, rng: &mut Rng) -> String {
    if text.is_empty() {
        return "the text is empty".to_owned();
    }
    let at = rng.usize(..text.len());
    let end = (at + 1 + rng.usize(..200)).min(text.len());
    match rng.u8(..6) {
        0 => {
            text.truncate(at);
            format!("the text ends after {at} bytes")
        }
        1 => {
            let count = 1 + rng.usize(..20);
            for _ in 0..count {
                let at = rng.usize(..text.len());
                text[at] ^= 1 << rng.u8(..8);
            }
            format!("{count} bits are other ones")
        }
        2 => {
            text.drain(at..end);
            format!("bytes {at} to {end} are gone")
        }
        3 => {
            let copy = text[at..end].to_vec();
            text.splice(end..end, copy);
            format!("bytes {at} to {end} are there twice")
        }
        4 => {
            let bytes: Vec<u8> = (0..1 + rng.usize(..4)).map(|_| rng.u8(..)).collect();
            let told = format!("{bytes:?} are put in at {at}");
            text.splice(at..at, bytes);
            told
        }
        _ => {
            let digit = text[at..].iter().position(u8::is_ascii_digit);
            let at = at + digit.unwrap_or(0);
            text.splice(at..at, "9".repeat(400).into_bytes());
            format!("400 digits are put in at {at}")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stands_for_a_value_is_that_value_in_the_text() {
        let model = json!({ "a": DEEP_VALUE, "b": HUGE_NUMBER, "c": LARGE_EXPONENT });
        let text = written(&model, &mut Rng::with_seed(1));
        let text = String::from_utf8(text).expect("it is text");
        assert!(text.contains(&"[".repeat(DEPTH)));
        assert!(text.contains(&"1".repeat(DIGITS)));
        assert!(text.contains("-1e99999") && !text.contains("u0001"));
    }

    #[test]
    fn a_damaged_text_is_another_one() {
        let mut rng = Rng::with_seed(1);
        for turn in 0..100 {
            let before = b"{\"shapes\": 1}".to_vec();
            let mut text = before.clone();
            let told = damage(&mut text, &mut rng);
            assert_ne!(text, before, "{turn}: {told}");
        }
    }
}
