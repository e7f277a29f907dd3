//! XLIFF 1.2: held to its schema and rules, written and read.

mod read;
mod rule;
mod write;

pub(super) use read::read_units;
pub(super) use rule::check;
pub use write::write_xliff_1;
