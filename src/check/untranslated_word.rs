//! A single word of the source's language in the translation.
//!
//! Why it matters: the reader does not know it, and the translator forgot it.
//! Example: `the Vereinbarungen with customers`. Found are words that the source has too: those
//! without a meaning of their own, common nouns, and words in lower case with a German ending. Names
//! and words that the languages share are left alone.
//! Fix: none.

use super::pair::tongue::{
    is_in_kept_label, is_in_legal_name, is_of_no_other, is_source, is_source_by_form, may_be_source,
};
use super::pair::words::Word;
use super::untranslated_part::PARTICLES;
use super::untranslated_part::is_within_name;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "untranslated-word",
    category: "untranslated",
    severity: Severity::Warning,
    manual: include_str!("untranslated_word.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if pair.writing().is_none() || pair.is_one_language() || pair.is_copy() {
        return;
    }
    let (source, target) = pair.readings();
    let own = &target.words;
    let first = source.words.first().map(|word| word.text);
    let there = |word: &str| pair.there().contains(word);
    let found = (0..own.len()).filter(|at| {
        let word = &own[*at];
        may_be_source(pair, word)
            && there(word.text)
            && is_left(pair, *at, first, &there)
            && !is_within_name(own, *at, &there)
            && !is_title(pair, word)
            && !is_in_legal_name(pair.target(), word.start)
            && !is_in_kept_label(pair.target(), pair.source(), word.start)
    });
    // Several in lower case are the business of `untranslated-part`.
    let found: Vec<usize> = found.collect();
    let lower = found.iter().filter(|at| own[**at].is_lower()).count();
    if let Some(at) = found.first().filter(|_| lower < 2) {
        let word = &own[*at];
        let span = Span::new(word.start, word.end());
        let message = format!("`{}` was not translated", word.text);
        flaws.push(Flaw::new(span, word.text, message));
    }
}

/// Whether a word with a capital stands in quotation marks, alone or with others, and the German has the
/// same quotation: `„Daheim“`, `„Guten Tag, liebes Glück“`.
fn is_title(pair: Pair<'_>, word: &Word<'_>) -> bool {
    const QUOTES: [char; 8] = ['"', '„', '“', '”', '«', '»', '‚', '‘'];
    let blank = |c: char| c.is_whitespace();
    let quoted = |text: &str, start: usize| {
        text[..start].trim_end_matches(blank).ends_with(QUOTES)
            && text[start + word.text.len()..]
                .trim_start_matches([',', '.', ' ', '\u{A0}', '\u{202F}'])
                .starts_with(QUOTES)
    };
    if !word.is_capital() {
        return false;
    }
    let mut places = pair.source().match_indices(word.text);
    if quoted(pair.target(), word.start) && places.any(|(at, _)| quoted(pair.source(), at)) {
        return true;
    }
    let (head, tail) = pair.target().split_at(word.start);
    let whole = head.rsplit_once(QUOTES).zip(tail.split_once(QUOTES));
    whole.is_some_and(|((_, before), (behind, _))| {
        let words = format!("{before}{behind}");
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let mut places = pair.source().match_indices(words);
        places.any(|(at, _)| {
            let end = &pair.source()[at + words.len()..];
            pair.source()[..at].trim_end().ends_with(QUOTES)
                && end
                    .trim_start_matches(['.', '!', '?', ','])
                    .trim_start()
                    .starts_with(QUOTES)
        })
    })
}

fn is_left(pair: Pair<'_>, at: usize, first: Option<&str>, there: &dyn Fn(&str) -> bool) -> bool {
    let own = &pair.readings().1.words;
    let word = &own[at];
    let length = word.text.chars().count();
    if word.is_lower() {
        let is_small = length > 2 && is_source(pair, word);
        return (is_small || is_source_by_form(pair, word)) && !ends_name(own, at, there);
    }
    // Between letters of another script stands no word of a third language.
    let is_alone = pair
        .writing()
        .is_some_and(|writing| writing.script != "Latin");
    let is_noun =
        (is_alone || is_of_no_other(pair, word)) && pair.source_lists().nouns.contains(word.text);
    // The German's first word has a capital whatever it is; elsewhere `Klein` is a name.
    let begins = length > 4 && first == Some(word.text) && is_source(pair, word);
    (is_noun || begins) && !is_beside_name(own, at, there)
}

/// Whether a word follows a capital that is the German's too: `Brandenburg aktuell`.
fn ends_name(own: &[Word<'_>], at: usize, there: &dyn Fn(&str) -> bool) -> bool {
    let before = at.checked_sub(1).and_then(|at| own.get(at));
    let joined = before.is_some_and(|before| before.end() + 1 == own[at].start);
    joined
        && before.is_some_and(|before| before.is_capital() && there(before.text))
        && own
            .get(at + 1)
            .is_none_or(|next| next.start > own[at].end() + 1)
}

/// Whether a word with a capital is part of a name: another one that is the German's too stands
/// beside it, small words between them not counted.
pub(super) fn is_beside_name(own: &[Word<'_>], at: usize, there: &dyn Fn(&str) -> bool) -> bool {
    // `Deutsche Bahn` is the German's `Deutschen Bahn`.
    let has = |text: &str| there(text) || there(&format!("{text}n")) || there(&format!("{text}s"));
    let name = |word: &&Word<'_>| word.is_capital() && has(word.text);
    let small =
        |word: &&Word<'_>| PARTICLES.contains(&word.text) && !matches!(word.text, "in" | "an");
    let before = own[..at].iter().rev().take(3).find(|word| !small(word));
    let after = own[at + 1..].iter().take(3).find(|word| !small(word));
    before.as_ref().is_some_and(name) || after.as_ref().is_some_and(name)
}
