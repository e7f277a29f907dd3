//! The `satz` command.

fn main() {}
