//! The last lines of a run of the gate: what it comes to, and what to do first.

use std::collections::BTreeSet;

use super::{Found, Inspection, percent, unit_noun};
use crate::catalog::Id;
use crate::text::Severity;

/// What a run of the gate comes to, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the gate is open, and what was found.
    pub head: String,
    /// What was compared and counted.
    pub counts: Vec<String>,
    /// What to do next, the first first.
    pub next: Vec<String>,
}

impl Verdict {
    /// Its lines, the verdict first.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let head = std::iter::once(self.head.clone());
        head.chain(self.below())
    }

    /// The lines below the first one.
    pub(super) fn below(&self) -> impl Iterator<Item = String> {
        let next = self.next.iter().map(|step| format!("next: {step}"));
        self.counts.iter().cloned().chain(next)
    }
}

/// Says what a run of the gate comes to.
pub fn verdict(inspection: &Inspection) -> Verdict {
    let mut counts = Vec::new();
    if let Some(past) = &inspection.past {
        let known = match inspection.known() {
            0 => "nothing was known".to_owned(),
            known => format!("{} known", counted(known, "finding")),
        };
        let gone = match past.gone {
            0 => String::new(),
            gone => format!(", {gone} gone"),
        };
        counts.push(format!("compared with {}: {known}{gone}", past.name));
    }
    let (covered, units) = inspection
        .completeness
        .iter()
        .fold((0, 0), |(covered, units), row| {
            (covered + row.covered(), units + row.units())
        });
    if units > 0 {
        counts.push(format!(
            "{covered} of {} translated ({}%)",
            counted(units, unit_noun(&inspection.completeness)),
            percent(covered, units)
        ));
    }
    Verdict {
        head: head(inspection),
        counts,
        next: next(inspection),
    }
}

fn head(inspection: &Inspection) -> String {
    let new = if inspection.past.is_some() {
        "new "
    } else {
        ""
    };
    let counts = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Hint, "hint"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .map(|(severity, name)| (inspection.count(*severity), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| counted(count, &format!("{new}{name}")))
        .collect();
    let counts = match counts.join(", ") {
        none if none.is_empty() => format!("no {new}findings"),
        counts => counts,
    };
    if inspection.unread > 0 {
        let unread = counted(inspection.unread, "file");
        format!("the gate is shut: {unread} could not be read; {counts} in what could")
    } else if inspection.failed() {
        format!("the gate is shut: {counts}")
    } else {
        format!("the gate is open: {counts}")
    }
}

/// What changes most of what was found; nothing else is worth doing before.
fn before_all(inspection: &Inspection) -> Option<String> {
    let all = inspection.findings.iter();
    let has = |code: &str| {
        let is_failing = |found: &Found| inspection.is_failing(found);
        let mut of = all.clone().filter(|found| found.what.code == code);
        of.any(is_failing)
    };
    if has("typed-in-comment") {
        let typed = all
            .clone()
            .filter(|found| found.what.code == "typed-in-comment");
        return Some(format!(
            "run `satz sync`: it takes in what is typed behind stubs in {}",
            files(typed)
        ));
    }
    has("out-of-step").then(|| "run `satz sync` and commit what it writes".to_owned())
}

/// What to do, the first first.
fn next(inspection: &Inspection) -> Vec<String> {
    if let Some(step) = before_all(inspection) {
        return vec![step];
    }
    let all = inspection.findings.iter();
    let failing = all.clone().filter(|found| inspection.is_failing(found));
    let of = |code: &'static str| failing.clone().filter(move |found| found.what.code == code);
    let mut steps = Vec::new();
    let fixable = all.filter(|found| found.fixable).count();
    if fixable > 0 {
        steps.push(format!(
            "`satz check --fix` sets {} right",
            counted(fixable, "finding")
        ));
    }
    let unread = of("syntax");
    if let Some(first) = unread.clone().next() {
        let lines = counted(unread.clone().count(), "place");
        steps.push(format!(
            "mend {lines} in {} that cannot be read: {}:{}",
            files(unread),
            first.at.path,
            first.line
        ));
    }
    let missing = of("missing");
    if missing.clone().next().is_some() {
        let is_unit = |found: &Found| Id::parse(&found.what.id).is_some();
        let (noun, then) = if missing.clone().any(is_unit) {
            ("missing sentence", ", then run `satz sync`")
        } else {
            ("missing message", "")
        };
        let units = counted(missing.clone().count(), noun);
        steps.push(format!("translate {units} in {}{then}", files(missing)));
    }
    let stale = of("stale");
    if let Some(first) = stale.clone().next() {
        let units = counted(stale.clone().count(), "stale translation");
        steps.push(format!(
            "bring {units} in {} up to date (`satz diff {} --state stale`), then `satz accept`",
            files(stale),
            first.at.locale
        ));
    }
    let named = ["syntax", "missing", "stale", "incomplete", "unreviewed"];
    let mut others = failing
        .clone()
        .filter(|found| !named.contains(&found.what.code.as_str()));
    if let Some(first) = others.next() {
        let what = if steps.is_empty() {
            "finding"
        } else {
            "other finding"
        };
        steps.push(format!(
            "mend {}; `satz explain {}` tells what it means",
            counted(1 + others.count(), what),
            first.what.code
        ));
    }
    if let Some(first) = of("unreviewed").next() {
        let locale = &first.at.locale;
        steps.push(format!(
            "read what nobody has reviewed, the most doubtful first: `satz review {locale}`",
        ));
    }
    if let Some(short) = of("incomplete").next() {
        let locale = &short.at.locale;
        steps.push(format!(
            "translate more of {locale}: `satz status {locale}` shows what is open",
        ));
    }
    if let Some(past) = &inspection.past
        && past.gone > 0
        && let Some(tighten) = &past.tighten
    {
        steps.push(format!("{tighten} keeps what has become better"));
    }
    steps
}

/// The files that findings are in: the one, or how many.
fn files<'a>(found: impl Iterator<Item = &'a Found>) -> String {
    let paths: BTreeSet<&str> = found.map(|found| found.at.path.as_str()).collect();
    match paths.first() {
        Some(path) if paths.len() == 1 => (*path).to_owned(),
        _ => format!("{} files", paths.len()),
    }
}

/// A number of things: `1 error`, `2 errors`.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 {
        format!("1 {thing}")
    } else {
        format!("{count} {thing}s")
    }
}
