use similar::TextDiff;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::store::Write;
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
    /// Write nothing; show what would change.
    #[arg(long)]
    diff: bool,
    /// Remove messages whose sentence is gone, and list them.
    #[arg(long)]
    prune: bool,
    /// Say of each unit that is not simply unchanged how it came to its id.
    #[arg(long)]
    explain: bool,
}

const HELP: &str = "\
Examples:
  satz sync            after the German has changed, or stubs were filled in
  satz sync --check    in CI: are the catalogs in step?
  satz sync --diff     what would change";

impl Run for Sync {
    const NAME: &'static str = "sync";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let workspace = context.workspace()?;
        let reading = self.check || self.diff;
        let writer = if reading {
            None
        } else {
            Some(context.writer(&workspace)?)
        };
        let (prepared, errors) = workspace.prepare(&[]);
        for error in errors {
            context.fail(error);
        }
        let mut changed = 0;
        for article in &prepared {
            if self.explain {
                for (unit, assigned) in article.new_units.iter().zip(&article.assigned) {
                    if assigned.rule != Rule::Same {
                        writeln!(
                            context.out,
                            "{}: {} {}: {}",
                            article.key,
                            assigned.id,
                            assigned.rule.name(),
                            unit.text
                        )?;
                    }
                }
            }
            if let Some(cuts) = recut(&article.assigned) {
                let line = format!("{}: {cuts}", article.path);
                if self.diff {
                    context.note(line);
                } else {
                    writeln!(context.out, "{line}")?;
                }
            }
            let mut writes = Vec::new();
            for target in &article.targets {
                let (new, pruned) = workspace.project.update(article, target, self.prune);
                for id in pruned {
                    writeln!(context.out, "{}: removed {id}", target.path)?;
                }
                if target.text.is_none() && new.is_empty() {
                    continue;
                }
                writes.push(Write {
                    path: target.path.clone(),
                    old: target.text.clone(),
                    new,
                });
            }
            // Last: a run that is killed before does everything again. Not at all while a locale's
            // file could not be read: the old German is what its stale units need.
            if article.targets.len() == workspace.project.locales.len() {
                writes.push(Write {
                    path: workspace
                        .project
                        .catalog_path(&workspace.project.source, &article.key),
                    old: article.old_text.clone(),
                    new: article.source_text.clone(),
                });
            }
            writes.retain(differs);
            changed += writes.len();
            for write in &writes {
                if self.diff {
                    show(context, write)?;
                } else {
                    writeln!(
                        context.out,
                        "{} {}",
                        if self.check { "would write" } else { "wrote" },
                        write.path
                    )?;
                }
            }
            if let Some(writer) = &writer
                && let Err(error) = writer.write(&writes)
            {
                context.fail(error);
            }
        }
        if changed == 0 {
            context.note("everything is in step");
        }
        Ok(if self.check && changed > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        })
    }
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
    let noun = if new == 1 { "sentence" } else { "sentences" };
    (new > 0).then(|| {
        format!("cut differently, {new} {noun} in place of {old}; translations are carried over")
    })
}

/// A difference in white space between entries alone is none.
fn differs(write: &Write) -> bool {
    let Some(old) = &write.old else { return true };
    let bare = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect()
    };
    *old != write.new && bare(old) != bare(&write.new)
}

fn show(context: &mut Context<'_>, write: &Write) -> Result<(), Failure> {
    let old = write.old.as_deref().unwrap_or_default();
    let diff = TextDiff::from_lines(old, write.new.as_str());
    let mut unified = diff.unified_diff();
    let shown = unified.context_radius(3).header(&write.path, &write.path);
    write!(context.out, "{shown}")?;
    Ok(())
}
