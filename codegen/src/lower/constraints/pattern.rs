//! From the regular expressions of models, which are those of ECMA 262, to those of the crate
//! `regex`, as far as these can say the same.
//!
//! <https://262.ecma-international.org/#sec-patterns>

use std::iter::Peekable;
use std::str::Chars;

use regex_syntax::hir::{Class, Hir, HirKind};

use super::class;
use super::escape::{Escape, escape, literal};

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
