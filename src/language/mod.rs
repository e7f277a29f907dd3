//! What a language is like: lists of words that tell where its sentences end, lexicons of the words
//! that name numbers, dates and measures, its writing, and what CLDR says of it: direction, names.
//! Plain data; knows nothing of translation.

use std::sync::{LazyLock, OnceLock};

mod abbreviation;
mod de;
mod direction;
mod fallback;
mod joining;
mod letter;
mod lexicon;
mod moment;
mod name;
mod normalise;
mod noun;
mod number;
mod openers;
mod plural;
mod shape;
mod subtag;
mod token;
mod unicode;
mod word_list;
mod writing;

pub use abbreviation::{Abbreviation, Abbreviations};
pub use direction::direction;
pub use fallback::parents;
pub use joining::joins;
pub use letter::{
    is_capital, is_letter, letter_length, letters_end, lower_case, lower_in_place, small,
};
pub use lexicon::{CURRENCIES, DAYS, LEXICONS, Lexicon, Name, NameKind, STANCES, Sense, UNITS};
pub use moment::{Moment, MomentStyle};
pub use name::autonym;
pub use normalise::normalise;
pub use noun::is_brand;
pub use number::{NumberStyle, format_number, plural_category};
pub use openers::Openers;
pub use plural::{PLURALS, PluralKind, Plurals};
pub use subtag::{Unregistered, public_part, unregistered};
pub use token::{Gap, Kind, Token, Tokens, digit};
pub use word_list::WordList;
pub use writing::{Known, Writing, known, writing};

/// The code of a language, its name in English, and what reads its lists.
type Row = (&'static str, &'static str, fn() -> Language);

/// The languages satz knows: one row each, found by the first part of a locale.
static LANGUAGES: [Row; 12] = [
    ("de", "German", de::german),
    ("cs", "Czech", || {
        unicode::read(include_str!("unicode/cs.txt"))
    }),
    ("en", "English", || {
        unicode::read(include_str!("unicode/en.txt"))
    }),
    ("es", "Spanish", || {
        unicode::read(include_str!("unicode/es.txt"))
    }),
    ("fr", "French", || {
        unicode::read(include_str!("unicode/fr.txt"))
    }),
    ("it", "Italian", || {
        unicode::read(include_str!("unicode/it.txt"))
    }),
    ("nl", "Dutch", || {
        unicode::read(include_str!("unicode/nl.txt"))
    }),
    ("pl", "Polish", || {
        unicode::read(include_str!("unicode/pl.txt"))
    }),
    ("pt", "Portuguese", || {
        unicode::read(include_str!("unicode/pt.txt"))
    }),
    ("ru", "Russian", || {
        unicode::read(include_str!("unicode/ru.txt"))
    }),
    ("sv", "Swedish", || {
        unicode::read(include_str!("unicode/sv.txt"))
    }),
    ("uk", "Ukrainian", || {
        unicode::read(include_str!("unicode/uk.txt"))
    }),
];

/// By which rules a language is cut into sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rules {
    /// Those made for German, where a capital says little.
    German,
    /// Unicode's (UAX #29) with the abbreviations of the language.
    #[default]
    Unicode,
}

/// What a sentence cutter has to know of a language. A list that a language lacks is empty.
#[derive(Debug, Default)]
pub struct Language {
    /// The rules the lists are for.
    pub rules: Rules,
    /// Abbreviations with their classes.
    pub abbreviations: Abbreviations,
    /// Adjectives that are written short before their noun, in lower case, without the dot.
    pub shortened_adjectives: WordList,
    /// Short words that no ending tells from a shortened adjective, in lower case.
    pub complete_words: WordList,
    /// Words that are written in full with a capital, and are abbreviations without one.
    pub full_with_capital: WordList,
    /// Last parts of nouns that are written short, in lower case, without the dot.
    pub shortened_endings: WordList,
    /// Articles that are pronouns as well, in lower case.
    pub pronouns: WordList,
    /// Participles that are written short, without the dot.
    pub participles: WordList,
    /// Forms of the auxiliaries that leave a participle for the end of a clause, in lower case.
    pub auxiliaries: WordList,
    /// Beginnings of verbs that take a dative, in lower case.
    pub dative_verbs: WordList,
    /// Legal forms of firms.
    pub legal_forms: WordList,
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
    /// Words that open a sentence even where no mark stands before them, with their capital.
    pub openers: Openers,
    /// Words after which such a word begins a name.
    pub before_name: WordList,
    /// Words that form a name with the article before them.
    pub names_with_article: WordList,
    /// Prepositions after which a capital "Ein" is stressed.
    pub prepositions: WordList,
    /// Words that no sentence and no headline ends with.
    pub unfinished: WordList,
    /// Symbols of units, which end a sentence like any word when they follow a number.
    pub units: WordList,
    /// Words without a vowel that are no abbreviations.
    pub vowelless: WordList,
    /// Short forms in capitals that differ from another language's by one letter, joined: "EZB:ECB".
    pub acronyms: WordList,
    /// Words without a meaning of their own, and the commonest others, in lower case.
    pub function_words: WordList,
    /// Common nouns with their forms.
    pub nouns: WordList,
    /// Nouns that are no names, in lower case and without an ending; for compounds too.
    pub common_nouns: WordList,
    /// Names that carry an exclamation mark of their own.
    pub names_with_mark: WordList,
    /// Days of the week, and words like "yesterday".
    pub weekdays: WordList,
    /// Numbers written as words, in lower case.
    pub number_words: WordList,
    /// Words before which a capital begins a common noun, in lower case.
    pub noun_markers: WordList,
    /// Endings of common nouns that no name has.
    pub noun_endings: WordList,
    /// Endings that most nouns have, and some names.
    pub usual_endings: Vec<&'static str>,
    /// Endings of a noun's forms.
    noun_inflections: &'static [&'static str],
    /// Short nouns that compounds end with as well.
    short_parts: &'static [&'static str],
    /// Endings of adjectives before their noun.
    adjective_endings: &'static [&'static str],
    /// Words before a name without an article, in lower case.
    pub before_bare_name: WordList,
    /// Words before names and nouns alike, in lower case.
    pub before_name_or_noun: WordList,
    /// Whether a word is not spelt as the language's nouns are.
    foreign: Option<fn(&str) -> bool>,
    /// Whether a word in lower case looks like this language and like no other, if its form can tell.
    looks: Option<fn(&str) -> bool>,
    /// Letters by which it is known.
    letters: &'static [char],
}

impl Language {
    /// Whether a word in lower case looks like this language and like no other.
    pub fn looks_own(&self, word: &str) -> bool {
        self.looks.is_some_and(|looks| looks(word))
    }

    /// Whether a word is not spelt as the language's own nouns are.
    pub fn looks_foreign(&self, word: &str) -> bool {
        self.foreign.is_some_and(|foreign| foreign(word))
    }

    /// Whether a word in lower case has a letter by which the language is known.
    pub fn has_own_letter(&self, word: &str) -> bool {
        word.contains(self.letters)
    }
}

/// Finds what satz knows of a locale's language, for example `de` for `de-CH`. Of a language that
/// has no row it knows nothing: all lists are empty, and Unicode's rules hold.
///
/// # Examples
/// ```
/// use satz::language::{Rules, language};
///
/// assert_eq!(language("de-AT").rules, Rules::German);
/// assert!(language("en").starters.contains("the"));
/// assert_eq!(language("th").rules, Rules::Unicode);
/// ```
pub fn language(locale: &str) -> &'static Language {
    static READ: [OnceLock<Language>; LANGUAGES.len()] =
        [const { OnceLock::new() }; LANGUAGES.len()];
    static UNKNOWN: LazyLock<Language> = LazyLock::new(Language::default);
    row(locale).map_or(&UNKNOWN, |row| READ[row].get_or_init(LANGUAGES[row].2))
}

/// The place of a locale's language in the list of all.
fn row(locale: &str) -> Option<usize> {
    let code = locale.split(['-', '_']).next().unwrap_or_default();
    let mut rows = LANGUAGES.iter();
    rows.position(|(known, ..)| code.eq_ignore_ascii_case(known))
}

/// What a locale's language is called in English, if satz knows it.
///
/// # Examples
/// ```
/// use satz::language::english_name;
///
/// assert_eq!(english_name("de-CH"), Some("German"));
/// assert_eq!(english_name("xx"), None);
/// ```
pub fn english_name(locale: &str) -> Option<&'static str> {
    row(locale).map(|row| LANGUAGES[row].1)
}

/// The locale of articles where nobody says another.
pub const USUAL_SOURCE: &str = "de";
