//! Lines that are no Fluent: what the catalog's reader could not understand.
//!
//! Why it matters: what stands there is no translation to anybody, and other tools refuse the whole
//! file for less. Everything else in the file works on.
//! Example: `s7k2mq: Hello`, `s7k2mq = The {gate`, a text whose second line is not indented.
//! Fix: certain for a tab, a colon or nothing in the place of the `=` behind a unit's id, for `#s7k2mq`, and
//! for lines without indentation that complete the sentence.

use rustc_hash::FxHashMap;

use super::missing::explain;
use super::{Cause, Check, Find, Finding, Localized, Subject};
use crate::catalog::{Catalog, Id, Kind};
use crate::text::{Parsed, Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "syntax",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("syntax.rs"),
    find: Find::Both(find, strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let items = &subject.comparison.items;
    let unit_of = |id: &str| {
        let base = Id::parse(id)?.base;
        items.iter().find(|item| item.id.base == base)
    };
    let catalog = &subject.target.value;
    let mut explained = FxHashMap::default();
    for (junk, mut finding) in told(subject.target) {
        let message = junk.and_then(|junk| catalog.continued(junk));
        let unit = message
            .and_then(|message| items.iter().find(|item| item.entry == Some(message)))
            .or_else(|| unit_of(&finding.id));
        if let (Some(junk), Some(unit)) = (junk, unit) {
            finding.id = unit.id.to_string();
            finding.fix = catalog.repair(junk).filter(|_| match message {
                Some(message) => joins_up(catalog, message, junk, &unit.source),
                None => true,
            });
            let cause = Cause {
                code: CHECK.code,
                id: finding.id.clone(),
            };
            explained.insert(unit.id.base, cause);
        }
        findings.push(finding);
    }
    explain(findings, &explained);
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    let is_known = |id: &str| {
        subject
            .source
            .entries
            .iter()
            .any(|entry| entry.is_called(id))
    };
    for (junk, mut finding) in told(subject.target) {
        let is_certain = junk.is_some() && is_known(&finding.id);
        finding.fix = junk
            .filter(|_| is_certain)
            .and_then(|junk| subject.target.value.repair(junk));
        findings.push(finding);
    }
}

/// What the reader of a catalog could not understand, with the entry that it is about.
fn told(target: &Parsed<Catalog>) -> impl Iterator<Item = (Option<usize>, Finding)> {
    let entries = &target.value.entries;
    let junk = entries.iter().enumerate();
    let junk = junk.filter(|(_, entry)| entry.kind == Kind::Junk);
    let by_place: FxHashMap<Span, usize> = junk.map(|(at, entry)| (entry.span, at)).collect();
    target.diagnostics.iter().map(move |diagnostic| {
        let junk = by_place.get(&diagnostic.span).copied();
        let finding = Finding {
            diagnostic: diagnostic.clone(),
            id: junk.map_or(String::new(), |junk| entries[junk].id.clone()),
            fix: None,
            about: None,
            cause: None,
        };
        (junk, finding)
    })
}

/// Whether lines certainly go on a value: the German ends with a mark, and so do they, but not the
/// value before them.
fn joins_up(catalog: &Catalog, message: usize, junk: usize, source: &str) -> bool {
    let ends = |text: &str| {
        let close = |c: char| c.is_whitespace() || "\"'”“’‘»«›‹)]*_".contains(c);
        let text = text.trim_end_matches(close);
        text.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।', '۔'])
    };
    let (message, junk) = (&catalog.entries[message], &catalog.entries[junk]);
    ends(source) && !ends(message.span.of(&catalog.text)) && ends(junk.span.of(&catalog.text))
}
