//! A project of 1,000 shapes in Smithy IDL, as somebody's own API might be: a hundred operations with what they
//! take and give, in files of ten.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bench::places;
use crate::problem::Problem;

/// How many files there are, and operations in each; an operation comes with nine shapes more.
const FILES: usize = 10;
const OPERATIONS: usize = 10;

/// Writes the project into a folder, which is the model.
///
/// # Errors
/// Where it cannot be written.
pub fn write(folder: &Path) -> Result<PathBuf, Problem> {
    let sources = folder.join("model");
    let written = |path: PathBuf, text: String| {
        fs::write(&path, text).map_err(|error| places::unwritable(&path, error))
    };
    fs::create_dir_all(&sources).map_err(|error| places::unwritable(&sources, error))?;
    let build = "{\"version\": \"1.0\", \"sources\": [\"model\"]}\n";
    written(folder.join("smithy-build.json"), build.to_owned())?;
    written(sources.join("depot.smithy"), service())?;
    for file in 0..FILES {
        let operations = (file * OPERATIONS..(file + 1) * OPERATIONS).map(operation);
        let text = format!("{HEAD}{}", operations.collect::<String>());
        written(sources.join(format!("goods{file}.smithy")), text)?;
    }
    Ok(folder.to_owned())
}

const HEAD: &str = "$version: \"2.0\"\n\nnamespace example.depot\n";

/// The service, which names all operations.
fn service() -> String {
    let mut text = format!(
        "{HEAD}
use aws.protocols#restJson1

/// A depot, and the goods that are in it.
@restJson1
@httpBearerAuth
@paginated(inputToken: \"from\", outputToken: \"next\")
service Depot {{
    version: \"2026-01-01\"
    operations: [\n"
    );
    for number in 0..FILES * OPERATIONS {
        let _ = writeln!(text, "        ListGoods{number}");
    }
    text + "    ]\n}\n"
}

/// An operation with its input, its output, an error, and all that these are made of: ten shapes.
fn operation(n: usize) -> String {
    format!(
        "
/// Lists goods of kind {n}, those that came first before all others. What has left the depot is not
/// listed any more.
@http(method: \"POST\", uri: \"/goods{n}/{{shelf}}\")
@readonly
@paginated(items: \"goods\")
operation ListGoods{n} {{
    input := {{
        /// Where they lie.
        @required
        @httpLabel
        shelf: ShelfName{n}

        @httpQuery(\"from\")
        from: String

        /// Those alone that are so.
        which: Choice{n}
    }}
    output := {{
        @required
        goods: GoodsList{n} = []

        @httpHeader(\"x-next\")
        next: String
    }}
    errors: [NoShelf{n}]
}}

/// What a shelf is called.
@length(min: 1, max: 64)
@pattern(\"^[a-z0-9]+$\")
string ShelfName{n}

/// A piece, as it lies there.
structure Goods{n} {{
    /// Since when it is there.
    @required
    since: Timestamp

    @range(min: 0)
    grams: Integer = 0

    state: GoodsState{n} = \"WHOLE\"
    labels: Labels{n}
    @sensitive
    owner: String
}}

list GoodsList{n} {{
    member: Goods{n}
}}

map Labels{n} {{
    key: String
    value: String
}}

enum GoodsState{n} {{
    WHOLE
    /// It can be mended.
    DAMAGED
    LOST = \"lost-{n}\"
}}

/// Which goods.
union Choice{n} {{
    all: Unit
    state: GoodsState{n}
    labelled: Labels{n}
}}

@error(\"client\")
@httpError(404)
structure NoShelf{n} {{
    @required
    message: String
}}
"
    )
}

#[cfg(test)]
mod tests {
    use tinsmith::model;

    use super::*;

    #[test]
    fn it_has_a_thousand_shapes_and_a_service() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = write(folder.path()).unwrap_or_else(|_| panic!("it is written"));
        let model = model::load(&[project]).unwrap_or_else(|problems| panic!("{problems}"));
        let shapes = model
            .shapes()
            .filter(|shape| !shape.id.as_str().contains('$'));
        assert_eq!(shapes.count(), 1001);
    }
}
