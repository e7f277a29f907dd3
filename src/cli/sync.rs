mod minor;

use std::collections::BTreeMap;
use std::fmt;

use rustc_hash::FxHashMap;
use similar::TextDiff;

use super::context::Context;
use super::context::select::{form, forms};
use super::diff::facts;
use super::{Failure, Outcome, Run};
use crate::article::{Change, Plan, Together};
use crate::report::{Explained, FORMS};
use crate::store::{Error, Write, Writer};
use crate::text::LineIndex;
use crate::update::{Assigned, Rule};

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
    #[arg(long, value_name = "ID", num_args = 1..)]
    minor: Vec<String>,
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

impl Run for Sync {
    const NAME: &'static str = "sync";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let workspace = context.workspace()?;
        context.survey(&workspace)?;
        let reading = self.check || self.diff;
        let writer = if reading {
            None
        } else {
            Some(context.writer(&workspace)?)
        };
        let (mut together, errors) = if self.prune {
            workspace.prepare_all_together()
        } else {
            workspace.prepare_together()
        };
        for error in errors {
            context.fail(error);
        }
        minor::declare(context, &mut together, &self.minor)?;
        if !reading && self.is_for_people() {
            minor::ask(context, &mut together, &workspace.project.source);
        }
        let shown = form(&self.format);
        if let (true, Some(show)) = (self.explain, shown.explain) {
            let source_locale = &workspace.project.source;
            write!(
                context.out_for(shown)?,
                "{}",
                show(&explained(&together, source_locale))
            )?;
        }
        let renamed = together.renamed.iter();
        for (orphan, article) in renamed.filter(|(_, article)| !together.waits(**article)) {
            context.note(format_args!(
                "{} is {} now; its translations follow",
                together.orphans[*orphan].key, together.articles[*article].key
            ));
        }
        for article in &together.articles {
            if let Some(cuts) = recut(&article.assigned) {
                let line = format_args!("{}: {cuts}", article.path);
                if self.diff {
                    context.note(line);
                } else {
                    self.say(context, line)?;
                }
            }
        }
        for orphan in together.orphans_kept() {
            let mut paths = vec![orphan.path.as_str()];
            let targets = orphan.targets.iter().filter(|target| target.text.is_some());
            paths.extend(targets.map(|target| target.path.as_str()));
            paths.extend(orphan.others.iter().map(String::as_str));
            context.note(format_args!(
                "{}: the article is gone, its translations are kept; `satz rm {}` removes these files",
                paths.join(", "),
                orphan.key
            ));
        }
        for article in together.articles_waiting() {
            context.fail(format_args!(
                "{}: left as it is, since sentences of it may belong to what cannot be read; mend that and run `satz sync` again",
                article.path
            ));
        }
        let mut changed = 0;
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for plan in together_if_new(workspace.project.plan(&together, self.prune)) {
            let changes = plan.steps.iter().flatten();
            texts.extend(changes.filter_map(|one| Some((one.path.clone(), one.new.clone()?))));
            changed += match &writer {
                Some(writer) => self.carry_out(context, writer, &plan)?,
                None => self.foretell(context, &plan)?,
            };
        }
        writer.map_or(Ok(()), Writer::close)?;
        let is_clean = report_faults(context, &together, &texts) == 0;
        if changed == 0 && is_clean && !context.has_failed() {
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

    /// Says what is done with a file; beside data for programs it is no data.
    fn say(&self, context: &mut Context<'_>, what: fmt::Arguments<'_>) -> Result<(), Failure> {
        if self.is_for_people() {
            writeln!(context.out, "{what}")?;
        } else {
            context.note(what);
        }
        Ok(())
    }

    /// Says what would become of the files; counts those that would change.
    fn foretell(&self, context: &mut Context<'_>, plan: &Plan) -> Result<usize, Failure> {
        self.say_pruned(context, plan, |_| true)?;
        let files = in_one(plan.steps.iter().flatten());
        for file in &files {
            if self.diff {
                show(context, file)?;
            } else {
                let does = if file.new.is_some() {
                    "would write"
                } else {
                    "would remove"
                };
                self.say(context, format_args!("{does} {}", file.path))?;
            }
        }
        Ok(files.len())
    }

    /// Writes the files step by step, as far as that is possible, and says what was done; counts
    /// the files that changed.
    fn carry_out(
        &self,
        context: &mut Context<'_>,
        writer: &Writer<'_>,
        plan: &Plan,
    ) -> Result<usize, Failure> {
        let mut done: Vec<&Change> = Vec::new();
        let mut result = Ok(());
        for step in &plan.steps {
            // The next step begins when this one is on the disk.
            let on_disk = || match plan.steps.len() {
                0 | 1 => Ok(()),
                _ => writer.sync(),
            };
            result = write(writer, step, &mut done).and_then(|()| on_disk());
            if result.is_err() {
                break;
            }
        }
        let files = in_one(done.into_iter());
        let is_done = |path: &str| files.iter().any(|file| file.path == path);
        self.say_pruned(context, plan, is_done)?;
        for file in &files {
            let does = if file.new.is_some() {
                "wrote"
            } else {
                "removed"
            };
            self.say(context, format_args!("{does} {}", file.path))?;
        }
        if let Err(error) = result {
            context.fail(error);
        }
        Ok(files.len())
    }

    fn say_pruned(
        &self,
        context: &mut Context<'_>,
        plan: &Plan,
        is_done: impl Fn(&str) -> bool,
    ) -> Result<(), Failure> {
        for (path, id) in plan.pruned.iter().filter(|(path, _)| is_done(path)) {
            self.say(context, format_args!("{path}: removed {id}"))?;
        }
        Ok(())
    }
}

/// The plans, those that only make new files as one: nothing of anybody's is at stake there, and all
/// of them come to the disk together.
fn together_if_new(plans: Vec<Plan>) -> Vec<Plan> {
    let is_new = |plan: &Plan| {
        let mut changes = plan.steps.iter().flatten();
        plan.steps.len() == 1 && changes.all(|change| change.old.is_none())
    };
    let (new, mut others): (Vec<Plan>, Vec<Plan>) = plans.into_iter().partition(is_new);
    if !new.is_empty() {
        let changes = new.into_iter().flat_map(|plan| plan.steps).flatten();
        let all = Plan {
            steps: vec![changes.collect()],
            pruned: Vec::new(),
        };
        others.insert(0, all);
    }
    others
}

/// Changes as one per file, where several steps write it; without those that change nothing.
fn in_one<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<Change> {
    let mut files: Vec<Change> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for change in changes {
        match places.get(change.path.as_str()) {
            Some(place) => files[*place].new.clone_from(&change.new),
            None => {
                places.insert(&change.path, files.len());
                files.push(change.clone());
            }
        }
    }
    files.retain(Change::differs);
    files
}

/// Reports what cannot be read in the locales' catalogs, as they are after this run, where `texts` has
/// those that change; gives how many places that are.
fn report_faults(
    context: &mut Context<'_>,
    together: &Together,
    texts: &BTreeMap<String, String>,
) -> usize {
    let mut count = 0;
    for target in together
        .articles
        .iter()
        .flat_map(|article| &article.targets)
    {
        let renewed = texts
            .get(&target.path)
            .map(|new| target.with_text(new.clone()));
        let target = renewed.as_ref().unwrap_or(target);
        let text = &target.catalog.value.text;
        let lines = LineIndex::new(text);
        for fault in target.faults() {
            let line = lines.place(text, fault.span.start).line;
            let hints = fault.hints.iter().map(|hint| format!("; {hint}"));
            let hints: String = hints.collect();
            let message = &fault.message;
            context.note(format_args!(
                "error: {}:{line}: {message}{hints}",
                target.path
            ));
            count += 1;
        }
    }
    count
}

/// What to say of sentences whose words are the old ones, but which are cut differently.
fn recut(assigned: &[Assigned]) -> Option<String> {
    let is_recut = |unit: &&Assigned| unit.rule == Rule::Resegmented;
    let new = assigned.iter().filter(is_recut).count();
    let old: usize = assigned
        .iter()
        .filter(is_recut)
        .filter(|unit| unit.old.is_some())
        .map(|unit| 1 + unit.joined.len())
        .sum();
    if new == old {
        return (new > 0).then(|| {
            "some sentences are cut differently; translations are carried over".to_owned()
        });
    }
    let noun = if new == 1 { "sentence" } else { "sentences" };
    (new > 0).then(|| {
        format!("cut differently, {new} {noun} in place of {old}; translations are carried over")
    })
}

/// Writes the files of a step, then removes those that are superfluous after it. What was done is
/// added to `done`.
fn write<'a>(
    writer: &Writer<'_>,
    step: &'a [Change],
    done: &mut Vec<&'a Change>,
) -> Result<(), Error> {
    let changes = || step.iter().filter(|change| change.differs());
    let writes: Vec<Write> = changes()
        .filter_map(|change| {
            Some(Write {
                path: change.path.clone(),
                old: change.old.clone(),
                new: change.new.clone()?,
            })
        })
        .collect();
    writer.write(&writes)?;
    done.extend(changes().filter(|change| change.new.is_some()));
    for change in changes().filter(|change| change.new.is_none()) {
        writer.retire(&change.path, change.old.as_deref().unwrap_or_default())?;
        done.push(change);
    }
    Ok(())
}

/// How the units came to their ids that are not simply unchanged.
fn explained(together: &Together, source_locale: &str) -> Vec<Explained> {
    let mut out = Vec::new();
    for (article, origins) in together.articles.iter().zip(&together.origins) {
        let units = article.new_units.iter().zip(&article.assigned);
        for (index, (unit, assigned)) in units.enumerate() {
            if assigned.rule == Rule::Same {
                continue;
            }
            let old = |index: &usize| article.old.units[*index].text.as_str();
            let olds = assigned.old.iter().chain(&assigned.joined);
            let was: Vec<&str> = olds.map(old).collect();
            let was = Some(was.join(" ")).filter(|was| !was.is_empty() && *was != unit.text);
            out.push(Explained {
                article: article.key.clone(),
                id: assigned.id.to_string(),
                rule: assigned.rule.name(),
                from: origins.get(&index).cloned(),
                source: unit.text.clone(),
                facts: match assigned.rule {
                    // The other parts of a split have the rest.
                    Rule::Resegmented => Vec::new(),
                    _ => facts(was.as_deref(), &unit.text, source_locale),
                },
                was,
            });
        }
    }
    out
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
