//! Articles made ready to be published: which of them are, as what pages, and the list of it all.
//!
//! Pure: takes values and gives texts with the paths they belong to; `store` reads and writes them.

mod address;
mod crosslink;
mod edition;
mod facts;
mod feed;
mod form;
mod front;
mod hash;
mod index;
mod listing;
mod manifest;
mod markdown;
mod origin;
mod page;
mod path;
mod picture;
mod sitemap;
mod template;
mod words;
mod written;

pub use crosslink::{files, files_of_target};
pub use edition::{Counts, Edition, EditionUnit, Refusal};
pub use facts::{Fact, Facts};
pub use feed::{feed, feed_path};
pub use form::{FORMS, Form, SITE, form_of};
pub use front::front_pages;
pub use hash::{Hash, hash};
pub use index::Index;
pub use listing::{Common, Listing};
pub use manifest::{Manifest, Output, Unpublished};
pub use page::{Family, Published, Site, author, date};
pub use picture::picture_size;
pub use sitemap::{SITEMAP, sitemap};
pub use template::Templates;
pub use written::Written;
