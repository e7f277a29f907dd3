//! One catalog of an application in one locale, beside its source: counts, changes, findings.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::source_file::{File, Wanted, finding_text, state, text};
use rustc_hash::FxHashMap;

use crate::catalog::Catalog;
use crate::check::{About, Finding, Localized, Place, check_named, check_strings};
use crate::compare::{Counts, State, StringItem, Strings as Comparison};
use crate::config::Project;
use crate::report::{Change, Excerpt, Found, Status, Where, quoted};
use crate::text::{Diagnostic, LineIndex, Parsed, Severity, Span};

/// A catalog in a locale, beside the source's.
pub(super) struct LocalizedCatalog<'a> {
    pub(super) locale: &'a str,
    pub(super) file: &'a File<'a>,
    pub(super) target: &'a Parsed<Catalog>,
    pub(super) comparison: Comparison,
}

impl LocalizedCatalog<'_> {
    pub(super) fn status(&self) -> Status {
        let counts = self.file.words();
        let mut row = Status {
            locale: self.locale.into(),
            article: self.file.key.clone(),
            counts: self.comparison.counts(),
            messages: self.comparison.items.len(),
            ..Status::default()
        };
        for item in &self.comparison.items {
            let count = counts[item.source];
            row.words += count;
            if item.state.is_covered() {
                row.words_current += count;
            }
        }
        row
    }

    pub(super) fn changes(&self) -> Vec<Change> {
        let change = |state, id, source, target| Change {
            locale: self.locale.to_owned(),
            article: self.file.listed.key.clone(),
            id,
            state,
            source,
            was: None,
            target,
            facts: Vec::new(),
        };
        let (source, target) = (&self.file.source.value, &self.target.value);
        let items = self.comparison.items.iter();
        let open = items.filter(|item| !item.state.is_covered()).map(|item| {
            let id = source.entries[item.source].written_id();
            change(item.state, id, text(source, item.source), None)
        });
        let obsolete = self.comparison.obsolete.iter().map(|at| {
            let id = target.entries[*at].written_id();
            change(State::Obsolete, id, String::new(), Some(text(target, *at)))
        });
        open.chain(obsolete).collect()
    }

    pub(super) fn found(
        &self,
        project: &Project,
        place: &Place<'_>,
        wanted: Wanted<'_>,
    ) -> Vec<Found> {
        let key = &self.file.listed.key;
        let weigh = |code: &str, own| project.weigh(code, own, self.locale, key);
        // What is missing is found below, once for all locales.
        let wants = |code: &str, own| {
            code != "missing"
                && weigh(code, own).is_some_and(|severity| wanted(state(code), severity))
        };
        let source = &self.file.source.value;
        let subject = Localized::new(place, source, self.target, &self.comparison);
        let mut findings = check_strings(&subject, &wants);
        let own = check_named("missing").map_or(Severity::Error, |check| check.severity);
        let absent = weigh("missing", own);
        let absent = absent.filter(|severity| wanted(State::Missing, *severity));
        let gaps = self.comparison.items.iter();
        // What cannot be read is not missing as well.
        let weighs_as_much = weigh("syntax", Severity::Error) >= absent;
        let is_unread = |found: &&Finding| weighs_as_much && found.diagnostic.code == "syntax";
        let unread = findings.iter().filter(is_unread);
        let unread: FxHashSet<About> = unread.filter_map(|found| found.about).collect();
        let is_gap = |(index, item): &(usize, &StringItem)| {
            let is_missing = absent.is_some() && item.state == State::Missing;
            is_missing && !unread.contains(&About::Item(*index))
        };
        let gaps = gaps.enumerate().filter(is_gap).map(|(_, item)| item);
        let gaps: Vec<&StringItem> = gaps.collect();
        if findings.is_empty() && gaps.is_empty() {
            return Vec::new();
        }
        let own = &self.target.value.text;
        let lines = LineIndex::new(own);
        let at = Arc::new(Where {
            locale: self.locale.into(),
            article: self.file.key.clone(),
            path: self.path().into(),
        });
        // There may be many findings about one message.
        let texts = RefCell::new(FxHashMap::default());
        let found = |finding: Finding| {
            let Diagnostic { code, span, .. } = finding.diagnostic;
            let severity = weigh(code, finding.diagnostic.severity)?;
            let entry = match finding.about {
                Some(About::Item(index)) => Some(self.comparison.items[index].source),
                _ => None,
            };
            let fixable = finding.fix.is_some();
            let what = finding_text(
                finding,
                entry.map_or_else(String::new, |entry| {
                    let mut known = texts.borrow_mut();
                    let known = known.entry(entry);
                    known
                        .or_insert_with(|| quoted(&text(source, entry)))
                        .clone()
                }),
            );
            what.state
                .is_some_and(|state| wanted(state, severity))
                .then(|| Found {
                    // What is not there has no place.
                    excerpt: Excerpt::of(own, &lines, span)
                        .filter(|_| !span.is_empty())
                        .map(Box::new),
                    fixable,
                    ..Found::new(what, at.clone(), severity).placed(lines.place(own, span.start))
                })
        };
        let missing = gaps.iter().filter_map(|item| {
            let what = self.file.gap(item.source).clone();
            Some(Found::new(what, at.clone(), absent?))
        });
        // Findings without a place come first, in the order of their codes.
        let is_before = |finding: &Finding| {
            let diagnostic = &finding.diagnostic;
            (diagnostic.span, diagnostic.code) < (Span::default(), "missing")
        };
        let behind = findings.split_off(findings.partition_point(is_before));
        let mut all = Vec::with_capacity(findings.len() + behind.len() + gaps.len());
        all.extend(findings.into_iter().filter_map(found));
        all.extend(missing);
        all.extend(behind.into_iter().filter_map(found));
        all
    }

    /// Where the catalog is, or has to be.
    pub(super) fn path(&self) -> &str {
        let listed = &self.file.listed;
        match listed.targets.get(self.locale) {
            Some((path, _)) => path,
            None => listed.source.as_deref().unwrap_or_default(),
        }
    }
}

/// Whether a catalog has anything to count: not if only another locale has it.
pub(super) fn counts(status: &Status) -> bool {
    status.counts != Counts::default()
}
