//! The checks of units: every place is in its text, findings are in order and come again, and a
//! text beside itself has lost and changed nothing. Lines of the first part are terms
//! (`German = translation`), those of the second German and translation by turns; the first byte
//! chooses the locale.

use satz::check::{Flawed, Term, Translation, Unit, check_units};
use satz::language::LEXICONS;

/// Checks that compare: a text beside itself gives them nothing to find.
const COMPARING: &[&str] = &[
    "acronym",
    "added-negation",
    "changed-code",
    "changed-email",
    "changed-link",
    "changed-placeable",
    "currency",
    "half-of-day",
    "lost-emphasis",
    "lost-footnote",
    "lost-mark",
    "lost-markup",
    "lost-note",
    "lost-quote",
    "missing-sentence",
    "month",
    "name",
    "name-dropped",
    "negation",
    "number",
    "ordinal",
    "percentage-point",
    "shifted-translation",
    "too-long",
    "too-short",
    "unit",
    "weekday",
];

pub(super) fn run(data: &[u8]) {
    let Some((first, data)) = data.split_first() else {
        return;
    };
    let locale = LEXICONS[usize::from(*first) % LEXICONS.len()];
    let [terms, texts] = super::parts(data);
    let terms: Vec<Term> = terms.lines().filter_map(term).collect();
    let lines: Vec<&str> = texts.lines().collect();
    let unit = |(index, pair): (usize, &[&str])| Unit {
        id: index.to_string(),
        source: pair[0].to_owned(),
        target: pair.get(1).copied().unwrap_or_default().to_owned(),
        terms: terms.clone().into(),
    };
    let units: Vec<Unit> = lines.chunks(2).enumerate().map(unit).collect();
    let translation = Translation::new("de", locale, units);
    let found = check_units(&translation);
    let mut last = (0, "");
    for flawed in &found {
        let target = &translation.units[flawed.unit].target;
        let span = flawed.flaw.span;
        assert!(target.get(span.start..span.end).is_some(), "{flawed:?}");
        assert!(
            (flawed.unit, flawed.check.code) >= last,
            "{flawed:?} is out of order"
        );
        last = (flawed.unit, flawed.check.code);
    }
    let again = check_units(&translation);
    assert_eq!(shown(&found), shown(&again), "the same again");
    beside_itself(translation.units);
}

fn beside_itself(units: Vec<Unit>) {
    let same = |unit: Unit| Unit {
        target: unit.source.clone(),
        terms: Vec::new().into(),
        ..unit
    };
    let translation = Translation::new("de", "de", units.into_iter().map(same).collect());
    for flawed in check_units(&translation) {
        let is_comparing = COMPARING.contains(&flawed.check.code);
        let text = &translation.units[flawed.unit].source;
        assert!(
            !is_comparing,
            "{text:?} beside itself: {}",
            shown(&[flawed])
        );
    }
}

fn term(line: &str) -> Option<Term> {
    let (source, target) = line.split_once(" = ")?;
    Some(Term {
        source: source.to_owned(),
        target: target.to_owned(),
        forms: Vec::new(),
        forbidden: Vec::new(),
    })
}

fn shown(found: &[Flawed]) -> String {
    let lines = found.iter().map(|flawed| {
        let (code, flaw) = (flawed.check.code, &flawed.flaw);
        format!("{} {code} {flaw:?}\n", flawed.unit)
    });
    lines.collect()
}
