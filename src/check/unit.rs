//! Another unit of measurement with the same figure.
//!
//! Why it matters: 30 miles are not 30 kilometres. A converted measure (30 km – 19 miles) is no fault.
//! Example: `72 Kilometer` – `72 miles`; `fünf Minuten` – `five hours`.
//! Fix: none; either the figure or the unit has to change.

use super::{Check, Find, Flaw, Pair, month::exchanged};
use crate::language::UNITS;
use crate::mention::{Dated, Mentions};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "unit",
    category: "number",
    severity: Severity::Warning,
    manual: include_str!("unit.rs"),
    find: Find::Pair(find),
};

/// Units that are told of one kind of quantity.
const KINDS: [&[&str]; 6] = [
    &["km", "m", "cm", "mm", "mi", "ft", "yd", "in"],
    &["l", "gal"],
    &["kg", "g", "t", "lb"],
    &["c", "f"],
    &["ha", "ac"],
    &["h", "min", "s", "d", "wk", "mo"],
];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = pair.mentions();
    if source.units.is_empty() || target.units.is_empty() {
        return;
    }
    for kind in KINDS {
        let (here, there) = (measures(source, kind), measures(target, kind));
        for (german, word) in exchanged(&here, &there) {
            if same_figure(source, german, target, word) {
                let (german, written) = (german.of(pair.source()), word.of(pair.target()));
                let message =
                    format!("`{written}` where the source has `{german}`, with the same figure");
                flaws.push(
                    Flaw::new(word, written, message).hint("change the unit or convert the figure"),
                );
            }
        }
    }
}

/// The units of one kind that stand beside a number, each once.
fn measures(mentions: &Mentions<'_>, kind: &[&str]) -> Vec<Dated> {
    let mut list: Vec<Dated> = Vec::new();
    for dated in &mentions.units {
        let known = kind.contains(&UNITS[usize::from(dated.value)]);
        if known
            && mentions.is_beside_number(dated.span)
            && list.iter().all(|other| other.value != dated.value)
        {
            list.push(*dated);
        }
    }
    // "30 degrees Fahrenheit" are no Celsius.
    let fahrenheit = UNITS.iter().position(|unit| *unit == "f");
    let celsius = UNITS.iter().position(|unit| *unit == "c");
    let is = |dated: &Dated, unit: Option<usize>| Some(usize::from(dated.value)) == unit;
    if let Some(place) = list.iter().position(|dated| is(dated, fahrenheit)) {
        let start = list[place].span.start;
        list.retain(|dated| !is(dated, celsius) || start.saturating_sub(dated.span.end) > 2);
    }
    list
}

/// Whether the numbers before two units agree.
fn same_figure(source: &Mentions<'_>, here: Span, target: &Mentions<'_>, there: Span) -> bool {
    match (source.number_before(here), target.number_before(there)) {
        (Some(here), Some(there)) => here.agrees(there),
        _ => false,
    }
}
