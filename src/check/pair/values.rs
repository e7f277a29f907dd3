//! Numbers by their values, so that those of one value are found without asking each.

use std::borrow::Cow;

use crate::mention::Number;

/// Share of a value by which another may differ and be the same.
pub(in crate::check) const EQUAL: f64 = 1e-9;

/// Numbers of a text, sorted by the values that they can have.
#[derive(Debug)]
pub(in crate::check) struct Values {
    values: Vec<Value>,
}

/// A value, and which numbers can have it.
#[derive(Debug)]
struct Value {
    amount: f64,
    /// The numbers' places in their list, ascending.
    places: Vec<usize>,
    /// How many of the first ones are taken out.
    out: usize,
}

impl Values {
    /// Sorts numbers, given with their places.
    pub(in crate::check) fn of<'a>(numbers: impl Iterator<Item = (usize, &'a Number)>) -> Self {
        let both = numbers.flat_map(|(place, number)| {
            let values = [Some(number.value), number.other];
            values
                .into_iter()
                .flatten()
                .map(move |value| (value, place))
        });
        let mut all: Vec<(f64, usize)> = both.collect();
        all.sort_unstable_by(|one, two| one.0.total_cmp(&two.0).then(one.1.cmp(&two.1)));
        let mut values: Vec<Value> = Vec::new();
        for (value, place) in all {
            match values.last_mut() {
                Some(last) if last.amount.total_cmp(&value).is_eq() => {
                    if last.places.last() != Some(&place) {
                        last.places.push(place);
                    }
                }
                _ => values.push(Value {
                    amount: value,
                    places: vec![place],
                    out: 0,
                }),
            }
        }
        Self { values }
    }

    /// The numbers that can have a value within a share of another, one value after the other. Values
    /// at the edge may lie a little outside.
    pub(in crate::check) fn near(&self, value: f64, share: f64) -> impl Iterator<Item = usize> {
        let range = self.range(value, share);
        let values = self.values[range].iter();
        values.flat_map(|value| value.places[value.out..].iter().copied())
    }

    /// The first number that can have a value within a share of another, fits, and is not `out`.
    pub(super) fn first(
        &mut self,
        value: f64,
        share: f64,
        out: &[bool],
        fits: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let range = self.range(value, share);
        let mut first: Option<usize> = None;
        for value in &mut self.values[range] {
            let places = &value.places[value.out..];
            value.out += places.iter().take_while(|place| out[**place]).count();
            let places = value.places[value.out..].iter().copied();
            let mut places = places.take_while(|place| first.is_none_or(|first| *place < first));
            first = places.find(|place| !out[*place] && fits(*place)).or(first);
        }
        first
    }

    fn range(&self, value: f64, share: f64) -> std::ops::Range<usize> {
        let margin = value.abs() * share * 1.1 + f64::MIN_POSITIVE;
        let start = self
            .values
            .partition_point(|own| own.amount < value - margin);
        let rest = &self.values[start..];
        start..start + rest.partition_point(|own| own.amount <= value + margin)
    }
}

/// The values of a list, each once if there are many.
pub(in crate::check) fn distinct(values: &[f64]) -> Cow<'_, [f64]> {
    const FEW: usize = 16;
    if values.len() <= FEW {
        return Cow::Borrowed(values);
    }
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    values.dedup();
    Cow::Owned(values)
}
