//! A translation that stops in the middle.
//!
//! Why it matters: the rest of the sentence is missing, and the full stop behind it hides that.
//! Example: `The president, who.` for `Der Präsident, der gestern kam, ging heute.` Found when it is far
//! shorter than the language and the article make likely, or when it is shorter and has lost its mark, or ends
//! with a word that nothing ends with: an article, a conjunction.
//! Fix: none.

use super::final_mark::loses_mark;
use super::pair::words::words;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "truncated",
    category: "length",
    severity: Severity::Warning,
    manual: include_str!("truncated.rs"),
    find: Find::Pair(find),
};

/// Characters of a German sentence; what is shorter may become much shorter with good reason.
pub(super) const SENTENCE: usize = 45;
/// Characters of a phrase or a question at the head of a section, which needs no mark.
pub(super) const PHRASE: usize = 30;
/// Standard deviations below the mean that are no free translation any more, of a sentence with as many
/// characters: short ones are often said in fewer words.
pub(super) fn far(source_count: usize) -> f64 {
    if source_count < LONG { -5.5 } else { -3.6 }
}

/// Characters of a sentence that is not short.
pub(super) const LONG: usize = 100;

/// Standard deviations below the mean that tell, where the mark at the end is gone as well.
pub(super) const CUT: f64 = -1.7;

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(deviation) = pair.deviation() else {
        return;
    };
    let (german, own) = pair.counts();
    if deviation < far(german) && german >= SENTENCE {
        let message = format!("much too short: {own} characters for {german} of the source");
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    } else if deviation < CUT && german >= PHRASE && loses_mark(pair) {
        let message = "it ends without a mark, and is shorter than one would think";
        flaws.push(Flaw::new(
            Span::default(),
            format!("{own}/{german}"),
            message,
        ));
    } else if deviation < -0.5
        && let Some(word) = unfinished(pair)
    {
        let message = format!(
            "it ends with `{}`, and is shorter than one would think",
            word.1
        );
        flaws.push(Flaw::new(word.0, word.1, message));
    }
}

/// The last word, if nothing ends with it, and the German does not break off either.
fn unfinished(pair: Pair<'_>) -> Option<(Span, String)> {
    let writing = pair.writing()?;
    let own = &pair.readings().1.words;
    let last = own.last()?;
    if own.len() < 2 || !writing.unfinished.contains(last.lower()) {
        return None;
    }
    // "63A", "and/or": no word of its own.
    let is_word = pair.target()[..last.start].ends_with(|c: char| c.is_whitespace());
    // "what it consists of": a clause that is complete.
    let is_stranded = writing.stranded.contains(last.lower())
        && pair.deviation().is_none_or(|deviation| deviation > CUT);
    if !is_word || is_stranded {
        return None;
    }
    // Quoted, it is spoken of: the letter "a".
    let tail = pair.target()[last.end()..].trim();
    let broken = pair
        .source()
        .trim_end()
        .ends_with(['…', ':', '-', '–', ',', ';'])
        || pair.source().ends_with("...");
    let theirs = words(pair.source());
    let open = theirs
        .last()
        .is_some_and(|word| pair.source_lists().unfinished.contains_lower(word.text));
    let plain = tail.chars().all(|c| {
        matches!(
            c,
            '.' | '!' | '?' | ',' | ';' | '”' | '"' | '»' | '’' | '“' | ')' | '\u{A0}' | ' '
        )
    });
    (plain && !broken && !open).then(|| (Span::new(last.start, last.end()), last.text.to_owned()))
}
