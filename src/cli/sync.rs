//! `satz sync`.

mod minor;

use std::fmt;

use similar::TextDiff;

use super::context::Context;
use super::context::select::{form, forms};
use super::{Failure, Outcome, Run};
use crate::report::{FORMS, counted};
use crate::session::{Change, Recut, SyncPlan, SyncQuestion, SyncStep};

/// Bring the catalogs in step with the articles.
///
/// Every sentence keeps its translation wherever it moves. One that was reworded becomes stale, one
/// that is new gets a stub to type into, a stub that was filled in becomes a message. Nothing that
/// a person wrote is removed, unless by --prune. Running it twice changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(super) struct Sync {
    /// Write nothing; exit with 1 if something would be written.
    #[arg(long)]
    check: bool,
    /// Exit with 1 if something was written, as hooks want it.
    #[arg(long)]
    exit_code: bool,
    /// Write nothing; show what would change.
    #[arg(long)]
    diff: bool,
    /// Remove messages whose sentence is gone, and list them.
    #[arg(long)]
    prune: bool,
    /// Say of each unit that is not simply unchanged how it came to its id, and which numbers,
    /// dates, names and negations changed in it.
    #[arg(long)]
    explain: bool,
    /// Changes of the German that leave the meaning as it was: translations that were up to date
    /// stay so, in every locale.
    #[arg(long, value_name = "ID", num_args = 0..)]
    minor: Option<Vec<String>>,
    /// Form of what --explain shows.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.explain.is_some()))]
    format: String,
}

const HELP: &str = "\
Examples:
  satz sync                   after the German has changed, or stubs were filled in
  satz sync --check           in CI: are the catalogs in step?
  satz sync --diff            what would change
  satz sync --minor s83fqt0   a typo in the German: its translations stay up to date

At a terminal, and only there, satz asks about a change that looks like the correction of a typo;
without an answer the translations become stale.";

/// So many files are listed; the others are counted.
const LISTED: usize = 20;

impl Run for Sync {
    const NAME: &'static str = "sync";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let is_reading = self.check || self.diff;
        let question = SyncQuestion {
            writes: !is_reading,
            prune: self.prune,
        };
        let mut plan = session.plan_sync(&question, context)?;
        if let Some(ids) = &self.minor {
            if ids.is_empty() {
                let message =
                    "name the sentences: `satz sync --check --explain` shows which were reworded";
                return Err(Failure::Sentence(message.to_owned()));
            }
            for change in plan.keep_current_by_ids(ids)? {
                minor::say(context, &change);
            }
        }
        if !is_reading && self.is_for_people() {
            minor::ask(context, &mut plan);
        }
        self.explain(context, &plan)?;
        self.say_what_happened(context, &plan)?;
        let mut changed = 0;
        if is_reading {
            for step in plan.steps() {
                self.foretell(context, &step, changed)?;
                changed += step.files.len();
            }
        } else {
            for step in plan.apply(context) {
                self.tell(context, &step, changed, ["wrote", "removed"])?;
                changed += step.files.len();
            }
        }
        if changed > LISTED && !self.diff {
            let others = counted(changed - LISTED, "other catalog");
            self.say(context, format_args!("and {others}"))?;
        }
        let unreadable = plan.unreadable();
        for place in &unreadable {
            context.note(format_args!("error: {place}"));
        }
        drop(plan);
        if !is_reading {
            let filled = session.fill_by_setting(context)?;
            if !filled.is_empty() {
                let sentences = counted(filled.len(), "sentence");
                self.say(context, format_args!("filled {sentences} from the memory"))?;
            }
            changed += filled.len();
        }
        if changed == 0 && unreadable.is_empty() && !context.has_failed() {
            context.note("everything is in step");
        }
        Ok(if (self.check || self.exit_code) && changed > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }
}

impl Sync {
    fn is_for_people(&self) -> bool {
        form(&self.format).name == FORMS[0].name
    }

    /// Shows how the units came to their ids, if that is wanted.
    fn explain(&self, context: &mut Context<'_>, plan: &SyncPlan<'_>) -> Result<(), Failure> {
        let shown = form(&self.format);
        if let (true, Some(show)) = (self.explain, shown.explain) {
            write!(context.out_for(shown)?, "{}", show(&plan.explained()))?;
        }
        Ok(())
    }

    /// Says what became of articles: which were renamed, are cut differently, are gone, or wait.
    fn say_what_happened(
        &self,
        context: &mut Context<'_>,
        plan: &SyncPlan<'_>,
    ) -> Result<(), Failure> {
        for (old, new) in plan.renamed() {
            context.note(format_args!("{old} is {new} now; its translations follow"));
        }
        for recut in plan.recut() {
            let line = format!("{}: {}", recut.path, cuts(&recut));
            if self.diff {
                context.note(line);
            } else {
                self.say(context, format_args!("{line}"))?;
            }
        }
        for orphan in plan.orphans() {
            context.note(format_args!(
                "{}: the article is gone, its translations are kept; `satz rm {}` removes these files",
                orphan.paths.join(", "),
                orphan.article
            ));
        }
        for path in plan.waiting() {
            context.fail(format_args!(
                "{path}: left as it is, since sentences of it may belong to what cannot be read; mend that and run `satz sync` again"
            ));
        }
        Ok(())
    }

    /// Says what is done with a file; beside data for programs it is no data.
    fn say(&self, context: &mut Context<'_>, line: fmt::Arguments<'_>) -> Result<(), Failure> {
        if self.is_for_people() {
            writeln!(context.out, "{line}")?;
        } else {
            context.note(line);
        }
        Ok(())
    }

    /// Says what would become of files; `before` are told already.
    fn foretell(
        &self,
        context: &mut Context<'_>,
        step: &SyncStep,
        before: usize,
    ) -> Result<(), Failure> {
        if !self.diff {
            return self.tell(context, step, before, ["would write", "would remove"]);
        }
        self.tell_pruned(context, step)?;
        step.files.iter().try_for_each(|file| show(context, file))
    }

    /// Says what became of files; `before` are told already.
    fn tell(
        &self,
        context: &mut Context<'_>,
        step: &SyncStep,
        before: usize,
        [written, removed]: [&str; 2],
    ) -> Result<(), Failure> {
        self.tell_pruned(context, step)?;
        for file in step.files.iter().take(LISTED.saturating_sub(before)) {
            let does = if file.new.is_some() { written } else { removed };
            self.say(context, format_args!("{does} {}", file.path))?;
        }
        Ok(())
    }

    fn tell_pruned(&self, context: &mut Context<'_>, step: &SyncStep) -> Result<(), Failure> {
        for (path, id) in &step.pruned {
            self.say(context, format_args!("{path}: removed {id}"))?;
        }
        Ok(())
    }
}

/// What to say of sentences whose words are the old ones, but which are cut differently.
fn cuts(recut: &Recut) -> String {
    let (old, new) = (recut.before, recut.after);
    if new == old {
        return "some sentences are cut differently; translations are carried over".to_owned();
    }
    let noun = if new == 1 { "sentence" } else { "sentences" };
    format!("cut differently, {new} {noun} in place of {old}; translations are carried over")
}

fn show(context: &mut Context<'_>, change: &Change) -> Result<(), Failure> {
    let old = change.old.as_deref().unwrap_or_default();
    let new = change.new.as_deref().unwrap_or_default();
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    let shown = unified.context_radius(3).header(&change.path, &change.path);
    write!(context.out, "{shown}")?;
    Ok(())
}
