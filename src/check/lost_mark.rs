//! A translation that ends without a mark, where the German has one.
//!
//! Why it matters: the full stop may have been lost, and with it the end of the sentence. Headlines
//! need none, nor in some languages quotations at the end of a sentence, and the sense stays the
//! same; so this is a hint.
//! Example: `The gate is closed` for `Das Tor ist zu.` Another mark in its place is `final-mark`.
//! Fix: none; the end of the sentence may be missing with the mark.

use super::final_mark::{fits, is_unmarked, mark};
use super::{Check, Find, Flaw, Pair, truncated};
use crate::language::Abbreviations;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "lost-mark",
    category: "punct",
    severity: Severity::Hint,
    manual: include_str!("lost_mark.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let is_cut = pair
        .deviation()
        .is_some_and(|deviation| deviation < truncated::CUT)
        && pair.counts().0 >= truncated::PHRASE;
    if loses_mark(pair) && !is_cut {
        let target = pair.target().trim_end();
        let at = mark(target, pair.language()).1;
        let message = "ends without a mark, the source with one";
        flaws.push(Flaw::new(Span::new(at, target.len()), "", message));
    }
}

/// Whether the translation has no mark at its end, and the source has one that ends a sentence.
pub(super) fn loses_mark(pair: Pair<'_>) -> bool {
    let (source, target) = (pair.source().trim_end(), pair.target().trim_end());
    // A picture sign may stand behind the mark.
    let target = target.trim_end_matches(|c: char| is_picture(c) || c.is_whitespace());
    let (german, _) = mark(source, pair.source_language());
    let (own, _) = mark(target, pair.language());
    // An item of a list goes on in the next, or begins as one that does.
    let is_item = matches!(german, Some(',' | ';' | ':')) || source.starts_with(char::is_lowercase);
    german.is_some()
        && own.is_none()
        && !target.is_empty()
        && !is_item
        && !fits(german, own)
        && !is_unmarked(pair)
        && !ends_short(source, &pair.source_lists().abbreviations)
}

/// Whether the German is cut off behind a short form or an ordinal: `im Wert von ca.`, `zum 130.`
fn ends_short(text: &str, abbreviations: &Abbreviations) -> bool {
    let Some(rest) = text.strip_suffix('.') else {
        return false;
    };
    let word = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    word.bytes().all(|byte| byte.is_ascii_digit()) || abbreviations.class(word, false).is_some()
}

/// Whether a character is a picture, or chooses how one is shown.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}' | '\u{200D}')
}
