//! An article with its catalogs: brought in step, moved, renamed, aligned with a translation. Pure: reads no file.

mod adopt;
mod align;
mod bilingual;
mod configuration;
mod departed;
mod draft;
mod foreseen;
mod gap;
mod heirs;
mod minor;
mod moves;
mod plan;
mod prepare;
mod remember;
mod renames;
mod together;
mod unsupported;
mod wait;

pub use adopt::Adoption;
pub use align::{Aligned, Outcome, Row, Translation};
pub use departed::Departed;
pub use foreseen::Foreseen;
pub use minor::Rewording;
pub use plan::{Change, Plan};
pub use prepare::{Prepared, Raw, TargetFile};
pub use remember::Sentences;
pub use together::{Orphan, Together};
pub use unsupported::Unsupported;
pub(crate) use unsupported::linked_names;
pub use wait::{Closed, Unread};
