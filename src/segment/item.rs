//! Numbers that count the items of a list within a sentence: "wer 1. Deutscher, 2. Erbe und 3. Sohn ist".

use super::context::{boundary, last_word, token_left_of};
use super::scan::Candidate;

/// How far the items before and behind are looked for, in bytes.
const REACH: usize = 400;

/// Whether the number `value` at `start`, before the dot `at`, counts an item of a list in the
/// sentence that begins at `sentence`: its neighbours are counted as well. `starts`: the next word has its capital
/// only at the start of a sentence.
pub(super) fn is_item(
    text: &str,
    at: &Candidate,
    start: usize,
    value: u32,
    sentence: usize,
    starts: bool,
) -> bool {
    let left = token_left_of(text, start);
    let joins =
        left.ends_with([',', ';', ':']) || matches!(left, "und" | "oder" | "sowie" | "bzw.");
    if value == 1 {
        let small = last_word(left).starts_with(char::is_lowercase);
        return (joins || small) && counts_on(text, at.next);
    }
    // "am 14. und 15. Danach" is over, "wer 1. isst, 2. trinkt oder 3. Waren stiehlt" is not.
    let third = value > 2 && counts_up_to(text, sentence, start, 1);
    let over = starts && !third && !left.ends_with([',', ';']);
    joins && !over && counts_up_to(text, sentence, start, value - 1)
}

/// Whether an item with the number 2 follows before the sentence can be over.
fn counts_on(text: &str, from: usize) -> bool {
    let end = boundary(text, from + REACH);
    let rest = &text[from..end];
    let Some(second) = rest.find(" 2. ") else {
        return false;
    };
    let left = rest[..second].trim_end();
    let ends = left.contains(['!', '?']) || left.contains(". ");
    let word = left.rsplit(' ').next().unwrap_or_default();
    !ends && (left.ends_with([',', ';']) || matches!(word, "und" | "oder" | "sowie" | "bzw."))
}

/// Whether an item with the number `value` stands between `from` and `to`.
fn counts_up_to(text: &str, from: usize, to: usize, value: u32) -> bool {
    let from = boundary(text, from.max(to.saturating_sub(REACH)));
    let Some(head) = text.get(from..to) else {
        return false;
    };
    let number = format!("{value}. ");
    head.match_indices(&number).any(|(at, _)| {
        !head[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','))
    })
}
