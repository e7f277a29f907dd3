//! A code of a text, and what stands for it while a machine has the text.

use crate::exchange::Role;

/// A code of a text.
#[derive(Debug, Clone)]
pub(super) struct Code {
    /// As it is written.
    pub(super) raw: String,
    pub(super) role: Role,
    /// Its place among the words alone, in UTF-8 bytes.
    pub(super) at: usize,
    /// Whether a blank stands before it, and behind it.
    pub(super) has_blank: (bool, bool),
    /// What stands for it.
    pub(super) token: String,
    /// Whether a blank was put before that, and behind it.
    pub(super) is_padded: (bool, bool),
}
