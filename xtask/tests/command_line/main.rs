//! The command line from outside: processes, what they print, and what they leave behind.

mod check;
mod command;
mod interrupted;
