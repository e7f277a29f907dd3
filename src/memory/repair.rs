//! Translations of texts that differ in facts alone: figures, dates, times, names of lists, code.

mod slot;
mod style;

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::language::{Lexicon, NameKind, NumberStyle, is_brand, plural_category};
use slot::{Filling, Item, figure_length, items};
use style::{Style, Writer, decimal};

/// Words that may be exchanged at most in one place.
const LONGEST_NAME: usize = 4;

/// Ways to write the halves of a day.
const HALVES: usize = 4;

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

/// What stands in the place of each old filling, how often, and whether it may count something.
type Changes = BTreeMap<Filling, (Filling, usize, bool)>;

/// What stands in the place of what in the source, and how often; none if something else differs.
fn changes(
    source: &str,
    old: &str,
    lexicon: &Lexicon,
    stays: &dyn Fn(&str) -> bool,
) -> Option<Changes> {
    let (new_items, old_items) = (items(source, lexicon), items(old, lexicon));
    let keys = |items: &[Item<'_>]| -> Vec<String> {
        let key = |item: &Item<'_>| match item {
            Item::Slot(slot) => format!("\0{}", slot.filling.kind()),
            Item::Word(word) => alike(word).to_owned(),
        };
        items.iter().map(key).collect()
    };
    let mut changes = Changes::new();
    let mut change = |old: &Filling, new: &Filling, counts: bool| {
        let known = { changes.entry(old.clone()) }.or_insert((new.clone(), 0, false));
        known.1 += 1;
        known.2 |= counts;
        known.0 == *new
    };
    let (old_keys, new_keys) = (keys(&old_items), keys(&new_items));
    for op in capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys) {
        let (old_part, new_part) = (&old_items[op.old_range()], &new_items[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => {
                for (old_item, new_item) in old_part.iter().zip(new_part) {
                    if let (Item::Slot(old_slot), Item::Slot(new_slot)) = (old_item, new_item)
                        && !change(
                            &old_slot.filling,
                            &new_slot.filling,
                            old_slot.counts || new_slot.counts,
                        )
                    {
                        return None;
                    }
                }
            }
            DiffOp::Replace { .. } => {
                let old_name = name(old, old_part)?;
                let new_name = name(source, new_part)?;
                let is_fixed = |name: &str| is_untranslated(name) || stays(name);
                if !is_fixed(old_name) || !is_fixed(new_name) {
                    return None;
                }
                let verbatim = |name: &str| Filling::Verbatim(name.to_owned());
                if !change(&verbatim(old_name), &verbatim(new_name), false) {
                    return None;
                }
            }
            _ => return None,
        }
    }
    Some(changes)
}

/// What a word or sign is compared as: signs and names for one thing are one.
fn alike(word: &str) -> &str {
    match word {
        "–" | "—" | "-" => "–",
        "EUR" | "Euro" | "€" => "Euro",
        "Prozent" | "%" => "%",
        word => word,
    }
}

/// The words of a part as they stand in their text; none if there are slots among them, or too many.
fn name<'t>(text: &'t str, part: &[Item<'t>]) -> Option<&'t str> {
    let place = |item: &Item<'t>| match item {
        Item::Word(word) => {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Some(start..start + word.len())
        }
        Item::Slot(_) => None,
    };
    if part.len() > LONGEST_NAME {
        return None;
    }
    let places: Vec<Range<usize>> = part.iter().map(place).collect::<Option<_>>()?;
    let name = &text[places.first()?.start..places.last()?.end];
    (name.trim() == name && name.contains(char::is_alphanumeric)).then_some(name)
}

/// Whether a word is written alike in all languages: an identifier, an abbreviation of capitals and
/// figures, a brand.
fn is_untranslated(name: &str) -> bool {
    let is_one = |word: &str| {
        let has_inner_capital =
            word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
        let is_code = word.contains('_') || word.contains(|c: char| c.is_ascii_digit());
        word.is_ascii() && (has_inner_capital || is_code) || is_brand(word)
    };
    name.split(' ').all(is_one)
}

/// Where in a translation an old filling stands, in the first style in which it does as often as it has
/// to, and the new one in that style.
fn placed(
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

/// A text whose longest word has a capital where what it stands for has one.
fn in_case_of(old: &str, new: &str) -> String {
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
fn fitting(
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
fn keeps_words(source_locale: &str, locale: &str, old: &Filling, new: &Filling) -> bool {
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
