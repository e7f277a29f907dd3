//! A name that has lost the marks upon its letters.
//!
//! Why it matters: people mind their names. Found where a name of the German stands in the translation
//! letter for letter, but for the dots and strokes; names of cities that the language spells in its
//! own way (`Zurich`) are no fault.
//! Example: `Åsa Öberg` – `Asa Oberg`.
//! Fix: none; the German's spelling is offered as a hint.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::pair::names::Name;
use super::{Check, Find, Flaw, Pair};
use crate::language::is_capital;
use crate::text::Severity;

pub(super) const CHECK: Check = Check {
    code: "lost-diacritic",
    category: "name",
    severity: Severity::Warning,
    manual: include_str!("lost_diacritic.rs"),
    find: Find::Pair(find),
};

/// Cities and rivers with a spelling of their own in other languages.
const SPELT: [&str; 9] = [
    "Zürich",
    "Düsseldorf",
    "Nürnberg",
    "Saarbrücken",
    "Göteborg",
    "Malmö",
    "Reykjavík",
    "Tübingen",
    "Osnabrück",
];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (here, there) = pair.names();
    if pair.source().is_ascii() || here.is_empty() || pair.is_copy() {
        return;
    }
    let unmatched = there.iter().rev().filter(|other| !other.is_kept);
    let unmatched = LazyCell::new(|| -> FxHashMap<&str, &Name<'_>> {
        unmatched.map(|other| (other.text, other)).collect()
    });
    for (index, name) in here.iter().enumerate() {
        if name.is_kept || !name.text.contains(is_marked) || SPELT.contains(&name.text) {
            continue;
        }
        let bare = plain(name.text);
        let written = unmatched.get(bare.as_str());
        let Some(written) = written.filter(|other| other.text != name.text) else {
            continue;
        };
        // `Dänemark` is spelt in its own way by every language.
        let countries = &pair.mentions().0.countries;
        let place = countries.partition_point(|(span, _)| span.start < name.span.start);
        let is_country = countries
            .get(place)
            .is_some_and(|(span, _)| *span == name.span);
        if is_country || !is_person(pair, here, index) {
            continue;
        }
        let message = format!("`{}` where the source has `{}`", written.text, name.text);
        flaws.push(
            Flaw::new(written.span, written.text, message)
                .hint(format!("write `{}`, if that is the name", name.text)),
        );
    }
}

/// Whether a word is a name by what stands beside it: another name, or a noun that says what it is.
fn is_person(pair: Pair<'_>, here: &[Name<'_>], index: usize) -> bool {
    let (word, lists) = (&here[index], pair.source_lists());
    let near = |other: Option<&Name<'_>>, by: i32| {
        other.is_some_and(|other| {
            let (one, two) = if by < 0 { (other, word) } else { (word, other) };
            one.token + 1 == two.token
                && pair.source()[one.span.end..two.span.start]
                    .trim_matches(['-', ' '])
                    .is_empty()
                && (by > 0 && !lists.is_noun(other.text)
                    || by < 0
                        && (lists.is_apposition(other.text) || other.text.starts_with(is_capital)))
        })
    };
    let last = index.checked_sub(1).and_then(|at| here.get(at));
    near(last, -1) || near(here.get(index + 1), 1) && !lists.is_noun(word.text)
}

/// Whether a letter has a mark that its owner keeps abroad; Turkish names often go without.
fn is_marked(c: char) -> bool {
    "äöüÄÖÜåÅéèêëáàâíóòôúÉÁÓ".contains(c)
}

/// A word without the marks upon its letters.
fn plain(word: &str) -> String {
    word.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
        .collect()
}
