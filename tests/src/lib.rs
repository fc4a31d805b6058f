//! What the tests of Tinsmith stand on: services to call that need no AWS account, and the
//! models of others.

pub mod corpus;
pub mod local_license_manager;
mod local_server;
pub mod local_sts;
