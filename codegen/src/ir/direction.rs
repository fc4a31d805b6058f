//! Which ways shapes travel.

/// Which ways a shape travels. Code that writes or reads it is emitted for these alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Direction {
    /// It is part of some operation's input.
    pub written: bool,
    /// It is part of some operation's output or error.
    pub read: bool,
}

impl Direction {
    /// Whether it travels in any way.
    pub fn is_any(self) -> bool {
        self.written || self.read
    }
}
