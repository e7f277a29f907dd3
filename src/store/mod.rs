//! The only module that touches files. Everything it reads is whole, valid UTF-8 and inside the
//! workspace; everything it writes appears at once or not at all.

mod adopt;
mod cache;
mod each;
mod error;
mod folder;
mod leftover;
mod list;
mod lock;
mod mark;
mod orphan;
mod output;
mod paths;
mod prepare;
mod publish;
mod read;
mod remove;
mod rename;
mod renaming;
mod retire;
mod strings;
mod survey;
mod workspace;
mod write;

pub use cache::{Cache, Kept, Pack};
pub(crate) use cache::{pack_all, pack_fields, pack_text, unpack_text};
pub use error::Error;
pub use folder::is_bare;
pub use lock::Writer;
pub use paths::Paths;
pub use read::read_text;
pub use remove::Removal;
pub use renaming::Renaming;
pub use workspace::{Workspace, create_workspace, find_workspace, find_workspace_with};
pub use write::{Write, replace_file};
