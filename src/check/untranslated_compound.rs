//! A word with a capital that looks like a German noun and stands in both texts.
//!
//! Why it matters: it may be a word that was not translated.
//! Example: `the Mineralstoffe in it`. Found by endings (-ung, -heit, -schaft), by umlauts and by the last
//! part (`Treppenhaus`), where the German has an article or an adjective before it. It may be a
//! name; so this is a hint.
//! Fix: none.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use super::pair::tongue::{is_in_kept_label, is_in_legal_name, is_of_no_other};
use super::pair::words::Word;
use super::untranslated_word::is_beside_name;
use super::{Check, Find, Flaw, Pair};
use crate::language::{Language, writing};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "untranslated-compound",
    category: "language",
    severity: Severity::Hint,
    manual: include_str!("untranslated_compound.rs"),
    find: Find::Pair(find),
};

const ENDINGS: &[&str] = &[
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "ität", "täten",
    "nisse", "mittel", "stoffe", "gruppe",
];

/// Nouns that names of places and people end with.
const TOPONYMS: &[&str] = &[
    "berg",
    "dorf",
    "stadt",
    "feld",
    "land",
    "wald",
    "haus",
    "kirche",
    "brücke",
    "platz",
    "straße",
    "hafen",
    "mann",
    "bauer",
    "meister",
    "richter",
    "fluss",
    "mauer",
    "insel",
    "küste",
    "garten",
    "kirchen",
    "hausen",
    "holz",
    "stuhl",
    "mund",
    "tal",
    "bach",
    "see",
    "au",
    "stein",
    "samsung",
    "zeitung",
    "stiftung",
    "blatt",
    "woche",
    "werke",
    "presse",
    "bote",
    "rundschau",
    "anzeiger",
    "kurier",
    "palast",
    "bahn",
];

/// Nouns that names of institutions, prizes and events end with, which many languages keep.
const INSTITUTIONS: [&str; 24] = [
    "tag", "rat", "amt", "bank", "liga", "ring", "spiegel", "pokal", "club", "klub", "station",
    "verein", "verband", "kammer", "gericht", "museum", "theater", "park", "stadion", "preis",
    "partei", "union", "börse", "virus",
];

/// Those of them that names of any length end with.
const STREETS: [&str; 8] = [
    "straße",
    "platz",
    "zeitung",
    "stiftung",
    "rundschau",
    "anzeiger",
    "hausen",
    "kirchen",
];

/// How names end that have an umlaut: `Müller`, `Märklin`, `Otepää`.
const NAMES: [&str; 4] = ["er", "in", "ä", "ü"];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let lists = pair.source_lists();
    if pair.writing().is_none() || pair.is_copy() || lists.nouns.is_empty() {
        return;
    }
    let (source, target) = pair.readings();
    let (theirs, own) = (&source.words, &target.words);
    let there = pair.there();
    let common = LazyCell::new(|| common(theirs));
    let in_titles = LazyCell::new(|| in_titles(pair));
    for (at, word) in own.iter().enumerate() {
        if !word.is_capital()
            || !is_of_no_other(pair, word)
            || !there.contains(word.text)
            || lists.nouns.contains(word.text)
            || word.text.contains('-')
            || !is_noun(word, lists)
            || !has_ending(word.text) && !common.contains(word.text)
            || is_beside_name(own, at, &|word| there.contains(word))
            || in_titles.contains(word.text)
            || is_in_legal_name(pair.target(), word.start)
            || is_in_kept_label(pair.target(), pair.source(), word.start)
        {
            continue;
        }
        let span = Span::new(word.start, word.end());
        let message = format!("`{}` looks untranslated", word.text);
        flaws.push(Flaw::new(span, word.text, message));
    }
}

/// The words that the German has in a name or title that is English: `The Power of Nutrition`.
fn in_titles(pair: Pair<'_>) -> FxHashSet<&str> {
    let theirs = &pair.readings().0.words;
    let is_small = |word: &Word<'_>| {
        let from = pair.source_writing();
        from.is_some_and(|from| word.known().is_of(from))
    };
    let is_english = |word: &Word<'_>| {
        writing("en").is_some_and(|english| word.known().tells(english))
            && word.is_lower()
            && !is_small(word)
    };
    let is_within = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| theirs.get(at));
        let beside = [before, theirs.get(at + 1)];
        beside.into_iter().flatten().any(is_english)
    };
    let places = (0..theirs.len()).filter(is_within);
    places.map(|at| theirs[at].text).collect()
}

fn is_noun(word: &Word<'_>, lists: &Language) -> bool {
    let lower = word.lower();
    if lower.chars().count() < 6 {
        return false;
    }
    // "Hochwasserschutzmauer" is too long for a name of a place, unless it is a street's.
    let is_long = lower.chars().count() > 17 && !STREETS.iter().any(|tail| lower.ends_with(tail));
    let toponym = !is_long && TOPONYMS.iter().any(|tail| lower.ends_with(tail));
    let umlaut =
        lower.contains(['ä', 'ö', 'ü', 'ß']) && !NAMES.iter().any(|end| lower.ends_with(end));
    let is_institution = INSTITUTIONS
        .iter()
        .any(|head| lower.trim_end_matches('s').ends_with(head));
    let is_compound = lower.chars().count() > 9 && !is_institution && lists.is_common_noun(lower);
    let is_known = has_noun_at_end(lower, lists) || is_compound;
    !toponym && (has_ending(word.text) || umlaut || is_known || is_long)
}

/// Whether a word ends as nouns made of other words do.
fn has_ending(word: &str) -> bool {
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether the last four letters or more are a common noun.
fn has_noun_at_end(lower: &str, lists: &Language) -> bool {
    let count = lower.chars().count();
    let mut noun = String::with_capacity(lower.len());
    let mut starts = lower.char_indices().enumerate().skip(2);
    starts.any(|(place, (at, c))| {
        noun.clear();
        noun.extend(c.to_uppercase());
        noun.push_str(&lower[at + c.len_utf8()..]);
        count - place > 3 && lists.nouns.contains(&noun)
    })
}

/// The words that the German uses as common nouns: an article or an adjective stands before them.
fn common<'a>(theirs: &[Word<'a>]) -> FxHashSet<&'a str> {
    let is_led = |two: &&[Word<'a>]| {
        let before = two[0].lower();
        let adjective = two[0].is_lower()
            && before.len() > 4
            && ["e", "en", "er", "es", "em"]
                .iter()
                .any(|ending| before.ends_with(ending));
        adjective
            || matches!(
                before,
                "der"
                    | "die"
                    | "das"
                    | "den"
                    | "dem"
                    | "des"
                    | "ein"
                    | "eine"
                    | "einen"
                    | "einem"
                    | "einer"
                    | "eines"
                    | "kein"
                    | "keine"
                    | "seine"
                    | "ihre"
                    | "alle"
            )
    };
    let led = theirs.windows(2).filter(is_led);
    led.map(|two| two[1].text).collect()
}
