//! Files of other tools: held to their formats, written and taken back.

mod export;
mod import;
mod lookup;
mod terms;
mod validity;
mod verdict;

pub(super) use export::markup_of;
pub use export::{ExportQuestion, Exported, export_formats, is_export};
pub use import::{ImportFile, ImportQuestion};
pub use validity::{ExchangeFault, check_exchange_file};
pub use verdict::{ImportOutcome, Imported};
