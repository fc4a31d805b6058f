//! From the regular expressions of models, which are those of ECMA 262, to those of the crate
//! `regex`, as far as these can say the same.
//!
//! <https://262.ecma-international.org/#sec-patterns>

use std::iter::Peekable;
use std::str::Chars;

use regex_syntax::hir::{Class, Hir, HirKind};

use super::class;

/// White space, for `\s`.
pub(super) const SPACES: &str =
    r" \t\n\x0B\x0C\r\xA0\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// What means more than itself.
const SPECIAL: &str = r"\.+*?()|[]{}^$";

/// How large an expression may become, in states of its machine: with more, it takes long to
/// compile, and `regex` refuses some.
const MOST_STATES: usize = 50_000;

/// From so many repetitions on, they count as any number where the expression is too large
/// otherwise: more values match then, and the service sees which do not.
const MANY: u32 = 32;

/// The same pattern for the crate `regex`; `None` where it cannot find the same: it knows neither
/// lookaround nor references to groups, and what no standard describes is left alone.
pub(super) fn translate(pattern: &str) -> Option<String> {
    let exact = Translator::new(pattern, u32::MAX).translated()?;
    if states(&exact)? <= MOST_STATES {
        return Some(exact);
    }
    let loose = Translator::new(pattern, MANY).translated()?;
    (states(&loose)? <= MOST_STATES).then_some(loose)
}

/// About how many states the machine has; `None` where `regex` does not understand it.
fn states(regex: &str) -> Option<usize> {
    Some(size(&regex_syntax::parse(regex).ok()?))
}

fn size(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len() * 2,
        HirKind::Class(Class::Bytes(_)) => 1,
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1) as usize;
            size(&repetition.sub).saturating_mul(times)
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts
            .iter()
            .map(size)
            .fold(0, |sum, part| sum.saturating_add(part)),
    }
}

/// A pattern on its way.
struct Translator<'p> {
    rest: Peekable<Chars<'p>>,
    regex: String,
    /// As many repetitions count as any number.
    many: u32,
    /// Whether `.` is any character at all: `(?s)`, which is Java's.
    dot_is_all: bool,
    /// Whether what was read last can be repeated.
    repeatable: bool,
}

impl<'p> Translator<'p> {
    fn new(pattern: &'p str, many: u32) -> Self {
        Self {
            rest: pattern.chars().peekable(),
            regex: String::new(),
            many,
            dot_is_all: false,
            repeatable: false,
        }
    }

    fn translated(mut self) -> Option<String> {
        while let Some(c) = self.rest.next() {
            let was_repeatable = std::mem::replace(&mut self.repeatable, true);
            match c {
                '\\' => self.escape()?,
                '[' => self.regex += &class::translate(&mut self.rest)?,
                '(' => self.group()?,
                '.' if self.dot_is_all => self.regex += "(?s:.)",
                '.' => self.regex += r"[^\n\r\u{2028}\u{2029}]",
                '^' | '$' | '|' => {
                    self.repeatable = false;
                    self.regex.push(c);
                }
                '*' | '+' | '?' => self.repeated(was_repeatable, &c.to_string())?,
                '{' => match quantifier(&mut self.rest) {
                    Some(times) => self.repeated(was_repeatable, &self.counted(times))?,
                    None => self.literal('{'),
                },
                ')' => self.regex.push(')'),
                other => self.literal(other),
            }
        }
        Some(self.regex)
    }

    fn literal(&mut self, c: char) {
        self.regex += &literal(c, SPECIAL);
    }

    /// What was read last, so many times; `None` where it cannot be repeated, as where it is
    /// repeated already.
    fn repeated(&mut self, is_repeatable: bool, times: &str) -> Option<()> {
        self.regex += times;
        if self.rest.next_if_eq(&'?').is_some() {
            // It makes no difference to whether there is a match.
            self.regex.push('?');
        }
        self.repeatable = false;
        is_repeatable.then_some(())
    }

    fn counted(&self, (min, max): (u32, Option<u32>)) -> String {
        let min = min.min(self.many);
        match max.filter(|max| *max < self.many) {
            Some(max) if min == max => format!("{{{min}}}"),
            Some(max) => format!("{{{min},{max}}}"),
            None => format!("{{{min},}}"),
        }
    }

    /// What follows `(`.
    fn group(&mut self) -> Option<()> {
        self.repeatable = false;
        self.regex.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            self.regex += "?:";
            return Some(());
        }
        match self.rest.next()? {
            ':' => self.regex += "?:",
            // A group with a name, which nobody asks for here.
            '<' if !matches!(self.rest.peek(), Some('=' | '!')) => {
                self.rest.find(|c| *c == '>')?;
                self.regex += "?:";
            }
            's' if self.rest.next_if_eq(&')').is_some() => {
                self.dot_is_all = true;
                self.regex += "?:)";
            }
            _ => return None,
        }
        Some(())
    }

    /// What follows `\`.
    fn escape(&mut self) -> Option<()> {
        match escape(&mut self.rest)? {
            Escape::Char(c) => self.literal(c),
            Escape::Class(class) if class.starts_with(['[', '\\']) => {
                self.regex += &class;
            }
            Escape::Class(class) => self.regex += &format!("[{class}]"),
            Escape::Boundary => {
                self.repeatable = false;
                self.regex += r"(?-u:\b)";
            }
            // Half a character, which no text of Rust has.
            Escape::Surrogate(_) => return None,
        }
        Some(())
    }
}

/// What an escape stands for.
pub(super) enum Escape {
    Char(char),
    /// What is in a class, between its brackets.
    Class(String),
    /// `\b`, which in a class is a backspace.
    Boundary,
    /// One of the two halves of a character in UTF-16.
    Surrogate(u32),
}

/// Reads what follows `\`.
pub(super) fn escape(rest: &mut Peekable<Chars<'_>>) -> Option<Escape> {
    let class = |class: &str| Some(Escape::Class(class.to_owned()));
    match rest.next()? {
        'd' => class("0-9"),
        'D' => class("[^0-9]"),
        'w' => class("0-9A-Z_a-z"),
        'W' => class("[^0-9A-Z_a-z]"),
        's' => class(SPACES),
        'S' => Some(Escape::Class(format!("[^{SPACES}]"))),
        'b' => Some(Escape::Boundary),
        'n' => Some(Escape::Char('\n')),
        'r' => Some(Escape::Char('\r')),
        't' => Some(Escape::Char('\t')),
        'v' => Some(Escape::Char('\x0B')),
        'f' => Some(Escape::Char('\x0C')),
        '0' if !matches!(rest.peek(), Some('0'..='9')) => Some(Escape::Char('\0')),
        'x' => Some(Escape::Char(char::from_u32(digits(rest, 2)?)?)),
        'u' => unicode(rest),
        c @ ('p' | 'P') => property(rest, c),
        c if !c.is_alphanumeric() => Some(Escape::Char(c)),
        _ => None,
    }
}

/// What follows `\u`: `{1F511}`, `00e9`, or the first half of a character with the second.
fn unicode(rest: &mut Peekable<Chars<'_>>) -> Option<Escape> {
    if rest.next_if_eq(&'{').is_some() {
        let digits: String = rest.take_while(|c| *c != '}').collect();
        let code = u32::from_str_radix(&digits, 16).ok()?;
        return Some(Escape::Char(char::from_u32(code)?));
    }
    let first = digits(rest, 4)?;
    let mut ahead = rest.clone();
    if (0xD800..0xDC00).contains(&first)
        && ahead.next() == Some('\\')
        && ahead.next() == Some('u')
        && let Some(second @ 0xDC00..0xE000) = digits(&mut ahead, 4)
    {
        *rest = ahead;
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return Some(Escape::Char(char::from_u32(code)?));
    }
    Some(char::from_u32(first).map_or(Escape::Surrogate(first), Escape::Char))
}

/// So many hexadecimal digits.
fn digits(rest: &mut Peekable<Chars<'_>>, count: usize) -> Option<u32> {
    let digits: String = rest.by_ref().take(count).collect();
    let is_hex = digits.len() == count && digits.bytes().all(|b| b.is_ascii_hexdigit());
    u32::from_str_radix(&digits, 16).ok().filter(|_| is_hex)
}

/// General categories of Unicode, and more that the standard has of its properties. Others that
/// models have are Java's, which mean something else.
const PROPERTIES: &[&str] = &[
    "ASCII",
    "Alphabetic",
    "Any",
    "C",
    "Cc",
    "Cf",
    "Cn",
    "Co",
    "L",
    "LC",
    "Letter",
    "Ll",
    "Lm",
    "Lo",
    "Lowercase",
    "Lt",
    "Lu",
    "M",
    "Mc",
    "Me",
    "Mn",
    "N",
    "Nd",
    "Nl",
    "No",
    "Number",
    "P",
    "Pc",
    "Pd",
    "Pe",
    "Pf",
    "Pi",
    "Po",
    "Ps",
    "Punctuation",
    "S",
    "Sc",
    "Sk",
    "Sm",
    "So",
    "Symbol",
    "Uppercase",
    "White_Space",
    "Z",
    "Zl",
    "Zp",
    "Zs",
];

/// What follows `\p` or `\P`.
fn property(rest: &mut Peekable<Chars<'_>>, letter: char) -> Option<Escape> {
    rest.next_if_eq(&'{')?;
    let name: String = rest.take_while(|c| *c != '}').collect();
    let is_script = ["Script=", "sc=", "Script_Extensions=", "scx="];
    let is_script = is_script.iter().any(|prefix| name.starts_with(prefix));
    let is_known = is_script || PROPERTIES.contains(&name.as_str());
    is_known.then(|| Escape::Class(format!("\\{letter}{{{name}}}")))
}

/// What follows `{`, where it says how often something is there: `3}`, `3,}` or `3,5}`.
fn quantifier(rest: &mut Peekable<Chars<'_>>) -> Option<(u32, Option<u32>)> {
    let mut ahead = rest.clone();
    let inner: String = ahead.by_ref().take_while(|c| *c != '}').collect();
    let all: String = rest.clone().take(inner.chars().count() + 1).collect();
    if !all.ends_with('}') {
        return None;
    }
    let (min, max) = match inner.split_once(',') {
        None => {
            let times = inner.parse().ok()?;
            (times, Some(times))
        }
        Some((min, "")) => (min.parse().ok()?, None),
        Some((min, max)) => (min.parse().ok()?, Some(max.parse().ok()?)),
    };
    *rest = ahead;
    Some((min, max))
}

/// A character by itself, escaped where it is one of these, or would not be seen.
pub(super) fn literal(c: char, special: &str) -> String {
    if c.is_control() || c.is_whitespace() && c != ' ' {
        return format!(r"\u{{{:X}}}", u32::from(c));
    }
    if special.contains(c) {
        return format!("\\{c}");
    }
    c.to_string()
}
