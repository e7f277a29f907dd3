//! Files that translations come in from other tools, and go out to them.

mod format;
mod tmx;
mod xliff;
mod xml;

pub use format::{FileFormat, check_file, format_of_file};
pub use tmx::{TmxUnit, read_tmx};
pub use xliff::{CONSTRAINTS, Constraint, Version, check_xliff};
