//! How complete each article is in each locale.

use std::collections::BTreeMap;

use super::select::Rows;
use super::share::{Answer, Share};
use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::compare::{Comparison, State};
use crate::report::{Standing, Status, words};
use crate::store::{Git, Workspace};

/// A question for completeness.
#[derive(Debug, Default)]
pub struct StatusQuestion {
    /// Of which articles and locales.
    pub selection: Selection,
    /// Only rows that have a unit in one of these states; all if there is none.
    pub states: Vec<State>,
    /// Whether to ask git for how long translations have been stale.
    pub ages: bool,
    /// Which share of the articles.
    pub share: Share,
}

impl Session {
    /// Says how complete each article and each catalog of an application is in each locale.
    ///
    /// # Errors
    /// If the selection names what is not there, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{Answer, Session, StatusQuestion};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen. Er schließt um sechs."),
    /// ])?;
    /// let Answer::Whole(standing) = session.status(StatusQuestion::default(), &mut ())? else {
    ///     unreachable!("no share was asked for")
    /// };
    /// assert_eq!((standing.rows[0].units(), standing.rows[0].covered()), (2, 0));
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn status(
        &self,
        question: StatusQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Answer<Standing>, Failure> {
        let report = &mut Report::new(sink);
        let locales = self.locales(&question.selection)?;
        let rows = Rows {
            question: "status",
            selection: &question.selection,
            locales: &locales,
            options: "",
            cache: self.workspace.cache("status", &[&locales.join(",")]),
            share: question.share,
        };
        let project = self.project();
        let work = |article: &Prepared, target: &TargetFile| {
            let comparison = project.compare(article, target);
            let row = row(&target.locale, article, &comparison);
            let items = comparison.items.iter();
            let stale =
                items.filter(|item| row.counts[State::Stale] > 0 && item.state == State::Stale);
            let stale: Vec<String> = stale.map(|item| item.id.to_string()).collect();
            (row, stale)
        };
        let is_settled = |article: &Prepared| project.is_settled(article);
        let made = match self.each_row(rows, report, is_settled, work)? {
            Answer::Whole(made) => made,
            Answer::Part(part) => return Ok(Answer::Part(part)),
        };
        let mut rows = self.looked_ahead(&question.selection, &locales, made, work)?;
        let catalogs = self.application(&question.selection, report)?;
        let of_catalogs = catalogs.status(&self.workspace, &locales, report);
        rows.extend(of_catalogs.into_iter().map(|row| (row, Vec::new())));
        rows.sort_by_key(|(row, _)| locales.iter().position(|locale| *locale == row.locale));
        if !question.states.is_empty() {
            let has = |row: &Status| question.states.iter().any(|state| row.counts[*state] > 0);
            rows.retain(|(row, _)| has(row));
        }
        if question.ages {
            put_ages(&self.workspace, &mut rows);
        }
        Ok(Answer::Whole(Standing {
            source: project.source.clone(),
            rows: rows.into_iter().map(|(row, _)| row).collect(),
        }))
    }
}

/// Asks git for how long translations have been stale. Where it does not know, nothing is said.
fn put_ages(workspace: &Workspace, rows: &mut [(Status, Vec<String>)]) {
    let Ok(git) = Git::open(&workspace.root) else {
        return;
    };
    let mut known: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for (row, stale) in rows.iter_mut().filter(|(_, stale)| !stale.is_empty()) {
        let path = workspace
            .project
            .catalog_path(&workspace.project.source, &row.article);
        let days = known.entry(path).or_insert_with_key(|path| git.days(path));
        row.stale_days = stale.iter().filter_map(|id| days.get(id)).max().copied();
    }
}

/// Counts what there is of an article in a locale. Nothing of a draft is counted.
pub(super) fn row(locale: &str, article: &Prepared, comparison: &Comparison) -> Status {
    let mut row = Status {
        locale: locale.into(),
        article: article.key.as_str().into(),
        ..Status::default()
    };
    if article.is_draft() {
        return row;
    }
    row.counts = comparison.counts();
    for item in &comparison.items {
        let count = words(&item.source);
        row.words += count;
        row.aligned += usize::from(item.aligned.is_some());
        if item.state.is_covered() {
            row.words_current += count;
            let is_reviewed = item.review().is_some();
            let is_machine = item.marks.maker.is_machine();
            row.reviewed += usize::from(is_reviewed);
            row.machine += usize::from(is_machine);
            row.raw_machine += usize::from(is_machine && !is_reviewed);
            row.words_reviewed += if is_reviewed { count } else { 0 };
            row.words_machine += if is_machine { count } else { 0 };
        }
    }
    row
}
