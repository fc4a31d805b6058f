//! Reading, writing and calling with the crates that each state generates, in turns within one process.
//!
//! The source is the peers' (`tests/peers/ours`), as it is today. It is built twice, against the crate
//! of each state, and one program has both.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::states::State;
use super::table::Comparison;
use super::{Against, callgrind};
use crate::bench::cargo::Cargo;
use crate::bench::micro::run;
use crate::bench::places::{self, Places};
use crate::bench::units;
use crate::corpus::workspace;
use crate::problem::Problem;

/// A package of `tests/peers/ours`, and the crate that it takes.
struct Work {
    /// The package's folder.
    name: &'static str,
    /// The name by which it knows the generated crate.
    krate: &'static str,
    /// What that crate is generated from.
    model: &'static str,
    /// Of which operations; all where absent.
    operations: Option<&'static str>,
    /// The cargo feature of the service, which the committed crate has beside others. What is
    /// generated here has one service, and no such feature.
    feature: Option<&'static str>,
    /// What is done with it, as its peers are called, and as a table calls it.
    peers: [(&'static str, &'static str); 2],
}

/// Reading and writing.
pub fn codec(against: &Against<'_>) -> Result<String, Problem> {
    let codec = Work {
        name: "codec",
        krate: "licenses",
        model: "tests/peers/licenses.json",
        operations: None,
        feature: None,
        peers: [("read", "read"), ("write", "write")],
    };
    codec.compare("98 kB of `ListLicenses`", against)
}

/// A call of a client, and one sans-IO.
pub fn call(against: &Against<'_>) -> Result<String, Problem> {
    let call = Work {
        name: "call",
        krate: "generated",
        model: "model/license-manager.json",
        operations: Some("CreateToken"),
        feature: Some("license-manager"),
        peers: [
            ("call", "a client's call, answered at once"),
            ("sans-IO", "sans-IO: make and read"),
        ],
    };
    call.compare("`CreateToken`, no network", against)
}

impl Work {
    fn compare(&self, title: &str, against: &Against<'_>) -> Result<String, Problem> {
        let places = &against.context.places;
        let program = self.build(against)?;
        let measured = run(&mut Command::new(&program))?;
        let mut table = Comparison::new(&against.states.header(title));
        for (peer, told) in self.peers {
            let of = |state| measured.of(&format!("{state}: {peer}"));
            let times = [of("before")?, of("today")?];
            table.measured(&format!("{told}: time"), times, units::seconds);
        }
        let mut how = "Medians of 1000 turns in one process".to_owned();
        match self.instructions(&program, places) {
            Ok(rows) => {
                for (told, both) in rows {
                    table.counted(&format!("{told}: instructions"), both, units::count);
                }
            }
            Err(why) => how = format!("Instructions were not counted: {why}. {how}"),
        }
        Ok(table.markdown(&against.states.note(&how, places)?))
    }

    fn instructions(
        &self,
        program: &Path,
        places: &Places,
    ) -> Result<Vec<(&str, [f64; 2])>, String> {
        let file = places.bench("against/callgrind.out");
        let of = |state, peer| callgrind::instructions(program, &format!("{state}: {peer}"), &file);
        let peers = self.peers.iter();
        let rows = peers.map(|(peer, told)| Ok((*told, [of("before", peer)?, of("today", peer)?])));
        rows.collect()
    }

    /// The program that has both.
    fn build(&self, against: &Against<'_>) -> Result<PathBuf, Problem> {
        let places = &against.context.places;
        let folder = places.bench("against").join(self.name);
        for state in against.states.quick(places)? {
            self.write_state(state, &folder, places)?;
        }
        let name = self.name;
        let measure = quoted(&places.repository("tests/peers/measure"));
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\n\n\
             [package]\nname = \"against-{name}\"\nedition = \"2024\"\n\n\
             [dependencies]\n\
             before = {{ package = \"{name}-before\", path = \"before\" }}\n\
             today = {{ package = \"{name}-today\", path = \"today\" }}\n\
             peer-measure = {{ path = {measure} }}\n"
        );
        workspace::write(&folder.join("Cargo.toml"), &manifest)?;
        workspace::write(&folder.join("src/main.rs"), MAIN)?;
        let lock = places.repository("tests/peers/Cargo.lock");
        let lock = std::fs::read_to_string(lock).map_err(Problem::new)?;
        workspace::write(&folder.join("Cargo.lock"), &lock)?;
        let cargo = Cargo::at(folder, places);
        eprintln!("building both states of `{name}` in release");
        cargo.run(&["build", "--release"])?;
        let program = cargo
            .target()
            .join("release")
            .join(format!("against-{name}"));
        Ok(program.with_extension(std::env::consts::EXE_EXTENSION))
    }

    /// The crate that a state generates, and the package that is built against it.
    fn write_state(&self, state: &State, folder: &Path, places: &Places) -> Result<(), Problem> {
        let krate = format!("{}-{}", self.krate, state.name);
        let generated = places.bench("against/crates").join(&krate);
        // What one generator leaves behind is not for another to read.
        places::remove(&generated)?;
        std::fs::create_dir_all(&generated)
            .map_err(|error| places::unwritable(&generated, error))?;
        let model = places.repository(self.model);
        state.generator.model(&model, &generated, self.operations)?;

        let ours = places.repository("tests/peers/ours").join(self.name);
        let manifest = std::fs::read_to_string(ours.join("Cargo.toml")).map_err(Problem::new)?;
        let manifest = without_feature(&manifest, self.feature);
        let dependencies = dependencies(&manifest, &ours, self.krate, (&krate, &generated));
        let manifest = format!(
            "[package]\nname = \"{}-{}\"\nedition = \"2024\"\n\n[lib]\npath = {}\n\n{dependencies}",
            self.name,
            state.name,
            quoted(&ours.join("src/lib.rs")),
        );
        workspace::write(&folder.join(state.name).join("Cargo.toml"), &manifest)
    }
}

const MAIN: &str = "\
fn main() {
    peer_measure::compare(before::peers(), today::peers());
}
";

/// The dependencies of a manifest as another folder's has them: with whole paths, and with another
/// package in place of one of them.
fn dependencies(
    manifest: &str,
    folder: &Path,
    replaced: &str,
    (package, path): (&str, &Path),
) -> String {
    let from = manifest.find("[dependencies]").unwrap_or(manifest.len());
    let lines = manifest[from..].lines().map(|line| {
        let Some((before, rest)) = line.split_once("path = \"") else {
            return format!("{line}\n");
        };
        let Some((relative, after)) = rest.split_once('"') else {
            return format!("{line}\n");
        };
        if line.split_whitespace().next() == Some(replaced) {
            let path = quoted(path);
            return format!("{before}package = \"{package}\", path = {path}{after}\n");
        }
        format!("{before}path = {}{after}\n", quoted(&folder.join(relative)))
    });
    lines.collect()
}

/// A manifest that does not ask for a cargo feature, which others come before.
fn without_feature(manifest: &str, feature: Option<&str>) -> String {
    let feature = feature.map(|feature| format!(", {feature:?}"));
    match feature {
        Some(feature) => manifest.replace(&feature, ""),
        None => manifest.to_owned(),
    }
}

/// A path as a string of a manifest.
fn quoted(path: &Path) -> String {
    format!("{:?}", path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_of_one_service_is_not_asked_for_its_feature() {
        let manifest = r#"ours = { path = "..", features = ["client", "weather"] }"#;
        assert_eq!(
            without_feature(manifest, Some("weather")),
            r#"ours = { path = "..", features = ["client"] }"#
        );
        assert_eq!(without_feature(manifest, None), manifest);
    }

    #[test]
    fn only_the_generated_crate_is_another_one() {
        let manifest = "\
[package]
name = \"ours\"

[dependencies]
http = \"1\"
licenses = { path = \"../../licenses\", default-features = false }
peer-measure = { path = \"../measure\" }
";
        let other = ("licenses-before", Path::new("/elsewhere/licenses-before"));
        let expected = "\
[dependencies]
http = \"1\"
licenses = { package = \"licenses-before\", path = \"/elsewhere/licenses-before\", default-features = false }
peer-measure = { path = \"/peers/ours/../measure\" }
";
        let shown = dependencies(manifest, Path::new("/peers/ours"), "licenses", other);
        assert_eq!(shown, expected);
    }
}
