//! The gate: what the checks find in articles and catalogs, and how complete these are.

use super::application::InLocale;
use super::glossary::GlossaryContexts;
use super::ratchet::Ratchet;
use super::select::{Rows, by_locale};
use super::share::{Answer, Share};
use super::sink::{Report, Sink};
use super::weight::of_workspace;
use super::{Failure, Selection, Session};
use crate::article::{Change, Prepared};
use crate::compare::State;
use crate::config::{CONFIGURATION, Coverage, Require};
use crate::report::{Found, Inspected, Inspection, Parts, Status, What, counted, unit_noun};
use crate::store::{Error, Workspace, prefix};
use crate::text::Severity;

/// A question for findings.
#[derive(Debug)]
pub struct InspectQuestion {
    /// In which articles and locales.
    pub selection: Selection,
    /// Only findings about units in one of these states, or about none; all if there is none.
    pub states: Vec<State>,
    /// The least that is reported.
    pub least: Severity,
    /// The least that shuts the gate, if it is not what `satz.yaml` says: `error`, `warning`, `hint` or
    /// `never`.
    pub fail_on: Option<String>,
    /// Whether it is a finding that a sync would write something.
    pub frozen: bool,
    /// What is known and passes.
    pub ratchet: Ratchet,
    /// Which share of the articles.
    pub share: Share,
}

impl Default for InspectQuestion {
    /// Everything, weighed as `satz.yaml` says.
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            states: Vec::new(),
            least: Severity::Hint,
            fail_on: None,
            frozen: false,
            ratchet: Ratchet::default(),
            share: Share::default(),
        }
    }
}

impl InspectQuestion {
    fn admits(&self, state: State) -> bool {
        self.states.is_empty() || self.states.contains(&state)
    }
}

impl Session {
    /// Runs the gate: every finding with its place, state, source, severity as the workspace weighs it,
    /// and whether it can be set right; and how complete everything is.
    ///
    /// # Errors
    /// If the selection names what is not there, a glossary cannot be read, or the work was stopped.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{Answer, InspectQuestion, Session};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let Answer::Whole(inspection) = session.inspect(InspectQuestion::default(), &mut ())? else {
    ///     unreachable!("no share was asked for")
    /// };
    /// assert!(inspection.failed());
    /// assert_eq!(inspection.findings.iter().next().unwrap().what.code, "missing");
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn inspect(
        &self,
        mut question: InspectQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Answer<Inspection>, Failure> {
        let report = &mut Report::new(sink);
        let workspace = &self.workspace;
        let selection = question.selection.clone();
        let locales = self.locales(&selection)?;
        note_idle_patterns(report, workspace);
        let project = &workspace.project;
        if project.gate.require != Require::Any && !project.strings.is_empty() {
            report.note(format_args!(
                "note: `gate.require` is about articles; messages of an application's catalogs have no marks"
            ));
        }
        // Only a translation that is up to date can have faults of its own.
        let is_thorough =
            question.admits(State::Current) || question.ratchet.is_asked(&workspace.project.gate);
        if selection.articles.is_empty() {
            report.fail_all(workspace.unreadable_orphans())?;
        }
        let share = std::mem::take(&mut question.share);
        let of_articles = self.inspect_rows(&selection, &locales, is_thorough, share, report)?;
        let of_articles = match of_articles {
            Answer::Whole(rows) => rows,
            Answer::Part(part) => return Ok(Answer::Part(part)),
        };
        let of_catalogs = self.application(&selection, report)?.inspect(
            report,
            workspace,
            &locales,
            selection.locales.is_empty(),
            &|state, severity| severity >= question.least && question.admits(state),
        );
        let (mut findings, completeness) = together(&locales, of_articles, of_catalogs);
        findings.push(shortfalls(workspace, &completeness));
        findings.push(unreviewed(workspace, &completeness));
        if question.frozen {
            // It says so of all of them.
            findings.retain(|found| found.what.code != "out-of-step");
            findings.push(out_of_step(workspace, &locales));
        }
        let mut gate = workspace.project.gate.clone();
        if let Some(level) = &question.fail_on {
            gate.fail.clone_from(level);
        }
        let mut inspection = Inspection {
            findings,
            completeness,
            unread: 0,
            fails: gate.fails(),
            past: None,
            prefix: prefix(&workspace.root),
            owners: workspace.project.owners.clone(),
        };
        let past = (&question.ratchet, &selection);
        self.compare_with_past(past, &gate, &locales, &mut inspection, report)?;
        inspection.findings.retain(|found| {
            let state = found.what.state;
            found.severity >= question.least && state.is_none_or(|state| question.admits(state))
        });
        inspection.unread = report.failures.len();
        Ok(Answer::Whole(inspection))
    }

    /// What is found in articles, locale by locale.
    fn inspect_rows(
        &self,
        selection: &Selection,
        locales: &[String],
        is_thorough: bool,
        share: Share,
        report: &mut Report<'_>,
    ) -> Result<Answer<Vec<Inspected>>, Failure> {
        let workspace = &self.workspace;
        let contexts = GlossaryContexts::read(workspace, locales, is_thorough)?;
        let mut environment = vec![locales.join(",")];
        environment.extend(workspace.glossaries()?);
        let name = if is_thorough { "check" } else { "gaps" };
        let rows = Rows {
            question: "check",
            selection,
            locales,
            options: if is_thorough { "" } else { "--state" },
            cache: workspace.cache(name, &environment),
            share,
        };
        let project = &workspace.project;
        let is_settled = |article: &Prepared| project.is_source_in_step(article);
        let answer = self.each_row(rows, report, is_settled, |article, target| {
            contexts.inspect(project, article, target)
        })?;
        Ok(match answer {
            Answer::Part(part) => Answer::Part(part),
            Answer::Whole(mut made) => {
                if selection.articles.is_empty() {
                    let settled = made.iter().filter(|made| made.is_settled);
                    self.live
                        .note_settled(settled.map(|made| made.article.clone()).collect());
                }
                self.bring_missing(selection, locales, &mut made)?;
                self.follow_links(
                    made.iter_mut()
                        .flat_map(|one| one.rows.iter_mut().flatten()),
                );
                Answer::Whole(by_locale(made, locales))
            }
        })
    }

    /// Everything that is found in all articles and catalogs, thoroughly and without the cache.
    pub(super) fn inspect_all(
        &self,
        locales: &[String],
        report: &mut Report<'_>,
    ) -> Result<Parts<Found>, Failure> {
        let workspace = &self.workspace;
        let contexts = GlossaryContexts::read(workspace, locales, true)?;
        let (rows, _) = workspace.each(&[], &(), |article| {
            let targets = locales.iter().filter_map(|locale| article.target(locale));
            targets
                .map(|target| contexts.inspect(&workspace.project, &article, target))
                .collect::<Vec<_>>()
        });
        let mut of_articles: Vec<Inspected> = rows.into_iter().flatten().collect();
        self.follow_links(&mut of_articles);
        let application = self.application(&Selection::default(), report)?;
        let of_catalogs = application.inspect(report, workspace, locales, true, &|_, _| true);
        let (mut findings, completeness) = together(locales, of_articles, of_catalogs);
        findings.push(shortfalls(workspace, &completeness));
        findings.push(unreviewed(workspace, &completeness));
        Ok(findings)
    }
}

/// The articles and the catalogs of an application, both locale by locale, as one. The catalogs of
/// the source come first.
pub(super) fn together(
    locales: &[String],
    articles: Vec<Inspected>,
    strings: Vec<InLocale>,
) -> (Parts<Found>, Parts<Status>) {
    let of = |locale: &str| locales.iter().position(|own| own == locale);
    let (mut findings, mut completeness) = (Parts::default(), Parts::default());
    let mut push = |found: Parts<Found>, rows: Vec<Status>| {
        findings.append(found);
        completeness.push(rows);
    };
    let apart = |one: Inspected| (one.found, one.status);
    let mut articles = articles.into_iter().peekable();
    for part in strings {
        let locale = of(&part.locale);
        let before = |one: &Inspected| of(&one.status.locale) <= locale;
        let before = std::iter::from_fn(|| articles.next_if(before));
        let (found, rows) = before.map(apart).unzip();
        push(found, rows);
        push(part.found, part.rows);
    }
    let (found, rows) = articles.map(apart).unzip();
    push(found, rows);
    (findings, completeness)
}

/// Says which patterns in satz.yaml fit no article: a mistyped one would do nothing in silence.
fn note_idle_patterns(report: &mut Report<'_>, workspace: &Workspace) {
    let project = &workspace.project;
    // Where there is no article, every pattern is idle.
    if project.idle_patterns(&[], &[]).is_empty() {
        return;
    }
    let (articles, is_partial) = workspace.article_keys();
    // What cannot be listed may hold the article.
    if is_partial {
        return;
    }
    let catalogs = workspace.strings().0.into_iter().map(|file| file.key);
    let catalogs: Vec<String> = catalogs.collect();
    for (setting, pattern) in project.idle_patterns(&articles, &catalogs) {
        let message =
            format!("no article fits `{pattern}` in `{setting}`; `satz status` lists them");
        let error = Error::new(workspace.root.join(CONFIGURATION), message);
        report.note(format_args!("warning: {error}"));
    }
}

/// What the gate demands of one article in a locale and does not find.
pub(super) fn of_completeness(workspace: &Workspace, row: &Status) -> Vec<Found> {
    let gate = &workspace.project.gate;
    if gate.complete.is_empty() && gate.require == Require::Any {
        return Vec::new();
    }
    let mut rows = Parts::default();
    rows.push(vec![row.clone()]);
    let mut found = shortfalls(workspace, &rows);
    found.retain(|found| !found.at.article.is_empty());
    found.extend(unreviewed(workspace, &rows));
    found
}

/// What is less complete than the gate demands.
fn shortfalls(workspace: &Workspace, rows: &Parts<Status>) -> Vec<Found> {
    if workspace.project.gate.complete.is_empty() {
        return Vec::new();
    }
    let coverage: Vec<Coverage<'_>> = rows
        .iter()
        .map(|row| Coverage {
            locale: &row.locale,
            article: &row.article,
            covered: row.covered(),
            units: row.units(),
        })
        .collect();
    let project = &workspace.project;
    let short = project.shortfalls(&coverage).into_iter();
    let found = short.filter_map(|short| {
        let article = short.article.as_deref().unwrap_or_default();
        let of_locale = rows.iter().filter(|row| row.locale == short.locale);
        let own = of_locale.filter(|row| short.article.is_none() || row.article == article);
        let noun = unit_noun(own);
        let path = match &short.article {
            None => CONFIGURATION.to_owned(),
            Some(article) if noun == "message" => {
                strings_path(workspace, &short.locale, article).unwrap_or_default()
            }
            Some(article) => project.catalog_path(&short.locale, article),
        };
        let lacking = short.lacking();
        let what = match article {
            "" => format!("{} as a whole", short.locale),
            article => format!("{article} in {}", short.locale),
        };
        let message = format!(
            "{what} has {} of {} {noun}s, {}% are demanded: {lacking} more",
            short.covered, short.units, short.wanted
        );
        let what = What {
            message,
            amount: lacking,
            ..What::default()
        };
        of_workspace(project, "incomplete", &short.locale, article, path, what)
    });
    found.collect()
}

/// The translations of articles that nobody has reviewed as `gate.require` demands.
fn unreviewed(workspace: &Workspace, rows: &Parts<Status>) -> Vec<Found> {
    let project = &workspace.project;
    let of_row = |row: &Status| {
        let (open, what) = match project.gate.require {
            Require::Any => return None,
            Require::Human => (row.raw_machine, "by a machine and not reviewed"),
            Require::Reviewed => (row.covered() - row.reviewed, "not reviewed"),
        };
        // Nobody can review what has no ids of satz.
        if open == 0 || row.messages > 0 {
            return None;
        }
        let (locale, article) = (row.locale.as_str(), row.article.as_str());
        let translations = counted(row.covered(), "translation");
        let hint = if project.notes(locale) {
            format!(
                "read them beside their source: `satz review {locale} --list --article {article}`"
            )
        } else {
            format!(
                "its catalogs have no comments (`notes`), so nothing in {locale} can be reviewed; `checks` \
                 can turn `unreviewed` off for it"
            )
        };
        let what = What {
            message: format!("{article} in {locale}: {open} of {translations} {what}"),
            hints: vec![hint],
            amount: open,
            ..What::default()
        };
        let path = project.catalog_path(locale, article);
        of_workspace(project, "unreviewed", locale, article, path, what)
    };
    rows.iter().filter_map(of_row).collect()
}

/// Where a catalog of an application is in a locale, or has to be.
fn strings_path(workspace: &Workspace, locale: &str, key: &str) -> Option<String> {
    let (files, _) = workspace.strings();
    let file = files.into_iter().find(|file| file.key == key)?;
    let (path, _) = file.targets.get(locale)?;
    Some(path.clone())
}

/// The files that `sync` would write.
fn out_of_step(workspace: &Workspace, locales: &[String]) -> Vec<Found> {
    let project = &workspace.project;
    let (together, _) = workspace.prepare_together(&());
    let plans = project.plan(&together, false);
    let changes = plans.iter().flat_map(|plan| plan.steps.iter().flatten());
    let mut paths: Vec<&str> = changes
        .filter(|change: &&Change| change.differs())
        .map(|change| change.path.as_str())
        .collect();
    paths.sort_unstable();
    paths.dedup();
    let mut found = Vec::new();
    for path in paths {
        let inside = path.strip_prefix(project.catalogs.as_str());
        let inside = inside.map_or(path, |rest| rest.trim_start_matches('/'));
        let (locale, article) = inside.split_once('/').unwrap_or(("", inside));
        let article = article.trim_end_matches(".ftl");
        if locale != project.source && !locales.iter().any(|named| named == locale) {
            continue;
        }
        let what = What {
            message: "is not in step with its article".to_owned(),
            hints: vec!["run `satz sync` and commit what it writes".to_owned()],
            amount: 1,
            ..What::default()
        };
        let code = "out-of-step";
        found.extend(of_workspace(
            project,
            code,
            locale,
            article,
            path.to_owned(),
            what,
        ));
    }
    found
}
