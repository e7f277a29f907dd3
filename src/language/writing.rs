//! How each language writes: marks, letters, words without a meaning of their own, usual length.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::language;

/// Languages by code, and the file of each.
const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("writing/ar.txt")),
    ("cs", include_str!("writing/cs.txt")),
    ("de", include_str!("writing/de.txt")),
    ("en", include_str!("writing/en.txt")),
    ("es", include_str!("writing/es.txt")),
    ("fr", include_str!("writing/fr.txt")),
    ("it", include_str!("writing/it.txt")),
    ("nl", include_str!("writing/nl.txt")),
    ("pl", include_str!("writing/pl.txt")),
    ("pt", include_str!("writing/pt.txt")),
    ("ru", include_str!("writing/ru.txt")),
    ("tr", include_str!("writing/tr.txt")),
    ("uk", include_str!("writing/uk.txt")),
];

static WRITINGS: LazyLock<Vec<Writing>> = LazyLock::new(|| {
    let files = FILES.iter().enumerate();
    files
        .map(|(place, (code, text))| Writing::new(place, code, text))
        .collect()
});

/// Words by their key.
static KNOWN: LazyLock<FxHashMap<u128, Known>> = LazyLock::new(|| {
    let mut known: FxHashMap<u128, Known> = FxHashMap::default();
    let mut add = |word: &str, has: fn(&mut Known, u16), bit| {
        let key = key(word).unwrap_or_else(|| panic!("`{word}` is too long"));
        has(known.entry(key).or_default(), bit);
    };
    for writing in WRITINGS.iter() {
        let bit = 1 << writing.place;
        for word in &writing.words {
            add(word, |known, bit| known.own |= bit, bit);
        }
        for word in language(writing.code).function_words.iter() {
            add(word, |known, bit| known.own |= bit, bit);
        }
        for word in &writing.shared {
            add(word, |known, bit| known.shared |= bit, bit);
        }
        for word in &writing.alike {
            add(word, |known, bit| known.alike |= bit, bit);
        }
    }
    known
});

/// The bytes of a word as a number: compared at once. Those of small words are few.
fn key(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes
        .get_mut(..word.len())?
        .copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

/// Which languages have a word among those without a meaning of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// Languages that tell themselves by it, by their place among all.
    own: u16,
    /// Languages that have it in common with others, mostly with German.
    shared: u16,
    /// Languages that have it, among their other words, where it looks German.
    alike: u16,
}

impl Known {
    /// How many languages have it besides one.
    pub fn speakers(self, besides: Option<&Writing>) -> u32 {
        let others = !besides.map_or(0, |writing| 1 << writing.place);
        ((self.own | self.shared | self.alike) & others).count_ones()
    }

    /// Whether a language has it.
    pub fn is_of(self, writing: &Writing) -> bool {
        (self.own | self.shared) & 1 << writing.place != 0
    }

    /// Whether it tells a language.
    pub fn tells(self, writing: &Writing) -> bool {
        self.own & 1 << writing.place != 0
    }

    /// The languages that have it.
    pub fn languages(self) -> impl Iterator<Item = &'static Writing> {
        WRITINGS.iter().filter(move |writing| self.is_of(writing))
    }
}

/// Which languages have `word`, which is in lower case, among their words without a meaning of
/// their own.
pub fn known(word: &str) -> Known {
    let known = key(word).and_then(|key| KNOWN.get(&key));
    known.copied().unwrap_or_default()
}

/// How a language is written: what tells it from others, its marks, and how long it is.
#[derive(Debug)]
pub struct Writing {
    /// Its place among all.
    place: usize,
    /// Its code.
    pub code: &'static str,
    /// Its script: `Latin`, `Cyrillic`, `Arabic`.
    pub script: &'static str,
    /// Its quotation marks, opening and closing ones.
    pub quotes: Vec<char>,
    /// Marks that a no-break space stands before.
    pub spaced: Vec<char>,
    /// Marks that open a question and an exclamation.
    pub inverted: Vec<char>,
    /// Its own comma, semicolon and question mark.
    pub marks: Vec<char>,
    /// How long a translation from German is: mean of ln(characters / German characters).
    pub length: f64,
    /// The standard deviation of that.
    pub spread: f64,
    /// Words that have no meaning of their own, in lower case.
    words: Vec<&'static str>,
    /// Words that it shares with German.
    shared: Vec<&'static str>,
    /// Words with a meaning that are German as well, or look so: "test", "found".
    alike: Vec<&'static str>,
    /// Words that no sentence ends with.
    pub unfinished: FxHashSet<&'static str>,
    /// Those of them that a complete clause may end with as well: "what it consists of".
    pub stranded: FxHashSet<&'static str>,
    /// Words, and with a star their endings, that begin a sentence in the place of a condition.
    pub clause: Vec<&'static str>,
    /// What a machine says before the translation, in lower case; in the order of the first letters.
    preamble: Vec<&'static str>,
    /// The first letters of those, a bit each.
    initials: u64,
    /// Words that may stand twice in a row.
    pub doubles: FxHashSet<&'static str>,
    /// Letters of a related language, and what stands for them in this one.
    pub instead: Vec<(char, char)>,
    /// Words, and the stem of their irregular forms.
    pub irregular: Vec<(&'static str, &'static str)>,
}

/// How the language of a locale is written, if satz knows. The code is that of the language alone.
pub fn writing(language: &str) -> Option<&'static Writing> {
    WRITINGS.iter().find(|writing| writing.code == language)
}

impl Writing {
    /// What a machine says before the translation that begins with a small letter, in lower case.
    pub fn preambles(&self, first: char) -> &[&'static str] {
        // Few letters begin one.
        if self.initials & bit(first) == 0 {
            return &[];
        }
        let from = self
            .preamble
            .partition_point(|phrase| initial(phrase) < Some(first));
        let all = &self.preamble[from..];
        &all[..all.partition_point(|phrase| initial(phrase) == Some(first))]
    }

    /// Reads a language's file: a key and its values per line, `#` starts a comment.
    fn new(place: usize, code: &'static str, text: &'static str) -> Self {
        let values = |key: &'static str| {
            text.lines()
                .filter(move |line| line.split(' ').next() == Some(key))
                .flat_map(|line| line.split_whitespace().skip(1))
        };
        let chars = |key| {
            values(key)
                .filter_map(|value| value.chars().next())
                .collect()
        };
        let phrases = text
            .lines()
            .filter_map(|line| line.strip_prefix("preamble "));
        let mut preamble: Vec<&str> = phrases.collect();
        preamble.sort_by_key(|phrase| initial(phrase));
        let mut numbers = values("length").filter_map(|value| value.parse().ok());
        Self {
            place,
            code,
            script: values("script").next().unwrap_or("Latin"),
            quotes: chars("quotes"),
            spaced: chars("spaced"),
            inverted: chars("inverted"),
            marks: chars("marks"),
            length: numbers.next().unwrap_or(0.0),
            spread: numbers.next().unwrap_or(0.2),
            words: values("words").collect(),
            shared: values("shared").collect(),
            alike: values("alike").collect(),
            unfinished: values("unfinished").collect(),
            stranded: values("stranded").collect(),
            clause: values("clause").collect(),
            initials: preamble
                .iter()
                .filter_map(|phrase| initial(phrase))
                .fold(0, |all, c| all | bit(c)),
            preamble,
            doubles: values("doubles").collect(),
            instead: values("instead")
                .filter_map(|value| {
                    let (one, other) = value.split_once(':')?;
                    Some((one.chars().next()?, other.chars().next()?))
                })
                .collect(),
            irregular: values("irregular")
                .filter_map(|value| value.split_once(':'))
                .collect(),
        }
    }
}

fn initial(phrase: &str) -> Option<char> {
    phrase.chars().next()
}

fn bit(letter: char) -> u64 {
    1 << (u32::from(letter) & 63)
}
