//! Members in paths, queries and headers, without the code that a model becomes.

mod requests;
mod responses;
mod round_trip;
