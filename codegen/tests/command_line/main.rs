//! The program `tinsmith` from outside: what it prints, and what it leaves behind.

mod ast;
mod edits;
mod errors_page;
mod init;
mod messages;
mod package;
mod program;
mod slips;
mod tides;
mod usage;
