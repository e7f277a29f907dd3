//! Files that translations come in from other tools.

mod tmx;

pub use tmx::{TmxUnit, read_tmx};
