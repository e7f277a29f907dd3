//! Numbers written in one word.

use super::number::same;
use crate::language::{Lexicon, Sense};

/// What a number written in one word says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compound {
    /// Its value.
    pub(super) value: f64,
    /// Whether it is an ordinal.
    pub(super) ordinal: bool,
    /// Whether more follows in the word: "zehnjährig".
    pub(super) tail: bool,
}

/// Whether a word may be a number in one word.
pub(super) fn may_be(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.compound && word.len() >= 5 && lexicon.may_count(word)
}

/// Reads a number in one word: "zweihundertfünfzigtausend", "dreimal", "ventisettemila".
pub(super) fn read(word: &str, lexicon: &Lexicon) -> Option<Compound> {
    if !may_be(word, lexicon) {
        return None;
    }
    let (mut total, mut current) = (0.0, 0.0);
    let mut rest = word;
    let mut parts = 0;
    while !rest.is_empty() {
        let Some((length, sense)) = longest(rest, lexicon) else {
            break;
        };
        let (value, ordinal) = match sense {
            Sense::Ordinal(value) => (value, true),
            Sense::Number(value) => (value, false),
            _ => break,
        };
        if value >= 1000.0 {
            total += f64::max(current, 1.0) * value;
            current = 0.0;
        } else if same(value, 100.0) && current > 0.0 && current < 100.0 {
            current *= value;
        } else if current == 0.0 || (current >= 100.0 && value < 100.0) {
            current += value;
        } else {
            break;
        }
        parts += 1;
        rest = &rest[length..];
        if ordinal {
            let read = Compound {
                value: total + current,
                ordinal,
                tail: false,
            };
            return rest.is_empty().then_some(read);
        }
        for join in &lexicon.joins {
            rest = rest
                .strip_prefix(join.as_str())
                .filter(|rest| longest(rest, lexicon).is_some())
                .unwrap_or(rest);
        }
    }
    let read = Compound {
        value: total + current,
        ordinal: false,
        tail: !rest.is_empty(),
    };
    let known = |tail: &String| match tail.strip_suffix('*') {
        Some(stem) => rest.starts_with(stem),
        None => rest == tail,
    };
    (parts > 0 && (rest.is_empty() || lexicon.tails.iter().any(known))).then_some(read)
}

/// The longest number word that a word begins with.
fn longest(word: &str, lexicon: &Lexicon) -> Option<(usize, Sense)> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(26).collect();
    ends.into_iter()
        .rev()
        .filter(|end| *end > 2)
        .find_map(|end| Some((end, lexicon.number(&word[..end])?)))
}
