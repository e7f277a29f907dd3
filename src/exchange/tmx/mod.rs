//! Translation Memory eXchange, TMX 1.4b, levels 1 and 2.

mod memory;
mod unit;

pub use memory::{TmxUnit, read_tmx};
pub use unit::{check_tmx, read_tmx_units, write_tmx};
