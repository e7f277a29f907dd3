//! What a language is like: lists of words that tell where its sentences end, one file per
//! language, and what CLDR says of it: direction, names. Knows nothing of translation.

mod abbreviation;
mod de;
mod direction;
mod joining;
mod moment;
mod name;
mod number;
mod word_list;

pub use abbreviation::{Abbreviation, Abbreviations};
pub use de::german;
pub use direction::direction;
pub use joining::joins;
pub use moment::{Moment, MomentStyle};
pub use name::autonym;
pub use number::{NumberStyle, format_number, plural_category};
pub use word_list::WordList;

/// What a sentence cutter has to know of a language.
#[derive(Debug)]
pub struct Language {
    /// Abbreviations with their classes.
    pub abbreviations: Abbreviations,
    /// Names of months, in full and shortened, without the dot.
    pub months: WordList,
    /// Nouns that an ordinal number is said of, matched at the end of a compound.
    pub ordinal_nouns: WordList,
    /// Nouns that a cardinal number follows: "Seite 12".
    pub counted_nouns: WordList,
    /// Words after which a number before a noun is an ordinal: "der 3.", "im 19.".
    pub before_ordinal: WordList,
    /// Words that carry a capital only at the start of a sentence.
    pub starters: WordList,
    /// Words that no sentence and no headline ends with.
    pub unfinished: WordList,
    /// Symbols of units, which end a sentence like any word when they follow a number.
    pub units: WordList,
    /// Words without a vowel that are no abbreviations.
    pub vowelless: WordList,
    /// Names that carry an exclamation mark of their own.
    pub names_with_mark: WordList,
}
