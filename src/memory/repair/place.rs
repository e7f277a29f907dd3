//! Where a translation has what stands in a slot, and how it writes it.

use std::ops::Range;

use super::slot::{Filling, Item, figure_length, items};
use super::style::{Style, Writer};
use crate::language::Lexicon;

/// Ways to write the halves of a day.
const HALVES: usize = 4;

/// Where in a translation an old filling stands, in the first style in which it does as often as it has
/// to, and the new one in that style.
pub(super) fn placed(
    writer: &Writer<'_>,
    target: &str,
    old: &Filling,
    new: &Filling,
    times: usize,
) -> Option<(Vec<Range<usize>>, String)> {
    let fixed = fixed_places(target);
    let mut found: Vec<(Style, usize, Vec<Range<usize>>)> = Vec::new();
    for style in writer.styles(old, new) {
        let halves = match style {
            Style::Time(pattern) if pattern.contains('P') => HALVES,
            _ => 1,
        };
        for half in 0..halves {
            let Some(written) = writer.write(style, half, old) else {
                continue;
            };
            let mut places = occurrences(target, &written, old);
            // "May" is a month, "may" is none.
            if writer.has_capitals(old) {
                places.retain(|place| target[place.clone()].starts_with(char::is_uppercase));
            }
            if !matches!(old, Filling::Verbatim(_)) {
                places.retain(|place| !fixed.iter().any(|fixed| fixed.contains(&place.start)));
            }
            if places.len() == times {
                found.push((style, half, places));
            }
        }
        if !found.is_empty() && !matches!(style, Style::Date(_)) {
            break;
        }
    }
    // Of a date that may be read in two ways nobody knows which part is which.
    let is_month_first = |(style, ..): &(Style, usize, Vec<Range<usize>>)| matches!(style, Style::Date(pattern) if pattern.starts_with('m'));
    let months_first = found.iter().filter(|found| is_month_first(found)).count();
    if months_first > 0 && months_first < found.len() {
        return None;
    }
    let (style, half, places) = found.pop()?;
    if style == Style::Same && !writer.keeps_half(old, new) {
        return None;
    }
    let style = match (style, new) {
        // A time that has minutes now says them.
        (Style::Time("h P"), Filling::Clock(_, Some(1..))) => Style::Time("h:mm P"),
        (Style::Time("hP"), Filling::Clock(_, Some(1..))) => Style::Time("h:mmP"),
        (style, _) => style,
    };
    Some((places, writer.write(style, half, new)?))
}

/// The places of code, addresses and tags in a translation.
fn fixed_places(target: &str) -> Vec<Range<usize>> {
    let items = items(target, Lexicon::of("")).into_iter();
    let places = items.filter_map(|item| match item {
        Item::Slot(slot) if matches!(slot.filling, Filling::Verbatim(_)) => Some(slot.span),
        _ => None,
    });
    places.collect()
}

/// Where a text stands by itself in another one: no part of a longer word or figure.
fn occurrences(target: &str, written: &str, filling: &Filling) -> Vec<Range<usize>> {
    if let Filling::Figure(..) = filling
        && written.ends_with(char::is_numeric)
    {
        return figures(target, written);
    }
    let is_name = matches!(filling, Filling::Name(_) | Filling::Date(..));
    let (text, wanted) = if is_name && target.to_lowercase().len() == target.len() {
        (target.to_lowercase(), written.to_lowercase())
    } else {
        (target.to_owned(), written.to_owned())
    };
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let is_sign = |c: Option<char>| c.is_some_and(|c| ".,:/-".contains(c));
    let is_free = |at: usize| {
        let mut before = target[..at].chars().rev();
        let mut after = target[at + wanted.len()..].chars();
        let (last, next) = (before.next(), after.next());
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let begins = is_word(wanted.chars().next());
        let ends = is_word(wanted.chars().next_back());
        let in_figure = is_digit(wanted.chars().next()) && is_sign(last) && is_digit(before.next())
            || is_digit(wanted.chars().next_back()) && is_sign(next) && is_digit(after.next());
        let has_half = matches!(filling, Filling::Clock(..)) && {
            let rest = target[at + wanted.len()..].trim_start().to_lowercase();
            let heads = ["a.m", "p.m", "am", "pm"];
            is_digit(wanted.chars().next_back()) && heads.iter().any(|head| rest.starts_with(head))
        };
        !(begins && part(last) || ends && part(next) || in_figure || has_half)
    };
    let found = text.match_indices(wanted.as_str()).map(|(at, _)| at);
    found
        .filter(|at| is_free(*at))
        .map(|at| at..at + wanted.len())
        .collect()
}

/// Where a figure stands by itself, with no letter behind it, as in `5th`.
fn figures(target: &str, written: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(found) = target[at..].find(char::is_numeric) {
        let start = at + found;
        at = start + figure_length(&target[start..]);
        let is_free = !target[at..].starts_with(char::is_alphabetic);
        if is_free && &target[start..at] == written {
            places.push(start..at);
        }
    }
    places
}
