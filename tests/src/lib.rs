//! What the tests of Tinsmith stand on: services to call that need no AWS account, the models of
//! others, and crates that are generated and run.

pub mod ast_data;
pub mod corpus;
pub mod local_license_manager;
mod local_server;
pub mod local_sts;
pub mod model_cases;
pub mod outcome;
pub mod workspace;

/// README, whose examples are compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub mod readme {}
