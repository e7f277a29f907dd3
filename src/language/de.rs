//! German.

use std::sync::LazyLock;

use super::{Abbreviation, Abbreviations, Language, WordList};

static GERMAN: LazyLock<Language> = LazyLock::new(|| Language {
    abbreviations: Abbreviations::new(&[
        (
            Abbreviation::Never,
            include_str!("de/abbreviations-never.txt"),
        ),
        (
            Abbreviation::MayEnd,
            include_str!("de/abbreviations-may-end.txt"),
        ),
        (
            Abbreviation::Closes,
            include_str!("de/abbreviations-closing.txt"),
        ),
        (
            Abbreviation::BeforeNumber,
            include_str!("de/abbreviations-before-number.txt"),
        ),
    ]),
    months: WordList::new(include_str!("de/months.txt")),
    ordinal_nouns: WordList::new(include_str!("de/ordinal-nouns.txt")),
    counted_nouns: WordList::new(include_str!("de/counted-nouns.txt")),
    before_ordinal: WordList::new(include_str!("de/before-ordinal.txt")),
    starters: WordList::new(include_str!("de/starters.txt")),
    unfinished: WordList::new(include_str!("de/unfinished.txt")),
    units: WordList::new(include_str!("de/units.txt")),
    vowelless: WordList::new(include_str!("de/vowelless.txt")),
    acronyms: WordList::new(include_str!("de/acronyms.txt")),
    names_with_mark: WordList::new(include_str!("de/names-with-mark.txt")),
});

/// What satz knows of German.
pub fn german() -> &'static Language {
    &GERMAN
}
