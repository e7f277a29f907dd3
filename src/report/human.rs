//! Text for people.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use super::{Change, Explained, FactChange, Form, Found, Segments, Status};
use crate::text::Severity;

pub(super) const FORM: Form = Form {
    name: "text",
    status,
    diff,
    explain,
    check,
    segment,
};

fn status(_source: &str, rows: &[Status]) -> String {
    let width = rows
        .iter()
        .map(|row| row.article.chars().count())
        .max()
        .unwrap_or(0)
        .max(7);
    let mut out = String::new();
    let mut locale = "";
    for row in rows {
        if row.locale != locale {
            if !locale.is_empty() {
                out.push('\n');
            }
            locale = &row.locale;
            put(
                &mut out,
                format_args!(
                    "{locale}\n  {:width$}  done  units  current  stale  edited  missing  empty  obsolete  words\n",
                    "article"
                ),
            );
        }
        let aligned = match row.aligned {
            0 => String::new(),
            count => format!("  ({count} aligned, to be looked at)"),
        };
        put(
            &mut out,
            format_args!(
                "  {:width$}  {:>3}%  {:>5}  {:>7}  {:>5}  {:>6}  {:>7}  {:>5}  {:>8}  {}/{}{aligned}\n",
                row.article,
                percent(row.current + row.empty + row.inherited, row.units),
                row.units,
                row.current + row.inherited,
                row.stale,
                row.edited,
                row.missing,
                row.empty,
                row.obsolete,
                row.words_current,
                row.words,
            ),
        );
    }
    out
}

/// Whole percent, rounded down: 100 only when nothing is open.
fn percent(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(100)
}

fn diff(changes: &[Change]) -> String {
    let mut out = String::new();
    let mut place = (String::new(), String::new());
    for change in changes {
        let here = (change.locale.clone(), change.article.clone());
        if here != place {
            if !out.is_empty() {
                out.push('\n');
            }
            put(&mut out, format_args!("{} {}\n", here.0, here.1));
            place = here;
        }
        put(&mut out, format_args!("  {} {}\n", change.state, change.id));
        match &change.was {
            Some(was) => put(
                &mut out,
                format_args!("    German  {}\n", word_diff(was, &change.source)),
            ),
            None if !change.source.is_empty() => {
                put(
                    &mut out,
                    format_args!("    German  {}\n", flat(&change.source)),
                );
            }
            None => {}
        }
        put_facts(&mut out, &change.facts);
        if let Some(target) = change.target.as_ref().filter(|target| !target.is_empty()) {
            put(
                &mut out,
                format_args!("    {:6}  {}\n", change.locale, flat(target)),
            );
        }
    }
    if out.is_empty() {
        out.push_str("everything is up to date\n");
    }
    out
}

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

/// A line of what a translator must not overlook.
fn put_facts(out: &mut String, facts: &[FactChange]) {
    let told: Vec<String> = facts
        .iter()
        .map(|fact| match (&fact.was, &fact.now) {
            (Some(was), Some(now)) => format!("{} {was} → {now}", fact.kind),
            (Some(was), None) => format!("{} {was} is gone", fact.kind),
            (None, now) => format!(
                "{} {} is new",
                fact.kind,
                now.as_deref().unwrap_or_default()
            ),
        })
        .collect();
    if !told.is_empty() {
        put(out, format_args!("    changed {}\n", told.join("; ")));
    }
}

/// The new text with what went as `[-old-]` and what came as `{+new+}`.
pub fn word_diff(old: &str, new: &str) -> String {
    let (old, new) = (flat(old), flat(new));
    let diff = TextDiff::from_words(old.as_str(), new.as_str());
    let mut out = String::new();
    let mut open = ChangeTag::Equal;
    for change in diff.iter_all_changes() {
        if change.tag() != open {
            out.push_str(closing(open));
            out.push_str(match change.tag() {
                ChangeTag::Equal => "",
                ChangeTag::Delete => "[-",
                ChangeTag::Insert => "{+",
            });
            open = change.tag();
        }
        out.push_str(change.value());
    }
    out.push_str(closing(open));
    out
}

fn closing(tag: ChangeTag) -> &'static str {
    match tag {
        ChangeTag::Equal => "",
        ChangeTag::Delete => "-]",
        ChangeTag::Insert => "+}",
    }
}

fn check(found: &[Found]) -> String {
    let mut out = String::new();
    for found in found {
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        put(
            &mut out,
            format_args!(
                "{}:{}:{}: {severity}[{}] {}\n",
                found.path,
                found.line,
                found.column,
                found.code,
                if found.id.is_empty() {
                    found.message.clone()
                } else {
                    format!("{}: {}", found.id, found.message)
                },
            ),
        );
        for hint in &found.hints {
            put(&mut out, format_args!("    {hint}\n"));
        }
    }
    let count = |severity| {
        found
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    };
    put(
        &mut out,
        format_args!(
            "{} errors, {} warnings, {} hints\n",
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Hint),
        ),
    );
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

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text)
        .expect("writing to a string never fails");
}
