//! A translation that is shorter than the language and the article make likely.
//!
//! Why it matters: a clause or a sentence may have been left out.
//! Example: `Goldsmith said so.` for `Goldsmith sagte das gestern in einem langen Gespräch.`
//! Translators shorten as well; so this is a hint. What is too short by far is `truncated`.
//! Fix: none.

use super::{Check, Find, Flaw, Pair, truncated};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "too-short",
    category: "length",
    severity: Severity::Hint,
    manual: include_str!("too_short.rs"),
    find: Find::Pair(find),
};

/// Standard deviations below the mean that are worth a look.
const SHORT: f64 = -2.7;
/// The same of a sentence that is short itself.
const SHORT_SENTENCE: f64 = -3.3;
/// The same of a phrase, which a word may translate.
const PHRASE: f64 = -5.0;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(deviation) = pair.deviation() else {
        return;
    };
    let source_count = pair.counts().0;
    let phrase = source_count < truncated::SENTENCE;
    let is_short = if phrase {
        deviation < PHRASE
    } else {
        let short = if source_count < truncated::LONG {
            SHORT_SENTENCE
        } else {
            SHORT
        };
        (truncated::far(source_count)..short).contains(&deviation)
    };
    if is_short {
        let (german, own) = pair.counts();
        let message =
            format!("short: {own} characters for {german} of the source; is a part missing?");
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    }
}
