//! `cargo xtask bench .. --against REV`: what today's generator writes, and the generator itself, next
//! to those of a revision of this repository, in turns within one run. No official crate is built.

mod callgrind;
mod compile;
mod generate;
mod git;
mod micro;
mod states;
mod table;

use super::compile::{EC2, LICENSE_MANAGER, S3, SAGEMAKER};
use super::{Context, Part};
use crate::problem::Problem;
use states::States;

/// Compares parts with a revision.
pub struct Against<'c> {
    context: &'c Context,
    states: States,
}

impl<'c> Against<'c> {
    /// What is compared with the revision of this name.
    ///
    /// # Errors
    /// Where git does not know it, or cannot check it out.
    pub fn revision(name: &str, context: &'c Context) -> Result<Self, Problem> {
        let states = States::of(name, &context.places)?;
        Ok(Self { context, states })
    }

    /// The tables of a part; `None` where the models that it takes are not there.
    ///
    /// # Errors
    /// Where anything of it fails in one of the states.
    pub fn measure(&self, part: Part) -> Result<Option<String>, Problem> {
        comparison(part).map_or_else(|| Err(senseless(part)), |compare| compare(self))
    }
}

/// Measures both states; gives the table, or nothing where what it needs is not there.
type Compare = fn(&Against<'_>) -> Result<Option<String>, Problem>;

/// How both states of a part are compared; `None` of one that shows what users get next to what else there is.
fn comparison(part: Part) -> Option<Compare> {
    Some(match part {
        Part::Compile => |against| compile::compare(against, &LICENSE_MANAGER, 15),
        Part::CompileLarge => |against| compile::compare(against, &SAGEMAKER, 5),
        Part::CompileEc2 => |against| compile::compare(against, &EC2, 5),
        Part::CompileS3 => |against| compile::compare(against, &S3, 5),
        Part::Call => |against| micro::call(against).map(Some),
        Part::Codec => |against| micro::codec(against).map(Some),
        Part::Generate => generate::services,
        Part::Corpus => generate::all_models,
        Part::Program
        | Part::Application
        | Part::Start
        | Part::Http
        | Part::Events
        | Part::S3
        | Part::Idl
        | Part::Chart => return None,
    })
}

/// The parts that are compared: those that are named, or else all that do not take many minutes.
///
/// # Errors
/// Where one of those named cannot be compared.
pub fn parts(named: &[Part]) -> Result<&[Part], Problem> {
    const USUAL: &[Part] = &[
        Part::Compile,
        Part::Call,
        Part::Codec,
        Part::Generate,
        Part::Corpus,
    ];
    match named.iter().find(|part| comparison(**part).is_none()) {
        Some(part) => Err(senseless(*part)),
        None if named.is_empty() => Ok(USUAL),
        None => Ok(named),
    }
}

fn senseless(part: Part) -> Problem {
    Problem::new(format!(
        "`{}` cannot be had with --against: it shows what users get next to what else there is. \
         `compile`, `compile-large`, `compile-ec2`, `compile-s3`, `call`, `codec`, `generate` and \
         `corpus` can",
        part.name()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_what_can_be_compared_in_short_time() {
        let usual = parts(&[]).unwrap_or_else(|_| panic!("it is right"));
        assert!(usual.contains(&Part::Codec) && usual.contains(&Part::Compile));
        assert!(!usual.contains(&Part::CompileLarge) && !usual.contains(&Part::CompileEc2));
    }

    #[test]
    fn what_stands_against_official_crates_alone_is_told_before_anything_is_built() {
        for part in [Part::Program, Part::Application, Part::S3, Part::Chart] {
            let Err(Problem::Other(message)) = parts(&[Part::Codec, part]) else {
                panic!("`{}` is not refused", part.name());
            };
            assert!(message.starts_with(&format!("`{}` cannot", part.name())));
        }
        assert!(parts(&[Part::CompileLarge]).is_ok());
    }
}
