mod fix;
pub(super) mod inspect;
mod known;
mod pairs;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::context::select::{Selected, States, form, forms, listed};
use super::git::prefix;
use super::shard::Shard;
use super::strings::InLocale;
use super::{Failure, Outcome, Run};
use crate::compare::State;
use crate::config::{CONFIGURATION, is_git};
use crate::report::{Form, Found, Inspected, Inspection, Look, Parts, Status, Visible, verdict};
use crate::store::{Error, Workspace, read_text};
use crate::text::Severity;

use inspect::{inspect, out_of_step, shortfalls};

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
            return pairs::check_pairs(context, file, least);
        }
        if self.fix {
            let (workspace, prepared, locales) = self.selected.load(context)?;
            let strings = self.selected.strings(context, &workspace)?;
            fix::fix(context, &workspace, &prepared, &strings, &locales)?;
        }
        let (workspace, locales) = self.selected.place(context)?;
        warn_of_idle_patterns(context, &workspace);
        let Some(inspection) = self.inspect(context, &workspace, &locales, least)? else {
            return Ok(Outcome::Clean);
        };
        let shown = form(&self.format);
        if let Some(show) = shown.check {
            let look = Look {
                all: self.all,
                ..context.look
            };
            show(&inspection, look, context.out_for(shown)?)?;
        }
        for (name, file) in &self.reports {
            write_report(context, form(name), file, &inspection)?;
        }
        if shown.name == "github" {
            summarise(&inspection)?;
        }
        if !matches!(shown.name, "human" | "github" | "markdown") {
            for line in verdict(&inspection).lines() {
                context.note(line);
            }
        }
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
    /// Everything that is found, with what is known of it; None for a run that does only a share.
    fn inspect(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locales: &[String],
        least: Severity,
    ) -> Result<Option<Inspection>, Failure> {
        // Only a translation that is up to date can have faults of its own.
        let is_thorough =
            self.states.admits(State::Current) || self.is_ratchet(&workspace.project.gate);
        if !self.selected.names_articles() {
            for error in workspace.unreadable_orphans() {
                context.fail(error);
            }
        }
        let all = inspect(workspace, locales, is_thorough, |work| {
            let mut environment = vec![locales.join(",")];
            environment.extend(workspace.glossaries()?);
            let name = if is_thorough { "check" } else { "gaps" };
            let options = if is_thorough { "" } else { "--state" };
            let cache = workspace.cache(name, &environment);
            self.selected.each_kept(
                context,
                &self.shard,
                workspace,
                locales,
                (options, cache),
                work,
            )
        })?;
        let Some(all) = all else { return Ok(None) };
        // The list of the catalogs goes when they have been looked at.
        let of_strings = self.selected.strings(context, workspace)?.inspect(
            context,
            workspace,
            locales,
            !self.selected.names_locales(),
            &|state, severity| severity >= least && self.states.admits(state),
        );
        let (mut findings, completeness) = together(locales, all, of_strings);
        findings.push(shortfalls(workspace, &completeness));
        if self.frozen {
            findings.push(out_of_step(workspace, locales));
        }
        let mut gate = workspace.project.gate.clone();
        if let Some(level) = &self.fail_on {
            gate.fail.clone_from(level);
        }
        let mut inspection = Inspection {
            findings,
            completeness,
            unread: 0,
            fails: gate.fails(),
            past: None,
            prefix: prefix(&workspace.root),
        };
        self.compare(context, workspace, locales, &gate, &mut inspection)?;
        inspection.findings.retain(|found| {
            let state = found.what.state;
            found.severity >= least && state.is_none_or(|state| self.states.admits(state))
        });
        inspection.unread = context.failures.len();
        Ok(Some(inspection))
    }
}

/// The articles and the catalogs of an application, both locale by locale, as one. The catalogs of
/// the source come first.
fn together(
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
fn warn_of_idle_patterns(context: &mut Context<'_>, workspace: &Workspace) {
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
        context.note(format_args!("warning: {error}"));
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
        Failure::Usage(format!(
            "{}: the report cannot be written: {error}",
            file.display()
        ))
    })
}

/// Refuses to write where a file stands that is not what is to be written there, or in a folder of
/// git. What is no regular file, as `/dev/stderr`, is not replaced.
fn replaceable(
    full: &Path,
    file: &Path,
    what: &str,
    is_own: impl Fn(&str) -> bool,
) -> Result<(), Failure> {
    let parts = file
        .components()
        .filter_map(|part| part.as_os_str().to_str());
    if let Some(part) = parts.into_iter().find(|part| is_git(part)) {
        let message = format!("git keeps its own files in `{part}`; name another file");
        return Err(Error::new(file, message).into());
    }
    if !fs::metadata(full).is_ok_and(|meta| meta.is_file()) {
        return Ok(());
    }
    match read_text(full) {
        Ok(Some(text)) if !text.trim().is_empty() && !is_own(&text) => {}
        Ok(_) => return Ok(()),
        Err(_) => {}
    }
    let message =
        format!("is no {what} of satz, and is not replaced; name another file, or remove it");
    Err(Error::new(file, message).into())
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
