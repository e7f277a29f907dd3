//! Which numbers of two texts are the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::unmatched::Unmatched;
use super::values::{EQUAL, Values, distinct};
use super::{Pair, alike};
use crate::language::UNITS;
use crate::mention::{Form, Mentions, Number, same};

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
    let is_odd = |number: &Number| number.odd && number.form == Form::Digits;
    let odd = target.numbers.iter().any(is_odd);
    let mut values = Values::of({ source.numbers.iter().enumerate() }.filter(|_| odd));
    let none = vec![false; source.numbers.len()];
    for (index, number) in target.numbers.iter().enumerate() {
        if is_odd(number) && found.target.binary_search(&index).is_err() {
            let is_plain = |other: usize| {
                let other = &source.numbers[other];
                other.agrees(number) && !other.odd && other.form == Form::Digits
            };
            let of = [Some(number.value), number.other].into_iter().flatten();
            let other = of.filter_map(|value| values.first(value, EQUAL, &none, is_plain));
            if let Some(other) = other.min() {
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
/// So many numbers on the other side at most are asked one by one.
const FEW: usize = 16;

/// The numbers of one text that the other does not support.
fn alone(these: &Mentions<'_>, those: &Mentions<'_>) -> Vec<usize> {
    let is_few = those.numbers.len() <= FEW;
    let values = (!is_few).then(|| Values::of(those.numbers.iter().enumerate()));
    let also = distinct(&those.also);
    let mut months = [false; 256];
    for month in &those.months {
        months[usize::from(month.value)] = true;
    }
    let has_months = !those.months.is_empty();
    let supported = |number: &Number| {
        let is_one = |other: &Number| can_be(other, number) && other.agrees(number);
        let is_there = match &values {
            None => those.numbers.iter().any(is_one),
            Some(values) => {
                let of = [Some(number.value), number.other].into_iter().flatten();
                let mut near = of.flat_map(|value| values.near(value, EQUAL));
                near.any(|other| is_one(&those.numbers[other]))
            }
        };
        is_there
            || may_be_said(number) && also.iter().any(|value| number.is(*value))
            || has_months
                && number.form == Form::Digits
                && (0..=u8::MAX)
                    .any(|month| months[usize::from(month)] && number.is(f64::from(month)))
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
    // Only where the other side has a number too many: that one was changed.
    if found.target.len() == 1 && found.source.is_empty() {
        let [here, there] =
            [source, target].map(|mentions| Values::of(mentions.numbers.iter().enumerate()));
        let count = |values: &Values, mentions: &Mentions<'_>, number: &Number| {
            let of = [Some(number.value), number.other].into_iter().flatten();
            let near = of.flat_map(|value| values.near(value, EQUAL));
            let same: FxHashSet<usize> = near
                .filter(|other| mentions.numbers[*other].agrees(number))
                .collect();
            same.len()
        };
        // Equal numbers are counted once.
        let mut known = FxHashMap::default();
        let lost = source.numbers.iter().position(|number| {
            let key = (number.value.to_bits(), number.other.map(f64::to_bits));
            number.form == target.numbers[found.target[0]].form
                && *known
                    .entry(key)
                    .or_insert_with(|| count(&here, source, number) > count(&there, target, number))
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
    let of = |list: &[usize]| -> Values {
        Values::of(list.iter().map(|index| (*index, &source.numbers[*index])))
    };
    let mut pairs = Vec::new();
    let mut values = of(&found.source);
    let mut out = vec![false; source.numbers.len()];
    found.target.retain(|index| {
        let Some(foreign) = target.numbers[*index].foreign else {
            return true;
        };
        let is_it = |other: usize| source.numbers[other].is(foreign);
        let other = values.first(foreign, EQUAL, &out, is_it);
        if let Some(other) = other {
            out[other] = true;
            pairs.push((other, *index));
        }
        other.is_none()
    });
    found.source.retain(|index| !out[*index]);
    found.misread = pairs;
}

/// Takes out pairs that are one quantity in two units.
fn convert(source: &Mentions<'_>, target: &Mentions<'_>, found: &mut Unmatched) {
    let has = |mentions: &Mentions<'_>, name: &str| {
        let mut units = mentions.units.iter();
        let unit = UNITS.iter().position(|unit| *unit == name);
        unit.is_some_and(|unit| units.any(|dated| usize::from(dated.value) == unit))
    };
    // What the German's unit is multiplied by to give the translation's, and the reverse.
    let factors = FACTORS.iter();
    let to_target: Vec<f64> = { factors.clone() }
        .filter(|(a, b, _)| has(source, a) && has(target, b))
        .map(|(.., factor)| *factor)
        .collect();
    let to_source: Vec<f64> = { factors.clone() }
        .filter(|(a, b, _)| has(source, b) && has(target, a))
        .map(|(.., factor)| *factor)
        .collect();
    let is_warm = has(source, "c") && has(target, "f");
    let mut values =
        Values::of({ found.target.iter() }.map(|index| (*index, &target.numbers[*index])));
    let mut out = vec![false; target.numbers.len()];
    found.source.retain(|index| {
        let from = source.numbers[*index].value;
        let warm = |degrees: f64| degrees * 1.8 + 32.0;
        let wanted = { to_target.iter() }.map(|factor| from * factor);
        let wanted = wanted.chain(to_source.iter().map(|factor| from / factor));
        let wanted = wanted.chain(
            is_warm
                .then(|| [warm(from), warm(-from)])
                .into_iter()
                .flatten(),
        );
        let is_it = |other: usize| {
            let to = target.numbers[other].value;
            is_warm && (near(warm(from), to) || near(warm(-from), to))
                || to_target.iter().any(|factor| near(from * factor, to))
                || to_source.iter().any(|factor| near(to * factor, from))
        };
        let place = { wanted }
            .filter_map(|wanted| values.first(wanted, ROUNDED * 1.1, &out, is_it))
            .min();
        if let Some(place) = place {
            out[place] = true;
        }
        place.is_none()
    });
    found.target.retain(|index| !out[*index]);
    if found.target.is_empty() {
        return;
    }
    // A conversion that the translator adds: "72 km (45 miles)", "200 dollars (150 pounds)".
    let mut currencies = [[false; 256]; 2];
    for (side, mentions) in [source, target].into_iter().enumerate() {
        for dated in &mentions.currencies {
            currencies[side][usize::from(dated.value)] = true;
        }
    }
    let both = !source.currencies.is_empty() && { currencies[0].iter().zip(&currencies[1]) }
        .all(|(here, there)| *there || !*here);
    let own = FACTORS
        .iter()
        .filter(|(a, b, _)| has(target, a) && has(target, b));
    let own: Vec<f64> = own.map(|(.., factor)| *factor).collect();
    let all = (!own.is_empty()).then(|| Values::of(target.numbers.iter().enumerate()));
    found.target.retain(|index| {
        let to = target.numbers[*index].value;
        let span = target.numbers[*index].span;
        // They stand in the order of the text.
        let first = target
            .currencies
            .partition_point(|dated| dated.span.end + 3 < span.start);
        let near_by = target.currencies[first..].iter();
        let near_by = near_by.take_while(|dated| dated.span.start <= span.end + 3);
        let added = { near_by }.find(|dated| {
            dated.span.end.abs_diff(span.start) <= 3 || dated.span.start.abs_diff(span.end) <= 3
        });
        if added.is_some_and(|dated| !currencies[0][usize::from(dated.value)]) && both {
            return false;
        }
        let from = |wanted: f64| {
            let mut others = { all.iter() }.flat_map(|all| all.near(wanted, ROUNDED * 1.1));
            others.any(|other| near(target.numbers[other].value, wanted))
        };
        !own.iter()
            .any(|factor| from(to * factor) || from(to / factor))
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

/// Share of a measure by which people round it.
const ROUNDED: f64 = 0.04;

/// Whether two measures are one but for rounding to what people say.
fn near(a: f64, b: f64) -> bool {
    same(a, b) || (a - b).abs() <= ROUNDED * a.abs().max(b.abs())
}
