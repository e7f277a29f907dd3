//! Translations of texts that differ in figures alone.

use std::collections::BTreeMap;

use crate::language::{NumberStyle, format_number, plural_category};

/// Puts the figures of `source` into `target`, the translation of `old`, where the two texts differ in
/// figures alone. None if they do not, if a figure does not stand in the translation as often as in
/// its source, or if another form of a word would be needed beside it. Whether the result says the
/// same as the source has still to be checked.
///
/// # Examples
/// ```
/// use satz::memory::repair;
/// let (source, old) = ("Der Eintritt kostet 6,50 Euro.", "Der Eintritt kostet 5,20 Euro.");
/// let repaired = repair("de", "en", source, old, "Admission is 5.20 euros.");
/// assert_eq!(repaired.as_deref(), Some("Admission is 6.50 euros."));
/// assert_eq!(repair("de", "en", "Noch 1 Euro.", "Noch 5 Euro.", "5 euros more."), None);
/// ```
pub fn repair(
    source_locale: &str,
    locale: &str,
    source: &str,
    old: &str,
    target: &str,
) -> Option<String> {
    let (new_figures, old_figures) = (figures(source), figures(old));
    if frame(source, &new_figures) != frame(old, &old_figures) {
        return None;
    }
    let mut changes: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for (old_figure, new_figure) in old_figures.iter().zip(&new_figures) {
        let (old_figure, new_figure) = (old_figure.of(old), new_figure.of(source));
        let change = changes.entry(old_figure).or_insert((new_figure, 0));
        if change.0 != new_figure {
            return None;
        }
        change.1 += 1;
    }
    changes.retain(|old_figure, (new_figure, _)| old_figure != new_figure);
    let target_figures = figures(target);
    let mut replaced: BTreeMap<usize, String> = BTreeMap::new();
    for (old_figure, (new_figure, times)) in changes {
        if !keeps_words(source_locale, locale, old_figure, new_figure) {
            return None;
        }
        let forms = Form::ALL.into_iter().filter_map(|form| {
            let written = form.write(source_locale, locale, old_figure)?;
            let places = target_figures.iter().enumerate();
            let places: Vec<usize> = places
                .filter(|(_, figure)| figure.of(target) == written && figure.is_free(target))
                .map(|(place, _)| place)
                .collect();
            (places.len() == times).then_some((form, places))
        });
        let (form, places) = { forms }.next()?;
        let written = form.write(source_locale, locale, new_figure)?;
        for place in places {
            if replaced.insert(place, written.clone()).is_some() {
                return None;
            }
        }
    }
    let mut out = String::new();
    let mut end = 0;
    for (place, written) in &replaced {
        let figure = &target_figures[*place];
        out.extend([&target[end..figure.start], written]);
        end = figure.end;
    }
    out.push_str(&target[end..]);
    Some(out)
}

/// A run of digits with the signs between them, in UTF-8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Figure {
    start: usize,
    end: usize,
}

impl Figure {
    fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether no letter stands behind it, as in `5th`.
    fn is_free(self, text: &str) -> bool {
        !text[self.end..].starts_with(char::is_alphabetic)
    }
}

/// Returns the figures of a text.
fn figures(text: &str) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_numeric()) {
        let end = at + c.len_utf8();
        match figures.last_mut() {
            Some(last) if joins(&text[last.end..at]) => last.end = end,
            _ => figures.push(Figure { start: at, end }),
        }
    }
    figures
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

/// Returns what stands between the figures.
fn frame<'t>(text: &'t str, figures: &[Figure]) -> Vec<&'t str> {
    let starts = std::iter::once(0).chain(figures.iter().map(|figure| figure.end));
    let ends = figures
        .iter()
        .map(|figure| figure.start)
        .chain([text.len()]);
    starts
        .zip(ends)
        .map(|(start, end)| &text[start..end])
        .collect()
}

/// How a figure of the source is written in a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As in the source.
    Same,
    /// As the locale writes numbers, thousands parted.
    Grouped,
    /// As the locale writes numbers, thousands not parted.
    Plain,
}

impl Form {
    const ALL: [Self; 3] = [Self::Same, Self::Grouped, Self::Plain];

    fn write(self, source_locale: &str, locale: &str, figure: &str) -> Option<String> {
        if self == Self::Same {
            return Some(figure.to_owned());
        }
        let style = NumberStyle {
            use_grouping: self == Self::Grouped,
            ..NumberStyle::default()
        };
        format_number(locale, &decimal(source_locale, figure)?, &style)
    }
}

/// Returns a figure as an ASCII decimal, read as its locale writes numbers; none if it is no number
/// there, as a date or a time is none.
fn decimal(locale: &str, figure: &str) -> Option<String> {
    let style = NumberStyle::default();
    let half = format_number(locale, "0.5", &style)?;
    let point = half.chars().find(|c| !c.is_numeric())?;
    let (whole, fraction) = match figure.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (figure, None),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let is_plain = digits == whole;
    let text = match fraction {
        Some(fraction) => format!("{digits}.{fraction}"),
        None => digits.clone(),
    };
    let is_number = is_plain || format_number(locale, &digits, &style)? == whole;
    let is_fraction = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && fraction.is_none_or(is_fraction)).then_some(text)
}

/// Whether the words beside a number stay as they are when another one stands there: both are of one
/// plural category in both languages. What is no number has none.
fn keeps_words(source_locale: &str, locale: &str, old: &str, new: &str) -> bool {
    let style = NumberStyle::default();
    let category = |locale: &str, figure: &str| {
        let decimal = decimal(source_locale, figure)?;
        plural_category(locale, &decimal, false, &style)
    };
    [source_locale, locale]
        .iter()
        .all(|locale| category(locale, old) == category(locale, new))
}
