//! What open units got, for people.

use super::flat;
use crate::report::{FillPlan, FilledSentence, Fills, Look, RefusedSentence, put};

/// So many characters of an answer are shown at most.
const SHOWN: usize = 200;

/// The units one by one; where a machine would be asked, a line per article instead.
pub(super) fn fill(fills: &Fills, _look: Look) -> String {
    let mut out = String::new();
    if let Some(plan) = &fills.plan {
        put_plan(&mut out, plan);
        return out;
    }
    for unit in &fills.units {
        put_unit(&mut out, unit);
    }
    for unit in &fills.refused {
        put_refused(&mut out, unit);
    }
    out
}

fn put_unit(out: &mut String, unit: &FilledSentence) {
    let (source, target) = (flat(&unit.source), flat(&unit.target));
    let (path, id) = (&unit.path, &unit.id);
    let origin = format!("{} {}", unit.from.0, unit.from.1);
    let origin = origin.trim_end();
    put(
        out,
        format_args!("{path}: {id} {source}\n    {target}\n    from {origin}\n"),
    );
}

/// What the memory has, and what the machine would be sent.
fn put_plan(out: &mut String, plan: &FillPlan) {
    let names = { plan.articles.iter() }.map(|row| row.article.chars().count());
    let width = names.max().unwrap_or(0).max("together".len());
    let machine_width = plan.machine.chars().count().max(8);
    let mut put_row = |name: &str, memory: &str, sent: &str, characters: &str| {
        put(
            out,
            format_args!("{name:width$}  {memory:>8}  {sent:>machine_width$}  {characters:>10}\n"),
        );
    };
    put_row("", "memory", &plan.machine, "characters");
    let mut sum = [0; 3];
    for row in &plan.articles {
        let cells = [row.memory, row.units, row.characters];
        sum.iter_mut()
            .zip(cells)
            .for_each(|(sum, cell)| *sum += cell);
        let [memory, units, characters] = cells.map(|cell| cell.to_string());
        put_row(&row.article, &memory, &units, &characters);
    }
    let [memory, units, characters] = sum.map(|cell| cell.to_string());
    put_row("together", &memory, &units, &characters);
}

/// What a machine was asked in vain, and why.
fn put_refused(out: &mut String, unit: &RefusedSentence) {
    let (article, id, source) = (&unit.article, &unit.id, flat(&unit.source));
    put(out, format_args!("{article}: {id} {source}\n"));
    if let Some(answer) = unit.answer.as_ref().filter(|answer| !answer.is_empty()) {
        let short: String = flat(answer).chars().take(SHOWN).collect();
        put(out, format_args!("    {short}\n"));
    }
    let faults = unit.faults.join("; ");
    put(out, format_args!("    refused: {faults}\n"));
}
