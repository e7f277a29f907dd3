use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Languages by code, and the file of each.
const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("writing/ar.txt")),
    ("cs", include_str!("writing/cs.txt")),
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

static WRITINGS: LazyLock<HashMap<&str, Writing>> = LazyLock::new(|| {
    let read = |(code, text): &(&'static str, &'static str)| (*code, Writing::new(code, text));
    FILES.iter().map(read).collect()
});

static SPEAKERS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut speakers: HashMap<&str, Vec<&str>> = HashMap::new();
    for (code, _) in FILES {
        let writing = &WRITINGS[code];
        for word in writing.words.union(&writing.shared) {
            speakers.entry(word).or_default().push(code);
        }
    }
    speakers
});

/// How a language is written: what tells it from others, its marks, and how long it is.
#[derive(Debug)]
pub struct Writing {
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
    pub words: HashSet<&'static str>,
    /// Words that it shares with German.
    pub shared: HashSet<&'static str>,
    /// Words that no sentence ends with.
    pub unfinished: HashSet<&'static str>,
    /// What a machine says before the translation, in lower case.
    pub preamble: Vec<&'static str>,
    /// Words that may stand twice in a row.
    pub doubles: HashSet<&'static str>,
    /// Letters of a related language, and what stands for them in this one.
    pub instead: Vec<(char, char)>,
    /// Words, and the stem of their irregular forms.
    pub irregular: Vec<(&'static str, &'static str)>,
}

/// How the language of a locale is written, if satz knows. The code is that of the language alone.
pub fn writing(language: &str) -> Option<&'static Writing> {
    WRITINGS.get(language)
}

/// The languages that have `word`, which is in lower case, among their words without a meaning of
/// their own.
pub fn speakers(word: &str) -> &'static [&'static str] {
    SPEAKERS.get(word).map_or(&[], Vec::as_slice)
}

impl Writing {
    /// Reads a language's file: a key and its values per line, `#` starts a comment.
    fn new(code: &'static str, text: &'static str) -> Self {
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
        let mut numbers = values("length").filter_map(|value| value.parse().ok());
        Self {
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
            unfinished: values("unfinished").collect(),
            preamble: text
                .lines()
                .filter_map(|line| line.strip_prefix("preamble "))
                .collect(),
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
