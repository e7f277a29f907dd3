use super::context::Context;
use super::context::select::{Selected, Shown, in_locale};
use super::{Failure, Outcome, Run};
use crate::catalog::Kind;
use crate::check::{Subject, check};
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
}

const HELP: &str = "\
Examples:
  satz check              all locales
  satz check en fr        only these
  satz check --format json";

impl Run for Check {
    const NAME: &'static str = "check";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (workspace, prepared, locales) = self.selected.load(context)?;
        let mut found = Vec::new();
        for locale in &locales {
            let glossary = workspace.glossary(locale)?;
            let terms: Vec<String> = glossary
                .entries
                .iter()
                .filter(|entry| matches!(entry.kind, Kind::Term(_)))
                .map(|entry| entry.id.clone())
                .collect();
            for (article, target) in in_locale(&prepared, locale) {
                let comparison = workspace.project.compare(article, target);
                let subject = Subject {
                    target: &target.catalog,
                    comparison: &comparison,
                    terms: &terms,
                };
                let text = &target.catalog.value.text;
                let lines = LineIndex::new(text);
                found.extend(check(&subject).into_iter().map(|finding| {
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
