//! Translations by a machine, which is any command: what it is asked and how, what it answers, and how
//! what is no word of a text comes through it whole.
//!
//! ```text
//! text ─protect→ Protected ─Request→ line ─▶ command ─▶ line ─read_answer→ Answer ─restore→ text
//! ```
//!
//! Starts no command: `store` does.

mod code;
mod cut;
mod place;
mod protect;
mod protocol;
mod token;

pub use protect::{Lost, Protected, Restored, protect};
pub use protocol::{Answer, Request, RequestMatch, RequestTerm, read_answer};
pub use token::Form;
