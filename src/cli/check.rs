mod pairs;

use std::path::PathBuf;

use super::context::Context;
use super::context::select::{Selected, Shown, in_locale};
use super::{Failure, Outcome, Run};
use crate::catalog::Kind;
use crate::check::{Finding, Subject, Term, check};
use crate::report::Found;
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
    /// The least that is reported.
    #[arg(long, value_name = "SEVERITY", default_value = "hint", value_parser = ["hint", "warning", "error"])]
    least: String,
}

const HELP: &str = "\
Examples:
  satz check              all locales
  satz check en fr        only these
  satz check --format json
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
        let (workspace, prepared, locales) = self.selected.load(context)?;
        let source = workspace.glossary(&workspace.project.source)?;
        let mut found = Vec::new();
        for locale in &locales {
            let glossary = workspace.glossary(locale)?;
            let terms: Vec<String> = glossary
                .entries
                .iter()
                .filter(|entry| matches!(entry.kind, Kind::Term(_)))
                .map(|entry| entry.id.clone())
                .collect();
            let pairs: Vec<Term> = terms
                .iter()
                .filter_map(|id| {
                    Some(Term {
                        source: source.term(id)?,
                        target: glossary.term(id)?,
                        forms: glossary.term_list(id, "forms"),
                        forbidden: glossary.term_list(id, "forbidden"),
                    })
                })
                .collect();
            for (article, target) in in_locale(&prepared, locale) {
                let comparison = workspace.project.compare(article, target);
                let subject = Subject {
                    locale,
                    target: &target.catalog,
                    comparison: &comparison,
                    terms: &terms,
                    glossary: &pairs,
                };
                let text = &target.catalog.value.text;
                let lines = LineIndex::new(text);
                found.extend(kept(&subject, least).map(|finding| {
                    let place = lines.place(text, finding.diagnostic.span.start);
                    Found {
                        code: finding.diagnostic.code.to_owned(),
                        severity: finding.diagnostic.severity,
                        locale: locale.clone(),
                        article: article.key.clone(),
                        id: finding.id,
                        path: target.path.clone(),
                        line: place.line,
                        column: place.column,
                        message: finding.diagnostic.message,
                        hints: finding.diagnostic.hints,
                    }
                }));
            }
        }
        write!(context.out, "{}", (self.shown.form().check)(&found))?;
        let failed = found.iter().any(|found| found.severity == Severity::Error);
        Ok(if failed {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }
}

/// The findings that weigh enough.
fn kept(subject: &Subject<'_>, least: Severity) -> impl Iterator<Item = Finding> {
    let found = check(subject).into_iter();
    found.filter(move |finding| finding.diagnostic.severity >= least)
}
