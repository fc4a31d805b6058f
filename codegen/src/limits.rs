//! How deep and how large things may be: every bound that a model, a manifest or a command can meet,
//! with its reason. [`crate::docs::limits`] tells users of them.
//!
//! What is long, but not deep, has no bound: chains of mixins, resources without end, structures of
//! ten thousand members are walked along, and not into.

/// How many levels of lists and objects of JSON may be within each other, in the definition of a shape
/// or in a model's metadata. It is what `serde_json` reads.
pub const JSON_NESTING: usize = 127;

/// How many levels of lists and objects may be within each other in a value of Smithy IDL. It is what the
/// reference reads.
pub const IDL_NESTING: usize = 64;

/// How many bytes a file that is compressed with gzip may unpack to: a few bytes may claim to be gigabytes. The
/// largest of AWS's models are of 6 MB.
pub const UNPACKED: usize = 64 << 20;

/// How many levels types may be within each other, where a structure is one, and so is what makes a
/// member optional, a list three, and a map four: what the compiler looks at, one within the other,
/// when it finds out whether a type is `Send`.
///
/// By default it gives up at 128 (E0275), and it does so in the crate that asks: in users' crates, when
/// a task is spawned that awaits a call. The rest is for the futures that are around it, and for the
/// types of the leaves.
pub const TYPE_DEPTH: usize = 80;

/// How many members of a structure builders may insist on. Each is a type parameter of the builder,
/// named again by the setter of each: their code grows by the square of it, to some 100,000 lines at
/// this bound.
pub const REQUIRED_MEMBERS: usize = 256;

/// How many values a message has that builders insist on, in all that it requires: the example of a
/// call gives each of them, and structures that require several others grow by powers.
pub const REQUIRED_VALUES: usize = 2_000;

/// How many levels the parts of a JMESPath expression may be within each other. Each `.`, `||` or
/// bracket that goes on with an expression is one, as the whole before it is within it.
pub const EXPRESSION_DEPTH: usize = 64;

/// How many conditions a decision diagram of endpoints may ask one after the other.
pub const DIAGRAM_DEPTH: usize = 2_000;

/// How many letters the name of a package may have: with more, crates.io refuses it, and with a few
/// times as many file systems do, since cargo makes file names of it.
pub const PACKAGE_NAME: usize = 64;

/// Whether this is what was wrong with JSON: that it has more than [`JSON_NESTING`] levels.
pub(crate) fn is_too_deep(error: &serde_json::Error) -> bool {
    // There is no other way to tell it from what is no JSON at all.
    error.is_syntax() && error.to_string().starts_with("recursion limit exceeded")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_to_its_bound_and_told_beyond_it() {
        let json = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let read = |levels| serde_json::from_str::<serde_json::Value>(&json(levels));
        assert!(read(JSON_NESTING).is_ok());
        assert!(is_too_deep(
            &read(JSON_NESTING + 1).expect_err("it is too deep")
        ));
        let broken = serde_json::from_str::<serde_json::Value>("[");
        assert!(!is_too_deep(&broken.expect_err("it is no JSON")));
    }
}
