//! What the tests of Tinsmith stand on: services to call that need no AWS account.

pub mod local_license_manager;
