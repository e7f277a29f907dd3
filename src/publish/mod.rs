//! Articles made ready to be published: which of them are, as what pages, and the list of it all.
//!
//! Pure: takes values and gives texts with the paths they belong to; `store` reads and writes them.

mod address;
mod crosslink;
mod edition;
mod facts;
mod form;
mod hash;
mod index;
mod listing;
mod manifest;
mod page;
mod template;
mod words;
mod written;

pub use crosslink::{files, files_of_target};
pub use edition::{Counts, Edition, EditionUnit, Refusal};
pub use facts::{Fact, Facts};
pub use form::{FORMS, Form, SITE, form_of};
pub use hash::{Hash, hash};
pub use index::Index;
pub use listing::{Common, Listing};
pub use manifest::{Manifest, Output, Unpublished};
pub use page::{Family, Published, Site, date};
pub use template::Templates;
pub use written::Written;
