//! The command line from outside: processes, what they print, and what they leave behind.

mod bump;
mod check;
mod checksums;
mod command;
mod corpus;
mod events;
mod explain;
mod interrupted;
mod left_out;
mod measured;
mod mutate;
mod odd_files;
mod printed;
mod protocols;
