//! What is not up to date, unit by unit.

use super::sink::{Report, Sink};
use super::{Failure, Selection, Session};
use crate::article::{Prepared, TargetFile};
use crate::compare::{Item, State, changed_facts};
use crate::config::Project;
use crate::report::{Change, FactChange};

impl Session {
    /// Says of every unit that is missing, stale or obsolete in a locale what it is in the source and in
    /// the translation, and what changed; only of those in some `states`, if there are any.
    ///
    /// # Errors
    /// If the selection names what is not there, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::compare::State;
    /// use satz::session::{Selection, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let changes = session.diff(&Selection::default(), &[], &mut ())?;
    /// assert_eq!(changes[0].state, State::Missing);
    /// assert_eq!(changes[0].source, "Der Markt ist offen.");
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn diff(
        &self,
        selection: &Selection,
        states: &[State],
        sink: &mut dyn Sink,
    ) -> Result<Vec<Change>, Failure> {
        let report = &mut Report::new(sink);
        let locales = self.locales(selection)?;
        let project = self.project();
        let is_settled = |article: &Prepared| project.is_settled(article);
        let work = |article: &Prepared, target: &TargetFile| changes(project, article, target);
        let made = self.each(selection, &locales, report, is_settled, work)?;
        let of_articles = self.looked_ahead(selection, &locales, made, work)?;
        let mut changes: Vec<Change> = of_articles.into_iter().flatten().collect();
        let catalogs = self.application(selection, report)?;
        changes.extend(catalogs.changes(&self.workspace, &locales, report));
        changes.retain(|change| states.is_empty() || states.contains(&change.state));
        changes.sort_by_key(|change| locales.iter().position(|locale| *locale == change.locale));
        Ok(changes)
    }
}

/// Everything in an article that is not up to date in a locale.
fn changes(project: &Project, article: &Prepared, target: &TargetFile) -> Vec<Change> {
    let comparison = project.compare(article, target);
    let open = comparison.items.into_iter();
    let open = open.filter(|item| !item.state.is_covered()).map(|item| {
        let was = source_before(article, &item);
        Change {
            locale: target.locale.clone(),
            article: article.key.clone(),
            id: item.id.to_string(),
            state: item.state,
            facts: facts(was.as_deref(), &item.source, &project.source),
            was,
            source: item.source,
            target: item.target,
            made: Some(item.marks.maker)
                .filter(|maker| !maker.is_person())
                .map(|maker| maker.to_string()),
        }
    });
    let obsolete = comparison.obsolete.into_iter().map(|obsolete| Change {
        locale: target.locale.clone(),
        article: article.key.clone(),
        id: obsolete.id,
        state: State::Obsolete,
        source: String::new(),
        was: None,
        target: Some(obsolete.target),
        made: None,
        facts: Vec::new(),
    });
    open.chain(obsolete).collect()
}

/// The source text that a translation was made for, where it is known and another one.
pub(super) fn source_before(article: &Prepared, item: &Item) -> Option<String> {
    let before = item.target_id.as_ref().and_then(|id| {
        let mut old = article.old.units.iter();
        old.find(|unit| unit.id == *id)
            .map(|unit| unit.text.clone())
    });
    let was = item.was.clone().or(before);
    was.filter(|was| *was != item.source)
}

/// What a translator must not overlook in a changed wording.
pub(super) fn facts(was: Option<&str>, now: &str, source_locale: &str) -> Vec<FactChange> {
    let changed = was.map(|was| changed_facts(was, now, source_locale));
    let changed = changed.unwrap_or_default().into_iter();
    changed
        .map(|change| FactChange {
            kind: change.fact.name(),
            was: change.was,
            now: change.now,
        })
        .collect()
}
