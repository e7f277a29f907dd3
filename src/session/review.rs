//! Units that somebody stands for, and units that a machine made: the marks, set and taken away.

use std::collections::BTreeSet;

use super::select::in_locale;
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Base, Id, Maker, Review, escape};
use crate::compare::{Comparison, Item, State};
use crate::config::suggest;
use crate::store::Write;
use crate::text::{Edit, apply};
use crate::update::{mark_made, mark_reviewed};

/// Which units somebody stands for from now on, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewQuestion {
    /// The locale.
    pub locale: String,
    /// Ids of the units, with or without the part behind the hyphen; if there is none, all units that
    /// are up to date.
    pub ids: Vec<String>,
    /// Articles by their keys, or patterns; all if there is none.
    pub articles: Vec<String>,
    /// Who stands for them; nobody does any more if there is none.
    pub review: Option<Review>,
}

/// What was reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviewed {
    /// Path of the catalog and id of each unit whose review changed.
    pub units: Vec<(String, String)>,
    /// So many units were as asked before.
    pub unchanged: usize,
}

/// What made some units of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitMaker {
    /// The locale.
    pub locale: String,
    /// Key of the article.
    pub article: String,
    /// Ids of the units, with or without the part behind the hyphen.
    pub ids: Vec<String>,
    /// What made their texts.
    pub maker: Maker,
}

impl Session {
    /// Writes above the translations of units who stands for them. A unit is confirmed together with the
    /// empty ones that its text covers. One that is stale or has no translation cannot be confirmed: that
    /// is a fault of its own, and the others are.
    ///
    /// # Errors
    /// If the locale or an article is not there, its catalogs have no comments of satz, or an id is none:
    /// then nothing is written.
    pub fn review(
        &self,
        question: &ReviewQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Reviewed, Failure> {
        let report = &mut Report::new(sink);
        let locale = self.marked_locale(&question.locale)?;
        let wanted = bases(&question.ids)?;
        let articles = self.articles_of(&question.articles, report)?;
        let writer = self.writer(report)?;
        let mut reviewed = Reviewed::default();
        let mut found = BTreeSet::new();
        for (article, target) in in_locale(&articles, &locale) {
            let comparison = self.project().compare(article, target);
            let chosen = chosen(&comparison, &wanted);
            for item in chosen.iter().filter(|_| !wanted.is_empty()) {
                found.insert(item.id.base);
                if let Some(fault) = unready(item, &locale, question.review.is_some()) {
                    report.fail(format_args!("{}: {fault}", target.path));
                }
            }
            let is_ready =
                |item: &&&Item| unready(item, &locale, question.review.is_some()).is_none();
            let ready = chosen.iter().filter(is_ready);
            let leaders: BTreeSet<usize> = ready.map(|item| item.leader).collect();
            let marked = marked(&comparison, target, &leaders, question.review.as_ref());
            reviewed.unchanged += leaders.len() - marked.len();
            if marked.is_empty() {
                continue;
            }
            let (edits, ids): (Vec<Edit>, Vec<Id>) = marked.into_iter().unzip();
            if let Err(error) = writer.write(&[written(target, &edits)]) {
                report.fail(error);
                break;
            }
            let units = { ids.iter() }.map(|id| (target.path.clone(), id.to_string()));
            reviewed.units.extend(units);
        }
        for base in wanted.difference(&found) {
            let known = known_ids(self, &articles, &locale);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let hint = match suggest(base, &known) {
                Some(other) => format!("did you mean `{other}`?"),
                None => format!("see `satz review {locale}`"),
            };
            report.fail(format_args!(
                "no unit of {locale} has the id `{base}`; {hint}"
            ));
        }
        writer.close()?;
        Ok(reviewed)
    }

    /// Writes above the translations of units what made them. What stood for the texts before is replaced;
    /// reviews stay, since the texts do. Returns the ids of the units whose marks changed.
    ///
    /// # Errors
    /// If the locale or the article is not there, its catalogs have no comments of satz, an id is no
    /// unit's that has a translation, or the catalog cannot be written.
    pub fn mark_made(
        &self,
        question: &UnitMaker,
        sink: &mut dyn Sink,
    ) -> Result<Vec<String>, Failure> {
        let report = &mut Report::new(sink);
        let locale = self.marked_locale(&question.locale)?;
        let wanted = bases(&question.ids)?;
        let articles = self.articles_of(std::slice::from_ref(&question.article), report)?;
        let writer = self.writer(report)?;
        let mut ids = Vec::new();
        for (article, target) in in_locale(&articles, &locale) {
            let comparison = self.project().compare(article, target);
            let catalog = &target.catalog.value;
            let edits = chosen(&comparison, &wanted).into_iter().filter_map(|item| {
                let edit = mark_made(catalog, item.entry?, &question.maker)?;
                ids.push(item.id.to_string());
                Some(edit)
            });
            let edits: Vec<Edit> = edits.collect();
            if !edits.is_empty() {
                writer.write(&[written(target, &edits)])?;
            }
        }
        writer.close()?;
        Ok(ids)
    }

    /// Gives a unit of an article another translation, on one line. Its state stays what it is; a review of
    /// the text before is void, and what a machine made counts as edited.
    ///
    /// # Errors
    /// If there is no such unit with a message, or the catalog cannot be written.
    pub fn retype(
        &self,
        (locale, article, id): (&str, &str, &str),
        text: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), Failure> {
        let report = &mut Report::new(sink);
        let locale = self.locale(locale)?;
        let wanted = bases(&[id.to_owned()])?;
        let articles = self.articles_of(&[article.to_owned()], report)?;
        let writer = self.writer(report)?;
        for (article, target) in in_locale(&articles, &locale) {
            let comparison = self.project().compare(article, target);
            let catalog = &target.catalog.value;
            let entries = chosen(&comparison, &wanted);
            let Some(entry) = entries.first().and_then(|item| item.entry) else {
                continue;
            };
            let edit = Edit::replace(catalog.entries[entry].value_span, escape(text));
            let typed = target.with_text(apply(&catalog.text, &[edit]));
            let (new, _) = self.project().update(article, &typed, false);
            writer.write(&[Write {
                path: target.path.clone(),
                old: target.text.clone(),
                new,
            }])?;
            writer.close()?;
            return Ok(());
        }
        Err(format!("no unit of {locale} has the id `{id}` and a translation").into())
    }

    /// A configured locale whose catalogs have comments.
    fn marked_locale(&self, name: &str) -> Result<String, Failure> {
        let locale = self.locale(name)?;
        if !self.project().notes(&locale) {
            return Err(format!(
                "the catalogs of {locale} have no comments (`notes`), and so none that says who has \
                 reviewed a sentence"
            )
            .into());
        }
        Ok(locale)
    }

    /// The articles that are named, with their catalogs.
    pub(super) fn articles_of(
        &self,
        names: &[String],
        report: &mut Report<'_>,
    ) -> Result<Vec<Prepared>, Failure> {
        let selection = Selection {
            locales: Vec::new(),
            articles: names.to_vec(),
        };
        let keys = self.keys(&selection)?;
        let (articles, errors) = self.workspace.prepare(&keys, &*report.begin("articles"));
        report.fail_all(errors)?;
        Ok(articles)
    }
}

/// The bases of ids that a person typed.
fn bases(ids: &[String]) -> Result<BTreeSet<Base>, Failure> {
    let base = |id: &String| {
        let parsed = Id::parse(id)
            .ok_or_else(|| Failure::from(format!("`{id}` is no id; one reads like s83fqt0")));
        Ok(parsed?.base)
    };
    ids.iter().map(base).collect()
}

/// The units with these bases; if there is none, all that are up to date.
fn chosen<'c>(comparison: &'c Comparison, wanted: &BTreeSet<Base>) -> Vec<&'c Item> {
    let is_chosen = |item: &&Item| {
        let is_ready = item.entry.is_some() && item.state.is_covered();
        wanted.contains(&item.id.base) || wanted.is_empty() && is_ready
    };
    comparison.items.iter().filter(is_chosen).collect()
}

/// Why nobody can stand for a unit; none if somebody can, or if it is only to be said that nobody does.
fn unready(item: &Item, locale: &str, is_review: bool) -> Option<String> {
    let id = item.id;
    match item.state {
        _ if !is_review => None,
        State::Current | State::Empty => None,
        State::Inherited => Some(format!(
            "{id} has the text of another locale, and is reviewed there"
        )),
        State::Stale | State::Edited => Some(format!(
            "{id} is {}, so nobody can stand for it; first `satz accept {locale} {}`",
            item.state.name(),
            item.id.base
        )),
        State::Missing | State::Obsolete => {
            Some(format!("{id} has no translation that could be reviewed"))
        }
    }
}

/// The edits that give groups of units a review, or take it away, each with the id of its first unit.
fn marked(
    comparison: &Comparison,
    target: &TargetFile,
    leaders: &BTreeSet<usize>,
    review: Option<&Review>,
) -> Vec<(Edit, Id)> {
    let catalog = &target.catalog.value;
    let edit = |leader: &usize| {
        let item = &comparison.items[*leader];
        let is_same = |review: &Review| item.review().is_some_and(|old| old.name == review.name);
        if review.is_some_and(is_same) {
            return None;
        }
        let members = comparison.members(*leader);
        let edit = mark_reviewed(catalog, item.entry?, &members, review)?;
        Some((edit, item.id))
    };
    leaders.iter().filter_map(edit).collect()
}

/// A catalog with its edits, as it is written.
fn written(target: &TargetFile, edits: &[Edit]) -> Write {
    Write {
        path: target.path.clone(),
        old: target.text.clone(),
        new: apply(&target.catalog.value.text, edits),
    }
}

/// The bases of all units.
fn known_ids(session: &Session, articles: &[Prepared], locale: &str) -> Vec<String> {
    let units = in_locale(articles, locale).flat_map(|(article, target)| {
        let comparison = session.project().compare(article, target);
        comparison.items.into_iter()
    });
    units.map(|item| item.id.base.to_string()).collect()
}
