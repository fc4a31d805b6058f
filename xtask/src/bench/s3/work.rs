//! The work: which objects go which way, and how many.

use std::path::Path;

/// Some objects that go one way.
pub struct Work {
    /// How a table calls it.
    pub name: &'static str,
    /// How the programs call the way.
    way: &'static str,
    pub source: Source,
    /// Of each object, in bytes.
    pub size: u64,
    /// How many objects there are.
    times: u32,
    /// How many of them at a time.
    at_once: u32,
}

/// What an object is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Memory,
    File,
    Store,
}

const SMALL: u64 = 4 << 10;
const LARGE: u64 = 64 << 20;
const HUGE: u64 = 1 << 30;

/// All of it.
pub const WORKS: [Work; 8] = [
    of(
        "put 64 MiB from memory",
        "put",
        Source::Memory,
        LARGE,
        10,
        1,
    ),
    of("get 64 MiB into memory", "get", Source::Store, LARGE, 10, 1),
    of("put 1 GiB from a file", "upload", Source::File, HUGE, 1, 1),
    of(
        "get 1 GiB as a stream",
        "download",
        Source::Store,
        HUGE,
        1,
        1,
    ),
    of(
        "put 4 KiB, 2000 times",
        "put",
        Source::Memory,
        SMALL,
        2000,
        1,
    ),
    of(
        "get 4 KiB, 2000 times",
        "get",
        Source::Store,
        SMALL,
        2000,
        1,
    ),
    of(
        "put 4 KiB, 64 at a time",
        "put",
        Source::Memory,
        SMALL,
        2000,
        64,
    ),
    of(
        "get 4 KiB, 64 at a time",
        "get",
        Source::Store,
        SMALL,
        2000,
        64,
    ),
];

const fn of(
    name: &'static str,
    way: &'static str,
    source: Source,
    size: u64,
    times: u32,
    at_once: u32,
) -> Work {
    Work {
        name,
        way,
        source,
        size,
        times,
        at_once,
    }
}

impl Work {
    /// How many objects there are, as a number to divide by.
    pub fn times(&self) -> f64 {
        f64::from(self.times)
    }

    /// What a program is told of it behind the address; `file` is where the object is that comes from one.
    pub fn arguments(&self, file: &Path) -> [String; 4] {
        let what = match self.source {
            Source::File => file.display().to_string(),
            Source::Memory | Source::Store => self.size.to_string(),
        };
        [
            self.way.to_owned(),
            what,
            self.times.to_string(),
            self.at_once.to_string(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_told_the_size_or_the_file() {
        let file = Path::new("object");
        let told = |at: usize| WORKS[at].arguments(file).join(" ");
        assert_eq!(told(0), "put 67108864 10 1");
        assert_eq!(told(2), "upload object 1 1");
        assert_eq!(told(7), "get 4096 2000 64");
    }
}
