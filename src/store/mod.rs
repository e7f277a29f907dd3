//! The only module that touches files. Everything it reads is whole, valid UTF-8 and inside the
//! workspace; everything it writes appears at once or not at all.

mod adopt;
mod cache;
mod each;
mod elsewhere;
mod error;
mod files;
mod folder;
mod git;
mod leftover;
mod list;
mod lock;
mod mark;
mod memories;
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
mod steps;
mod strings;
mod survey;
mod workspace;
mod write;

pub use adopt::is_of_article;
pub use cache::{Cache, Kept, Pack};
pub(crate) use cache::{pack_all, pack_fields, pack_text, unpack_text};
pub use elsewhere::{create_file, replaceable};
pub use error::Error;
pub use files::Files;
pub use folder::is_bare;
pub use git::{Git, Snapshot, prefix};
pub use list::site_files;
pub use lock::Writer;
pub use paths::Paths;
pub use read::read_text;
pub use remove::Removal;
pub use renaming::Renaming;
pub use steps::Steps;
pub use workspace::{Workspace, create_workspace, find_workspace, find_workspace_with};
pub use write::{Write, replace_file};
