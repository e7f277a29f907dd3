//! A unit, or a message of an application, that has no translation.
//!
//! Why it matters: readers get the German, or nothing, for this sentence.
//! Example: a stub `# s7k2mq =` with nothing typed behind it. There is no fix but to translate.

use super::{Check, Find, Finding, Localized, Subject, excerpt};
use crate::catalog::{Catalog, Kind};
use crate::compare::State;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "missing",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("missing.rs"),
    find: Find::Both(find, strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let catalog = &subject.target.value;
    for item in &subject.comparison.items {
        if item.state != State::Missing || item.entry.is_some() {
            continue;
        }
        let id = item.id.to_string();
        let place = catalog.entries.iter().find_map(|entry| match entry.kind {
            Kind::Comment(1) => {
                let at = entry.span.of(&catalog.text).find(&format!("# {id} ="))?;
                let start = entry.span.start + at + 2;
                Some(Span::new(start, start + id.len()))
            }
            Kind::Junk | Kind::Message(_) if entry.id == id => Some(entry.id_span),
            _ => None,
        });
        let found = Finding::new(
            &CHECK,
            place.unwrap_or_default(),
            &id,
            format!("not translated: {}", excerpt(&item.source)),
        );
        let typed = place.map(|place| {
            let rest = catalog.text[place.end..].lines().next();
            rest.is_some_and(|rest| !rest.trim_start_matches([' ', '=']).trim().is_empty())
        });
        findings.push(found.hint(match typed {
            Some(false) => "type the translation behind the `=`",
            Some(true) => "what is typed behind its id is no translation yet",
            None => "run `satz sync`: it writes a stub to type into",
        }));
    }
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    let items = subject.comparison.items.iter();
    let missing = items.filter(|item| item.state == State::Missing);
    findings.extend(missing.map(|item| missing_message(subject.source, item.source)));
}

/// What is found of an entry of an application's source catalog in every locale that does not have
/// it: the same, so that it need be made only once.
pub fn missing_message(source: &Catalog, entry: usize) -> Finding {
    let entry = &source.entries[entry];
    let content = source.content(entry).unwrap_or_default();
    let text = match (&content.value, content.attributes.first()) {
        (Some(value), _) => value.reading(),
        (None, Some(attribute)) => attribute.value.reading(),
        (None, None) => String::new(),
    };
    let id = entry.written_id();
    let message = format!("not translated: {}", excerpt(&text));
    let found = Finding::new(&CHECK, Span::default(), &id, message);
    found.hint(format!("add `{id} = …`"))
}
