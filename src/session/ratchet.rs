//! What the gate lets pass since it is known: by a baseline, or by a revision of git.

use std::path::{Path, PathBuf};

use smol_str::SmolStr;

use super::sink::Report;
use super::{Failure, Selection, Session};
use crate::config::Gate;
use crate::report::{Baseline, Found, Inspection, Parts, Past, Scope};
use crate::store::{Error, Git, Snapshot, create_file, read_text, replace_file, replaceable};

/// What the gate lets pass since it was there before, if it is not what `satz.yaml` says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ratchet {
    /// A file with findings that are known.
    pub baseline: Option<BaselineFile>,
    /// Whether all that shuts the gate is written into the baseline.
    pub write: bool,
    /// Whether what is gone is taken out of the baseline.
    pub tighten: bool,
    /// A revision of git: what was found where this branch left it is known.
    pub since: Option<String>,
}

/// A file with findings that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called in messages.
    pub name: String,
}

impl Ratchet {
    /// Whether what is known counts, by a baseline or by a revision.
    pub(super) fn is_asked(&self, gate: &Gate) -> bool {
        self.baseline.is_some()
            || self.since.is_some()
            || self.write
            || self.tighten
            || gate.baseline.is_some()
            || gate.since.is_some()
    }
}

impl Session {
    /// Marks what is known, by the baseline or by the state at a revision.
    pub(super) fn compare_with_past(
        &self,
        (ratchet, selection): (&Ratchet, &Selection),
        gate: &Gate,
        locales: &[String],
        inspection: &mut Inspection,
        report: &mut Report<'_>,
    ) -> Result<(), Failure> {
        let scope = self.scope(selection, locales, inspection);
        let file = match (&ratchet.baseline, &ratchet.since, &gate.baseline) {
            (Some(named), ..) => Some((named.path.clone(), named.name.clone())),
            (None, Some(_), _) | (None, None, None) => None,
            (None, None, Some(name)) => Some((self.workspace.root.join(name), name.clone())),
        };
        if let Some((file, name)) = file {
            return ratchet.with_baseline(report, &file, name, &scope, inspection);
        }
        if ratchet.write || ratchet.tighten {
            let message = "there is no baseline to write; name one with `--baseline FILE`, or as `gate: {baseline: FILE}` in satz.yaml";
            return Err(Failure::from(message.to_owned()));
        }
        let Some(revision) = ratchet.since.as_ref().or(gate.since.as_ref()) else {
            return Ok(());
        };
        let before = self.before(locales, revision, report)?;
        let gone = Baseline::of(before.iter()).mark(&mut inspection.findings, &scope);
        inspection.past = Some(Past {
            name: revision.clone(),
            tighten: None,
            known: known(inspection),
            gone,
        });
        Ok(())
    }

    fn scope(&self, selection: &Selection, locales: &[String], inspection: &Inspection) -> Scope {
        let mut scope = Scope {
            whole: selection.articles.is_empty(),
            ..Scope::default()
        };
        let source = &self.project().source;
        scope.locales.extend(locales.iter().map(SmolStr::from));
        scope.locales.insert(source.into());
        let rows = inspection.completeness.iter();
        scope.articles.extend(rows.map(|row| row.article.clone()));
        scope
    }

    /// What is found in the state that a branch started from, weighed as it is today.
    fn before(
        &self,
        locales: &[String],
        revision: &str,
        report: &mut Report<'_>,
    ) -> Result<Parts<Found>, Failure> {
        let git = Git::open(&self.workspace.root)?;
        let commit = git.start_of_branch(revision)?;
        let snapshot = commit.map(|commit| Snapshot::take(&git, &commit));
        let Some(snapshot) = snapshot.transpose()?.flatten() else {
            report.note(format_args!(
                "at {revision} there was no workspace that can be read: everything counts as new"
            ));
            return Ok(Parts::default());
        };
        let mut past = Self::of(snapshot.workspace.clone());
        let project = &mut past.workspace.project;
        project.checks.clone_from(&self.project().checks);
        project.gate.clone_from(&self.project().gate);
        let known = { locales }
            .iter()
            .filter(|locale| past.project().locales.contains(locale));
        let known: Vec<String> = known.cloned().collect();
        past.inspect_all(&known, report)
    }
}

impl Ratchet {
    fn with_baseline(
        &self,
        report: &mut Report<'_>,
        file: &Path,
        name: String,
        scope: &Scope,
        inspection: &mut Inspection,
    ) -> Result<(), Failure> {
        if self.write || self.tighten {
            replaceable(file, Path::new(&name), "baseline", Baseline::is_one)?;
        }
        let old = read_text(file)?;
        let baseline = match &old {
            Some(text) => Baseline::parse(text).map_err(|broken| {
                let message = "is no finding of a baseline; restore the file, or remove it and write it again with `--write-baseline`";
                Error::new(file, message).at(broken.line)
            }),
            None if self.write => Ok(Baseline::default()),
            None => {
                let message = "there is no such baseline; `satz check --baseline FILE --write-baseline` writes it";
                Err(Error::new(file, message))
            }
        };
        let mut gone = 0;
        if self.write {
            let all = inspection.findings.iter();
            let failing = all.filter(|found| inspection.is_failing(found));
            // What was not looked at stays as it was; a file that is broken is replaced.
            let kept = baseline
                .unwrap_or_default()
                .tightened(&Parts::default(), scope);
            let new = kept.with(&Baseline::of(failing));
            write(file, old.as_deref(), &new.to_string())?;
            new.mark(&mut inspection.findings, scope);
            let known = match known(inspection) {
                1 => "1 finding is".to_owned(),
                count => format!("{count} findings are"),
            };
            report.note(format_args!("{name}: {known} known"));
        } else {
            let baseline = baseline?;
            gone = baseline.mark(&mut inspection.findings, scope);
            if self.tighten {
                let tight = baseline.tightened(&inspection.findings, scope);
                let fewer = baseline.len() - tight.len();
                if tight != baseline {
                    write(file, old.as_deref(), &tight.to_string())?;
                }
                report.note(format_args!(
                    "{name}: {fewer} of {} findings taken out",
                    baseline.len()
                ));
                gone = 0;
            }
        }
        let flag = match &self.baseline {
            Some(named) => format!(" --baseline {}", named.name),
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
    create_file(file, new).map_err(|error| {
        Failure::from(format!(
            "{}: the baseline cannot be written: {error}",
            file.display()
        ))
    })
}
