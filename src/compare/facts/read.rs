//! The facts of one sentence: what it mentions, put together where several mentions are one fact.

use super::Fact;
use crate::language::{Language, Lexicon, Tokens, language};
use crate::mention::{Dated, Form, Mentions, Number};
use crate::text::Span;

/// A fact as a sentence has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mentioned {
    /// Its kind.
    pub(super) fact: Fact,
    /// As it is written.
    pub(super) text: String,
    /// What it says, however it is written.
    pub(super) key: String,
    /// Whether it is the number one in a word, which is an article in many languages.
    pub(super) is_article: bool,
    start: usize,
}

/// What a mention can be a part of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    /// A number, and whether it may be an article.
    Number(f64, bool),
    /// A currency, a unit or per cent, which belongs to the number beside it.
    Measure(&'static str, u8),
    /// A month by its number.
    Month(u8),
    /// A word that makes the number beside it a time of day.
    Clock(u8),
    /// A day that stands for itself.
    Day(&'static str, u8),
}

/// The facts of a sentence in their order.
pub(super) fn facts(text: &str, locale: &str) -> Vec<Mentioned> {
    let code = locale.split(['-', '_']).next().unwrap_or_default();
    let tokens = Tokens::of(text);
    let mentions = Mentions::of(text, &tokens, Lexicon::of(code));
    let mut facts = amounts(text, &parts(text, &mentions));
    facts.extend(mentions.negations.iter().map(|span| Mentioned {
        fact: Fact::Negation,
        text: span.of(text).to_owned(),
        key: span.of(text).to_lowercase(),
        is_article: false,
        start: span.start,
    }));
    let taken: Vec<Span> = (facts.iter())
        .map(|fact| Span::new(fact.start, fact.start + fact.text.len()))
        .collect();
    facts.extend(named(text, &taken, language(locale)));
    facts.sort_by_key(|fact| fact.start);
    facts
}

/// What the numbers and dates of a text are made of, in its order.
fn parts(text: &str, mentions: &Mentions<'_>) -> Vec<(Span, Part)> {
    let mut parts: Vec<(Span, Part)> = Vec::new();
    let sure = |dated: &&Dated| dated.sure;
    let of = |list: &[Dated], part: fn(u8) -> Part| -> Vec<(Span, Part)> {
        let sure = list.iter().filter(sure);
        sure.map(|dated| (dated.span, part(dated.value))).collect()
    };
    parts.extend(of(&mentions.months, Part::Month));
    parts.extend(of(&mentions.weekdays, |day| Part::Day("weekday", day)));
    parts.extend(of(&mentions.days, |day| Part::Day("day", day)));
    parts.extend(of(&mentions.halves, Part::Clock));
    parts.extend(mentions.clocks.iter().map(|span| (*span, Part::Clock(2))));
    parts.extend(of(&mentions.currencies, |value| {
        Part::Measure("currency", value)
    }));
    parts.extend(of(&mentions.units, |value| Part::Measure("unit", value)));
    parts.extend(of(&mentions.percents, |value| {
        Part::Measure("percent", value)
    }));
    parts.extend(mentions.numbers.iter().filter_map(|number| {
        let is_article =
            number.form == Form::Word && (number.value - 1.0).abs() < f64::EPSILON && !number.odd;
        counts(number, text).then_some((number.span, Part::Number(number.value, is_article)))
    }));
    // Of two that begin together the longer one counts, and of equal ones the first.
    parts.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    parts.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    parts
}

/// Whether a number is one to people: a Roman numeral has two letters at least.
fn counts(number: &Number, text: &str) -> bool {
    let written = number.span.of(text);
    let capitals = written.chars().take_while(|c| c.is_uppercase()).count();
    number.form != Form::Roman || capitals > 1
}

/// Numbers with what they count, and dates.
fn amounts(text: &str, parts: &[(Span, Part)]) -> Vec<Mentioned> {
    let mut facts = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let length = date(text, &parts[at..]);
        let (length, is_date) = match length {
            0 => (amount(text, &parts[at..]), false),
            length => (length, true),
        };
        let group = &parts[at..at + length];
        at += length;
        let is_number = |(_, part): &(Span, Part)| matches!(part, Part::Number(..));
        if !is_date && !group.iter().any(is_number) {
            continue;
        }
        let span = Span::new(group[0].0.start, group[length - 1].0.end);
        facts.push(Mentioned {
            fact: if is_date { Fact::Date } else { Fact::Number },
            text: span.of(text).to_owned(),
            key: key(group),
            is_article: matches!(group, [(_, Part::Number(_, true))]),
            start: span.start,
        });
    }
    facts
}

/// What parts say, in any order of day, month and year.
fn key(group: &[(Span, Part)]) -> String {
    let said = group.iter().map(|(_, part)| match part {
        Part::Number(value, _) => format!("{value}"),
        Part::Measure(kind, value) => format!("{kind} {value}"),
        Part::Month(month) => format!("month {month}"),
        Part::Clock(half) => format!("clock {half}"),
        Part::Day(kind, day) => format!("{kind} {day}"),
    });
    let mut said: Vec<String> = said.collect();
    said.sort();
    said.join(" ")
}

/// How many parts make one date or time of day, if one begins here: "7. Februar 2024", "May 7, 2024",
/// "07.02.2024", "13.30 Uhr", "2:30 p.m.".
fn date(text: &str, parts: &[(Span, Part)]) -> usize {
    if matches!(parts[0].1, Part::Day(..)) {
        return 1;
    }
    let joined = parts.windows(2).take_while(|two| {
        let is_part = !matches!(two[1].1, Part::Measure(..) | Part::Day(..));
        is_part && is_date_gap(&text[two[0].0.end..two[1].0.start], two[1].1)
    });
    let mut length = 1 + joined.count();
    let has = |length: usize, wanted: fn(&Part) -> bool| {
        parts[..length].iter().any(|(_, part)| wanted(part))
    };
    let is_time = |two: &[(Span, Part)]| &text[two[0].0.end..two[1].0.start] == ":";
    while length > 0 {
        let is_dated = has(length, |part| {
            matches!(part, Part::Month(_) | Part::Clock(_))
        }) || parts[..length].windows(2).any(is_time);
        let last = parts[length - 1].1;
        // "am 7. Februar 30 Gäste": no year and no day of this month.
        let fits = match last {
            Part::Number(value, is_article) => {
                !is_article && value.fract() == 0.0 && (value <= 60.0 || is_year(value))
            }
            _ => true,
        };
        if is_dated
            && fits
            && matches!(
                parts[0].1,
                Part::Number(..) | Part::Month(_) | Part::Clock(_)
            )
        {
            return length;
        }
        if !is_dated {
            return 0;
        }
        length -= 1;
    }
    0
}

fn is_year(value: f64) -> bool {
    (1000.0..2200.0).contains(&value)
}

/// Whether what stands between two parts may stand within a date.
fn is_date_gap(between: &str, next: Part) -> bool {
    match between.trim() {
        // "May 7, 2024": a day of another count does not follow a comma.
        "," => matches!(next, Part::Number(value, _) if is_year(value)),
        "" | "." | "/" | ":" | "-" | "–" | "of" | "de" | "del" | "di" | "d'" | "d’" | "st"
        | "nd" | "rd" | "th" | "er" | "º" | "ª" | "го" | "-го" => true,
        _ => false,
    }
}

/// How many parts make one number with what it counts: "5 km", "$5", "2 Millionen Euro".
fn amount(text: &str, parts: &[(Span, Part)]) -> usize {
    let adjoins = |at: usize| {
        let (one, two) = (&parts[at - 1].0, &parts[at].0);
        matches!(
            text[one.end..two.start].trim(),
            "" | "-" | "de" | "d'" | "d’" | "di"
        )
    };
    let kind = |at: usize| parts.get(at).map(|(_, part)| part);
    match (kind(0), kind(1)) {
        (Some(Part::Measure(..)), Some(Part::Number(..)))
        | (Some(Part::Number(..)), Some(Part::Measure(..)))
            if adjoins(1) =>
        {
            2
        }
        _ => 1,
    }
}

/// The words of a text, without the marks around them.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(bare)
}

/// The names of a text, as far as one can tell without knowing them; what is `taken` is none.
fn named(text: &str, taken: &[Span], language: &Language) -> Vec<Mentioned> {
    let mut before: Option<&str> = None;
    let mut named = Vec::new();
    for token in text.split_whitespace() {
        let word = bare(token);
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_start = before.is_none_or(ends_sentence);
        let last = before.filter(|_| !is_start).map_or("", bare);
        before = Some(token);
        let is_taken = taken
            .iter()
            .any(|span| span.start <= start && start < span.end);
        if !is_taken && is_name(word, last, language) {
            named.push(Mentioned {
                fact: Fact::Name,
                text: word.to_owned(),
                key: word.to_owned(),
                is_article: false,
                start,
            });
        }
    }
    named
}

/// Whether a word is a name, as far as one can tell without knowing it; nothing stands before it where
/// a sentence begins.
fn is_name(word: &str, before: &str, language: &Language) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    if chars.as_str().chars().any(char::is_uppercase) {
        return true;
    }
    let before = before.to_lowercase();
    first
        && chars.next().is_some()
        && !before.is_empty()
        && !language.noun_markers.contains(&before)
        && !language.noun_endings.is_ending_of(&word.to_lowercase())
        && !is_before_noun(&before, language)
}

/// Whether a capital behind a word says little: in German it may be a noun behind an adjective or a number,
/// "große Städte", "dreißig Gäste".
fn is_before_noun(before: &str, language: &Language) -> bool {
    let has_nouns = !language.noun_markers.is_empty();
    let ends = ["e", "en", "er", "es", "em"];
    has_nouns
        && (ends.iter().any(|ending| before.ends_with(ending))
            || before.contains(|c: char| c.is_ascii_digit())
            || language.number_words.contains(before))
}

/// A word without the marks around it; a full stop behind digits belongs to them.
fn bare(token: &str) -> &str {
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '€' | '$' | '°' | '-' | '−');
    let head = token.trim_start_matches(is_mark);
    let body = head.trim_end_matches(is_mark);
    let is_ordinal =
        body.ends_with(|c: char| c.is_ascii_digit()) && head[body.len()..].starts_with('.');
    &head[..body.len() + usize::from(is_ordinal)]
}

fn ends_sentence(token: &str) -> bool {
    let has_digit = token.contains(|c: char| c.is_numeric());
    token.ends_with(['.', '!', '?', ':', '„', '"', '“']) && !has_digit
}
