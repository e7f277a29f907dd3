//! A part of a name that the translation does not have.
//!
//! Why it matters: `Robert Lewandowski` has become `Lewandowski`, or the second person of two has
//! gone. Found are words beside a name that the translation keeps, and names that the article keeps
//! elsewhere. Translators leave out first names and repeat names by pronouns with good reason: a
//! hint.
//! Example: `sagte Kim Jong-un` – `said Kim`.
//! Fix: none.

use super::pair::names::Name;
use super::{Check, Find, Flaw, Pair};
use crate::language::{Gap, Kind, german};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "name-dropped",
    category: "namehint",
    severity: Severity::Hint,
    manual: include_str!("name_dropped.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, _) = pair.mentions();
    let (here, there) = pair.names();
    let is_there = |word: &Name<'_>| there.iter().any(|other| other.head == word.head);
    for (index, word) in here.iter().enumerate() {
        let gap = |token: usize| source.tokens.list[token].gap;
        if gap(word.token) == Gap::Hyphen || is_there(word) || is_common(word.text) {
            continue;
        }
        let name = |other: &Name<'_>| is_there(other) && !is_common(other.text);
        let last = index.checked_sub(1).and_then(|before| here.get(before));
        let last =
            last.filter(|last| last.token + 1 == word.token && gap(word.token) == Gap::Space);
        let after = last.is_some_and(|last| name(last) && !last.text.ends_with('s'));
        let next = here
            .get(index + 1)
            .filter(|next| next.token == word.token + 1 && gap(next.token) == Gap::Space);
        let lead = word
            .token
            .checked_sub(1)
            .and_then(|token| source.tokens.word(token));
        let title = lead_name(here, index);
        let before = next.is_some_and(name) && title;
        let kept = pair.article.kept().contains(word.text);
        let counts = after
            || before
            || kept
            || is_camel(word.text)
            || lead.is_some_and(is_bare) && has_gap(pair);
        if counts && !pair.target().contains(stem(word.text)) {
            let message = format!("the German has `{}`, the translation does not", word.text);
            flaws.push(
                Flaw::new(Span::default(), word.text, message)
                    .hint("add the name if it matters here"),
            );
        }
    }
}

/// Whether a common noun stands right before a word: "Richter Brett Kavanaugh".
fn lead_name(here: &[Name<'_>], index: usize) -> bool {
    let last = index.checked_sub(1).and_then(|before| here.get(before));
    last.is_some_and(|last| last.token + 1 == here[index].token)
}

/// Whether the translation has a word that something must follow, and nothing does: "of,".
fn has_gap(pair: Pair<'_>) -> bool {
    let (_, target) = pair.mentions();
    let open = |index: usize| {
        let mut senses = target.opening.iter();
        senses.any(|other| *other == index)
    };
    (0..target.tokens.list.len()).any(|index| {
        let next = target.tokens.list.get(index + 1);
        let ended = next.is_none_or(|token| {
            let mark = target.tokens.word(index + 1).unwrap_or_default();
            token.kind == Kind::Mark && matches!(mark, "." | "," | ")" | ";" | ":")
        });
        open(index) && ended
    })
}

/// Whether a word goes before a name without an article: "in Palu".
fn is_bare(word: &str) -> bool {
    matches!(
        word,
        "in" | "aus"
            | "bei"
            | "nach"
            | "von"
            | "gegen"
            | "über"
            | "für"
            | "mit"
            | "durch"
            | "zwischen"
            | "und"
            | "so"
            | "sagte"
    )
}

/// Whether a word has a capital within, as names of products have.
fn is_camel(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && !word.contains("In")
}

/// A name without the German genitive.
fn stem(name: &str) -> &str {
    name.strip_suffix('s')
        .filter(|stem| stem.len() > 3)
        .unwrap_or(name)
}

/// Whether a German word with a capital is no name by its ending, or begins a sentence.
fn is_common(word: &str) -> bool {
    const ENDINGS: [&str; 34] = [
        "in", "innen", "er", "ern", "or", "oren", "ent", "enten", "ist", "isten", "ung", "ungen",
        "heit", "keit", "schaft", "chef", "mann", "frau", "tion", "tionen", "ium", "ismus", "ität",
        "nis", "ling", "tum", "en", "werk", "club", "klub", "haus", "eur", "ät", "te",
    ];
    let noun = german().nouns.contains(word) || german().nouns.contains(stem(word));
    noun || german().starters.contains_lower(word)
        || ENDINGS.iter().any(|ending| word.ends_with(ending))
}
