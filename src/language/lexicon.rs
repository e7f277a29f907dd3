//! Words of a language that name numbers, months, days, currencies, units and negations.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use super::normalise::normalise;
use super::token::words_of;

/// What a word or phrase can mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    /// A cardinal number.
    Number(f64),
    /// An ordinal number.
    Ordinal(f64),
    /// A word that can stand for a number but need not: "both", "Jahrzehnt".
    Also(f64),
    /// A power of ten that multiplies the number before it.
    Scale(f64),
    /// A half before a scale or an hour.
    Half,
    /// What makes an hour the half before it: "halb".
    HalfTo,
    /// A half more than the number before it: "and a half".
    AndHalf,
    /// A month, from 1; not sure if the word has other meanings as well.
    Month(u8, bool),
    /// A shortened month, which counts beside a number.
    ShortMonth(u8),
    /// A day of the week, Monday being 1; not sure if the word has other meanings as well.
    Weekday(u8, bool),
    /// A day as seen from today, by its place in [`DAYS`].
    Day(u8),
    /// Per cent.
    Percent,
    /// Points of percentage.
    Point,
    /// A currency, by its place in [`CURRENCIES`].
    Currency(u8),
    /// A unit of measurement, by its place in [`UNITS`].
    Unit(u8),
    /// A word that says that something is not so.
    Negation,
    /// A word that can do the same in other ways: "refuse", "hardly".
    Negative,
    /// A word that another language may say with a negation: "nur", "erst".
    Limit,
    /// A turn of phrase in which a negation says nothing of the kind: "nicht nur".
    Rhetorical,
    /// A word that says where something goes, how much it is at least, or that it must be: by its
    /// place in [`STANCES`]; not sure if it has other meanings as well.
    Stance(u8, bool),
    /// A country or its people, by the number of its ISO code.
    Country(u16),
    /// A word after or before a time of day: "Uhr".
    Clock,
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// A phrase whose words deny and count nothing: Polish "na nie", French "remis à neuf".
    Spared,
    /// What makes a number a decade: "90er", "1990s".
    Decade,
    /// A word between the parts of a number: "and".
    Join,
    /// A word that something has to follow: an article, most prepositions.
    Opening,
    /// A word that an editor's remark begins or is signed with.
    Editor,
}

/// What a word of a list names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A month.
    Month,
    /// A day of the week.
    Weekday,
    /// A whole number.
    Number,
    /// A country.
    Country,
}

/// What a word of a list says, in whatever language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// The list.
    pub kind: NameKind,
    /// Its place in that: the month from 1, the day with Monday as 1, the number, the country's code.
    pub value: u16,
}

impl Name {
    /// What a line of a lexicon lists, if it is such names.
    fn of(sense: Sense) -> Option<Self> {
        let (kind, value) = match sense {
            Sense::Month(month, _) => (NameKind::Month, u16::from(month)),
            Sense::Weekday(day, _) => (NameKind::Weekday, u16::from(day)),
            Sense::Country(code) => (NameKind::Country, code),
            Sense::Number(number) => {
                let is_it = |whole: &u16| (f64::from(*whole) - number).abs() < f64::EPSILON;
                let whole = (0..=1_000_u16).find(is_it)?;
                (NameKind::Number, whole)
            }
            _ => return None,
        };
        Some(Self { kind, value })
    }
}

/// Currencies that lexicons know, by ISO 4217; and their hundredth part.
pub const CURRENCIES: [&str; 11] = [
    "EUR", "USD", "GBP", "CHF", "JPY", "RUB", "UAH", "PLN", "TRY", "CNY", "cent",
];

/// What words say that turn a sentence into another one where they are exchanged.
pub const STANCES: [&str; 18] = [
    "up",
    "down",
    "least",
    "most",
    "before",
    "after",
    "more",
    "less",
    "must",
    "may",
    "need-not",
    "if",
    "only",
    "only-if",
    "hearsay",
    "opening-if",
    "allowed",
    "not-only",
];

/// Days that are named from where one stands.
pub const DAYS: [&str; 5] = ["-2", "-1", "0", "1", "2"];

/// Units that lexicons know.
pub const UNITS: [&str; 25] = [
    "km", "m", "cm", "mm", "mi", "ft", "kg", "g", "t", "lb", "l", "ha", "ac", "c", "f", "h", "min",
    "s", "d", "wk", "mo", "yd", "y", "gal", "in",
];

/// The words of a language that name numbers, dates, measures and negations. Plain data, one file
/// per language in `lexicon/`.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The decimal mark.
    pub decimal: Option<char>,
    /// The marks between groups of three digits.
    pub groups: Vec<char>,
    /// Whether numbers are written in one word.
    pub compound: bool,
    /// Whether the numbers from 11 to 19 are written as ten and one: "on iki".
    pub teens_apart: bool,
    /// What stands between tens and ones in one word.
    pub joins: Vec<String>,
    /// What can follow a number in one word.
    pub tails: Vec<String>,
    /// Whether negation can be a part of the verb, where no list finds it.
    pub bound_negation: bool,
    /// What words begin and end with that say that something is not so: "un-", "-less".
    denying: (Vec<String>, Vec<String>),
    /// Beginnings of words that only look so: "under".
    affirming: Vec<String>,
    /// Which of [`STANCES`] it has words of, a bit each.
    stances: u32,
    /// Words that are written together with what follows.
    prefixes: Vec<String>,
    /// First three characters of the words for numbers.
    heads: FxHashSet<Head>,
    /// What may begin with which characters.
    beginnings: Beginnings,
    /// Phrases by their first word: its other words, and the sense.
    words: FxHashMap<String, Vec<Phrase>>,
    /// Beginnings of words, by their first three characters.
    stems: FxHashMap<Head, Vec<(String, Sense)>>,
    /// Beginnings of words that have but one or two.
    short_stems: Vec<(Head, Sense)>,
    /// The words of months, days, numbers and countries, as the file has them, the usual form first.
    forms: FxHashMap<Name, Vec<String>>,
    /// The names by their words.
    names: FxHashMap<String, Name>,
}

/// The first three characters of a word; NUL where it has none.
type Head = [char; 3];

/// What may begin with some characters: most words that are looked up are in no list, and turned away
/// by it.
#[derive(Debug)]
struct Beginnings([u8; 4096]);

/// Of [`Beginnings`]: the first words of phrases, of numbers among them, and stems.
const PHRASE: u8 = 1;
const NUMBER: u8 = 2;
const STEM: u8 = 4;

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; 4096])
    }
}

impl Beginnings {
    fn add(&mut self, head: Head, kind: u8) {
        self.0[Self::place(head)] |= kind;
    }

    fn of(&self, head: Head) -> u8 {
        self.0[Self::place(head)]
    }

    fn place(head: Head) -> usize {
        let mixed = head
            .iter()
            .fold(0_u32, |mixed, c| mixed.wrapping_mul(31) ^ u32::from(*c));
        (mixed & 4095) as usize
    }
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<String>,
    sense: Sense,
}

macro_rules! lexicons {
    ($($language:literal),*) => {
        /// The languages that have a lexicon.
        pub const LEXICONS: &[&str] = &[$($language),*];

        fn known(language: &str) -> Option<&'static Lexicon> {
            match language {
                $($language => {
                    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
                        Lexicon::new(include_str!(concat!("lexicon/", $language, ".txt")))
                    });
                    Some(&*LEXICON)
                })*
                _ => None,
            }
        }
    };
}

lexicons!(
    "ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk"
);

/// What is known where a language has no lexicon: digits.
static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(""));

impl Lexicon {
    /// The lexicon of a language; an empty one if there is none.
    pub fn of(language: &str) -> &'static Self {
        known(language).unwrap_or(&NONE)
    }

    /// Whether nothing is known of the language.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Reads a lexicon.
    fn new(text: &str) -> Self {
        let mut lexicon = Self::default();
        for line in text.lines() {
            if let Some((key, words)) = line.split_once(": ").filter(|_| !line.starts_with('#')) {
                lexicon.read(key, words);
            }
        }
        lexicon
    }

    fn read(&mut self, key: &str, words: &str) {
        match key {
            "decimal" => self.decimal = mark(words),
            "group" => self.groups.extend(mark(words)),
            _ => {}
        }
        let words = words
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        match key {
            "compound" => self.compound = true,
            "teens" => self.teens_apart = true,
            "bound" => self.bound_negation = true,
            "tail" => self.tails = words.map(str::to_owned).collect(),
            "prefix" => self.prefixes = words.map(normalise).collect(),
            "denying head" => self.denying.0 = words.map(normalise).collect(),
            "denying tail" => self.denying.1 = words.map(normalise).collect(),
            "affirming" => self.affirming = words.map(normalise).collect(),
            "join" => {
                for word in words {
                    self.joins.push(normalise(word));
                    self.add(word, Sense::Join);
                }
            }
            "unsure month" | "unsure weekday" => words.for_each(|word| self.doubt(word)),
            _ => {
                if let Some(sense) = sense(key) {
                    for word in words {
                        self.add(word, sense);
                        self.list(word.trim_end_matches('*'), sense);
                    }
                }
            }
        }
    }

    fn list(&mut self, word: &str, sense: Sense) {
        if let Some(name) = Name::of(sense) {
            self.forms.entry(name).or_default().push(word.to_owned());
            self.names.entry(word.to_owned()).or_insert(name);
        }
    }

    /// The words of a name, the usual one first; the others are inflected, in one order for all months.
    pub fn forms(&self, name: Name) -> &[String] {
        self.forms.get(&name).map_or(&[], Vec::as_slice)
    }

    /// What a single word names, if it is in one of the lists of names.
    pub fn name(&self, word: &str) -> Option<Name> {
        self.names.get(&word.to_lowercase()).copied()
    }

    fn add(&mut self, word: &str, sense: Sense) {
        if let Sense::Stance(place, _) = sense {
            self.stances |= 1 << place;
        }
        if let Some(stem) = word.strip_suffix('*').filter(|stem| !stem.contains(' ')) {
            let stem = normalise(stem);
            let head = head_of(&stem);
            if head.contains(&'\0') {
                self.short_stems.push((head, sense));
            } else {
                self.beginnings.add(head, STEM);
                self.stems.entry(head).or_default().push((stem, sense));
            }
            return;
        }
        let word = normalise(word.trim_end_matches('*'));
        // Cut alone, the apostrophe of "n'" would be a mark.
        let mut parts = if word.ends_with('\'') {
            vec![word]
        } else {
            words_of(&word)
        };
        if parts.is_empty() {
            return;
        }
        let first = parts.remove(0);
        let head = head_of(&first);
        self.beginnings.add(head, PHRASE);
        if matches!(sense, Sense::Number(_) | Sense::Ordinal(_)) {
            self.beginnings.add(head, NUMBER);
            self.heads.insert(head);
        }
        let phrases = self.words.entry(first).or_default();
        if !phrases
            .iter()
            .any(|phrase| phrase.sense == sense && phrase.rest == parts)
        {
            phrases.push(Phrase { rest: parts, sense });
        }
    }

    fn doubt(&mut self, word: &str) {
        let phrases = self.words.get_mut(&normalise(word));
        for phrase in phrases.into_iter().flatten() {
            match &mut phrase.sense {
                Sense::Month(_, sure) | Sense::Weekday(_, sure) => *sure = false,
                _ => {}
            }
        }
    }

    /// Calls `found` with every sense of the words that begin a text, and the number of words that
    /// it takes. `words` gives the normalised words of the text one by one.
    pub fn senses<'a>(
        &self,
        first: &str,
        words: impl Fn(usize) -> Option<&'a str>,
        mut found: impl FnMut(usize, Sense),
    ) {
        self.look_up(first, &words, &mut found);
        for prefix in &self.prefixes {
            if let Some(rest) = first.strip_prefix(prefix.as_str())
                && rest.len() > 3
            {
                self.look_up(rest, &words, &mut found);
            }
        }
    }

    fn look_up<'a>(
        &self,
        first: &str,
        words: &impl Fn(usize) -> Option<&'a str>,
        found: &mut impl FnMut(usize, Sense),
    ) {
        let head = head_of(first);
        let kinds = self.beginnings.of(head);
        if kinds & PHRASE != 0 {
            for phrase in self.words.get(first).into_iter().flatten() {
                let rest = phrase.rest.iter().enumerate();
                if rest.clone().all(|(at, word)| words(at + 1) == Some(word)) {
                    found(phrase.rest.len() + 1, phrase.sense);
                }
            }
        }
        if kinds & STEM != 0 {
            for (stem, sense) in self.stems.get(&head).into_iter().flatten() {
                if first.starts_with(stem.as_str()) {
                    found(1, *sense);
                }
            }
        }
        for (stem, sense) in &self.short_stems {
            if stem[0] == head[0] && (stem[1] == '\0' || stem[1] == head[1]) {
                found(1, *sense);
            }
        }
    }

    /// Whether a normalised word denies something by what it begins or ends with: "unknown", "useless".
    pub fn denies(&self, word: &str) -> bool {
        let (heads, tails) = &self.denying;
        let starts = |part: &String| word.len() > part.len() + 2 && word.starts_with(part.as_str());
        let ends = |part: &String| word.len() > part.len() + 2 && word.ends_with(part.as_str());
        (heads.iter().any(starts) || tails.iter().any(ends))
            && !self
                .affirming
                .iter()
                .any(|stem| word.starts_with(stem.as_str()))
    }

    /// Whether the lexicon has words of a kind of [`STANCES`].
    pub fn has_stance(&self, name: &str) -> bool {
        let place = STANCES.iter().position(|stance| *stance == name);
        place.is_some_and(|place| self.stances & 1 << place != 0)
    }

    /// Whether a word can begin with a number, by its first characters.
    pub fn may_count(&self, word: &str) -> bool {
        let head = head_of(word);
        self.beginnings.of(head) & NUMBER != 0 && self.heads.contains(&head)
    }

    /// The number that a single word names, if it does.
    pub fn number(&self, word: &str) -> Option<Sense> {
        let phrases = self.words.get(word)?;
        phrases.iter().find_map(|phrase| match phrase.sense {
            Sense::Number(_) | Sense::Ordinal(_) if phrase.rest.is_empty() => Some(phrase.sense),
            _ => None,
        })
    }
}

#[inline]
fn head_of(word: &str) -> Head {
    let mut chars = word.chars();
    [(); 3].map(|()| chars.next().unwrap_or('\0'))
}

/// The character that a file names: itself, or by its number, `u+00a0`.
fn mark(name: &str) -> Option<char> {
    match name.strip_prefix("u+") {
        Some(code) => u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
        None => name.chars().next(),
    }
}

/// The number of a country's two letters.
fn country(code: &str) -> Option<u16> {
    let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
    Some(u16::from_be_bytes(letters))
}

fn sense(key: &str) -> Option<Sense> {
    let (kind, value) = key.rsplit_once(' ').unwrap_or((key, ""));
    let number = value.parse::<f64>();
    let small = value.parse::<u8>();
    let place = |list: &[&str]| {
        let at = list.iter().position(|name| *name == value)?;
        u8::try_from(at).ok()
    };
    Some(match kind {
        "number" => Sense::Number(number.ok()?),
        "ordinal" => Sense::Ordinal(number.ok()?),
        "also" => Sense::Also(number.ok()?),
        "scale" => Sense::Scale(number.ok()?),
        "month" => Sense::Month(small.ok()?, true),
        "short month" => Sense::ShortMonth(small.ok()?),
        "weekday" => Sense::Weekday(small.ok()?, true),
        "day" => Sense::Day(place(&DAYS)?),
        "currency" => Sense::Currency(place(&CURRENCIES)?),
        "unit" => Sense::Unit(place(&UNITS)?),
        "stance" => Sense::Stance(place(&STANCES)?, true),
        "unsure stance" => Sense::Stance(place(&STANCES)?, false),
        "country" => Sense::Country(country(value)?),
        "half" => Sense::Half,
        "half-to" => Sense::HalfTo,
        "and-half" => Sense::AndHalf,
        "percent" => Sense::Percent,
        "point" => Sense::Point,
        "negation" => Sense::Negation,
        "negative" => Sense::Negative,
        "limit" => Sense::Limit,
        "rhetorical" => Sense::Rhetorical,
        "spared" => Sense::Spared,
        "clock" => Sense::Clock,
        "am" => Sense::Morning,
        "pm" => Sense::Afternoon,
        "decade" => Sense::Decade,
        "opening" => Sense::Opening,
        "editor" => Sense::Editor,
        _ => return None,
    })
}
