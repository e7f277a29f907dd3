//! `satz check`.

mod pairs;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::context::select::{Selected, Shard, States, form, forms, listed, write_part};
use super::{Failure, Outcome, Run, settings};
use crate::config::CheckSet;
use crate::report::{Form, Inspection, Look, Visible, verdict};
use crate::session::{Answer, BaselineFile, InspectQuestion, Ratchet};
use crate::store::replaceable;
use crate::text::Severity;

/// The gate: exit with 1 if a unit is missing or stale, or a catalog has a fault.
///
/// Every finding names file, line, column and id, and what to do. Errors shut the gate; warnings
/// and hints do not, unless --fail-on or `gate.fail` in satz.yaml says so. A ratchet, --baseline or
/// --since, lets pass what was there before, so that a workspace that is half translated can have a
/// gate from the first day. The last lines say what to do next.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(super) struct Check {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    states: States,
    #[command(flatten)]
    shard: Shard,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.check.is_some()))]
    format: String,
    /// Write another form into a file, besides. Repeatable.
    #[arg(long = "report", value_name = "FORM=FILE", value_parser = report_file)]
    reports: Vec<(String, PathBuf)>,
    /// The least that is reported.
    #[arg(long, value_name = "SEVERITY", default_value = "hint", value_parser = ["hint", "warning", "error"])]
    least: String,
    /// The least that shuts the gate.
    #[arg(long, value_name = "SEVERITY", value_parser = ["error", "warning", "hint", "never"], help_heading = "Gate")]
    fail_on: Option<String>,
    /// Let pass the findings in this file, told by code, locale, article and id.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "since",
        help_heading = "Gate"
    )]
    baseline: Option<PathBuf>,
    /// Write all that shuts the gate into the baseline, so that it passes from now on.
    #[arg(long, conflicts_with_all = ["tighten", "since"], help_heading = "Gate")]
    write_baseline: bool,
    /// Take out of the baseline what is gone; nothing is ever added.
    #[arg(long, conflicts_with = "since", help_heading = "Gate")]
    tighten: bool,
    /// Let pass what was found where this branch left a revision of git.
    #[arg(long, value_name = "REV", help_heading = "Gate")]
    since: Option<String>,
    /// Find it an error if `satz sync` would write something.
    #[arg(long, help_heading = "Gate")]
    frozen: bool,
    /// Show every finding, where the form for people shows the worst ten and counts the others.
    #[arg(long)]
    all: bool,
    /// Turn on the checks that are off by default, too, but for those that satz.yaml turns off.
    #[arg(long)]
    all_checks: bool,
    /// Exit with 0 whatever is found.
    #[arg(long, help_heading = "Gate")]
    exit_zero: bool,
    /// Set right what is certain, then report the rest. Only the values that findings name change.
    #[arg(long, conflicts_with_all = ["pairs", "shard"])]
    fix: bool,
    /// Check pairs of texts instead of a workspace: one JSON object per line, with id, lang, doc,
    /// source, target, and glossary if there is one. `-` is the standard input. Prints what was found
    /// in each as a line of JSON, and is no gate: the exit status is 0.
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "locales", "articles", "states", "format", "reports", "baseline", "write_baseline", "tighten",
        "since", "frozen", "fail_on", "shard",
    ])]
    pairs: Option<PathBuf>,
}

const HELP: &str = "\
Examples:
  satz check                                all locales
  satz check en fr --state stale            only these, and only what is stale
  satz check --format short                 a line per finding
  satz check --fix                          set right what is certain
  satz check --frozen --since origin/main   in CI: what this branch made worse
  satz check --baseline known.txt --write-baseline
                                            let pass what there is today, then:
  satz check --baseline known.txt           fail only on what is new
  satz check --format github --report sarif=satz.sarif
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
            let set = if self.all_checks {
                CheckSet::All
            } else {
                CheckSet::Usual
            };
            return pairs::check_pairs(context, file, least, set);
        }
        if self.all_checks {
            context.settings.push(settings::all_checks());
        }
        let session = context.surveyed()?;
        let selection = self.selected.selection();
        if self.fix {
            session.fix(&selection, context)?;
        }
        let question = InspectQuestion {
            selection,
            states: self.states.named(),
            least,
            fail_on: self.fail_on.clone(),
            frozen: self.frozen,
            ratchet: self.ratchet(context),
            share: self.shard.share(context)?,
        };
        let mut inspection = match session.inspect(question, context)? {
            Answer::Whole(inspection) => inspection,
            Answer::Part(part) => {
                write_part(context, &part)?;
                return Ok(Outcome::Clean);
            }
        };
        // What could not be set right counts as well.
        inspection.unread = context.failures.len();
        self.show(context, &inspection)?;
        let outcome = if inspection.failed() && !self.exit_zero {
            Outcome::Findings
        } else {
            Outcome::Clean
        };
        // The program ends: the system takes all memory back at once.
        std::mem::forget(inspection);
        Ok(outcome)
    }
}

impl Check {
    /// What is known and passes.
    fn ratchet(&self, context: &Context<'_>) -> Ratchet {
        let baseline = self.baseline.as_ref().map(|file| BaselineFile {
            path: context.directory.join(file),
            name: file.display().to_string(),
        });
        Ratchet {
            baseline,
            write: self.write_baseline,
            tighten: self.tighten,
            since: self.since.clone(),
        }
    }

    /// Shows what was found, in every form that is asked for.
    fn show(&self, context: &mut Context<'_>, inspection: &Inspection) -> Result<(), Failure> {
        let shown = form(&self.format);
        if let Some(show) = shown.check {
            let look = Look {
                all: self.all,
                ..context.look
            };
            show(inspection, look, context.out_for(shown)?)?;
        }
        for (name, file) in &self.reports {
            write_report(context, form(name), file, inspection)?;
        }
        if shown.name == "github" {
            summarise(inspection)?;
        }
        if !matches!(shown.name, "human" | "github" | "markdown") {
            for line in verdict(inspection).lines() {
                context.note(line);
            }
        }
        Ok(())
    }
}

/// Writes a form into a file, over nothing but an older report.
fn write_report(
    context: &Context<'_>,
    form: &Form,
    file: &Path,
    inspection: &Inspection,
) -> Result<(), Failure> {
    let Some(show) = form.check else {
        return Ok(());
    };
    let full = context.directory.join(file);
    replaceable(&full, file, "report", Form::is_report)?;
    let look = Look {
        source: context.look.source,
        ..Look::default()
    };
    let write = || -> io::Result<()> {
        let mut out = Visible::new(io::BufWriter::new(fs::File::create(full)?));
        if form.is_data {
            show(inspection, look, out.data()?)?;
        } else {
            show(inspection, look, &mut out)?;
        }
        Write::flush(&mut out)
    };
    write().map_err(|error| {
        Failure::Sentence(format!(
            "{}: the report cannot be written: {error}",
            file.display()
        ))
    })
}

/// Adds to the summary of a job of GitHub Actions, where this is one.
fn summarise(inspection: &Inspection) -> Result<(), Failure> {
    let Some(file) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|file| !file.is_empty()) else {
        return Ok(());
    };
    let Some(show) = form("markdown").check else {
        return Ok(());
    };
    let open = fs::OpenOptions::new().create(true).append(true).open(&file);
    let mut out = Visible::new(io::BufWriter::new(open?));
    show(inspection, Look::default(), &mut out)?;
    Ok(Write::flush(&mut out)?)
}

/// A form and the file it goes into, as in `sarif=satz.sarif`.
fn report_file(text: &str) -> Result<(String, PathBuf), String> {
    let Some((name, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err("write FORM=FILE, like sarif=satz.sarif".to_owned());
    };
    let known = listed(|form| form.check.is_some());
    match Form::named(name).filter(|form| form.check.is_some()) {
        Some(form) => Ok((form.name.to_owned(), file.into())),
        None => Err(format!("no form is called `{name}`; known are {known}")),
    }
}
