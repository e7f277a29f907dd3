//! German.

use super::{Abbreviation, Abbreviations, Language, Openers, Rules, WordList};

/// What satz knows of German.
pub(super) fn german() -> Language {
    let adjectives = include_str!("de/shortened-adjectives.txt");
    let participles = include_str!("de/participles.txt");
    Language {
        rules: Rules::German,
        abbreviations: Abbreviations::new(&[
            (Abbreviation::Never, &entries(adjectives)),
            (Abbreviation::MayEnd, &entries(participles)),
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
        shortened_adjectives: WordList::new(adjectives),
        complete_words: WordList::new(include_str!("de/complete-words.txt")),
        full_with_capital: WordList::new(include_str!("de/full-with-capital.txt")),
        shortened_endings: WordList::new(include_str!("de/shortened-endings.txt")),
        pronouns: WordList::new(include_str!("de/pronouns.txt")),
        participles: WordList::new(participles),
        auxiliaries: WordList::new(include_str!("de/auxiliaries.txt")),
        dative_verbs: WordList::new(include_str!("de/dative-verbs.txt")),
        legal_forms: WordList::new(include_str!("de/legal-forms.txt")),
        months: WordList::new(include_str!("de/months.txt")),
        ordinal_nouns: WordList::new(&swiss(include_str!("de/ordinal-nouns.txt"))),
        counted_nouns: WordList::new(include_str!("de/counted-nouns.txt")),
        before_ordinal: WordList::new(include_str!("de/before-ordinal.txt")),
        starters: WordList::new(&swiss(include_str!("de/starters.txt"))),
        openers: Openers::new(&swiss(include_str!("de/openers.txt"))),
        before_name: WordList::new(include_str!("de/before-name.txt")),
        names_with_article: WordList::new(include_str!("de/names-with-article.txt")),
        prepositions: WordList::new(include_str!("de/prepositions.txt")),
        unfinished: WordList::new(include_str!("de/unfinished.txt")),
        units: WordList::new(include_str!("de/units.txt")),
        vowelless: WordList::new(include_str!("de/vowelless.txt")),
        acronyms: WordList::new(include_str!("de/acronyms.txt")),
        function_words: WordList::new(include_str!("de/function-words.txt")),
        nouns: WordList::new(include_str!("de/nouns.txt")),
        common_nouns: WordList::new(include_str!("de/common-nouns.txt")),
        weekdays: WordList::new(include_str!("de/weekdays.txt")),
        number_words: WordList::new(include_str!("de/number-words.txt")),
        noun_markers: WordList::new(include_str!("de/noun-markers.txt")),
        noun_endings: WordList::new(include_str!("de/noun-endings.txt")),
        names_with_mark: WordList::new(include_str!("de/names-with-mark.txt")),
        usual_endings: words(include_str!("de/usual-noun-endings.txt")),
        noun_inflections: &["s", "n", "e", "es", "en", "er", "ern", "se", "sen", "nen"],
        short_parts: &["ort", "bau", "tag", "rad", "zug", "bob", "typ"],
        adjective_endings: &["e", "en", "er", "es", "em"],
        before_bare_name: WordList::new(include_str!("de/before-bare-name.txt")),
        before_name_or_noun: WordList::new(include_str!("de/before-name-or-noun.txt")),
        foreign: Some(looks_foreign),
        looks: Some(looks_german),
        letters: &['ä', 'ö', 'ü', 'ß'],
    }
}

/// Whether a word is not spelt as German nouns are.
fn looks_foreign(word: &str) -> bool {
    let mut before = ' ';
    let mut foreign = false;
    let mut chars = word
        .chars()
        .map(|c| super::small(c).unwrap_or(c))
        .peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        foreign |= match c {
            'y' | 'x' | 'q' => true,
            'c' => !matches!(next, 'h' | 'k'),
            'a' | 'i' | 'o' | 'u' => next == ' ' && !matches!(before, 'a' | 'e'),
            's' => next == ' ' && matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 't'),
            'h' => before == 't',
            'e' if before == c => true,
            _ => false,
        };
        before = c;
    }
    foreign
}

/// The words of a list, in its order.
fn words(text: &'static str) -> Vec<&'static str> {
    let lines = text.lines().filter_map(|line| line.split('#').next());
    lines.flat_map(str::split_whitespace).collect()
}

/// The words of a list as entries of a list of abbreviations, which commas divide.
fn entries(words: &str) -> String {
    let lines = words.lines().map(|line| line.split('#').next());
    let words = lines.flatten().flat_map(str::split_whitespace);
    words.flat_map(|word| [word, ","]).collect()
}

/// A list with its words as they are written in Switzerland too, where no "ß" is.
fn swiss(words: &str) -> String {
    format!("{words}\n{}", words.replace('ß', "ss"))
}

/// Whether a word in lower case looks German and like no other language: by its letters and its ending.
fn looks_german(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "annt", "annte", "hnte", "nnte", "ellt", "mmt", "gnet", "ete", "eten", "iell", "ielle",
        "iellen", "ieller", "erter", "ener", "enem", "ngem", "tem", "ung", "ungen", "heit",
        "heiten", "keit", "keiten", "schaft", "schaften", "lich", "liche", "lichen", "licher",
        "liches", "isch", "ische", "ischen", "ischer", "ig", "ige", "igen", "iger", "iges", "iert",
        "ierte", "ierten", "ieren", "lte", "lten", "rte", "rten", "gte", "gten", "kte", "elt",
        "ert", "chte", "chten", "sten", "nd", "zt",
    ];
    const INSIDE: [&str; 14] = [
        "sch", "ä", "ö", "ü", "ß", "tz", "cht", "eich", "ück", "ucht", "pf", "zw", "zeug", "weg",
    ];
    let endings = ENDINGS
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    let inside = INSIDE.iter().any(|part| word.contains(part));
    endings || inside || is_verb(word)
}

/// Infinitives and participles: `tragen`, `gefunden`, `verkauft`, `infiziert`.
fn is_verb(word: &str) -> bool {
    const PREFIXES: [&str; 12] = [
        "ge", "ver", "be", "er", "ent", "zer", "ab", "auf", "aus", "ein", "über", "zu",
    ];
    let long = word.len() > 5;
    let prefixed = PREFIXES.iter().any(|prefix| word.starts_with(prefix));
    let ends = word.ends_with('t') || word.ends_with("ern") || word.ends_with("eln");
    long && (word.ends_with("en") || prefixed && ends)
}
