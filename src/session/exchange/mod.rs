//! Files of other tools: held to their formats, written and taken back.

mod validity;

pub use validity::{ExchangeFault, check_exchange_file};
