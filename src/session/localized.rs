//! One catalog of an application in one locale, beside its source: counts, changes, findings.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::found::found;
use super::source_file::{File, Wanted, state};
use crate::catalog::Catalog;
use crate::check::{About, Finding, Localized, Place, check, check_named};
use crate::compare::{Comparison, Counts, MessageItem, State};
use crate::config::Project;
use crate::report::{Change, Found, Status, Where, quoted};
use crate::text::{Diagnostic, LineIndex, Parsed, Severity, Span};

/// A catalog in a locale, beside the source's.
pub(super) struct LocalizedCatalog<'a> {
    pub(super) locale: &'a str,
    pub(super) file: &'a File<'a>,
    pub(super) target: &'a Parsed<Catalog>,
    pub(super) comparison: Comparison<MessageItem>,
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
            let count = counts[item.source_entry];
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
            made: None,
            facts: Vec::new(),
        };
        let items = self.comparison.items.iter();
        let open = items.filter(|item| !item.state.is_covered()).map(|item| {
            let entry = &self.file.source.value.entries[item.source_entry];
            change(item.state, entry.written_id(), entry.reading(), None)
        });
        let obsolete = self.comparison.obsolete.iter().map(|obsolete| {
            let (id, target) = (obsolete.id.clone(), obsolete.target.clone());
            change(State::Obsolete, id, String::new(), Some(target))
        });
        open.chain(obsolete).collect()
    }

    /// What the checks find that is wanted, each weighed as the workspace wants it.
    fn findings(&self, project: &Project, place: &Place<'_>, wanted: Wanted<'_>) -> Vec<Finding> {
        let key = &self.file.listed.key;
        let weigh = |code: &str, severity| project.weigh(code, severity, self.locale, key);
        // What is missing is found once for all locales.
        let is_wanted = |code: &str, severity| {
            code != "missing"
                && weigh(code, severity).is_some_and(|severity| wanted(state(code), severity))
        };
        let source = &self.file.source.value;
        let subject = Localized::new(place, source, self.target, &self.comparison);
        let mut findings = check(&subject, &is_wanted);
        findings.retain_mut(|finding| {
            let Diagnostic { code, severity, .. } = &mut finding.diagnostic;
            let weight = weigh(code, *severity);
            *severity = weight.unwrap_or(*severity);
            weight.is_some_and(|severity| wanted(state(code), severity))
        });
        findings
    }

    /// The messages of the source that the locale lacks, given what was found: what cannot be read is
    /// not missing as well, unless that weighs more.
    fn gaps(&self, findings: &[Finding], weight: Severity) -> Vec<&MessageItem> {
        let is_unread = |finding: &&Finding| {
            finding.diagnostic.code == "syntax" && finding.diagnostic.severity >= weight
        };
        let unread = findings.iter().filter(is_unread);
        let unread: FxHashSet<About> = unread.filter_map(|finding| finding.about).collect();
        let items = self.comparison.items.iter().enumerate();
        let gaps = items.filter(|(index, item)| {
            item.state == State::Missing && !unread.contains(&About::Item(*index))
        });
        gaps.map(|(_, item)| item).collect()
    }

    pub(super) fn found(
        &self,
        project: &Project,
        place: &Place<'_>,
        wanted: Wanted<'_>,
    ) -> Vec<Found> {
        let mut findings = self.findings(project, place, wanted);
        let severity = check_named("missing").map_or(Severity::Error, |check| check.severity);
        let weight = project.weigh("missing", severity, self.locale, &self.file.listed.key);
        let weight = weight.filter(|severity| wanted(State::Missing, *severity));
        let gaps = weight.map_or(Vec::new(), |weight| self.gaps(&findings, weight));
        if findings.is_empty() && gaps.is_empty() {
            return Vec::new();
        }
        let text = &self.target.value.text;
        let lines = LineIndex::new(text);
        let at = Arc::new(Where {
            locale: self.locale.into(),
            article: self.file.key.clone(),
            path: self.path().into(),
        });
        // Findings without a place come first, in the order of their codes.
        let is_before = |finding: &Finding| {
            let diagnostic = &finding.diagnostic;
            (diagnostic.span, diagnostic.code) < (Span::default(), "missing")
        };
        let behind = findings.split_off(findings.partition_point(is_before));
        let mut sources = Sources::new(&self.comparison, &self.file.source.value);
        let mut found = |finding: Finding| {
            let has_place = !finding.diagnostic.span.is_empty();
            let state = state(finding.diagnostic.code);
            let source = sources.of(&finding);
            let mut found = found(finding, source, Some(state), &at, (text, &lines));
            // What is not there has no place.
            found.excerpt = found.excerpt.filter(|_| has_place);
            found
        };
        let mut all = Vec::with_capacity(findings.len() + behind.len() + gaps.len());
        all.extend(findings.into_iter().map(&mut found));
        all.extend(gaps.iter().filter_map(|item| {
            let gap = self.file.gap(item.source_entry).clone();
            Some(Found::new(gap, at.clone(), weight?))
        }));
        all.extend(behind.into_iter().map(found));
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

/// The sources of messages as reports quote them: there may be many findings about one.
struct Sources<'a> {
    comparison: &'a Comparison<MessageItem>,
    catalog: &'a Catalog,
    quoted: FxHashMap<usize, String>,
}

impl<'a> Sources<'a> {
    fn new(comparison: &'a Comparison<MessageItem>, catalog: &'a Catalog) -> Self {
        Self {
            comparison,
            catalog,
            quoted: FxHashMap::default(),
        }
    }

    /// What the message reads as in the source that a finding is about; empty if it is about none.
    fn of(&mut self, finding: &Finding) -> String {
        let Some(About::Item(index)) = finding.about else {
            return String::new();
        };
        let entry = self.comparison.items[index].source_entry;
        let known = self.quoted.entry(entry);
        known
            .or_insert_with(|| quoted(&self.catalog.entries[entry].reading()))
            .clone()
    }
}

/// Whether a catalog has anything to count: not if only another locale has it.
pub(super) fn counts(status: &Status) -> bool {
    status.counts != Counts::default()
}
