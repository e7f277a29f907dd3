//! A unit, or a message of an application, that has no translation.
//!
//! Why it matters: readers get the German, or nothing, for this sentence.
//! Example: a stub `# s7k2mq =` with nothing typed behind it. There is no fix but to translate.

use rustc_hash::FxHashMap;

use super::{Cause, Check, Find, Finding, Localized, Subject, excerpt};
use crate::catalog::{Base, Catalog, Id, Kind, Pattern};
use crate::compare::{Item, State};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "missing",
    severity: Severity::Error,
    category: "catalog",
    manual: include_str!("missing.rs"),
    find: Find::Both(find, strings),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let items = &subject.comparison.items;
    // An empty one that begins the article is covered by nothing.
    let is_uncovered = |(index, item): &(usize, &Item)| {
        item.state == State::Missing && (item.entry.is_none() || item.leader == *index)
    };
    let missing = items.iter().enumerate().filter(is_uncovered);
    let mut missing = missing.map(|(_, item)| item).peekable();
    if missing.peek().is_none() {
        return;
    }
    let catalog = &subject.target.value;
    let places = places(catalog);
    for item in missing {
        let id = item.id.to_string();
        let place = places.get(id.as_str()).copied();
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

/// Where each id stands first that a stub has, or a message that is none.
fn places(catalog: &Catalog) -> FxHashMap<&str, Span> {
    let mut places = FxHashMap::default();
    for entry in &catalog.entries {
        match entry.kind {
            Kind::Comment(1) => {
                let text = entry.span.of(&catalog.text);
                for (at, _) in text.match_indices("# ") {
                    let rest = &text[at + 2..];
                    let id = rest
                        .split_once(' ')
                        .filter(|(_, rest)| rest.starts_with('='));
                    if let Some((id, _)) = id {
                        let start = entry.span.start + at + 2;
                        let place = Span::new(start, start + id.len());
                        places.entry(id).or_insert(place);
                    }
                }
            }
            Kind::Junk | Kind::Message(_) if !entry.id.is_empty() => {
                places.entry(entry.id.as_str()).or_insert(entry.id_span);
            }
            _ => {}
        }
    }
    places
}

/// Says which finding explains that a unit is missing.
pub(super) fn explain(findings: &mut [Finding], causes: &FxHashMap<Base, Cause>) {
    if causes.is_empty() {
        return;
    }
    for finding in findings {
        if finding.diagnostic.code == CHECK.code
            && let Some(id) = Id::parse(&finding.id)
            && let Some(cause) = causes.get(&id.base)
        {
            finding.cause = Some(cause.clone());
        }
    }
}

fn strings(subject: &Localized<'_>, findings: &mut Vec<Finding>) {
    let items = subject.comparison.items.iter();
    let missing = items.filter(|item| item.state == State::Missing);
    findings.extend(missing.map(|item| missing_message(subject.source, item.source_entry)));
}

/// What is found of an entry of an application's source catalog in every locale that does not have
/// it: the same, so that it need be made only once.
pub fn missing_message(source: &Catalog, entry: usize) -> Finding {
    let entry = &source.entries[entry];
    let content = entry.content();
    let first = content.attributes.first();
    let value = content
        .value
        .or(first.map(|attribute| attribute.value.pattern()));
    let text = value.map_or(String::new(), Pattern::reading);
    let id = entry.written_id();
    let message = format!("not translated: {}", excerpt(&text));
    let found = Finding::new(&CHECK, Span::default(), &id, message);
    found.hint(format!("add `{id} = …`"))
}
