//! Fewer sentences than the German has, and shorter as well.
//!
//! Why it matters: a unit that covers several German sentences may lack one of them.
//! Example: `The gate is closed.` for `Das Tor ist zu. Niemand kam.` Sentences may be joined, which
//! takes as many words; so only what is also short is named, as a hint.
//! Off by default: of the findings on translations that people made one in thirteen was right. Fix: none.

use super::{Check, Find, Flaw, Pair, truncated};
use crate::language::is_letter;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "missing-sentence",
    category: "sentence",
    severity: Severity::Hint,
    manual: include_str!("missing_sentence.rs"),
    find: Find::Pair(find),
};

/// Standard deviations below the mean that a missing sentence leaves at least.
const SHORT: f64 = -2.0;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    // What is too short by far is `truncated`.
    let far = truncated::far(pair.counts().0);
    let is_short = |deviation| (far..SHORT).contains(&deviation);
    if !pair.deviation().is_some_and(is_short) {
        return;
    }
    // Nothing ends within most units.
    let bytes = pair.source().as_bytes();
    let ends = |two: &[u8]| {
        (two[1].is_ascii_whitespace() || two[1] >= 0x80)
            && !(two[0].is_ascii_alphanumeric() || two[0].is_ascii_whitespace())
            && two[0] != b','
    };
    if !bytes.windows(2).any(ends) {
        return;
    }
    let (german, own) = (sentences(pair.source()), sentences(pair.target()));
    if german > 1 && own < german {
        let message = format!("the source has {german} sentences, this has {own} and is short");
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    }
}

/// About how many sentences a text has: marks that end one, before a blank and a word that may begin
/// one.
pub(super) fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut ended = false;
    let mut word = 0;
    for c in text.chars() {
        match c {
            '.' | '!' | '?' | '…' | '؟' | '。' | '！' | '？' => {
                // "z. B.", "Dr.", "3.": no end.
                ended = c != '.' || word > 3;
                word = 0;
            }
            c if c.is_whitespace() => {
                count += usize::from(ended);
                ended = false;
                word = 0;
            }
            // A full stop within an address ends nothing.
            c if is_letter(c) || c.is_numeric() => {
                word += 1;
                ended = false;
            }
            _ => {}
        }
    }
    count + 1
}
