//! Breaks a paragraph into lines, none of which Markdown can take for anything but a paragraph.

/// A space at which no line is broken, as within code. The text of a model never has one: all
/// its white space has become plain spaces.
pub(super) const UNBROKEN_SPACE: char = '\u{a0}';

/// A line break that the documentation asks for.
pub(super) const HARD_BREAK: char = '\n';

/// The lines of a paragraph, each at most `width` characters wide unless one word is wider.
pub(super) fn lines(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut parts = paragraph.split(HARD_BREAK).peekable();
    while let Some(part) = parts.next() {
        wrap(part, width, &mut lines);
        if parts.peek().is_some()
            && let Some(line) = lines.last_mut()
        {
            line.push('\\');
        }
    }
    lines
}

fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let word_width = word.chars().count();
        if is_stray_stop(&line, word, words.peek()) {
            line.push_str(word);
            used += word_width;
            continue;
        }
        let fits = used + 1 + word_width <= width;
        if !line.is_empty() && !fits && !starts_block(word) {
            lines.push(std::mem::take(&mut line));
        }
        if line.is_empty() {
            used = 0;
            push_first_word(&mut line, word);
        } else {
            line.push(' ');
            used += 1;
            push_word(&mut line, word);
        }
        used += word_width;
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// Whether a word is the stop of a sentence that the source sets apart from it. In a list of
/// characters, `+ - . _`, it is one of them.
fn is_stray_stop(line: &str, word: &str, next: Option<&&str>) -> bool {
    let is_prose = |c: char| c.is_alphanumeric() || "`)*".contains(c);
    matches!(word, "." | ",")
        && line.ends_with(is_prose)
        && next.is_none_or(|next| next.starts_with(char::is_alphanumeric))
}

fn push_word(line: &mut String, word: &str) {
    line.extend(word.chars().map(|character| match character {
        UNBROKEN_SPACE => ' ',
        other => other,
    }));
}

/// Adds the first word of a line, escaped where it would start anything but a paragraph.
fn push_first_word(line: &mut String, word: &str) {
    match word.strip_suffix(['.', ')']) {
        Some(number) if starts_block(word) => {
            line.push_str(number);
            line.push('\\');
            line.push_str(&word[number.len()..]);
        }
        _ => {
            line.extend(starts_block(word).then_some('\\'));
            push_word(line, word);
        }
    }
}

/// Whether a word at the start of a line makes it a list item, a heading, a quotation, a table or
/// an underline. Such a word stays on the line before rather than start one.
fn starts_block(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number || word.starts_with(['>', '|']) || word.bytes().all(|byte| b"-+=#|:".contains(&byte))
}
