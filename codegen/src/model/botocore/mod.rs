//! botocore's models of AWS's services: what everybody has on disk who has the AWS CLI or an SDK of AWS's for Python.
//!
//! A service is a folder, of which each file says something: `service-2.json` what there is, others what is
//! paginated, waited for, and where it is called. They are made of Smithy models, and become again what
//! the JSON AST of these says, as far as it is in them. `codegen/docs/botocore.md` tells what is not.

mod applied;
mod beside;
mod document;
mod entries;
mod examples;
mod extras;
mod files;
mod member;
mod names;
mod operation;
mod outline;
mod pagination;
mod pattern;
mod protocols;
mod reader;
mod service;
mod shape;
mod structure;
mod text;
mod waiters;
mod words;

pub(super) use files::{
    Kind, beside, is_folder, is_service, is_version, is_without_service, kind, last_version,
    of_folder,
};
pub(super) use reader::read;
pub(super) use text::File;
