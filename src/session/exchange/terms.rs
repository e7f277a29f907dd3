//! Terms of the house on their way out and back.

use super::verdict::{ImportOutcome, Imported};
use crate::catalog::{Catalog, Kind, escape};
use crate::exchange::{BatchTerm, UnitState};
use crate::session::{Failure, Session};
use crate::store::{Write, Writer};

impl Session {
    /// The terms of the source's glossary with what a locale has for them, in their order.
    pub(super) fn terms_for(&self, locale: &str) -> Result<Vec<BatchTerm>, Failure> {
        let source = self.workspace.glossary(&self.project().source)?;
        let glossary = self.workspace.glossary(locale)?;
        let targets = glossary.terms();
        let terms = source.entries.iter().filter_map(|entry| {
            let Kind::Term(value) = &entry.kind else {
                return None;
            };
            let target = targets.get(entry.id.as_str());
            let list = |name: &str| target.map(|(term, _)| term.list(name)).unwrap_or_default();
            Some(BatchTerm {
                id: entry.id.clone(),
                source: value.text(),
                target: target.map(|(_, text)| text.clone()),
                forms: list("forms"),
                forbidden: list("forbidden"),
                place: 0,
            })
        });
        Ok(terms.collect())
    }

    /// Puts terms that a locale's glossary lacks at its end. What it has already stays.
    pub(super) fn take_terms(
        &self,
        (file, locale): (&str, &str),
        terms: &[(usize, &BatchTerm)],
        writer: Option<&Writer<'_>>,
    ) -> Result<Vec<Imported>, Failure> {
        let known = self.terms_for(locale)?;
        let path = self.project().glossary_path(locale);
        let old = self.workspace.read(&path)?;
        let mut new = old.clone().unwrap_or_default();
        let end = Catalog::parse(&new).value.line_end();
        let mut results = Vec::new();
        for (line, term) in terms {
            let present = known.iter().find(|known| known.id == term.id);
            let has = present.and_then(|present| present.target.as_ref());
            let outcome = match (present, has, &term.target) {
                (None, _, _) => ImportOutcome::Unknown,
                (_, _, None) => ImportOutcome::Open,
                (_, Some(has), Some(target)) if has == target => ImportOutcome::Unchanged,
                (_, Some(_), Some(_)) => ImportOutcome::Conflict,
                (_, None, Some(target)) => {
                    if !new.is_empty() && !new.ends_with('\n') {
                        new.push_str(end);
                    }
                    new.extend(["-", &term.id, " = ", &escape(target), end]);
                    for (name, list) in [("forms", &term.forms), ("forbidden", &term.forbidden)] {
                        if !list.is_empty() {
                            new.extend(["    .", name, " = ", &escape(&list.join(", ")), end]);
                        }
                    }
                    ImportOutcome::Written
                }
            };
            results.push(Imported {
                file: file.to_owned(),
                line: *line,
                locale: locale.to_owned(),
                article: crate::config::GLOSSARY.to_owned(),
                id: format!("-{}", term.id),
                sent_source: term.source.clone(),
                source: present
                    .map(|present| present.source.clone())
                    .unwrap_or_default(),
                target: term.target.clone().unwrap_or_default(),
                present: has.cloned(),
                state: UnitState::Initial,
                outcome,
            });
        }
        if let Some(writer) = writer.filter(|_| old.as_deref().unwrap_or_default() != new) {
            writer.write(&[Write { path, old, new }])?;
        }
        Ok(results)
    }
}
