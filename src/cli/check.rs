mod fix;
mod pairs;

use std::path::PathBuf;

use super::context::Context;
use super::context::select::{Selected, Shown};
use super::{Failure, Outcome, Run};
use crate::catalog::{Kind, Resolver};
use crate::check::{Finding, Subject, Term, check};
use crate::project::{Prepared, Project, TargetFile};
use crate::report::Found;
use crate::store::{Error, Workspace};
use crate::text::{LineIndex, Severity};

/// The gate: exit with 1 if a unit is missing or stale, or a catalog has a fault.
///
/// Every finding names file, line, column and id, and what to do. Errors fail the gate; warnings
/// and hints do not.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Check {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    shown: Shown,
    /// Check pairs of texts instead of a workspace: one JSON object per line, with id, lang, doc,
    /// source, target, and glossary if there is one. `-` is the standard input. Prints what was found
    /// in each as a line of JSON, and is no gate: the exit status is 0.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["locales", "articles", "format"])]
    pairs: Option<PathBuf>,
    /// Set right what is certain, then report the rest. Only the values that findings name change.
    #[arg(long, conflicts_with = "pairs")]
    fix: bool,
    /// The least that is reported.
    #[arg(long, value_name = "SEVERITY", default_value = "hint", value_parser = ["hint", "warning", "error"])]
    least: String,
}

const HELP: &str = "\
Examples:
  satz check              all locales
  satz check en fr        only these
  satz check --format json
  satz check --fix        set right what is certain
  satz check --pairs pairs.jsonl --least warning";

impl Run for Check {
    const NAME: &'static str = "check";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let least = match self.least.as_str() {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Hint,
        };
        if let Some(file) = &self.pairs {
            return pairs::check_pairs(context, file, least);
        }
        if self.fix {
            let (workspace, prepared, locales) = self.selected.load(context)?;
            fix::fix(context, &workspace, &prepared, &locales)?;
        }
        let (workspace, locales) = self.selected.place(context)?;
        let houses = locales.iter().map(|locale| House::read(&workspace, locale));
        let houses = houses.collect::<Result<Vec<House>, Error>>()?;
        let work = |article: &Prepared, target: &TargetFile| {
            let house = houses.iter().find(|house| house.locale == target.locale);
            let found = house.map(|house| house.found(&workspace.project, article, target, least));
            found.unwrap_or_default()
        };
        let all = self.selected.each(context, &workspace, &locales, work);
        let mut found: Vec<Found> = all.into_iter().flatten().collect();
        let strings = self.selected.strings(context, &workspace);
        if !self.selected.names_locales() {
            let source = &workspace.project.source;
            found.extend(strings.found(context, &workspace, source, least));
        }
        for locale in &locales {
            found.extend(strings.found(context, &workspace, locale, least));
        }
        found.sort_by_key(|found| locales.iter().position(|locale| *locale == found.locale));
        write!(context.out, "{}", (self.shown.form().check)(&found))?;
        let failed = found.iter().any(|found| found.severity == Severity::Error);
        Ok(if failed {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }
}

/// The terms of the house in one locale.
struct House {
    locale: String,
    resolver: Resolver,
    terms: Vec<Term>,
}

impl House {
    fn read(workspace: &Workspace, locale: &str) -> Result<Self, Error> {
        let source = workspace.glossary(&workspace.project.source)?;
        let glossary = workspace.glossary(locale)?;
        let entries = glossary.entries.iter();
        let entries = entries.filter(|entry| matches!(entry.kind, Kind::Term(_)));
        let terms = entries.filter_map(|entry| {
            Some(Term {
                source: source.term(&entry.id)?,
                target: glossary.term(&entry.id)?,
                forms: glossary.term_list(&entry.id, "forms"),
                forbidden: glossary.term_list(&entry.id, "forbidden"),
            })
        });
        let terms = terms.collect();
        Ok(Self {
            locale: locale.to_owned(),
            resolver: workspace.resolver(locale)?,
            terms,
        })
    }

    /// What is found in an article and weighs enough, with its place.
    fn found(
        &self,
        project: &Project,
        article: &Prepared,
        target: &TargetFile,
        least: Severity,
    ) -> Vec<Found> {
        let text = &target.catalog.value.text;
        let lines = LineIndex::new(text);
        let findings = self.findings(project, article, target).into_iter();
        let found = |finding: Finding| {
            let place = lines.place(text, finding.diagnostic.span.start);
            Found {
                code: finding.diagnostic.code.to_owned(),
                severity: finding.diagnostic.severity,
                locale: self.locale.clone(),
                article: article.key.clone(),
                id: finding.id,
                path: target.path.clone(),
                line: place.line,
                column: place.column,
                message: finding.diagnostic.message,
                hints: finding.diagnostic.hints,
            }
        };
        findings
            .filter(|finding| finding.diagnostic.severity >= least)
            .map(found)
            .collect()
    }

    /// What is found in an article, weighed as the workspace wants it.
    fn findings(&self, project: &Project, article: &Prepared, target: &TargetFile) -> Vec<Finding> {
        let comparison = project.compare(article, target);
        let subject = Subject {
            locale: &self.locale,
            target: &target.catalog,
            comparison: &comparison,
            resolver: &self.resolver.with(project.variables(article)),
            glossary: &self.terms,
        };
        let mut findings = check(&subject);
        findings.retain_mut(|finding| {
            let diagnostic = &mut finding.diagnostic;
            let severity = project.weigh(
                diagnostic.code,
                diagnostic.severity,
                &self.locale,
                &article.key,
            );
            diagnostic.severity = severity.unwrap_or(diagnostic.severity);
            severity.is_some()
        });
        findings
    }
}
