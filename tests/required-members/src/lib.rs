//! What the compiler says when a required member has not been set: see `tests/`.
