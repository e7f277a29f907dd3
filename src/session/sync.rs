//! The catalogs brought in step with the articles: first a plan, then its writing.

use std::collections::BTreeMap;
use std::fmt;

use rustc_hash::FxHashMap;

use super::diff::facts;
use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::article::{Change, Plan, Rewording, Together};
use crate::catalog::Id;
use crate::report::Explained;
use crate::store::{Error, Write, Writer};
use crate::text::LineIndex;
use crate::update::{Assigned, Rule};

/// How the catalogs are to be brought in step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SyncQuestion {
    /// Whether it is to be written: then nobody else writes between the plan and its end.
    pub writes: bool,
    /// Whether messages go whose sentence is gone.
    pub prune: bool,
}

/// What a sync would do. Looking at it changes nothing.
#[derive(Debug)]
pub struct SyncPlan<'a> {
    session: &'a Session,
    writer: Option<Writer<'a>>,
    together: Together,
    prune: bool,
    /// Texts of the catalogs as the plan leaves them, where it changes them.
    texts: BTreeMap<String, String>,
}

/// What a sync does at once, or has done: its files are in step with each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SyncStep {
    /// Path and id of each message that is removed.
    pub pruned: Vec<(String, String)>,
    /// The files that change, each once.
    pub files: Vec<Change>,
}

/// A change of the source that leaves the meaning as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinorChange {
    /// The article.
    pub article: String,
    /// The unit's new id.
    pub id: String,
    /// The locales whose translation stays up to date.
    pub locales: Vec<String>,
    /// Those of them in which somebody stood for the translation: nobody does for the new German.
    pub reviewed: Vec<String>,
}

/// An article whose sentences have the old words, but are cut differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recut {
    /// Path of the article.
    pub path: String,
    /// How many units it was.
    pub before: usize,
    /// How many it is.
    pub after: usize,
}

/// Catalogs of an article that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphaned {
    /// Key of the article.
    pub article: String,
    /// Paths of the catalogs, the source's first.
    pub paths: Vec<String>,
}

/// A place in a locale's catalog that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Path of the catalog.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl Session {
    /// Plans what brings the catalogs in step with the articles. Articles that wait for something that
    /// cannot be read are reported, and so is that.
    ///
    /// # Errors
    /// If somebody else is writing, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{Session, SyncQuestion};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let mut plan = session.plan_sync(&SyncQuestion::default(), &mut ())?;
    /// let steps = plan.steps();
    /// let paths: Vec<&str> = steps[0].files.iter().map(|file| file.path.as_str()).collect();
    /// assert_eq!(paths, ["locales/en/markt.ftl", "locales/de/markt.ftl"]);
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn plan_sync(
        &self,
        question: &SyncQuestion,
        sink: &mut dyn Sink,
    ) -> Result<SyncPlan<'_>, Failure> {
        let report = &mut Report::new(sink);
        let writer = if question.writes {
            Some(self.writer(report)?)
        } else {
            None
        };
        let steps = report.begin("articles");
        let (together, errors) = if question.prune {
            self.workspace.prepare_all_together(&*steps)
        } else {
            self.workspace.prepare_together(&*steps)
        };
        drop(steps);
        report.fail_all(errors)?;
        Ok(SyncPlan {
            session: self,
            writer,
            together,
            prune: question.prune,
            texts: BTreeMap::new(),
        })
    }
}

impl SyncPlan<'_> {
    /// The units whose words changed, so that their translations become stale.
    pub fn rewordings(&self) -> Vec<Rewording> {
        self.together.rewordings()
    }

    /// The key of the article that a rewording is in.
    pub fn article_of(&self, rewording: &Rewording) -> &str {
        &self.together.articles[rewording.article].key
    }

    /// Whether a rewording looks like the correction of a slip. Only a person can say whether it is.
    pub fn is_slip(&self, rewording: &Rewording) -> bool {
        rewording.is_slip(&self.session.project().source)
    }

    /// Declares that a rewording leaves the meaning as it was: translations that were up to date stay so.
    pub fn keep_current(&mut self, rewording: &Rewording) -> MinorChange {
        self.together.keep_current(rewording);
        MinorChange {
            article: self.article_of(rewording).to_owned(),
            id: rewording.new.to_string(),
            locales: rewording.locales.clone(),
            reviewed: rewording.reviewed.clone(),
        }
    }

    /// Declares the same of the rewordings with some ids.
    ///
    /// # Errors
    /// If an id is none, or of no rewording, or of several that differ.
    pub fn keep_current_by_ids(&mut self, ids: &[String]) -> Result<Vec<MinorChange>, Failure> {
        let all = self.rewordings();
        let mut chosen: Vec<&Rewording> = Vec::new();
        for typed in ids {
            chosen.extend(meant(&all, typed)?);
        }
        let changes = chosen.into_iter().map(|one| self.keep_current(one));
        Ok(changes.collect())
    }

    /// How the units came to their ids that are not simply unchanged.
    pub fn explained(&self) -> Vec<Explained> {
        explained(&self.together, &self.session.project().source)
    }

    /// Old and new key of articles that were renamed, and whose translations follow.
    pub fn renamed(&self) -> Vec<(String, String)> {
        let together = &self.together;
        let renamed = together.renamed.iter();
        renamed
            .filter(|(_, article)| !together.waits(**article))
            .map(|(orphan, article)| {
                let old = together.orphans[*orphan].key.clone();
                (old, together.articles[*article].key.clone())
            })
            .collect()
    }

    /// The articles that are cut differently.
    pub fn recut(&self) -> Vec<Recut> {
        let articles = self.together.articles.iter();
        articles
            .filter_map(|article| recut(&article.path, &article.assigned))
            .collect()
    }

    /// The catalogs whose article is gone, and which stay.
    pub fn orphans(&self) -> Vec<Orphaned> {
        let kept = self.together.orphans_kept();
        kept.into_iter()
            .map(|orphan| {
                let mut paths = vec![orphan.path.clone()];
                let targets = orphan.targets.iter().filter(|target| target.text.is_some());
                paths.extend(targets.map(|target| target.path.clone()));
                paths.extend(orphan.others.iter().cloned());
                Orphaned {
                    article: orphan.key.clone(),
                    paths,
                }
            })
            .collect()
    }

    /// Paths of the articles that are left as they are, since what they hang together with cannot be
    /// read.
    pub fn waiting(&self) -> Vec<String> {
        let waiting = self.together.articles_waiting();
        waiting.map(|article| article.path.clone()).collect()
    }

    /// What would become of which files, in the order in which that has to be done.
    pub fn steps(&mut self) -> Vec<SyncStep> {
        let plans = self.plans();
        plans
            .iter()
            .map(|plan| SyncStep {
                pruned: plan.pruned.clone(),
                files: in_one(plan.steps.iter().flatten()),
            })
            .collect()
    }

    /// Does it, as far as that is possible, and says what was done. What cannot be written is reported.
    /// A plan that is not to be written writes nothing.
    pub fn apply(&mut self, sink: &mut dyn Sink) -> Vec<SyncStep> {
        let report = &mut Report::new(sink);
        let plans = self.plans();
        let Some(writer) = self.writer.take() else {
            return Vec::new();
        };
        let mut steps = Vec::new();
        for plan in &plans {
            let (done, result) = carry_out(&writer, plan);
            let files = in_one(done.into_iter());
            let is_done = |path: &str| files.iter().any(|file| file.path == path);
            let pruned = plan.pruned.iter().filter(|(path, _)| is_done(path));
            steps.push(SyncStep {
                pruned: pruned.cloned().collect(),
                files,
            });
            if let Err(error) = result {
                report.fail(error);
            }
        }
        if let Err(error) = writer.close() {
            report.fail(error);
        }
        steps
    }

    fn plans(&mut self) -> Vec<Plan> {
        let plans = self.session.project().plan(&self.together, self.prune);
        let mut plans = together_if_new(plans);
        if self.writer.is_some() {
            self.session.remember(&self.together, &mut plans);
        }
        let changes = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
        self.texts
            .extend(changes.filter_map(|change| Some((change.path.clone(), change.new.clone()?))));
        plans
    }

    /// What cannot be read in the locales' catalogs, as they are after [`SyncPlan::steps`] or
    /// [`SyncPlan::apply`].
    pub fn unreadable(&self) -> Vec<Unreadable> {
        let articles = self.together.articles.iter();
        let mut found = Vec::new();
        for target in articles.flat_map(|article| &article.targets) {
            let renewed = self.texts.get(&target.path);
            let renewed = renewed.map(|new| target.with_text(new.clone()));
            let target = renewed.as_ref().unwrap_or(target);
            let text = &target.catalog.value.text;
            let lines = LineIndex::new(text);
            for fault in target.faults() {
                let hints = fault.hints.iter().map(|hint| format!("; {hint}"));
                let hints: String = hints.collect();
                found.push(Unreadable {
                    path: target.path.clone(),
                    line: lines.place(text, fault.span.start).line,
                    message: format!("{}{hints}", fault.message),
                });
            }
        }
        found
    }
}

/// The rewordings that a typed id names.
fn meant<'r>(all: &'r [Rewording], typed: &str) -> Result<Vec<&'r Rewording>, Failure> {
    let Some(id) = Id::parse(typed) else {
        return Err(Failure::from(format!(
            "`{typed}` is no id; one reads like s83fqt0, see `satz sync --check --explain`"
        )));
    };
    let is_meant = |one: &&Rewording| {
        id == one.new || (id.base == one.new.base && (id.tag.is_none() || id == one.old))
    };
    let meant: Vec<&Rewording> = all.iter().filter(is_meant).collect();
    if meant.is_empty() {
        return Err(Failure::from(format!(
            "no unit `{typed}` was reworded since the last sync; if its translations are stale and right: `satz accept every {typed}`"
        )));
    }
    if meant.iter().any(|one| one.new != meant[0].new) {
        let ids: Vec<String> = meant.iter().map(|one| one.new.to_string()).collect();
        return Err(Failure::from(format!(
            "`{typed}` was reworded in several articles; say which: {}",
            ids.join(", ")
        )));
    }
    Ok(meant)
}

/// Writes the files of a plan step by step, until one cannot be written; gives what was done.
fn carry_out<'p>(writer: &Writer<'_>, plan: &'p Plan) -> (Vec<&'p Change>, Result<(), Error>) {
    let mut done: Vec<&Change> = Vec::new();
    let mut result = Ok(());
    for step in &plan.steps {
        // The next step begins when this one is on the disk.
        let on_disk = || match plan.steps.len() {
            0 | 1 => Ok(()),
            _ => writer.sync(),
        };
        result = write(writer, step, &mut done).and_then(|()| on_disk());
        if result.is_err() {
            break;
        }
    }
    (done, result)
}

/// The plans, those that only make new files as one: nothing of anybody's is at stake there, and all
/// of them come to the disk together.
fn together_if_new(plans: Vec<Plan>) -> Vec<Plan> {
    let is_new = |plan: &Plan| {
        let mut changes = plan.steps.iter().flatten();
        plan.steps.len() == 1 && changes.all(|change| change.old.is_none())
    };
    let (new, mut others): (Vec<Plan>, Vec<Plan>) = plans.into_iter().partition(is_new);
    if !new.is_empty() {
        let changes = new.into_iter().flat_map(|plan| plan.steps).flatten();
        let all = Plan {
            steps: vec![changes.collect()],
            pruned: Vec::new(),
        };
        others.insert(0, all);
    }
    others
}

/// Changes as one per file, where several steps write it; without those that change nothing.
fn in_one<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<Change> {
    let mut files: Vec<Change> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for change in changes {
        if let Some(place) = places.get(change.path.as_str()) {
            files[*place].new.clone_from(&change.new);
        } else {
            places.insert(&change.path, files.len());
            files.push(change.clone());
        }
    }
    files.retain(Change::differs);
    files
}

/// How an article is cut, where its sentences have the old words but are cut differently.
fn recut(path: &str, assigned: &[Assigned]) -> Option<Recut> {
    let recut = || { assigned.iter() }.filter(|unit| unit.rule == Rule::Resegmented);
    let after = recut().count();
    let old = recut().filter(|unit| unit.old.is_some());
    (after > 0).then(|| Recut {
        path: path.to_owned(),
        before: old.map(|unit| 1 + unit.joined.len()).sum(),
        after,
    })
}

/// Writes the files of a step, then removes those that are superfluous after it. What was done is
/// added to `done`.
fn write<'a>(
    writer: &Writer<'_>,
    step: &'a [Change],
    done: &mut Vec<&'a Change>,
) -> Result<(), Error> {
    let changes = || step.iter().filter(|change| change.differs());
    let writes: Vec<Write> = changes()
        .filter_map(|change| {
            Some(Write {
                path: change.path.clone(),
                old: change.old.clone(),
                new: change.new.clone()?,
            })
        })
        .collect();
    writer.write(&writes)?;
    done.extend(changes().filter(|change| change.new.is_some()));
    for change in changes().filter(|change| change.new.is_none()) {
        writer.retire(&change.path, change.old.as_deref().unwrap_or_default())?;
        done.push(change);
    }
    Ok(())
}

/// How the units came to their ids that are not simply unchanged.
fn explained(together: &Together, source_locale: &str) -> Vec<Explained> {
    let mut out = Vec::new();
    for (article, origins) in together.articles.iter().zip(&together.origins) {
        let units = article.new_units.iter().zip(&article.assigned);
        for (index, (unit, assigned)) in units.enumerate() {
            if assigned.rule == Rule::Same {
                continue;
            }
            let old = |index: &usize| article.old.units[*index].text.as_str();
            let olds = assigned.old.iter().chain(&assigned.joined);
            let was: Vec<&str> = olds.map(old).collect();
            let was = Some(was.join(" ")).filter(|was| !was.is_empty() && *was != unit.text);
            out.push(Explained {
                article: article.key.clone(),
                id: assigned.id.to_string(),
                rule: assigned.rule.name(),
                from: origins.get(&index).cloned(),
                source: unit.text.clone(),
                facts: match assigned.rule {
                    // The other parts of a split have the rest.
                    Rule::Resegmented => Vec::new(),
                    _ => facts(was.as_deref(), &unit.text, source_locale),
                },
                was,
            });
        }
    }
    out
}
