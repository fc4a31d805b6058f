//! Streams of events: what comes out of bytes however they are cut, and what ends a stream.

mod corpus;
mod ends;
mod frames;
mod initial;
mod pieces;
mod sent;
mod served;
mod stream;
mod tides;
mod written;
