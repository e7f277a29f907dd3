//! What a change of the German does to facts: numbers, dates, names, negations.

use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::language::Language;

/// A kind of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Digits or a number written as a word, with its unit: "1,5", "zwei", "5 km".
    Number,
    /// A month, a day, a time: "7. Februar", "gestern".
    Date,
    /// A word with a capital that is no common noun, as far as its neighbours tell.
    Name,
    /// A word that denies.
    Negation,
}

impl Fact {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Number, Self::Date, Self::Name, Self::Negation];

    /// The kind's name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Negation => "negation",
        }
    }
}

/// A fact that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// Its kind.
    pub fact: Fact,
    /// As it was; None if it is new.
    pub was: Option<String>,
    /// As it is; None if it is gone.
    pub now: Option<String>,
}

/// The facts that differ between two wordings, kind by kind, in their order.
///
/// # Examples
/// ```
/// use satz::compare::changed_facts;
/// let german = satz::language::german();
/// let changed = changed_facts("Er kommt im Juni nicht.", "Er kommt im Juli.", german);
/// let told: Vec<_> = changed.iter().map(|one| (one.fact.name(), one.was.as_deref(), one.now.as_deref())).collect();
/// assert_eq!(told, [("date", Some("Juni"), Some("Juli")), ("negation", Some("nicht"), None)]);
/// ```
pub fn changed_facts(old_text: &str, new_text: &str, language: &Language) -> Vec<FactChange> {
    let (old, new) = (facts(old_text, language), facts(new_text, language));
    let mut out = Vec::new();
    for fact in Fact::ALL {
        let of = |all: &[(Fact, String)]| -> Vec<String> {
            let own = all.iter().filter(|(kind, _)| *kind == fact);
            own.map(|(_, text)| text.clone()).collect()
        };
        let (was, now) = (of(&old), of(&new));
        let sorted = |side: &[String]| {
            let mut side = side.to_vec();
            side.sort_unstable();
            side
        };
        if sorted(&was) == sorted(&now) {
            // The same ones in another order: each place that changed hands.
            let places = was.iter().zip(&now).filter(|(was, now)| was != now);
            out.extend(places.map(|(was, now)| FactChange {
                fact,
                was: Some(was.clone()),
                now: Some(now.clone()),
            }));
            continue;
        }
        let (was, now) = if fact == Fact::Name {
            // Who is named once more or once less, or where a sentence begins, is the same person.
            let absent = |these: &[String], text: &str| -> Vec<String> {
                let words: BTreeSet<&str> = text.split_whitespace().map(bare).collect();
                let names = these.iter().filter(|name| !words.contains(name.as_str()));
                names.cloned().collect()
            };
            (absent(&was, new_text), absent(&now, old_text))
        } else {
            (was, now)
        };
        for op in capture_diff_slices(Algorithm::Myers, &was, &now) {
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            let (was, now) = (&was[op.old_range()], &now[op.new_range()]);
            out.extend((0..was.len().max(now.len())).map(|at| FactChange {
                fact,
                was: was.get(at).cloned(),
                now: now.get(at).cloned(),
            }));
        }
    }
    out
}

/// The facts of a sentence in their order.
fn facts(text: &str, language: &Language) -> Vec<(Fact, String)> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let words: Vec<&str> = tokens.iter().map(|token| bare(token)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (kind, length) = fact_at(&tokens, &words, at, language);
        if let Some(kind) = kind {
            let text = words[at..at + length].join(" ");
            let text = if kind == Fact::Number {
                text.trim_end_matches('.').to_owned()
            } else {
                text
            };
            out.push((kind, text));
        }
        at += length;
    }
    out
}

/// The kind of fact that begins at a word, if any does, and how many words it has.
fn fact_at(
    tokens: &[&str],
    words: &[&str],
    at: usize,
    language: &Language,
) -> (Option<Fact>, usize) {
    let word = words[at];
    let is_month = |word: &str| language.months.contains(word.trim_end_matches('.'));
    let next = words.get(at + 1).copied().unwrap_or_default();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit());
    let with_year = |month: usize| {
        let year = words.get(month + 1).is_some_and(|word| is_year(word));
        month + 1 + usize::from(year) - at
    };
    if has_digit(word) {
        if word.ends_with('.') && is_month(next) {
            return (Some(Fact::Date), with_year(at + 1));
        }
        let is_day = word.matches('.').count() == 2 && !word.contains(',');
        if next == "Uhr" || is_day {
            return (Some(Fact::Date), 1 + usize::from(next == "Uhr"));
        }
        let counts = |word: &str| {
            let lower = word.to_lowercase();
            language.units.contains(word)
                || (word != lower && language.number_words.contains(&lower))
                || matches!(word, "%" | "€" | "$" | "Prozent" | "Euro" | "Dollar")
        };
        return (Some(Fact::Number), 1 + usize::from(counts(next)));
    }
    // "Jan" alone is a person; "Mai" is the one month with so short a name.
    let is_short = word.chars().count() == 3 && word != "Mai" && with_year(at) == 1;
    if is_month(word) && !is_short {
        return (Some(Fact::Date), with_year(at));
    }
    let lower = word.to_lowercase();
    // "Morgen" is a noun, "So" at the start of a sentence a word like any other.
    let is_start = at == 0 || ends_sentence(tokens[at - 1]);
    let is_day = if is_start && word.chars().count() <= 2 {
        false
    } else {
        language.weekdays.contains(word) || (is_start && language.weekdays.contains(&lower))
    };
    if is_day {
        return (Some(Fact::Date), 1);
    }
    if language.negations.contains(&lower) {
        return (Some(Fact::Negation), 1);
    }
    if is_number_word(&lower, language) {
        return (Some(Fact::Number), 1);
    }
    let before = if is_start { "" } else { words[at - 1] };
    (is_name(word, before, language).then_some(Fact::Name), 1)
}

/// Whether a word counts something: "neun", "neunmal", "neunfach", "neunte".
fn is_number_word(lower: &str, language: &Language) -> bool {
    const ENDINGS: [&str; 12] = [
        "malige",
        "maligen",
        "maliger",
        "mal",
        "fache",
        "fachen",
        "facher",
        "faches",
        "fach",
        "jährige",
        "jährigen",
        "köpfige",
    ];
    let is_number = |word: &str| language.number_words.contains(word);
    is_number(lower)
        || ENDINGS.iter().any(|ending| {
            let stem = lower.strip_suffix(ending);
            stem.is_some_and(|stem| is_number(stem) || stem == "ein")
        })
}

/// Whether a word is a name, as far as one can tell without knowing it.
fn is_name(word: &str, before: &str, language: &Language) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    if chars.as_str().chars().any(char::is_uppercase) {
        return true;
    }
    let before = before.to_lowercase();
    first
        && chars.next().is_some()
        && !before.is_empty()
        && !language.noun_markers.contains(&before)
        && !language.noun_endings.is_ending_of(&word.to_lowercase())
        // "große Städte", "dreißig Gäste": after an adjective or a number stands a noun.
        && !["e", "en", "er", "es", "em"].iter().any(|ending| before.ends_with(ending))
        && !before.contains(|c: char| c.is_ascii_digit())
        && !language.number_words.contains(&before)
}

/// A word without the marks around it; a full stop behind digits belongs to them.
fn bare(token: &str) -> &str {
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '€' | '$' | '°' | '-' | '−');
    let head = token.trim_start_matches(is_mark);
    let body = head.trim_end_matches(is_mark);
    let is_ordinal =
        body.ends_with(|c: char| c.is_ascii_digit()) && head[body.len()..].starts_with('.');
    &head[..body.len() + usize::from(is_ordinal)]
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_numeric())
}

fn ends_sentence(token: &str) -> bool {
    token.ends_with(['.', '!', '?', ':', '„', '"', '“']) && !has_digit(token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::german;

    fn told(old: &str, new: &str) -> Vec<String> {
        let changed = changed_facts(old, new, german());
        let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "·".to_owned());
        changed
            .iter()
            .map(|one| format!("{} {} {}", one.fact.name(), side(&one.was), side(&one.now)))
            .collect()
    }

    #[test]
    fn facts_that_a_likeness_overlooks_are_told() {
        for (old, new, expected) in [
            (
                "Er wusste nicht viel.",
                "Er wusste nichts viel.",
                "negation nicht nichts",
            ),
            (
                "Es kostet 1,5 Euro.",
                "Es kostet 15 Euro.",
                "number 1,5 Euro 15 Euro",
            ),
            (
                "Im Juni beginnt es.",
                "Im Juli beginnt es.",
                "date Juni Juli",
            ),
            (
                "Am 7. Februar 2024 kam er.",
                "Am 8. Februar 2024 kam er.",
                "date 7. Februar 2024 8. Februar 2024",
            ),
            (
                "Gegen 13.30 Uhr war Schluss.",
                "Gegen 12.45 Uhr war Schluss.",
                "date 13.30 Uhr 12.45 Uhr",
            ),
            (
                "Das sagte gestern ein Sprecher.",
                "Das sagte heute ein Sprecher.",
                "date gestern heute",
            ),
            (
                "Sie fuhr nach Wien.",
                "Sie fuhr nach Graz.",
                "name Wien Graz",
            ),
            (
                "Von Karla Winterhalder.",
                "Von Karla Winterhalder und Jan Ost.",
                "name · Jan",
            ),
            ("Das meldet die NATO.", "Das meldet die EU.", "name NATO EU"),
            (
                "Es waren zwei Gäste.",
                "Es waren drei Gäste.",
                "number zwei drei",
            ),
            (
                "Es sind 5 Millionen.",
                "Es sind 5 Milliarden.",
                "number 5 Millionen 5 Milliarden",
            ),
            ("Alle kamen.", "Nicht alle kamen.", "negation · Nicht"),
            (
                "Er kam dreimal vorbei.",
                "Er kam siebenmal vorbei.",
                "number dreimal siebenmal",
            ),
            ("Das sind 5 %.", "Das sind 5 m.", "number 5 % 5 m"),
            (
                "Er siegte von 3 auf 5.",
                "Er siegte von 5 auf 3.",
                "number 3 5",
            ),
        ] {
            let told = told(old, new);
            assert!(
                told.iter().any(|one| one == expected),
                "{expected}: {told:?}"
            );
        }
    }

    #[test]
    fn other_changes_tell_of_no_facts() {
        for (old, new) in [
            ("Der alte Hafen ist schön.", "Der Hafen ist alt und schön."),
            ("Am Montag kommen 5 Gäste.", "5 Gäste kommen am Montag."),
            ("So schön war es.", "Wie schön war es."),
            ("Wien grüßt Graz und Wien.", "Wien grüßt Graz."),
            ("Der Kahn aus Graz ist wie Graz.", "Der Kahn ist aus Graz."),
            (
                "Die Stadt hat eine Regierung.",
                "Die Stadt hat ihre Verwaltung.",
            ),
        ] {
            assert_eq!(told(old, new), Vec::<String>::new(), "{new}");
        }
    }
}
