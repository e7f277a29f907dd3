//! A translation typed into a stub that is still a comment.
//!
//! Why it matters: until the next `satz sync` makes a message of it, it is no translation.
//! Example: `# s7k2mq = Hello`. `satz sync` repairs it. Where the `=` went, or the text was typed
//! over the German, a person has to.

use rustc_hash::FxHashMap;

use super::missing::explain;
use super::{Cause, Check, Find, Finding, Subject, syntax};
use crate::catalog::{Base, Catalog, Id, Kind, unflat};
use crate::compare::Item;
use crate::text::{Diagnostic, Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "typed-in-comment",
    severity: Severity::Warning,
    category: "catalog",
    manual: include_str!("typed_in_comment.rs"),
    find: Find::Catalog(find),
};

fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let catalog = &subject.target.value;
    let items = subject.comparison.items.iter();
    let units: FxHashMap<Base, &Item> = items.map(|item| (item.id.base, item)).collect();
    let is_unit = |id: &Id| units.contains_key(&id.base);
    let (mut waiting, mut invalid) = (Vec::new(), Vec::new());
    for (index, entry) in catalog.entries.iter().enumerate() {
        if entry.kind != Kind::Comment(1) {
            continue;
        }
        let text = entry.span.of(&catalog.text);
        let is_stub = text.lines().any(|line| line.trim_end() == "# missing");
        // Where only the `#` before the id went, what is junk then follows at once.
        let next = catalog.entries.get(index + 1);
        let next = next.filter(|next| next.kind == Kind::Junk && !next.id.is_empty());
        let mut has_id = next.is_some_and(|next| next.span.start <= entry.span.end + 2);
        let mut german = None;
        let mut at = entry.span.start;
        for line in text.split('\n') {
            let span = Span::new(at, at + line.trim_end().len());
            at += line.len() + 1;
            let Some((id, typed)) = stub(line) else {
                // What else stands there, as `# memory: …`, is no source.
                german = line
                    .split_once(": ")
                    .filter(|(key, _)| key.trim_start_matches(['#', ' ']) == subject.source_locale)
                    .map(|(_, text)| (text.trim_end(), span))
                    .or(german);
                continue;
            };
            has_id = true;
            let mut say = |span, message, hint| {
                let found = Finding::new(&CHECK, span, &id, message);
                findings.push(found.hint(hint));
            };
            match typed {
                Some("") => {
                    if let Some((text, span)) =
                        german.filter(|(text, _)| is_stub && !is_german(&units, &id, text))
                    {
                        let message = format!("what stands above `{id}` is not its German: {text}");
                        say(
                            span,
                            message,
                            "type the translation behind the `=`".to_owned(),
                        );
                    }
                }
                Some(_) if !is_unit(&id) => {
                    let message = format!("text is typed behind `{id}`, which is no unit's id");
                    say(
                        span,
                        message,
                        "type it behind the `=` of a unit's stub".to_owned(),
                    );
                }
                Some(typed) => match Catalog::typed_fault(&id, typed) {
                    Some(fault) => invalid.push((id, span, fault)),
                    None => waiting.push((id, span)),
                },
                None if is_stub => {
                    let message = format!("`{id}` has no `=` behind it, so it is no message");
                    say(
                        span,
                        message,
                        format!("write `{id} = ` and the translation"),
                    );
                }
                None => {}
            }
        }
        if is_stub && !has_id {
            let message = "what was a stub has lost the line with its id";
            let found = Finding::new(&CHECK, entry.span, &"", message);
            findings
                .push(found.hint("type behind the `=` of the stub that `satz sync` writes anew"));
        }
    }
    report_typed(&waiting, invalid, findings);
}

/// Reports texts that wait for a `sync` once for all of them and those that are no Fluent one by one, and
/// takes back what other checks say of these units.
fn report_typed(
    waiting: &[(Id, Span)],
    invalid: Vec<(Id, Span, Diagnostic)>,
    findings: &mut Vec<Finding>,
) {
    let mut explained = FxHashMap::default();
    if let Some((id, span)) = waiting.first() {
        let (id, message) = match waiting.len() {
            1 => (
                id.to_string(),
                format!("the text typed behind `{id}` is still a comment"),
            ),
            count => (
                String::new(),
                format!("{count} texts typed behind their stubs are still comments"),
            ),
        };
        let found = Finding::new(&CHECK, *span, &id, message);
        findings.push(found.hint("run `satz sync`: it makes messages of what is typed"));
        let cause = Cause {
            code: CHECK.code,
            id,
        };
        explained.extend(waiting.iter().map(|(id, _)| (id.base, cause.clone())));
    }
    for (id, span, fault) in invalid {
        let found = Finding::new(&syntax::CHECK, span, &id, fault.message);
        findings.push(fault.hints.into_iter().fold(found, Finding::hint));
        let cause = Cause {
            code: syntax::CHECK.code,
            id: id.to_string(),
        };
        explained.insert(id.base, cause);
    }
    explain(findings, &explained);
}

/// Whether a text is the German that an id stands for.
fn is_german(units: &FxHashMap<Base, &Item>, id: &Id, text: &str) -> bool {
    let text = unflat(text);
    let unit = units.get(&id.base).filter(|unit| unit.id == *id);
    unit.is_some_and(|unit| unit.source == text) || id.fits(&text)
}

/// The id that a line of a comment begins with, and what is typed behind its `=`, if it has one.
fn stub(line: &str) -> Option<(Id, Option<&str>)> {
    let line = line.strip_prefix('#')?.trim();
    if let Some((id, typed)) = line.split_once('=') {
        return Some((Id::parse(id.trim())?, Some(typed.trim())));
    }
    let (id, _) = line.split_once([' ', ':'])?;
    Some((Id::parse(id)?, None))
}
