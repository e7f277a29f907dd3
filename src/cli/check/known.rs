use std::path::Path;

use smol_str::SmolStr;

use super::inspect::{inspect, shortfalls};
use super::{Check, together};
use crate::cli::context::{Context, Failure};
use crate::cli::git::{Git, Snapshot};
use crate::cli::strings::Strings;
use crate::config::Gate;
use crate::report::{Baseline, Found, Inspection, Parts, Past, Scope};
use crate::store::{Error, Workspace, read_text, replace_file};

impl Check {
    /// Whether what is known counts, by a baseline or by a revision.
    pub(super) fn is_ratchet(&self, gate: &Gate) -> bool {
        let is_asked = self.baseline.is_some() || self.since.is_some();
        is_asked
            || self.write_baseline
            || self.tighten
            || gate.baseline.is_some()
            || gate.since.is_some()
    }

    /// Marks what is known, by the baseline or by the state at a revision.
    pub(super) fn compare(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locales: &[String],
        gate: &Gate,
        inspection: &mut Inspection,
    ) -> Result<(), Failure> {
        let scope = |inspection: &Inspection| self.scope(workspace, locales, inspection);
        let configured = |file: &String| workspace.root.join(file);
        let file = match (&self.baseline, &self.since) {
            (Some(file), _) => Some(context.directory.join(file)),
            (None, Some(_)) => None,
            (None, None) => gate.baseline.as_ref().map(configured),
        };
        if let Some(file) = file {
            let name = match (&self.baseline, &gate.baseline) {
                (Some(file), _) => file.display().to_string(),
                (None, name) => name.clone().unwrap_or_default(),
            };
            let scope = scope(inspection);
            return self.with_baseline(context, &file, name, &scope, inspection);
        }
        if self.write_baseline || self.tighten {
            let message = "there is no baseline to write; name one with `--baseline FILE`, or as `gate: {baseline: FILE}` in satz.yaml";
            return Err(Failure::Usage(message.to_owned()));
        }
        let revision = self.since.as_ref().or(gate.since.as_ref());
        let Some(revision) = revision else {
            return Ok(());
        };
        let before = before(context, workspace, locales, revision)?;
        let scope = scope(inspection);
        let gone = Baseline::of(before.iter()).mark(&mut inspection.findings, &scope);
        inspection.past = Some(Past {
            name: revision.clone(),
            tighten: None,
            known: known(inspection),
            gone,
        });
        Ok(())
    }

    fn with_baseline(
        &self,
        context: &mut Context<'_>,
        file: &Path,
        name: String,
        scope: &Scope,
        inspection: &mut Inspection,
    ) -> Result<(), Failure> {
        if self.write_baseline || self.tighten {
            super::replaceable(file, Path::new(&name), "baseline", Baseline::is_one)?;
        }
        let old = read_text(file)?;
        let baseline = match &old {
            Some(text) => Baseline::parse(text).map_err(|broken| {
                let message = "is no finding of a baseline; restore the file, or remove it and write it again with `--write-baseline`";
                Error::new(file, message).at(broken.line)
            }),
            None if self.write_baseline => Ok(Baseline::default()),
            None => {
                let message = "there is no such baseline; `satz check --baseline FILE --write-baseline` writes it";
                Err(Error::new(file, message))
            }
        };
        let mut gone = 0;
        if self.write_baseline {
            let all = inspection.findings.iter();
            let failing = all.filter(|found| inspection.is_failing(found));
            // What was not looked at stays as it was; a file that is broken is replaced.
            let kept = baseline
                .unwrap_or_default()
                .tightened(&Parts::default(), scope);
            let new = kept.with(&Baseline::of(failing));
            write(file, old.as_deref(), &new.to_string())?;
            new.mark(&mut inspection.findings, scope);
            let known = match new.len() {
                1 => "1 finding is".to_owned(),
                count => format!("{count} findings are"),
            };
            context.note(format_args!("{name}: {known} known"));
        } else {
            let baseline = baseline?;
            gone = baseline.mark(&mut inspection.findings, scope);
            if self.tighten {
                let tight = baseline.tightened(&inspection.findings, scope);
                let fewer = baseline.len() - tight.len();
                if tight != baseline {
                    write(file, old.as_deref(), &tight.to_string())?;
                }
                context.note(format_args!(
                    "{name}: {fewer} of {} findings taken out",
                    baseline.len()
                ));
                gone = 0;
            }
        }
        let flag = match &self.baseline {
            Some(file) => format!(" --baseline {}", file.display()),
            None => String::new(),
        };
        inspection.past = Some(Past {
            name,
            tighten: Some(format!("`satz check{flag} --tighten`")),
            known: known(inspection),
            gone,
        });
        Ok(())
    }

    fn scope(&self, workspace: &Workspace, locales: &[String], inspection: &Inspection) -> Scope {
        let mut scope = Scope {
            whole: !self.selected.names_articles(),
            ..Scope::default()
        };
        scope.locales.extend(locales.iter().map(SmolStr::from));
        let own = [&workspace.project.source];
        scope.locales.extend(own.into_iter().map(SmolStr::from));
        let rows = inspection.completeness.iter();
        scope.articles.extend(rows.map(|row| row.article.clone()));
        scope
    }
}

/// What is found in the state that a branch started from, weighed as it is today.
fn before(
    context: &mut Context<'_>,
    workspace: &Workspace,
    locales: &[String],
    revision: &str,
) -> Result<Parts<Found>, Failure> {
    let git = Git::open(&workspace.root).map_err(Failure::Usage)?;
    let commit = git.start_of_branch(revision).map_err(Failure::Usage)?;
    let snapshot = commit.map(|commit| Snapshot::take(&git, &commit));
    let snapshot = snapshot.transpose().map_err(Failure::Usage)?.flatten();
    let Some(snapshot) = snapshot else {
        context.note(format_args!(
            "at {revision} there was no workspace that can be read: everything counts as new"
        ));
        return Ok(Parts::default());
    };
    let mut past = snapshot.workspace.clone();
    past.project.checks.clone_from(&workspace.project.checks);
    past.project.gate.clone_from(&workspace.project.gate);
    let known: Vec<String> = { locales }
        .iter()
        .filter(|locale| past.project.locales.contains(locale))
        .cloned()
        .collect();
    let all: Vec<_> = inspect(&past, &known, true, |work| {
        let (rows, _) = past.each(&[], |article| {
            let targets = known.iter().filter_map(|locale| article.target(locale));
            targets
                .map(|target| work(&article, target))
                .collect::<Vec<_>>()
        });
        Ok(rows.into_iter().flatten().collect())
    })?;
    let strings = Strings::list(context, &past, &[]);
    let strings = strings.inspect(context, &past, &known, true, &|_, _| true);
    let (mut findings, completeness) = together(&known, all, strings);
    findings.push(shortfalls(&past, &completeness));
    Ok(findings)
}

fn known(inspection: &Inspection) -> usize {
    let known = inspection.findings.iter().filter(|found| found.known);
    known.count()
}

/// Writes a baseline, which need not be there yet.
fn write(file: &Path, old: Option<&str>, new: &str) -> Result<(), Failure> {
    if let Some(old) = old {
        replace_file(file, old, new)?;
        return Ok(());
    }
    std::fs::write(file, new).map_err(|error| {
        Failure::Usage(format!(
            "{}: the baseline cannot be written: {error}",
            file.display()
        ))
    })
}
