//! A negation that the translation of a longer sentence does not have.
//!
//! Why it matters: the sentence says the opposite. Translators turn negations round with good reason
//! (`nicht selten` – `often`, `kaum jemand` – `few`), so that this is a hint. In short
//! sentences it is `lost-negation`.
//! Example: `Er hat nicht gesagt, dass …` – `He said that …`.
//! Fix: none.

use super::pair::difference::{Difference, differences};
use super::pair::reading::Reading;
use super::{Check, Find, Flaw, Pair};
use crate::language::lower_case;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "negation",
    category: "negation",
    severity: Severity::Hint,
    manual: include_str!("negation.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if let Some(place) = lost(pair).filter(|_| !is_plain(pair)) {
        let word = place.of(pair.source());
        let message = format!("the source has `{word}`, the translation denies nothing");
        let flaw = Flaw::new(Span::default(), word, message);
        flaws.push(flaw.hint("compare what the two sentences say"));
    }
}

/// The first negation of the source, if the translation has nothing that can deny.
pub(super) fn lost(pair: Pair<'_>) -> Option<Span> {
    let (source, target) = pair.mentions();
    let lexicon = pair.article.to.lexicon;
    let place = source.negations.first()?;
    let is_known = !lexicon.is_empty() && !lexicon.bound_negation;
    let is_rhetorical = source.rhetorical > 0;
    let denies = |at: usize| {
        let word = target.tokens.word(at);
        word.is_some_and(|word| lexicon.denies(word))
    };
    // What a placeable of the translation alone stands for may deny.
    let (here, there) = pair.readings();
    let is_open = differences(&here.markup().placeables, &there.markup().placeables)
        .iter()
        .any(Difference::is_added);
    let is_lost = is_known
        && !is_open
        && !is_rhetorical
        && target.negations.is_empty()
        && !(0..target.tokens.list.len()).any(denies)
        && target.negatives == 0
        && !pair.is_copy()
        // What stands there untranslated is no lost negation.
        && !is_among(place.of(pair.source()), pair.readings().1);
    is_lost.then_some(*place)
}

/// Whether a text has a word of the other one as it is: what is quoted, or not translated.
pub(super) fn is_among(word: &str, reading: &Reading<'_>) -> bool {
    let (tokens, lower) = (&reading.tokens, lower_case(word));
    (0..tokens.list.len()).any(|at| tokens.word(at) == Some(&*lower))
        || word.contains(['\'', '’']) && reading.text.contains(word)
}

/// Characters of a sentence that is taken in at a glance.
const SHORT: usize = 500;

/// Whether the two sentences are short and about as long as one another, so that nothing else is gone.
pub(super) fn is_plain(pair: Pair<'_>) -> bool {
    let (source, target) = pair.counts();
    let is_alike = target * 4 > source * 3 && target * 10 < source * 17;
    let is_question = pair.source().trim_end().ends_with('?');
    source < SHORT && is_alike && !is_question
}
