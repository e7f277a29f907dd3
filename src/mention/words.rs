//! Numbers in words.

use super::compound;
use super::number::{Form, same};
use super::sense::Words;
use crate::language::{Gap, Kind, Lexicon, Sense};

/// A number in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Read {
    /// Number of tokens.
    pub(super) length: usize,
    /// Its value.
    pub(super) value: f64,
    /// Cardinal, ordinal, or a bare power of ten.
    pub(super) form: Form,
    /// Whether it is certainly a number: "zehnjährig" may become "decade-long".
    pub(super) tail: bool,
}

/// What the words at a place can be parts of.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    number: Option<(usize, f64)>,
    ordinal: Option<(usize, f64)>,
    scale: Option<(usize, f64)>,
    join: bool,
    tail: bool,
}

/// Reads the number that begins with the word at `at`.
pub(super) fn read(words: &Words<'_>, at: usize) -> Option<Read> {
    let word = words.tokens.word(at)?;
    let begins = |(_, sense): &(usize, Sense)| {
        matches!(
            sense,
            Sense::Number(_) | Sense::Ordinal(_) | Sense::Scale(_) | Sense::Half
        )
    };
    if !words.senses(at).iter().any(begins) && !compound::may_be(word, words.lexicon) {
        return None;
    }
    let (mut total, mut current) = (0.0, 0.0);
    let mut length = 0;
    let mut bare = true;
    let mut tail = false;
    let mut ordinal = false;
    let mut half = length_of_half(words, at);
    let start = half;
    while at + start + length < words.tokens.list.len() {
        let here = at + start + length;
        let part = part(words, here);
        // "twenty and three" is one number, "two and three" are two.
        let (skip, part) = match (part.join && length > 0, part.number) {
            (true, None) => (1, self::part(words, here + 1)),
            _ => (0, part),
        };
        let joined = skip == 1 || words.tokens.list[here].gap != Gap::None;
        if length > 0
            && !joined
            && words.tokens.list[here].kind == Kind::Word
            && words.tokens.list[here].gap == Gap::Dash
        {
            break;
        }
        if let Some((taken, scale)) = part.scale.filter(|_| skip == 0 && (length > 0 || half > 0)) {
            let factor = match (half > 0, length) {
                (true, 0) => 0.5,
                _ => f64::max(current, if total == 0.0 { 1.0 } else { current }),
            };
            if factor == 0.0 {
                break;
            }
            total += factor * scale;
            (current, half, bare) = (0.0, 0, false);
            length += taken;
            continue;
        }
        if half > 0 {
            return None;
        }
        let (taken, value, is_ordinal) = match (part.ordinal, part.number) {
            (Some((taken, value)), number) if number.is_none_or(|(other, _)| other <= taken) => {
                (taken, value, true)
            }
            (_, Some((taken, value))) => (taken, value, false),
            _ => break,
        };
        if length == 0 {
            current = value;
        } else if same(value, 1000.0) && !is_ordinal {
            if total > 0.0 && current == 0.0 {
                break;
            }
            total += f64::max(current, 1.0) * value;
            current = 0.0;
        } else if same(value, 100.0) && current > 0.0 && current < 10.0 && skip == 0 && !is_ordinal
        {
            current *= value;
        } else if fits(current, value, total, words.lexicon)
            || (skip == 1
                && current < 10.0
                && (20.0..100.0).contains(&value)
                && value % 10.0 == 0.0
                && total == 0.0
                && arabic(words.lexicon))
        {
            current += value;
        } else {
            break;
        }
        bare = false;
        length += skip + taken;
        tail |= part.tail;
        if is_ordinal {
            ordinal = true;
            break;
        }
    }
    if length == 0 {
        return bare_scale(words, at).filter(|_| bare);
    }
    let form = if ordinal { Form::Ordinal } else { Form::Word };
    Some(Read {
        length: start + length,
        value: total + current,
        form,
        tail,
    })
}

/// Whether a number can be added to what stands before it: 5 to 20, 20 to 300, 300 to 5000.
fn fits(current: f64, value: f64, total: f64, lexicon: &Lexicon) -> bool {
    if current == 0.0 {
        return total >= 1000.0 && value < 1000.0;
    }
    (current >= 100.0 && current % 100.0 == 0.0 && value < 100.0)
        || ((current >= 20.0 || current >= 10.0 && lexicon.teens_apart)
            && current % 10.0 == 0.0
            && current % 100.0 != 0.0
            && value < 10.0
            && value > 0.0)
        || (current >= 1000.0 && current % 1000.0 == 0.0 && value < 1000.0)
}

/// Whether ones stand before tens.
fn arabic(lexicon: &Lexicon) -> bool {
    lexicon.joins.iter().any(|join| join == "و")
}

fn bare_scale(words: &Words<'_>, at: usize) -> Option<Read> {
    let (length, value) = part(words, at).scale?;
    let long = words.tokens.word(at)?.chars().count() > 3;
    long.then_some(Read {
        length,
        value,
        form: Form::Scale,
        tail: false,
    })
}

/// Tokens that "half" or "half a" takes here.
fn length_of_half(words: &Words<'_>, at: usize) -> usize {
    let mut found = 0;
    for (length, sense) in words.senses(at) {
        if *sense == Sense::Half {
            found = found.max(*length);
        }
    }
    if found > 0 && part(words, at + found).scale.is_some() {
        found
    } else {
        0
    }
}

fn part(words: &Words<'_>, at: usize) -> Part {
    let mut part = Part::default();
    let Some(word) = words.tokens.word(at) else {
        return part;
    };
    let longer = |old: Option<(usize, f64)>, new: (usize, f64)| match old {
        Some(old) if old.0 >= new.0 => Some(old),
        _ => Some(new),
    };
    for (length, sense) in words.senses(at).iter().copied() {
        match sense {
            Sense::Number(value) => part.number = longer(part.number, (length, value)),
            Sense::Ordinal(value) => part.ordinal = longer(part.ordinal, (length, value)),
            Sense::Scale(value) => part.scale = longer(part.scale, (length, value)),
            Sense::Join => part.join = true,
            _ => {}
        }
    }
    if part.number.is_none()
        && part.ordinal.is_none()
        && part.scale.is_none()
        && let Some(read) = compound::read(word, words.lexicon)
    {
        part.tail = read.tail;
        let slot = if read.ordinal {
            &mut part.ordinal
        } else {
            &mut part.number
        };
        *slot = Some((1, read.value));
    }
    part
}
