//! `satz diff`.

use super::context::Context;
use super::context::select::{Selected, States, form, forms};
use super::{Failure, Outcome, Run};
use crate::report::{FORMS, Look};

/// Show what is missing, stale or obsolete, unit by unit.
///
/// For a stale unit: the words of the German that went, as [-old-], and that came, as {+new+}; and
/// on a line of their own the numbers, dates, names and negations that changed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Diff {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    states: States,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.diff.is_some()))]
    format: String,
    /// Show the old German and the new side by side.
    #[arg(long)]
    side_by_side: bool,
}

const HELP: &str = "\
Examples:
  satz diff                       everything that is open
  satz diff uk --state stale      what has changed under the Ukrainian
  satz diff uk --article markt --side-by-side";

impl Run for Diff {
    const NAME: &'static str = "diff";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let states = self.states.named();
        let changes = session.diff(&self.selected.selection(), &states, context)?;
        let form = form(&self.format);
        if changes.is_empty() && !states.is_empty() && form.name == FORMS[0].name {
            context.note("nothing is in that state");
            return Ok(Outcome::Clean);
        }
        if let Some(show) = form.diff {
            let look = Look {
                beside: self.side_by_side,
                ..context.look
            };
            write!(context.out_for(form)?, "{}", show(&changes, look))?;
        }
        Ok(Outcome::Clean)
    }
}
