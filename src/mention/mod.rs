//! What a text says in numbers, dates, measures and negations, whatever its language. Knows nothing
//! of translation: one text at a time.

mod compound;
mod context;
mod digits;
mod number;
mod read;
mod sense;
mod words;

pub use number::{Form, Number, same};
pub use read::{Dated, Mentions};
