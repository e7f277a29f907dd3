//! What is said of articles that are not in step: what is true of them after the next `sync`.

use std::collections::{BTreeSet, HashSet};

use super::select::{Made, by_locale};
use super::status::row;
use super::weight::of_workspace;
use super::{Failure, Selection, Session};
use crate::article::{Foreseen, Prepared, TargetFile};
use crate::compare::State;
use crate::config::Project;
use crate::report::{Found, Inspected, What};

impl Session {
    /// What the next `sync` makes of the selected articles, unless they are settled.
    fn foreseen<T>(&self, selection: &Selection, made: &[Made<T>]) -> Result<Foreseen, Failure> {
        let settled = made.iter().filter(|one| one.is_settled);
        let settled: HashSet<&str> = settled.map(|one| one.article.as_str()).collect();
        let is_settled = |key: &str| settled.contains(key);
        Ok(self.workspace.foreseen(&self.keys(selection)?, is_settled))
    }

    /// What was made of the articles, locale by locale, with that in its place which `work` makes of what
    /// the next `sync` makes of them.
    pub(super) fn looked_ahead<T>(
        &self,
        selection: &Selection,
        locales: &[String],
        mut made: Vec<Made<T>>,
        work: impl Fn(&Prepared, &TargetFile) -> T,
    ) -> Result<Vec<T>, Failure> {
        let foreseen = self.foreseen(selection, &made)?;
        for one in &mut made {
            for (row, locale) in one.rows.iter_mut().zip(locales) {
                let later = foreseen.find(&one.article, locale);
                if let (Some(row), Some((article, target))) = (row, later) {
                    *row = work(article, target);
                }
            }
        }
        Ok(by_locale(made, locales))
    }

    /// Puts a single finding in the place of those of a catalog that say what is missing until `sync`
    /// brings it from another one.
    pub(super) fn bring_missing(
        &self,
        selection: &Selection,
        locales: &[String],
        made: &mut [Made<Inspected>],
    ) -> Result<(), Failure> {
        let has_missing = |row: &Inspected| row.status.counts[State::Missing] > 0;
        let is_open =
            |one: &Made<Inspected>| !one.is_settled && one.rows.iter().flatten().any(has_missing);
        if !made.iter().any(is_open) {
            return Ok(());
        }
        let foreseen = self.foreseen(selection, made)?;
        for one in made {
            for (row, locale) in one.rows.iter_mut().zip(locales) {
                if let Some(inspected) = row {
                    bring(self.project(), &foreseen, locale, inspected);
                }
            }
        }
        Ok(())
    }
}

/// The same in the catalog of one article.
pub(super) fn bring(
    project: &Project,
    foreseen: &Foreseen,
    locale: &str,
    inspected: &mut Inspected,
) {
    let key = inspected.status.article.clone();
    let Some((article, target)) = foreseen.find(&key, locale) else {
        return;
    };
    let comparison = project.compare(article, target);
    let after = comparison.items.iter();
    let ids = after.zip(foreseen.ids_before(&key));
    let ids = ids.filter(|(item, _)| item.state != State::Missing);
    let ids: BTreeSet<String> = ids.map(|(_, id)| id.to_string()).collect();
    let is_brought =
        |found: &Found| found.what.code == "missing" && ids.contains(found.what.id.as_str());
    let count = inspected.found.iter().filter(|one| is_brought(one)).count();
    if count == 0 {
        return;
    }
    let message = match count {
        1 => "1 translation stands in another catalog".to_owned(),
        _ => format!("{count} translations stand in other catalogs"),
    };
    let what = What {
        message,
        hints: vec!["run `satz sync`: it brings what has moved".to_owned()],
        amount: count,
        ..What::default()
    };
    let path = target.path.clone();
    // Where that is no finding, it is one that they are missing.
    if let Some(found) = of_workspace(project, "out-of-step", locale, &key, path, what) {
        inspected.found.retain(|found| !is_brought(found));
        inspected.found.insert(0, found);
        inspected.status = row(locale, article, &comparison);
    }
}
