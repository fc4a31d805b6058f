//! Tests of XML.

mod writer;
