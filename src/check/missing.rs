//! A unit that has no translation.
//!
//! Why it matters: readers get the German, or nothing, for this sentence.
//! Example: a stub `# s7k2mq =` with nothing typed behind it. There is no fix but to translate.

use super::{Check, Find, Finding, Subject, excerpt};
use crate::catalog::Kind;
use crate::compare::State;
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "missing",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("missing.rs"),
    find: Find::Catalog(find),
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
        findings.push(if place.is_some() {
            found.hint("type the translation behind the `=`")
        } else {
            found.hint("run `satz sync`: it writes a stub to type into")
        });
    }
}
