//! Values that nobody expects in their place.

use fastrand::Rng;
use serde_json::{Value, json};

use super::nesting::{DEEP_VALUE, HUGE_NUMBER, LARGE_EXPONENT};
use super::shapes::{any_id, pointers, shapes, traits};

/// Texts that mean something to somebody on their way: to Rust, to Markdown, to HTML, to HTTP, to
/// regular expressions, to templates of endpoints, to terminals.
const TEXTS: [&str; 46] = [
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{202e}abc",
    "\u{feff}",
    "\u{2028}",
    "é",
    "日本語",
    "😀",
    "a\u{301}",
    "\"",
    "'",
    "\\",
    "\\u{0}",
    "{}",
    "{",
    "}",
    "{{x}}",
    "{Region}",
    "{a#b}",
    "*/",
    "/*",
    "//",
    "```\ncode\n```",
    "    indented\n\n    code",
    "<p><b>x",
    "&lt;&#0;",
    "[a](b)",
    "r#\"",
    "#",
    "a#b",
    "a$b",
    "-1",
    "../x",
    "/{a}/{b+}",
    "https://{x}.y:z",
    "(((",
    "[^",
    "(a|b)*c{1,100000}",
    "smithy.api#String",
];

/// A value of any kind.
pub fn value(rng: &mut Rng) -> Value {
    match rng.u8(..12) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2 => number(rng),
        3..=7 => json!(text(rng)),
        8 => json!([]),
        9 => json!({}),
        10 => json!([text(rng), number(rng), null, [text(rng)]]),
        _ => json!({ (text(rng)): number(rng), "target": text(rng), "": {} }),
    }
}

/// Any text, which may be long.
pub fn text(rng: &mut Rng) -> String {
    let text = (*rng.choice(&TEXTS).unwrap_or(&"")).to_owned();
    match rng.u8(..16) {
        0 => "a".repeat(300),
        1 => text.repeat(1 + rng.usize(..3000)),
        2 => format!("{} {text}", "word ".repeat(rng.usize(..200))),
        3 => DEEP_VALUE.to_owned(),
        4 => HUGE_NUMBER.to_owned(),
        5 => LARGE_EXPONENT.to_owned(),
        _ => text,
    }
}

fn number(rng: &mut Rng) -> Value {
    match rng.u8(..12) {
        0 => json!(0),
        1 => json!(-1),
        2 => json!(1.5),
        3 => json!(i64::MAX),
        4 => json!(i64::MIN),
        5 => json!(u64::MAX),
        6 => json!(f64::MAX),
        7 => json!(f64::MIN_POSITIVE),
        8 => json!(i32::MAX),
        9 => json!(-0.0),
        10 => json!(rng.i64(..)),
        _ => json!(rng.u16(..)),
    }
}

/// A value in a trait, or all of it, is another one.
pub fn in_trait(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let shapes = shapes(model)?;
    let id = any_id(shapes, rng)?;
    let shape = shapes.get_mut(&id)?;
    let mut place = rng.choice(traits(shape))?;
    let within = pointers(shape.pointer(&place)?, &|_| true);
    if rng.u8(..4) > 0 {
        place += &rng.choice(within).unwrap_or_default();
    }
    let value = value(rng);
    let told = shown(&value);
    *shape.pointer_mut(&place)? = value;
    Some(format!("`{place}` of `{id}` is {told}"))
}

/// A value anywhere in a shape, or in the metadata, is another one; or a key is.
pub fn anywhere(model: &mut Value, rng: &mut Rng) -> Option<String> {
    let part = if rng.u8(..8) == 0 {
        "metadata"
    } else {
        "shapes"
    };
    let object = model.get_mut(part)?.as_object_mut()?;
    let id = any_id(object, rng)?;
    let of = object.get_mut(&id)?;
    let mut places = pointers(of, &|_| true);
    places.push(String::new());
    let place = rng.choice(places)?;
    let within = of.pointer_mut(&place)?;
    if let (Value::Object(object), true) = (&mut *within, rng.bool()) {
        let (key, value) = (text(rng), value(rng));
        let told = format!(
            "`{place}` of `{id}` also has {}: {}",
            shown(&json!(key)),
            shown(&value)
        );
        object.insert(key, value);
        return Some(told);
    }
    let value = value(rng);
    let told = shown(&value);
    *within = value;
    Some(format!("`{place}` of `{id}` is {told}"))
}

/// The beginning of a value, in a line.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    let mut shown: String = text.chars().take(80).collect();
    if shown.len() < text.len() {
        shown += "..";
    }
    shown
}
