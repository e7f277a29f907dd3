//! What was translated before, found again by its words: exactly, or nearly.
//!
//! Nothing is stored: a memory is made of the finished translations there are, and an index over
//! their sources only skips what cannot win.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "lengths, shares and hashes, all of them small and positive or cut on purpose"
)]

mod distance;
mod fragment;
mod gram;
mod index;
mod recall;
mod repair;
mod search;

pub use fragment::Fragment;
pub use index::Index;
pub use recall::{Entry, Memory, Offer, OfferKind, Query};
pub use repair::{repair, repair_figures};
pub use search::{Match, Search};
