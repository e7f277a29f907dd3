//! Text for people.

use super::{Explained, Form, Segments, put};

pub(super) const FORM: Form = Form {
    status: Some(status),
    diff: Some(diff),
    suggest: Some(suggest),
    fill: Some(fill),
    review: Some(review),
    provenance: Some(provenance),
    explain: Some(explain),
    check: Some(check),
    segment: Some(segment),
    is_own: |text| {
        let heads = ["error[", "warning[", "hint[", "the gate is "];
        let has = |line: &str| heads.iter().any(|head| line.starts_with(head));
        text.lines().next().is_some_and(has) && text.contains("the gate is ")
    },
    ..Form::new("human", "for people")
};

mod check;
mod diff;
mod fill;
mod provenance;
mod review;
mod status;
mod suggest;

use check::check;
pub use diff::{WordRun, word_diff, word_runs};
use diff::{diff, put_facts};
use fill::fill;
use provenance::provenance;
use review::review;
pub use review::review_unit;
use status::status;
use suggest::suggest;

fn explain(units: &[Explained]) -> String {
    let mut out = String::new();
    for unit in units {
        let from = unit.from.as_ref();
        let from = from.map_or(String::new(), |from| format!(" from {from}"));
        let german = match &unit.was {
            Some(was) => word_diff(was, &unit.source),
            None => flat(&unit.source),
        };
        put(
            &mut out,
            format_args!(
                "{}: {} {}{from}: {german}\n",
                unit.article, unit.id, unit.rule
            ),
        );
        put_facts(&mut out, &unit.facts);
    }
    out
}

fn segment(segments: &Segments) -> String {
    let mut out = String::new();
    let mut units = segments.units.iter().peekable();
    let mut decisions = segments.decisions.iter().peekable();
    for (index, block) in segments.blocks.iter().enumerate() {
        let reason = block
            .reason
            .as_ref()
            .map_or(String::new(), |reason| format!(" ({reason})"));
        put(&mut out, format_args!("{}{reason}\n", block.kind));
        if !block.translate {
            put(&mut out, format_args!("  - {}\n", first_line(&block.text)));
        }
        while let Some(unit) = units.next_if(|unit| unit.block == index) {
            let id = if unit.id.is_empty() { "·" } else { &unit.id };
            put(&mut out, format_args!("  {id}  {}\n", flat(&unit.text)));
        }
        while let Some(decision) = decisions.next_if(|decision| decision.block == index) {
            let (mark, verdict) = if decision.boundary {
                ("⏐", "ends")
            } else {
                ("·", "goes on")
            };
            put(
                &mut out,
                format_args!(
                    "    …{}{mark}{}… {verdict}: {}\n",
                    flat(&decision.before),
                    flat(&decision.after),
                    decision.reason
                ),
            );
        }
    }
    out
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn flat(text: &str) -> String {
    text.replace('\n', " ⏎ ")
}
