//! The program as its users call it.

use std::path::Path;

/// What a program is called, which its usage and its messages say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    name: String,
}

impl Program {
    /// What the texts of the library call it.
    const IN_TEXTS: &str = "tinsmith";

    /// A program that is called so: `cargo xtask`.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
        }
    }

    /// This one, as it was called.
    #[must_use]
    pub fn as_called() -> Self {
        let path = std::env::args_os().next().unwrap_or_default();
        let name = Path::new(&path).file_stem();
        let name = name.map_or(Self::IN_TEXTS.into(), |name| name.to_string_lossy());
        Self::named(&name)
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The arguments of a program of this name.
    #[must_use]
    pub fn clap(&self, arguments: clap::Command) -> clap::Command {
        arguments
            .display_name(self.name.clone())
            .bin_name(self.name.clone())
    }

    /// A text of the library that may name commands, which are this program's here.
    #[must_use]
    pub fn in_text(&self, text: &str) -> String {
        let in_texts = format!("`{} ", Self::IN_TEXTS);
        text.replace(&in_texts, &format!("`{} ", self.name))
    }
}
