//! What a sentence has in places where another one may have something else of the kind.

use std::ops::Range;

use crate::language::{Lexicon, Name, NameKind};

/// What stands between two times of day of which the second alone has `Uhr`.
const RANGES: [&str; 6] = [" bis ", " und ", "–", "-", " – ", " - "];

/// A place of a sentence that another one may fill otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Where it stands, in UTF-8 bytes.
    pub(super) span: Range<usize>,
    pub(super) filling: Filling,
    /// Whether it is a number that may count what the words behind it name.
    pub(super) counts: bool,
}

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Filling {
    /// A run of digits with the signs between them, and whether a full stop makes it an ordinal.
    Figure(String, bool),
    /// A time of day: hours, and minutes if they are said.
    Clock(u8, Option<u8>),
    /// A date in figures: day, month, year as written.
    Date(u8, u8, String),
    /// A word of a list: a month, a day of the week, a number, a country.
    Name(Name),
    /// What no language translates: code, an address, a tag, where a link leads.
    Verbatim(String),
}

impl Filling {
    /// What two slots must have in common.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Figure(_, false) => "figure",
            Self::Figure(_, true) => "ordinal",
            Self::Clock(..) => "clock",
            Self::Date(..) => "date",
            Self::Name(name) => match name.kind {
                NameKind::Month => "month",
                NameKind::Weekday => "weekday",
                NameKind::Number => "number",
                NameKind::Country => "country",
            },
            Self::Verbatim(_) => "verbatim",
        }
    }
}

/// A sentence as slots and what stands between them, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item<'t> {
    Slot(Slot),
    Word(&'t str),
}

/// Cuts a sentence of the source's language.
pub(super) fn items<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Item<'t>> {
    let mut items = Vec::new();
    let mut at = 0;
    let mut word = 0;
    while at < text.len() {
        let is_start = !text[..at].ends_with(char::is_alphanumeric);
        if let Some((length, filling)) = slot_at(text, at, is_start, lexicon) {
            words(&text[word..at], &mut items);
            items.push(Item::Slot(Slot {
                span: at..at + length,
                filling,
                counts: counts(&text[..at], &text[at + length..]),
            }));
            at += length;
            word = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    words(&text[word..], &mut items);
    items
}

/// Whether a number between two parts of a text may count something: a noun or a measure stands behind it,
/// and none before it whose name it is, as in `Kapitel 5`.
fn counts(before: &str, after: &str) -> bool {
    const NEAR: usize = 3;
    let is_noun = |word: &str| word.starts_with(char::is_uppercase);
    let sentence = after.split(['.', ',', ';', ':', '!', '?', '(', ')']).next();
    let mut next = sentence.unwrap_or_default().split_whitespace().take(NEAR);
    let mut last = before.split_whitespace().rev();
    let is_named = last.next().is_some_and(|word| {
        word.ends_with('#') || word == "Nr." || is_noun(word) && last.next().is_some()
    });
    !is_named && next.any(|word| is_noun(word) || word.len() <= 2)
}

/// Cuts what stands between slots into words and signs.
fn words<'t>(text: &'t str, items: &mut Vec<Item<'t>>) {
    let is_word = |c: char| c.is_alphanumeric() || "_-'’".contains(c);
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let kind = is_word(c);
        if last.is_some_and(|last| last != kind || !kind) && at > start {
            if !text[start..at].trim().is_empty() {
                items.push(Item::Word(&text[start..at]));
            }
            start = at;
        }
        last = Some(kind);
    }
}

fn slot_at(text: &str, at: usize, is_start: bool, lexicon: &Lexicon) -> Option<(usize, Filling)> {
    let rest = &text[at..];
    if let Some(length) = verbatim_length(rest, is_start) {
        return Some((length, Filling::Verbatim(rest[..length].to_owned())));
    }
    let first = rest.chars().next()?;
    if first.is_numeric() {
        return Some(figure_at(rest));
    }
    if is_start && first.is_alphabetic() {
        let length = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        if rest[..length].contains(|c: char| c.is_ascii_digit()) {
            return Some((length, Filling::Verbatim(rest[..length].to_owned())));
        }
        let name = lexicon.name(&rest[..length])?;
        return Some((length, Filling::Name(name)));
    }
    None
}

/// The figure, time or date that a text begins with.
fn figure_at(text: &str) -> (usize, Filling) {
    let length = figure_length(text);
    let figure = &text[..length];
    let parts: Vec<&str> = figure.split('.').collect();
    let number = |part: &str| part.parse::<u8>().ok();
    if let [day, month, year] = parts[..]
        && let (Some(day), Some(month)) = (number(day), number(month))
        && (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && matches!(year.len(), 2 | 4)
    {
        return (length, Filling::Date(day, month, year.to_owned()));
    }
    let rest = &text[length..];
    if let Some(clock) = clock(figure) {
        let unit = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        if unit.len() < rest.len() && begins_with_word(unit, "Uhr") {
            return (text.len() - unit.len() + "Uhr".len(), clock);
        }
        if leads_to_clock(rest) {
            return (length, clock);
        }
    }
    let label = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    if label == 1 && rest.is_char_boundary(1) {
        // A letter behind it makes it a name: `6a`.
        return (length + 1, Filling::Verbatim(text[..=length].to_owned()));
    }
    let is_ordinal = rest.starts_with(". ") && figure.len() <= 2;
    (length, Filling::Figure(figure.to_owned(), is_ordinal))
}

/// The time of day that a figure is if `Uhr` stands behind it.
fn clock(figure: &str) -> Option<Filling> {
    let (hours, minutes) = match figure.split_once(['.', ':']) {
        Some((hours, minutes)) => (hours, Some(minutes)),
        None => (figure, None),
    };
    let minutes = match minutes {
        Some(minutes) if minutes.len() == 2 => Some(minutes.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    Some(Filling::Clock(hours.parse().ok()?, minutes))
}

/// Whether what stands behind a figure makes it the first of two times: `9 bis 17 Uhr`.
fn leads_to_clock(rest: &str) -> bool {
    let second = RANGES.iter().find_map(|sign| rest.strip_prefix(sign));
    second.is_some_and(|second| {
        let length = figure_length(second);
        let is_figure = second.starts_with(char::is_numeric);
        is_figure && begins_with_word(second[length..].trim_start(), "Uhr")
    })
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The length of the run of digits, with one sign between two of them, that a text begins with.
pub(super) fn figure_length(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_numeric()) {
        if at > 0 && !joins(&text[end..at]) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether what stands between two digits belongs to one figure: nothing, or one sign.
fn joins(between: &str) -> bool {
    let mut signs = between.chars();
    match (signs.next(), signs.next()) {
        (None, _) => true,
        (Some(sign), None) => {
            matches!(
                sign,
                '.' | ',' | ':' | '\'' | '’' | '٫' | '٬' | '\u{A0}' | '\u{202F}'
            )
        }
        _ => false,
    }
}

/// The length of the code, tag, placeable, address or target of a link that a text begins with.
fn verbatim_length(text: &str, is_start: bool) -> Option<usize> {
    let closed = |end: &str, from: usize| text[from..].find(end).map(|at| from + at + end.len());
    match text.as_bytes()[0] {
        b'`' => {
            let marks = text.len() - text.trim_start_matches('`').len();
            closed(&text[..marks], marks)
        }
        b']' if text.starts_with("](") => closed(")", 2),
        b'<' if text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
            closed(">", 1)
        }
        b'{' => closed("}", 1),
        _ if is_start => {
            let word = text.split(char::is_whitespace).next().unwrap_or_default();
            let word = word.split([')', '>', '"', '“']).next().unwrap_or_default();
            let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
            let is_address = ["https://", "http://", "www."]
                .iter()
                .any(|head| word.starts_with(head));
            let is_mail = word.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && name.is_ascii() && host.contains('.')
            });
            (is_address || is_mail).then_some(word.len())
        }
        _ => None,
    }
}
