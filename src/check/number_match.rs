//! Which numbers of two texts are the same.

use super::Pair;
use crate::language::{CURRENCIES, UNITS};
use crate::mention::{Form, Mentions, Number, same};

/// The numbers of a pair that have nothing to answer them on the other side, by their index.
#[derive(Debug, Default)]
pub(super) struct Unmatched {
    /// Of the German.
    pub(super) source: Vec<usize>,
    /// Of the translation.
    pub(super) target: Vec<usize>,
    /// Pairs that differ by the marks alone: source and target.
    pub(super) misread: Vec<(usize, usize)>,
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
        join_digits(pair, &mut found);
        misread(source, target, &mut found);
        convert(source, target, &mut found);
    }
    for (index, number) in target.numbers.iter().enumerate() {
        if number.odd && number.form == Form::Digits && !found.target.contains(&index) {
            let other = source
                .numbers
                .iter()
                .position(|other| other.agrees(number) && !other.odd && other.form == Form::Digits);
            if let Some(other) = other.filter(|_| pair.translation.language() != "ar") {
                found.misread.push((other, index));
            }
        }
    }
    found
}

/// The numbers of one text that the other does not support.
fn alone(these: &Mentions, those: &Mentions) -> Vec<usize> {
    let supported = |number: &Number| {
        those.numbers.iter().any(|other| other.agrees(number))
            || those.also.iter().any(|value| number.is(*value))
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

/// A number in digits that stands twice on one side and once on the other has lost one.
fn recount(source: &Mentions, target: &Mentions, found: &mut Unmatched) {
    let count = |mentions: &Mentions, number: &Number| {
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
    let all = |text: &str| -> String { text.chars().filter_map(crate::language::digit).collect() };
    let (source_digits, target_digits) = (all(pair.source()), all(pair.target()));
    let within = |text: &str, number: &Number, digits: &str| {
        let own = all(number.span.of(text));
        own.len() >= 5 && digits.contains(&own)
    };
    if source_digits == target_digits && source_digits.len() >= 5 {
        let plain = |numbers: &[Number], list: &mut Vec<usize>| {
            list.retain(|index| {
                numbers[*index].form != Form::Digits || numbers[*index].foreign.is_some()
            });
        };
        plain(&source.numbers, &mut found.source);
        plain(&target.numbers, &mut found.target);
    }
    let has_mark = |number: &Number| number.foreign.is_some() || number.odd;
    found.source.retain(|index| {
        let number = &source.numbers[*index];
        has_mark(number) || !within(pair.source(), number, &target_digits)
    });
    found.target.retain(|index| {
        let number = &target.numbers[*index];
        has_mark(number) || !within(pair.target(), number, &source_digits)
    });
}

/// Takes out pairs that agree once the marks are read as in the other language.
fn misread(source: &Mentions, target: &Mentions, found: &mut Unmatched) {
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
fn convert(source: &Mentions, target: &Mentions, found: &mut Unmatched) {
    let has = |mentions: &Mentions, unit: usize| {
        mentions
            .units
            .iter()
            .any(|dated| usize::from(dated.value) == unit)
    };
    found.source.retain(|index| {
        let from = source.numbers[*index].value;
        let place = found.target.iter().position(|other| {
            let to = target.numbers[*other].value;
            FACTORS.iter().any(|(a, b, factor)| {
                let unit = |name: &str| {
                    UNITS
                        .iter()
                        .position(|unit| *unit == name)
                        .unwrap_or(usize::MAX)
                };
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
    // An amount in another currency is another number.
    let currencies = |mentions: &Mentions| -> Vec<u8> {
        mentions
            .currencies
            .iter()
            .map(|dated| dated.value)
            .collect()
    };
    debug_assert!(CURRENCIES.len() < 256, "a currency's place fits a byte");
    let (from, to) = (currencies(source), currencies(target));
    if !to.is_empty()
        && !from.is_empty()
        && to.iter().any(|value| !from.contains(value))
        && from.iter().all(|value| to.contains(value))
    {
        found.target.clear();
    }
}

/// Units that translators convert: of one unit, how many of the other.
const FACTORS: [(&str, &str, f64); 12] = [
    ("km", "mi", 0.6214),
    ("m", "ft", 3.2808),
    ("kg", "lb", 2.2046),
    ("km", "m", 1000.0),
    ("m", "cm", 100.0),
    ("t", "kg", 1000.0),
    ("kg", "g", 1000.0),
    ("ha", "ac", 2.471),
    ("h", "min", 60.0),
    ("d", "h", 24.0),
    ("wk", "d", 7.0),
    ("min", "s", 60.0),
];

/// Whether two measures are one but for rounding to what people say.
fn near(a: f64, b: f64) -> bool {
    same(a, b) || (a - b).abs() <= 0.04 * a.abs().max(b.abs())
}
