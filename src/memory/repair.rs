//! Translations of texts that differ in facts alone: figures, dates, times, names of lists, code.

mod change;
mod fit;
mod place;
mod slot;
mod style;

use std::ops::Range;

use crate::language::Lexicon;
use change::{Changes, changes};
use fit::{fitting, in_case_of, keeps_words};
use place::placed;
use slot::Filling;
use style::Writer;

/// Puts what `source` has into `target`, the translation of `old`, where the two texts differ in facts
/// alone: figures, dates, times, measures, months, days of the week, countries, code, addresses, and
/// names of which `stays` says that no language translates them. None if they differ in more, if one of
/// these does not stand in the translation as often as in its source, or if another form of a word would
/// be needed beside it. Whether the result says the same as the source has still to be checked.
///
/// # Examples
/// ```
/// use satz::memory::repair;
/// let (source, old) = ("Der Eintritt kostet 6,50 Euro.", "Der Eintritt kostet 5,20 Euro.");
/// let repaired = repair("de", "en", [source, old], "Admission is 5.20 euros.", &|_| false);
/// assert_eq!(repaired.as_deref(), Some("Admission is 6.50 euros."));
/// let two = ["Noch 1 Euro.", "Noch 5 Euro."];
/// assert_eq!(repair("de", "en", two, "5 euros more.", &|_| false), None);
/// ```
pub fn repair(
    source_locale: &str,
    locale: &str,
    [source, old]: [&str; 2],
    target: &str,
    stays: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let (head, source_core, tail) = parted(source);
    let (old_head, old_core, old_tail) = parted(old);
    let (target_head, target_core, target_tail) = parted(target);
    let is_same_edge = (head, tail) == (old_head, old_tail);
    if !is_same_edge && (target_head, target_tail) != (old_head, old_tail) {
        return None;
    }
    let changes = changes(source_core, old_core, lexicon_of(source_locale), stays)?;
    if is_same_edge {
        return exchanged(source_locale, locale, &changes, target);
    }
    let repaired = exchanged(source_locale, locale, &changes, target_core)?;
    Some(format!("{head}{repaired}{tail}"))
}

/// A text as the signs before its words, these, and the signs behind them: pictures, full stops, marks
/// around the whole. What belongs to a word or has a partner among the words is no edge.
fn parted(text: &str) -> (&str, &str, &str) {
    let is_sign = |c: char| {
        c.is_whitespace()
            || "*.,:;!?…→".contains(c)
            || ('\u{2190}'..='\u{2BFF}').contains(&c)
            || ('\u{1F000}'..='\u{1FAFF}').contains(&c)
            || c == '\u{FE0F}'
    };
    let head = text.len() - text.trim_start_matches(is_sign).len();
    let tail = text.trim_end_matches(is_sign).len().max(head);
    let (start, words, end) = (&text[..head], &text[head..tail], &text[tail..]);
    let stars = |text: &str| text.matches('*').count();
    if stars(start) == stars(end) {
        return (start, words, end);
    }
    // Stars that open here close among the words.
    let head = head - start.trim_start_matches(|c| c != '*').len();
    let end = end.rfind('*').map_or(tail, |at| tail + at + 1);
    (&text[..head], &text[head..end], &text[end..])
}

/// The same, where the two texts differ in figures alone.
pub fn repair_figures(
    source_locale: &str,
    locale: &str,
    [source, old]: [&str; 2],
    target: &str,
) -> Option<String> {
    let changes = changes(source, old, lexicon_of(source_locale), &|_| false)?;
    let is_figure = |filling: &Filling| {
        matches!(
            filling,
            Filling::Figure(..) | Filling::Clock(..) | Filling::Date(..)
        )
    };
    let mut changed = changes.iter().filter(|(old, (new, ..))| *old != new);
    let has_figures_alone = changed.all(|(old, _)| is_figure(old));
    has_figures_alone
        .then(|| exchanged(source_locale, locale, &changes, target))
        .flatten()
}

fn lexicon_of(locale: &str) -> &'static Lexicon {
    Lexicon::of(locale.split(['-', '_']).next().unwrap_or_default())
}

/// The translation with what changed in it; none if that is not certain.
fn exchanged(source_locale: &str, locale: &str, changes: &Changes, target: &str) -> Option<String> {
    let writer = Writer {
        source_locale,
        locale,
        lexicon: lexicon_of(locale),
    };
    let mut replaced: Vec<(Range<usize>, String)> = Vec::new();
    for (old_filling, (new_filling, times, counts)) in changes {
        if old_filling == new_filling {
            continue;
        }
        if *counts && !keeps_words(source_locale, locale, old_filling, new_filling) {
            return None;
        }
        let (places, written) = placed(&writer, target, old_filling, new_filling, *times)?;
        for place in places {
            let text = match new_filling {
                Filling::Name(_) | Filling::Date(..) => {
                    in_case_of(&target[place.clone()], &written)
                }
                _ => written.clone(),
            };
            let text = fitting(&writer, target, &place, text, new_filling)?;
            replaced.push((place, text));
        }
    }
    replaced.sort_by_key(|(place, _)| place.start);
    let is_apart = |two: &[(Range<usize>, String)]| two[0].0.end <= two[1].0.start;
    if !replaced.windows(2).all(is_apart) {
        return None;
    }
    let mut out = String::new();
    let mut end = 0;
    for (place, written) in &replaced {
        out.extend([&target[end..place.start], written]);
        end = place.end;
    }
    out.push_str(&target[end..]);
    Some(out)
}
