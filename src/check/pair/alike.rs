//! Figures that both texts write alike, whatever each language reads in them: versions, addresses of
//! computers, sections, clock times, telephone numbers.

use rustc_hash::FxHashMap;

use super::Pair;
use super::unmatched::Unmatched;
use crate::language::{digit, is_letter, lower_case};
use crate::mention::{Form, Number};
use crate::text::Span;

/// Takes out the numbers of figures that the other text has as well.
pub(super) fn remove(pair: Pair<'_>, found: &mut Unmatched) {
    if found.source.is_empty() && found.target.is_empty() && found.misread.is_empty() {
        return;
    }
    let (source, target) = pair.mentions();
    let (german, own) = pair.bare();
    let (mut here, mut there) = (Vec::new(), Vec::new());
    for (matches, kind) in [
        (Figure::same as Same, Figure::figures as Find),
        (Figure::same_telephone, Figure::telephones),
    ] {
        let mut german_figures = kind(german);
        // What German reads as one number has a value, which is what counts; but `Version 1.100`.
        for figure in &mut german_figures {
            figure.is_number = is_german(figure, &source.numbers);
        }
        german_figures.retain(|figure| figure.is_telephone || !figure.is_number || figure.is_named);
        let mut own_figures: FxHashMap<String, Vec<Figure>> = FxHashMap::default();
        for figure in kind(own) {
            own_figures.entry(figure.key()).or_default().push(figure);
        }
        for figure in german_figures {
            let other = own_figures.get_mut(&figure.key()).and_then(|list| {
                let at = list.iter().position(|other| matches(&figure, other))?;
                Some(list.swap_remove(at))
            });
            if let Some(other) = other {
                here.push(figure.span);
                there.push(other.span);
            }
        }
    }
    here.sort_by_key(|span| span.start);
    there.sort_by_key(|span| span.start);
    let is_free = |spans: &[Span], number: &Number| !is_within(spans, number.span);
    found
        .source
        .retain(|index| is_free(&here, &source.numbers[*index]));
    found
        .target
        .retain(|index| is_free(&there, &target.numbers[*index]));
    found
        .misread
        .retain(|(_, index)| is_free(&there, &target.numbers[*index]));
}

type Same = fn(&Figure, &Figure) -> bool;
type Find = fn(&str) -> Vec<Figure>;

/// Digits with single marks between: `10.20.30.40`, `14:30`; or a telephone number.
#[derive(Debug)]
struct Figure {
    span: Span,
    /// The digits between the marks.
    groups: Vec<String>,
    /// The word before it, in small letters.
    word: String,
    /// Whether that word may be a name or a noun: `Version 1.100`.
    is_named: bool,
    /// Whether the language reads it as one number.
    is_number: bool,
    is_telephone: bool,
}

impl Figure {
    fn key(&self) -> String {
        if self.is_telephone {
            // The last digits are the same with and without the code of the country.
            let digits = self.groups.concat();
            return digits[digits.len().saturating_sub(6)..].to_owned();
        }
        let first = self.groups[0].trim_start_matches('0');
        format!("{first}.{}", self.groups[1..].join("."))
    }

    fn same(&self, other: &Self) -> bool {
        !self.is_number || self.word == other.word
    }

    /// Whether one is the other with the code of the country for the first 0.
    fn same_telephone(&self, other: &Self) -> bool {
        let digits = [self, other].map(|figure| figure.groups.concat());
        let [mut short, mut long] = digits.each_ref().map(String::as_str);
        if short.len() > long.len() {
            std::mem::swap(&mut short, &mut long);
        }
        let national = short.strip_prefix('0').unwrap_or(short);
        let Some(code) = long.strip_suffix(national) else {
            return false;
        };
        // "+49", "0049", and "+49 (0)"
        let code = code.strip_prefix("00").unwrap_or(code);
        let code = code.strip_suffix('0').unwrap_or(code);
        code.len() <= 3
    }

    fn figures(text: &str) -> Vec<Self> {
        const MARKS: [char; 7] = ['.', ',', ':', '/', '\'', '’', '．'];
        runs(text, |c| MARKS.contains(&c), false)
            .into_iter()
            .filter(|figure| figure.groups.len() > 1)
            .collect()
    }

    fn telephones(text: &str) -> Vec<Self> {
        let is_mark = |c: char| {
            matches!(
                c,
                ' ' | '\u{A0}' | '\u{202F}' | '/' | '-' | '‑' | '–' | '(' | ')' | '.'
            )
        };
        let mut found = runs(text, is_mark, true);
        found.retain(|figure| {
            let digits: usize = figure.groups.iter().map(String::len).sum();
            let before = text[..figure.span.start].trim_end_matches(['(', ' ']);
            digits > 6 && (figure.groups[0].starts_with('0') || before.ends_with('+'))
        });
        found
    }
}

/// The runs of digits with marks between, one mark or several.
fn runs(text: &str, is_mark: impl Fn(char) -> bool, is_telephone: bool) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut open = false;
    let mut marks = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(digit) = digit(c) {
            match found.last_mut().filter(|_| open) {
                Some(figure) if marks == 0 => {
                    if let Some(group) = figure.groups.last_mut() {
                        group.push(digit);
                    }
                }
                Some(figure) => figure.groups.push(digit.into()),
                None => {
                    let (word, is_named) = word_before(&text[..at]);
                    found.push(Figure {
                        span: Span::new(at, end),
                        groups: vec![digit.into()],
                        word,
                        is_named,
                        is_number: false,
                        is_telephone,
                    });
                }
            }
            if let Some(figure) = found.last_mut() {
                figure.span.end = end;
            }
            (open, marks) = (true, 0);
        } else {
            marks += 1;
            open = open && is_mark(c) && marks <= if is_telephone { 3 } else { 1 };
        }
    }
    found
}

/// The word before a figure, and whether it may be a name or a noun.
fn word_before(text: &str) -> (String, bool) {
    let head = text.trim_end_matches([' ', '\u{A0}']);
    let word = &head[head.rfind(|c: char| !is_letter(c)).map_or(0, |at| {
        at + head[at..].chars().next().map_or(0, char::len_utf8)
    })..];
    let is_long = word.chars().take(4).count() == 4;
    (lower_case(word).into_owned(), is_long)
}

/// Whether German reads a figure as one number.
fn is_german(figure: &Figure, numbers: &[Number]) -> bool {
    let at = numbers.partition_point(|number| number.span.start < figure.span.start);
    numbers.get(at).is_some_and(|number| {
        number.form == Form::Digits && number.span.end >= figure.span.end && !number.odd
    })
}

/// Whether one of the spans, which are in order, holds another.
fn is_within(spans: &[Span], span: Span) -> bool {
    let at = spans.partition_point(|other| other.end <= span.start);
    spans.get(at).is_some_and(|other| other.start <= span.start)
}
