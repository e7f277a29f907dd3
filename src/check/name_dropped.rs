//! A part of a name that the translation does not have.
//!
//! Why it matters: `Robert Lewandowski` has become `Lewandowski`, or the second person of two has
//! gone. Found are words beside a name that the translation keeps, and names that the article keeps
//! elsewhere. Translators leave out first names and repeat names by pronouns with good reason: a
//! hint.
//! Example: `sagte Kim Jong-un` – `said Kim`.
//! Fix: none.

use super::name_match::{Word, capitalised};
use super::{Check, Find, Flaw, Pair};
use crate::language::{Gap, german};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "name-dropped",
    category: "namehint",
    severity: Severity::Hint,
    manual: include_str!("name_dropped.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    let here = capitalised(source, pair.source());
    let there = capitalised(target, pair.target());
    let is_there = |word: &Word<'_>| there.iter().any(|other| is_form(word.text, other.text));
    for (index, word) in here.iter().enumerate() {
        if is_there(word) || pair.target().contains(stem(word.text)) {
            continue;
        }
        let beside = |other: Option<&Word<'_>>| {
            other.is_some_and(|other| {
                other.token.abs_diff(word.token) == 1 && is_there(other) && !is_common(other.text)
            })
        };
        let spaced = |token: usize| source.tokens.list[token].gap == Gap::Space;
        let after =
            spaced(word.token) && beside(index.checked_sub(1).and_then(|before| here.get(before)));
        let before = here.get(index + 1).is_some_and(|next| spaced(next.token))
            && beside(here.get(index + 1))
            && word.token > 0;
        let kept = pair.translation.kept().contains(word.text);
        let camel =
            word.text.chars().skip(1).any(char::is_uppercase) && !word.text.ends_with("Innen");
        if (after || before || kept || camel) && !is_common(word.text) {
            let message = format!("the German has `{}`, the translation does not", word.text);
            flaws.push(
                Flaw::new(Span::default(), word.text, message)
                    .hint("add the name if it matters here"),
            );
        }
    }
}

/// Whether a word is a form of a name: the name with another ending, or spelt in another way.
fn is_form(name: &str, word: &str) -> bool {
    let head =
        |text: &str| -> String { text.chars().take(3).flat_map(char::to_lowercase).collect() };
    head(name) == head(word)
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
    german().starters.contains_lower(word) || ENDINGS.iter().any(|ending| word.ends_with(ending))
}
