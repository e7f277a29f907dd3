//! `satz import`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::context::{Context, one_line};
use super::{Failure, Outcome, Run};
use crate::session::{
    ImportFile, ImportOutcome, ImportQuestion, Imported, Review, check_exchange_file,
};
use crate::store::{today, utf16_text};

/// Take back files that other tools have translated.
///
/// A unit is found by its id, never by likeness. What fits is written into the catalogs and marked as
/// `# made: import FILE`. What was made for an older source, what somebody changed in the catalog
/// meanwhile, and what lost a code is reported, and nothing is written over what is there.
///
/// With --check, files are held to their formats and nothing is written; no workspace is needed. XLIFF
/// is held to the schema of its version and to the constraints of the specification, core and modules.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Import {
    /// The files.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say whether the files are valid: what is wrong, with line, constraint, and what to do.
    #[arg(long, conflicts_with_all = ["dry_run", "locale", "reviewer"])]
    check: bool,
    /// Write nothing, and show what would become of every unit.
    #[arg(long)]
    dry_run: bool,
    /// The locale, if the files do not say it.
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,
    /// Mark what the files say is reviewed as reviewed by this person.
    #[arg(long = "trust-review", value_name = "NAME")]
    reviewer: Option<String>,
    /// The day of the review, as 2026-11-30, instead of today.
    #[arg(long, value_name = "DATE", requires = "reviewer")]
    date: Option<String>,
}

const HELP: &str = "\
Examples:
  satz import --check from-agency.xlf                  is it valid? exit status 1 if not
  satz import from-agency.xlf --locale en --dry-run    what would become of every unit
  satz import from-agency.xlf --locale en              and do it
  satz import from-agency.xlf --locale en --trust-review Ada";

impl Run for Import {
    const NAME: &'static str = "import";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        if self.check {
            return check_files(&self.files, context);
        }
        let session = context.surveyed()?;
        let mut files = Vec::new();
        for file in &self.files {
            match read(context, file) {
                Ok(text) => files.push(ImportFile {
                    name: file.display().to_string(),
                    text,
                }),
                Err(Failure::Sentence(error)) => context.fail(error),
                Err(failure) => return Err(failure),
            }
        }
        let question = ImportQuestion {
            files,
            locale: self.locale.clone(),
            review: self.review()?,
            writes: !self.dry_run,
        };
        let imported = session.import(&question, context)?;
        for unit in imported
            .iter()
            .filter(|unit| self.dry_run || unit.outcome.is_finding())
        {
            show(unit, context)?;
        }
        self.summarize(&imported, context);
        let is_clean = !imported.iter().any(|unit| unit.outcome.is_finding());
        Ok(if is_clean {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }
}

impl Import {
    /// Who stands for what the files say is reviewed.
    fn review(&self) -> Result<Option<Review>, Failure> {
        let Some(name) = &self.reviewer else {
            return Ok(None);
        };
        let date = self.date.clone().unwrap_or_else(today);
        let review = Review::of(name, &date);
        let refused = || {
            format!("`{name}` on `{date}` is no review: it needs a name, and a day like 2026-11-30")
        };
        Ok(Some(review.ok_or_else(|| Failure::Sentence(refused()))?))
    }

    /// Says how many units became what, and which states the files say.
    fn summarize(&self, imported: &[Imported], context: &mut Context<'_>) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut reviewed = 0;
        for unit in imported {
            *counts.entry(unit.outcome.name()).or_default() += 1;
            reviewed += usize::from(matches!(unit.state.name(), "reviewed" | "final"));
        }
        let counted: Vec<String> = counts
            .iter()
            .map(|(name, count)| format!("{count} {name}"))
            .collect();
        let shown = if counted.is_empty() {
            "no unit".to_owned()
        } else {
            counted.join(", ")
        };
        let verb = if self.dry_run {
            "would be imported"
        } else {
            "imported"
        };
        context.note(format_args!("{verb}: {shown}"));
        if reviewed > 0 && self.reviewer.is_none() {
            let message = "say that they are reviewed; --trust-review NAME marks them so";
            context.note(format_args!("{reviewed} {message}"));
        }
    }
}

/// Reads a file of another tool, which may be in UTF-16.
fn read(context: &Context<'_>, file: &Path) -> Result<String, Failure> {
    context.read(file).or_else(|failure| {
        let bytes = fs::read(context.directory.join(file)).ok();
        bytes.and_then(|bytes| utf16_text(&bytes)).ok_or(failure)
    })
}

/// Shows what became of a unit, with all that a person needs to decide.
fn show(unit: &Imported, context: &mut Context<'_>) -> Result<(), Failure> {
    let (file, line, outcome) = (&unit.file, unit.line, unit.outcome.name());
    writeln!(
        context.out,
        "{file}:{line}: {outcome} {} {} {}",
        unit.locale, unit.article, unit.id
    )?;
    let mut lines: Vec<(&str, &str)> = Vec::new();
    match &unit.outcome {
        ImportOutcome::Refused(faults) => {
            lines.extend(faults.iter().map(|fault| ("why", fault.as_str())));
            lines.extend([("source", unit.source.as_str()), ("file", &unit.target)]);
        }
        ImportOutcome::Older(is_offered) => {
            lines.extend([
                ("was", unit.sent_source.as_str()),
                ("now", &unit.source),
                ("file", &unit.target),
            ]);
            lines.push(if *is_offered {
                ("", "stands in the catalog as a stale translation")
            } else {
                ("catalog", unit.present.as_deref().unwrap_or_default())
            });
        }
        ImportOutcome::Conflict | ImportOutcome::Superseded => {
            lines.extend([
                ("source", unit.source.as_str()),
                ("file", &unit.target),
                ("catalog", unit.present.as_deref().unwrap_or_default()),
            ]);
        }
        ImportOutcome::Unknown => lines.extend([
            ("source", unit.sent_source.as_str()),
            ("file", &unit.target),
        ]),
        ImportOutcome::Written => {
            lines.extend([("source", unit.source.as_str()), ("file", &unit.target)]);
        }
        _ => {}
    }
    for (label, text) in lines {
        let mark = if label.is_empty() { "" } else { ": " };
        writeln!(context.out, "    {label}{mark}{}", one_line(text))?;
    }
    Ok(())
}

/// Says what is wrong with files.
fn check_files(files: &[PathBuf], context: &mut Context<'_>) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Clean;
    for file in files {
        let text = match read(context, file) {
            Ok(text) => text,
            Err(Failure::Sentence(error)) => {
                context.fail(error);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let name = file.display();
        match check_exchange_file(file, &text) {
            Ok((format, faults)) if faults.is_empty() => {
                context.note(format_args!("{name}: valid {format}"));
            }
            Ok((_, faults)) => {
                outcome = Outcome::Findings;
                for fault in faults {
                    let (line, column) = (fault.line, fault.column);
                    let advice = fault.advice.join("; ");
                    let end = if advice.is_empty() { "" } else { "; " };
                    writeln!(
                        context.out,
                        "{name}:{line}:{column}: {}: {}{end}{advice}",
                        fault.constraint, fault.message
                    )?;
                }
            }
            Err(failure) => context.fail(failure),
        }
    }
    Ok(outcome)
}
