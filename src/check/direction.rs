//! The opposite of what the German says: rose for sank, at most for at least, after for before,
//! less for more.
//!
//! Why it matters: the sentence reads well and is wrong. Found where the German has one of the two and
//! the translation has nothing but the other; where either text denies something, it is left alone.
//! Example: `Der Wert sank um 5 Prozent.` – `The value rose by 5 per cent.`
//! Fix: none.

use super::{Check, Find, Flaw, Pair};
use crate::language::STANCES;
use crate::mention::{Dated, Mentions};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "direction",
    category: "sense",
    severity: Severity::Warning,
    manual: include_str!("direction.rs"),
    find: Find::Pair(find),
};

/// Words that say the opposite of each other.
const OPPOSITES: [(&str, &str); 4] = [
    ("up", "down"),
    ("least", "most"),
    ("before", "after"),
    ("more", "less"),
];

/// Words that say more or less before a number alone.
const BEFORE_NUMBER: [&str; 5] = ["über", "unter", "over", "under", "понад"];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if source.stances.is_empty() || target.stances.is_empty() {
        return;
    }
    let denies =
        |mentions: &Mentions<'_>| !mentions.negations.is_empty() || mentions.rhetorical > 0;
    if denies(source) || denies(target) {
        return;
    }
    for (one, other) in OPPOSITES {
        for (german, own) in [(one, other), (other, one)] {
            let (here, there) = (only(source, german, own), only(target, own, german));
            let (Some(here), Some(there)) = (here, there) else {
                continue;
            };
            let counts =
                counts(source, here, pair.source()) && counts(target, there, pair.target());
            if counts {
                let (german, written) = (here.span.of(pair.source()), there.span.of(pair.target()));
                let message = format!("`{written}` says the opposite of `{german}`");
                flaws.push(
                    Flaw::new(there.span, written, message)
                        .hint("compare what the two sentences say"),
                );
            }
        }
    }
}

/// Whether a word says what it seems to say, by what stands behind it.
fn counts(mentions: &Mentions<'_>, dated: &Dated, text: &str) -> bool {
    let word = dated.span.of(text).to_lowercase();
    let end = dated.span.end;
    !BEFORE_NUMBER.contains(&word.as_str())
        || mentions
            .numbers
            .iter()
            .any(|number| number.span.start > end && number.span.start - end < 4)
}

/// The first word of a text with one sense, if no word has the opposite one; a phrase hides the words
/// within it.
fn only<'a>(mentions: &'a Mentions<'_>, wanted: &str, opposite: &str) -> Option<&'a Dated> {
    let free = |span: Span| {
        let within = |other: &&Dated| {
            other.span.start <= span.start && span.end <= other.span.end && other.span != span
        };
        mentions.stances.iter().find(within).is_none()
    };
    let has = |dated: &&Dated, name: &str| STANCES[usize::from(dated.value)] == name;
    let opposed = mentions
        .stances
        .iter()
        .any(|dated| has(&dated, opposite) && free(dated.span));
    let mut found = mentions.stances.iter();
    found
        .find(|dated| dated.sure && has(dated, wanted) && free(dated.span))
        .filter(|_| !opposed)
}
