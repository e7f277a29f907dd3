//! What a machine made, written into catalogs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Drafts, RefusedUnit};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Id, Maker, escape};
use crate::check::Finding;
use crate::compare::State;
use crate::session::glossary::GlossaryContext;
use crate::session::sink::Report;
use crate::session::{Failure, Filled, Session};
use crate::store::Write;
use crate::text::Severity;
use crate::update::{FilledUnit, fill};

/// A translation that is to be written.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) id: Id,
    pub(super) source: String,
    pub(super) target: String,
    pub(super) maker: Maker,
}

/// A catalog as it is to be written, what is new in it, and what cannot be taken into it.
struct Drafted {
    write: Write,
    units: Vec<Filled>,
    refused: Vec<RefusedUnit>,
}

impl Session {
    /// Writes translations into the catalogs of articles, as these are now: somebody may have typed
    /// while the machine was at work.
    pub(super) fn write_drafts(
        &self,
        context: &GlossaryContext,
        pending: BTreeMap<String, Vec<Draft>>,
        drafts: &mut Drafts,
        report: &mut Report<'_>,
    ) -> Result<(), Failure> {
        for (key, new) in pending {
            let (articles, errors) = self.workspace.prepare(std::slice::from_ref(&key), &());
            report.fail_all(errors)?;
            let locale = context.locale();
            let article = articles.iter().find(|article| article.key == key);
            let Some((article, target)) =
                article.and_then(|article| Some((article, article.target(locale)?)))
            else {
                continue;
            };
            let drafted = self.drafted(context, article, target, &new);
            drafts.refused.extend(drafted.refused);
            if drafted.units.is_empty() {
                continue;
            }
            let writer = self.writer(report)?;
            match writer.write(&[drafted.write]) {
                Ok(_) => drafts.drafted.extend(drafted.units),
                Err(error) => report.fail(error),
            }
            writer.close()?;
        }
        Ok(())
    }

    /// The catalog with translations in it, but for those in which something is wrong where they stand.
    fn drafted(
        &self,
        context: &GlossaryContext,
        article: &Prepared,
        target: &TargetFile,
        new: &[Draft],
    ) -> Drafted {
        let comparison = self.project().compare(article, target);
        let open: BTreeMap<Id, &str> = { comparison.items.iter() }
            .filter(|item| item.state == State::Missing)
            .map(|item| (item.id, item.source.as_str()))
            .collect();
        let mut units: Vec<&Draft> = { new.iter() }
            .filter(|draft| open.get(&draft.id) == Some(&draft.source.as_str()))
            .collect();
        let mut refused = Vec::new();
        loop {
            let (text, written) = self.filled_with(article, target, &units);
            let findings =
                context.findings(self.project(), article, &target.with_text(text.clone()));
            let faults = faults_of(&findings, &written);
            if faults.is_empty() {
                let is_written = |draft: &&&Draft| written.contains(&draft.id.to_string());
                let filled = units.iter().filter(is_written).map(|draft| Filled {
                    path: target.path.clone(),
                    id: draft.id.to_string(),
                    source: draft.source.clone(),
                    target: draft.target.clone(),
                    from: (draft.maker.to_string(), String::new()),
                });
                return Drafted {
                    units: filled.collect(),
                    write: Write {
                        path: target.path.clone(),
                        old: target.text.clone(),
                        new: text,
                    },
                    refused,
                };
            }
            let (wrong, right): (Vec<&Draft>, Vec<&Draft>) =
                { units.into_iter() }.partition(|draft| faults.contains_key(&draft.id.to_string()));
            refused.extend(wrong.into_iter().map(|draft| RefusedUnit {
                article: article.key.clone(),
                id: draft.id.to_string(),
                source: draft.source.clone(),
                answer: Some(draft.target.clone()),
                faults: faults[&draft.id.to_string()].clone(),
            }));
            units = right;
        }
    }

    /// The text of a catalog with translations in it, and the ids that have one now.
    fn filled_with(
        &self,
        article: &Prepared,
        target: &TargetFile,
        drafts: &[&Draft],
    ) -> (String, BTreeSet<String>) {
        let patterns: Vec<String> = drafts.iter().map(|draft| escape(&draft.target)).collect();
        let units: Vec<FilledUnit<'_>> = { drafts.iter().zip(&patterns) }
            .map(|(draft, pattern)| FilledUnit {
                id: draft.id,
                source: &draft.source,
                pattern,
                maker: &draft.maker,
            })
            .collect();
        let label = Some(self.project().source.as_str());
        let (written, text) = fill(&target.catalog.value, &units, label);
        let (text, _) = self
            .project()
            .update(article, &target.with_text(text), false);
        let written = written.iter().map(Id::to_string);
        (text, written.collect())
    }
}

/// What is wrong with units so that they cannot be published, by their ids.
fn faults_of(findings: &[Finding], ids: &BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let grave = findings.iter().filter(|finding| {
        finding.diagnostic.severity == Severity::Error && ids.contains(&finding.id)
    });
    for finding in grave {
        // Nobody has reviewed it yet, which is as it has to be.
        if finding.diagnostic.code != "unreviewed" {
            let of_unit = faults.entry(finding.id.clone()).or_default();
            of_unit.push(finding.diagnostic.message.clone());
        }
    }
    faults
}
