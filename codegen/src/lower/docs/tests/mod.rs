//! Each test gives documentation as a model may have it, and the Markdown that it becomes.

mod any_text;
mod blocks;
mod first_sentence;
mod inline;
mod large_texts;
