//! Which numbers of two texts are the same.

use super::{Pair, alike};
use crate::language::UNITS;
use crate::mention::{Form, Mentions, Number, same};

/// The numbers of a pair that have nothing to answer them on the other side, by their index.
#[derive(Debug, Default)]
pub(in crate::check) struct Unmatched {
    /// Of the German.
    pub(in crate::check) source: Vec<usize>,
    /// Of the translation.
    pub(in crate::check) target: Vec<usize>,
    /// Pairs that differ by the marks alone: source and target.
    pub(in crate::check) misread: Vec<(usize, usize)>,
}

/// Compares the numbers of a pair by value.
pub(super) fn compare(pair: Pair<'_>) -> Unmatched {
    let (source, target) = pair.mentions();
    let mut found = Unmatched {
        source: alone(source, target),
        target: alone(target, source),
        misread: Vec::new(),
    };
    recount(source, target, &mut found);
    if !(found.source.is_empty() && found.target.is_empty()) {
        misread(source, target, &mut found);
        join_digits(pair, &mut found);
        convert(source, target, &mut found);
    }
    if has_either_mark(&pair.article.translation.locale) {
        found.misread.clear();
        alike::remove(pair, &mut found);
        return found;
    }
    for (index, number) in target.numbers.iter().enumerate() {
        if number.odd && number.form == Form::Digits && !found.target.contains(&index) {
            let other = source
                .numbers
                .iter()
                .position(|other| other.agrees(number) && !other.odd && other.form == Form::Digits);
            if let Some(other) = other {
                found.misread.push((other, index));
            }
        }
    }
    alike::remove(pair, &mut found);
    found
}

/// Whether a locale writes decimals with a comma or with a full stop: Arabic, the Swiss, and the
/// American half of Spanish.
fn has_either_mark(locale: &str) -> bool {
    let region = locale.rsplit('-').next().unwrap_or_default();
    locale.starts_with("ar")
        || matches!(region, "CH" | "LI" | "ZA")
        || locale.starts_with("es-")
            && matches!(
                region,
                "MX" | "US" | "PR" | "GT" | "HN" | "NI" | "PA" | "PE" | "DO" | "SV" | "419"
            )
}

/// The numbers of one text that the other does not support.
fn alone(these: &Mentions<'_>, those: &Mentions<'_>) -> Vec<usize> {
    let supported = |number: &Number| {
        those
            .numbers
            .iter()
            .any(|other| can_be(other, number) && other.agrees(number))
            || may_be_said(number) && those.also.iter().any(|value| number.is(*value))
            || those
                .months
                .iter()
                .any(|month| number.is(f64::from(month.value)))
    };
    let numbers = these.numbers.iter().enumerate();
    numbers
        .filter(|(_, number)| !supported(number))
        .map(|(index, _)| index)
        .collect()
}

/// Whether one number can stand for the other by the way they are written: "1.000" is no "one".
fn can_be(a: &Number, b: &Number) -> bool {
    let marked = a.foreign.is_some() || b.foreign.is_some();
    !marked || a.form == b.form || a.value.max(b.value) >= 1000.0
}

/// Whether a word like "both" or "decade" can stand for the number. Figures below two and from a
/// thousand on are said in numbers.
fn may_be_said(number: &Number) -> bool {
    let plain = number.foreign.is_none() && !number.odd;
    number.form != Form::Digits
        || (plain && (number.value == 0.0 || (2.0..1000.0).contains(&number.value)))
        || number.value.fract() != 0.0 && number.value < 4.0
}

/// A number in digits that stands twice on one side and once on the other has lost one.
fn recount(source: &Mentions<'_>, target: &Mentions<'_>, found: &mut Unmatched) {
    let count = |mentions: &Mentions<'_>, number: &Number| {
        mentions
            .numbers
            .iter()
            .filter(|other| other.agrees(number))
            .count()
    };
    // Only where the other side has a number too many: that one was changed.
    if found.target.len() == 1 && found.source.is_empty() {
        let lost = source.numbers.iter().position(|number| {
            number.form == target.numbers[found.target[0]].form
                && count(source, number) > count(target, number)
        });
        found.source.extend(lost);
    }
}

/// Numbers that the two texts divide in different ways: telephone numbers, "26 750".
fn join_digits(pair: Pair<'_>, found: &mut Unmatched) {
    let (source, target) = pair.mentions();
    let any = |text: &str, numbers: &[Number], list: &[usize]| {
        list.iter()
            .any(|index| is_bare(numbers[*index].span.of(text)))
    };
    if !any(pair.source(), &source.numbers, &found.source)
        && !any(pair.target(), &target.numbers, &found.target)
    {
        return;
    }
    let all = |text: &str| -> String { text.chars().filter_map(crate::language::digit).collect() };
    let (source_digits, target_digits) = (all(pair.source()), all(pair.target()));
    let within = |text: &str, number: &Number, digits: &str| {
        let own = all(number.span.of(text));
        own.len() >= 5 && digits.contains(&own)
    };
    if source_digits == target_digits && source_digits.len() >= 5 {
        let plain = |text: &str, numbers: &[Number], list: &mut Vec<usize>| {
            list.retain(|index| {
                numbers[*index].form != Form::Digits || !is_bare(numbers[*index].span.of(text))
            });
        };
        plain(pair.source(), &source.numbers, &mut found.source);
        plain(pair.target(), &target.numbers, &mut found.target);
    }
    found.source.retain(|index| {
        let number = &source.numbers[*index];
        !is_bare(number.span.of(pair.source())) || !within(pair.source(), number, &target_digits)
    });
    found.target.retain(|index| {
        let number = &target.numbers[*index];
        !is_bare(number.span.of(pair.target())) || !within(pair.target(), number, &source_digits)
    });
}

/// Whether a number is written in digits and blanks alone, so that its digits are its value.
fn is_bare(written: &str) -> bool {
    !written.contains(|c: char| c.is_alphabetic() || matches!(c, '.' | ',' | '٫'))
}

/// Takes out pairs that agree once the marks are read as in the other language.
fn misread(source: &Mentions<'_>, target: &Mentions<'_>, found: &mut Unmatched) {
    let mut pairs = Vec::new();
    found.target.retain(|index| {
        let Some(foreign) = target.numbers[*index].foreign else {
            return true;
        };
        let place = found
            .source
            .iter()
            .position(|other| source.numbers[*other].is(foreign));
        if let Some(place) = place {
            pairs.push((found.source.remove(place), *index));
        }
        place.is_none()
    });
    found.misread = pairs;
}

/// Takes out pairs that are one quantity in two units.
fn convert(source: &Mentions<'_>, target: &Mentions<'_>, found: &mut Unmatched) {
    let has = |mentions: &Mentions<'_>, unit: usize| {
        mentions
            .units
            .iter()
            .any(|dated| usize::from(dated.value) == unit)
    };
    let unit = |name: &str| {
        UNITS
            .iter()
            .position(|unit| *unit == name)
            .unwrap_or(usize::MAX)
    };
    found.source.retain(|index| {
        let from = source.numbers[*index].value;
        let place = found.target.iter().position(|other| {
            let to = target.numbers[*other].value;
            let warm = |degrees: f64| near(degrees * 1.8 + 32.0, to);
            has(source, unit("c")) && has(target, unit("f")) && (warm(from) || warm(-from))
                || FACTORS.iter().any(|(a, b, factor)| {
                    let (a, b) = (unit(a), unit(b));
                    (has(source, a) && has(target, b) && near(from * factor, to))
                        || (has(source, b) && has(target, a) && near(to * factor, from))
                })
        });
        if let Some(place) = place {
            found.target.remove(place);
        }
        place.is_none()
    });
    // A conversion that the translator adds: "72 km (45 miles)", "200 dollars (150 pounds)".
    found.target.retain(|index| {
        let to = target.numbers[*index].value;
        let span = target.numbers[*index].span;
        let added = target.currencies.iter().find(|dated| {
            dated.span.end.abs_diff(span.start) <= 3 || dated.span.start.abs_diff(span.end) <= 3
        });
        let both = source.currencies.iter().all(|dated| {
            target
                .currencies
                .iter()
                .any(|other| other.value == dated.value)
        });
        if added.is_some_and(|dated| {
            source
                .currencies
                .iter()
                .all(|other| other.value != dated.value)
        }) && both
            && !source.currencies.is_empty()
        {
            return false;
        }
        !FACTORS.iter().any(|(a, b, factor)| {
            let (a, b) = (unit(a), unit(b));
            let from = |wanted: f64| {
                target
                    .numbers
                    .iter()
                    .any(|number| near(number.value, wanted))
            };
            has(target, a) && has(target, b) && (from(to * factor) || from(to / factor))
        })
    });
}

/// Units that translators convert: of one unit, how many of the other.
const FACTORS: [(&str, &str, f64); 17] = [
    ("cm", "in", 0.3937),
    ("l", "gal", 0.2642),
    ("km", "mi", 0.6214),
    ("m", "ft", 3.2808),
    ("m", "yd", 1.0936),
    ("km", "yd", 1093.6),
    ("kg", "lb", 2.2046),
    ("km", "m", 1000.0),
    ("m", "cm", 100.0),
    ("t", "kg", 1000.0),
    ("kg", "g", 1000.0),
    ("ha", "ac", 2.471),
    ("h", "min", 60.0),
    ("d", "h", 24.0),
    ("wk", "d", 7.0),
    ("y", "mo", 12.0),
    ("min", "s", 60.0),
];

/// Whether two measures are one but for rounding to what people say.
fn near(a: f64, b: f64) -> bool {
    same(a, b) || (a - b).abs() <= 0.04 * a.abs().max(b.abs())
}
