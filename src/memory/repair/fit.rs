//! Whether another filling fits the words beside it.

use std::ops::Range;

use super::slot::Filling;
use super::style::{Writer, decimal};
use crate::language::{NameKind, NumberStyle, plural_category};

/// A text whose longest word has a capital where what it stands for has one.
pub(super) fn in_case_of(old: &str, new: &str) -> String {
    let words = new.split(|c: char| !c.is_alphabetic());
    let longest = words.max_by_key(|word| word.len()).unwrap_or_default();
    let has_capital = |text: &str| text.contains(char::is_uppercase);
    match longest.chars().next() {
        Some(first) if has_capital(old) && !has_capital(new) => {
            let capital: String = first.to_uppercase().collect();
            let word = format!("{capital}{}", &longest[first.len_utf8()..]);
            new.replacen(longest, &word, 1)
        }
        _ => new.to_owned(),
    }
}

/// A text as it fits what stands before it; none if another word would be needed there: `a` for `an`,
/// `de` for `d'`.
pub(super) fn fitting(
    writer: &Writer<'_>,
    target: &str,
    place: &Range<usize>,
    written: String,
    filling: &Filling,
) -> Option<String> {
    let before = target[..place.start].to_lowercase();
    let old = &target[place.clone()];
    let last = before
        .trim_end()
        .rsplit(|c: char| c.is_whitespace() || "(\"“".contains(c))
        .next();
    let last = last.unwrap_or_default();
    let has_vowel = |text: &str| {
        let lower = text.to_lowercase();
        let is_spoken = ["8", "11", "18"].iter().any(|head| {
            lower
                .strip_prefix(head)
                .is_some_and(|rest| *head == "8" || !rest.starts_with(|c: char| c.is_ascii_digit()))
        });
        is_spoken
            || lower.starts_with([
                'a', 'e', 'i', 'o', 'u', 'é', 'è', 'ê', 'â', 'î', 'ô', 'û', 'h', 'y',
            ])
    };
    match writer.locale.split(['-', '_']).next() {
        Some("en") if matches!(last, "a" | "an") => {
            (has_vowel(old) == has_vowel(&written)).then_some(written)
        }
        Some("fr" | "it" | "ca") => {
            let is_joined = last.ends_with(['\'', '’'])
                || matches!(last, "de" | "le" | "la" | "que" | "du" | "au" | "di" | "lo");
            let is_word = written.starts_with(char::is_alphabetic);
            if is_word && is_joined && has_vowel(old) != has_vowel(&written) {
                return None;
            }
            let after = target[place.end..].trim_start();
            let next = after
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let is_month = writer
                .lexicon
                .name(next)
                .is_some_and(|name| name.kind == NameKind::Month);
            let is_first = matches!(filling, Filling::Figure(figure, true) if figure == "1");
            Some(if is_first && is_month {
                "1er".to_owned()
            } else {
                written
            })
        }
        _ => Some(written),
    }
}

/// Whether the words beside a number stay as they are when another one stands there: both are of one
/// plural category in both languages. What is no number has none.
pub(super) fn keeps_words(source_locale: &str, locale: &str, old: &Filling, new: &Filling) -> bool {
    let style = NumberStyle::default();
    let category = |locale: &str, filling: &Filling| match filling {
        // The others have no number that a word beside them would agree with.
        Filling::Figure(figure, false) => {
            plural_category(locale, &decimal(source_locale, figure)?, false, &style)
        }
        Filling::Name(name) if name.kind == NameKind::Number => {
            plural_category(locale, &name.value.to_string(), false, &style)
        }
        _ => None,
    };
    [source_locale, locale]
        .iter()
        .all(|locale| category(locale, old) == category(locale, new))
}
