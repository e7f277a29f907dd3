//! Numbers in digits, with the marks of whatever language.

use super::number::same;
use crate::language::{Gap, Kind, Lexicon, Tokens};

/// Digits with their marks, read as one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Read {
    /// Number of tokens.
    pub(super) length: usize,
    /// Value by the language's own marks.
    pub(super) value: f64,
    /// Value by the other marks, if there is one.
    pub(super) foreign: Option<f64>,
    /// Whether the marks are not the language's.
    pub(super) odd: bool,
}

/// Reads the number that begins with the digits at `at`.
pub(super) fn read(text: &str, tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Read {
    let mut marks = Marks::default();
    let mut length = 1;
    let mut digits = tokens.word(at).unwrap_or_default().to_owned();
    while let Some((mark, taken)) = separator(text, tokens, at + length) {
        let next = tokens.word(at + length + taken - 1).unwrap_or_default();
        if marks.list.len() == 6 || digits.len() > 30 {
            break;
        }
        if matches!(mark, ' ' | '\'') {
            let grouped = next.len() == 3 && marks.list.iter().all(|(other, _)| *other == mark);
            let head = marks.list.first().map_or(digits.len(), |(_, at)| *at);
            if !grouped || head > 3 || digits.starts_with('0') {
                break;
            }
        }
        marks.list.push((mark, digits.len()));
        digits.push_str(next);
        length += taken;
    }
    let whole = Read {
        length,
        value: parse(&digits, None),
        foreign: None,
        odd: false,
    };
    let Some(last) = marks.list.last().copied() else {
        return whole;
    };
    let first = Read {
        length: 1,
        value: parse(tokens.word(at).unwrap_or_default(), None),
        ..whole
    };
    let decimal = lexicon.decimal.unwrap_or('.');
    let own = marks.value(&digits, decimal);
    let other = marks.value(&digits, if decimal == ',' { '.' } else { ',' });
    match (own, other) {
        (Some(own), other) => Read {
            value: own,
            foreign: other.filter(|other| !same(*other, own)),
            ..whole
        },
        (None, Some(other)) if last.0 != '.' || !is_date(&marks, &digits) => Read {
            value: other,
            foreign: None,
            odd: true,
            ..whole
        },
        _ => first,
    }
}

/// The marks in a run of digits, each with the number of digits before it.
#[derive(Default)]
struct Marks {
    list: Vec<(char, usize)>,
}

impl Marks {
    /// The value if `decimal` is the decimal mark and any other divides groups of three.
    fn value(&self, digits: &str, decimal: char) -> Option<f64> {
        let (mark, at) = *self.list.last()?;
        let count = self
            .list
            .iter()
            .filter(|(mark, _)| *mark == decimal)
            .count();
        let (groups, point) = match (mark == decimal, count) {
            (true, 1) => (&self.list[..self.list.len() - 1], Some(at)),
            (false, 0) => (&self.list[..], None),
            _ => return None,
        };
        let end = point.unwrap_or(digits.len());
        let mut before = None;
        for (index, (mark, at)) in groups.iter().enumerate() {
            let next = groups.get(index + 1).map_or(end, |(_, at)| *at);
            let same = before.is_none_or(|before| before == mark);
            // In India all but the last group have two digits: 12,34,567.
            let is_lakh = decimal == '.' && index + 1 < groups.len() && groups.len() > 1;
            if !same
                || next - at != 3 && !(is_lakh && next - at == 2)
                || (index == 0 && (*at > 3 || *at == 0 || digits.starts_with('0')))
            {
                return None;
            }
            before = Some(mark);
        }
        Some(parse(digits, point))
    }
}

/// Whether digits with full stops look like a day and a month, a time, or a version.
fn is_date(marks: &Marks, digits: &str) -> bool {
    let (_, at) = marks.list[0];
    let ends = marks.list.get(1).map_or(digits.len(), |(_, at)| *at);
    let is_dotted = marks.list.iter().all(|(mark, _)| *mark == '.');
    marks.list.len() > 1 && is_dotted || (at <= 2 && matches!(ends - at, 2 | 4))
}

/// The separator before the digits at or after `index`, and the number of tokens to their end.
fn separator(text: &str, tokens: &Tokens, index: usize) -> Option<(char, usize)> {
    let token = tokens.list.get(index)?;
    if token.kind == Kind::Digits {
        let gap = &text[tokens.list[index - 1].span.end..token.span.start];
        let blank = matches!(gap, " " | "\u{A0}" | "\u{202F}" | "\u{2009}");
        return blank.then_some((' ', 1));
    }
    let next = tokens.list.get(index + 1)?;
    if token.kind != Kind::Mark
        || token.gap != Gap::None
        || next.kind != Kind::Digits
        || next.gap != Gap::None
    {
        return None;
    }
    match tokens.word(index)? {
        "." | "．" => Some(('.', 2)),
        "," | "٫" | "，" => Some((',', 2)),
        "٬" | "'" | "’" => Some(('\'', 2)),
        _ => None,
    }
}

fn parse(digits: &str, point: Option<usize>) -> f64 {
    let value = match point {
        Some(at) => format!("{}.{}", &digits[..at], &digits[at..]).parse(),
        None => digits.parse(),
    };
    value.unwrap_or(f64::MAX)
}
