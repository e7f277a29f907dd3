//! What a text says in numbers, dates, measures and negations, whatever its language. Knows nothing
//! of translation: one text at a time.

#![allow(
    clippy::float_cmp,
    reason = "values are read from words and digits, so that equal ones are the same bits"
)]

mod compound;
mod context;
mod digits;
mod han;
mod number;
mod read;
mod roman;
mod sense;
mod words;

pub use number::{Form, Number, same};
pub use read::{Dated, Mentions};
