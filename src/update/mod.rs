//! New source → what the catalogs become. Matching chooses which old text to show; only equality
//! of ids makes a unit current.

mod accept;
mod adopt;
mod assign;
mod carry;
mod equal;
mod fill;
mod group;
mod import;
mod layout;
mod locale;
mod mark;
mod merge;
mod moves;
mod similarity;
mod source;
mod translation;

pub use accept::accept;
pub use adopt::{adopt, remainder, take_in};
pub use assign::{Assigned, Memory, NewUnit, Rule, Thresholds, assign, assign_by, assign_equal};
pub use carry::{Carried, Passenger, bases, carry, carry_all, is_spent, with_header, without};
pub use equal::{bequeath, hand_over, is_plain, worth};
pub use fill::{FilledUnit, fill};
pub use import::{TakenUnit, take_back};
pub use locale::{Target as TargetUpdate, remember, stub_of, update_target};
pub use mark::{mark_made, mark_reviewed};
pub use merge::{Merged, merge};
pub use moves::{Move, Side, moves, verbatim_moves};
pub use source::source_catalog;
pub use translation::{Found, Open, keep_unaligned, write_translations};
