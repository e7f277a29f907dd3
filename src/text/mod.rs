//! Plain text: places in it, findings about it, edits of it. Knows nothing of translation.

mod conflict;
mod diagnostic;
mod edit;
mod fold;
pub(crate) mod lanes;
mod line_index;
mod position;
mod span;

pub use conflict::Conflict;
pub use diagnostic::{Diagnostic, Parsed, Severity};
pub use edit::{Edit, apply};
pub use fold::{fold, hash, is_surely_nfc};
pub use line_index::{LineColumn, LineIndex};
pub use position::{Encoding, Position, PositionIndex};
pub use span::Span;
pub(crate) use span::ascend;
