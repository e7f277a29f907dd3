//! Stale translations declared up to date.

use std::collections::BTreeMap;

use super::glossary::{GlossaryContext, found_about};
use super::sink::{Report, Sink};
use super::sweep::Sweep;
use super::{Failure, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::Id;
use crate::compare::{Item, State};
use crate::config::suggest;
use crate::report::Found;
use crate::store::{Error, Write};
use crate::text::{Edit, apply};
use crate::update::accept;

/// Stands for all locales where one is named; no language is called so.
pub const EVERY: &str = "every";

/// Which stale translations are up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AcceptQuestion {
    /// The locale, several joined by commas, or [`EVERY`].
    pub locale: String,
    /// Ids of the units, with or without the part behind the hyphen.
    pub ids: Vec<String>,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// Every unit whose translation was changed after it became stale.
    pub edited: bool,
    /// Every stale unit.
    pub all: bool,
    /// Every stale unit whose German changed by this alone; its translation changes with it.
    pub sweep: Option<Sweep>,
    /// Whether nothing is written.
    pub is_trial: bool,
}

/// A stale unit that could be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptable {
    /// Path of its catalog.
    pub path: String,
    /// Its id.
    pub id: String,
    /// Stale or edited.
    pub state: State,
    /// Its text in the source.
    pub source: String,
}

/// What was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// Path of the catalog and new id of each unit.
    pub units: Vec<(String, String)>,
    /// What a sweep made of translations.
    pub swept: Vec<Swept>,
    /// The ids of those of them for whose translation of the German before somebody stood: nobody does
    /// for that of the new one.
    pub unreviewed: Vec<String>,
    /// What the checks find in these units.
    pub findings: Vec<Found>,
}

/// A translation that a sweep took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swept {
    /// Path of its catalog.
    pub path: String,
    /// Its new id.
    pub id: String,
    /// The German that it was made for, and the present one.
    pub source: [String; 2],
    /// The translation before and after.
    pub target: [String; 2],
}

impl Session {
    /// The stale units of locales, named as in a question: those that could be accepted.
    ///
    /// # Errors
    /// If a locale is not configured.
    pub fn acceptable(
        &self,
        locale: &str,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Acceptable>, Failure> {
        let report = &mut Report::new(sink);
        let locales = self.accepted_locales(locale)?;
        let project = self.project();
        let (prepared, errors) = self.workspace.prepare(&[], &());
        report.fail_all(errors)?;
        let mut open = Vec::new();
        for (article, target) in targets(&prepared, &locales) {
            let items = project.compare(article, target).items.into_iter();
            let items = items.filter(|item| matches!(item.state, State::Stale | State::Edited));
            open.extend(items.map(|item| Acceptable {
                path: target.path.clone(),
                id: item.id.to_string(),
                state: item.state,
                source: item.source,
            }));
        }
        Ok(open)
    }

    /// Gives the messages of stale units the ids of the source as it is now, so that they count as
    /// current again. An id that is no stale unit's is a fault of its own.
    ///
    /// # Errors
    /// If a locale is not configured, or an id is none: then nothing is written.
    pub fn accept(
        &self,
        question: &AcceptQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Accepted, Failure> {
        let report = &mut Report::new(sink);
        let locale = &question.locale;
        let locales = self.accepted_locales(locale)?;
        let wanted = question.ids.iter().map(|id| {
            let parsed = Id::parse(id).ok_or_else(|| {
                format!("`{id}` is no id; one reads like s83fqt0, see `satz diff {locale}`")
            })?;
            Ok(parsed.base)
        });
        let wanted = wanted.collect::<Result<Vec<_>, Failure>>()?;
        let prepared = self.articles_of(&question.articles, report)?;
        let writer = self.writer(report)?;
        let glossaries = { locales.iter() }
            .map(|locale| Ok((locale, GlossaryContext::read(&self.workspace, locale)?)))
            .collect::<Result<BTreeMap<_, _>, Failure>>()?;
        let mut accepted = Accepted::default();
        let (mut done, mut stale) = (Vec::new(), Vec::new());
        for (article, target) in targets(&prepared, &locales) {
            let mut reviewed = Vec::new();
            let (swept, values) = match &question.sweep {
                Some(sweep) => self.swept(sweep, article, target),
                None => Default::default(),
            };
            let taken = self.accept_in(article, target, values, |item| {
                if item.marks.review.is_some() {
                    reviewed.push(item.id);
                }
                if matches!(item.state, State::Stale | State::Edited) {
                    stale.push(item.id.base.to_string());
                }
                let is_edited = question.edited && item.state == State::Edited;
                let is_swept = || swept.iter().any(|swept| swept.id == item.id.to_string());
                question.all || is_edited || wanted.contains(&item.id.base) || is_swept()
            });
            let Some((write, ids)) = taken else {
                continue;
            };
            accepted.swept.extend(swept);
            let renewed = target.with_text(write.new.clone());
            let write = if question.is_trial { None } else { Some(write) };
            if let Err(error) = write.map_or(Ok(0), |write| writer.write(&[write])) {
                report.fail(error);
                return Ok(accepted);
            }
            let units = ids.iter().map(|id| (target.path.clone(), id.to_string()));
            accepted.units.extend(units);
            let unreviewed = ids.iter().filter(|id| reviewed.contains(id));
            accepted.unreviewed.extend(unreviewed.map(Id::to_string));
            done.extend(ids.iter().map(|id| id.base));
            let is_accepted = |id: &str| {
                let id = Id::parse(id);
                id.is_some_and(|id| ids.iter().any(|other| other.base == id.base))
            };
            let project = self.project();
            let glossary = &glossaries[&target.locale];
            let findings = found_about(glossary, project, article, &renewed, is_accepted);
            accepted.findings.extend(findings);
        }
        for base in wanted.iter().filter(|base| !done.contains(base)) {
            let known: Vec<&str> = stale.iter().map(String::as_str).collect();
            let hint = match suggest(&base.to_string(), &known) {
                Some(other) => format!("did you mean `{other}`?"),
                None => format!("see `{}`", diff_command(locale)),
            };
            let place = if locale == EVERY {
                "any language"
            } else {
                locale
            };
            report.fail(format_args!(
                "no stale unit of {place} has the id `{base}`; {hint}"
            ));
        }
        writer.close()?;
        Ok(accepted)
    }

    /// What accepting makes of a catalog, and the new ids; `None` if nothing of it is wanted.
    fn accept_in(
        &self,
        article: &Prepared,
        target: &TargetFile,
        values: Vec<Edit>,
        mut is_wanted: impl FnMut(&Item) -> bool,
    ) -> Option<(Write, Vec<Id>)> {
        let project = self.project();
        let catalog = &target.catalog.value;
        let comparison = project.compare(article, target);
        let chosen: Vec<Id> = comparison
            .items
            .iter()
            .filter(|item| is_wanted(item))
            .map(|item| item.id)
            .collect();
        let (mut edits, ids) = accept(&article.source, catalog, |id| chosen.contains(id));
        if ids.is_empty() {
            return None;
        }
        edits.extend(values);
        let text = apply(&catalog.text, &edits);
        let (new, _) = project.update(article, &target.with_text(text), false);
        let write = Write {
            path: target.path.clone(),
            old: target.text.clone(),
            new,
        };
        Some((write, ids))
    }

    /// The translations of a catalog that a sweep takes, and the changes of their values.
    fn swept(
        &self,
        sweep: &Sweep,
        article: &Prepared,
        target: &TargetFile,
    ) -> (Vec<Swept>, Vec<Edit>) {
        let project = self.project();
        let catalog = &target.catalog.value;
        let locales = [project.source.as_str(), target.locale.as_str()];
        let comparison = project.compare(article, target);
        let items = &comparison.items;
        let (mut swept, mut values) = (Vec::new(), Vec::new());
        for (index, item) in items.iter().enumerate() {
            // What several sentences share has no old German of each.
            let is_alone = item.leader == index
                && items.get(index + 1).is_none_or(|next| next.leader != index);
            let (State::Stale, true, Some(was), Some(entry)) =
                (item.state, is_alone, &item.was, item.entry)
            else {
                continue;
            };
            let span = catalog.entries[entry].value_span;
            let before = span.of(&catalog.text);
            let Some(after) = sweep.carried(locales, [was, &item.source], before) else {
                continue;
            };
            if after != before {
                values.push(Edit::replace(span, after.clone()));
            }
            swept.push(Swept {
                path: target.path.clone(),
                id: item.id.to_string(),
                source: [was.clone(), item.source.clone()],
                target: [before.trim().to_owned(), after.trim().to_owned()],
            });
        }
        (swept, values)
    }

    /// The configured locales that a word names.
    fn accepted_locales(&self, names: &str) -> Result<Vec<String>, Error> {
        if names == EVERY {
            return Ok(self.project().locales.clone());
        }
        let names: Vec<String> = names
            .split(',')
            .map(|name| name.trim().to_owned())
            .collect();
        self.named_locales(&names)
    }
}

/// The command that shows what is stale in locales named as in a question: it takes one locale, or all.
pub fn diff_command(locale: &str) -> String {
    if locale == EVERY || locale.contains(',') {
        return "satz diff".to_owned();
    }
    format!("satz diff {locale}")
}

/// The catalogs of some locales, each with its article.
fn targets<'a>(
    prepared: &'a [Prepared],
    locales: &'a [String],
) -> impl Iterator<Item = (&'a Prepared, &'a TargetFile)> {
    prepared.iter().flat_map(move |article| {
        let files = { locales.iter() }.filter_map(|locale| article.target(locale));
        files.map(move |target| (article, target))
    })
}
