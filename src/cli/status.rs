//! `satz status`.

use super::context::Context;
use super::context::select::{Selected, Shard, States, form, forms, write_part};
use super::{Failure, Outcome, Run};
use crate::report::FORMS;
use crate::session::{Answer, StatusQuestion};

/// Show how complete each locale is.
///
/// Counts units (sentences) and words of the German. The articles themselves are the measure, not
/// the last sync. In a bar, █ is up to date, ▒ stale and ░ missing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Status {
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    states: States,
    #[command(flatten)]
    shard: Shard,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.status.is_some()))]
    format: String,
    /// Say of stale translations for how long they have been, as git tells it. In html it always is.
    #[arg(long)]
    ages: bool,
}

const HELP: &str = "\
Examples:
  satz status                          all locales
  satz status uk --article 'news/**'
  satz status --state stale --ages     articles with stale translations, and since when
  satz status --format html > status.html";

impl Run for Status {
    const NAME: &'static str = "status";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let form = form(&self.format);
        let states = self.states.named();
        let question = StatusQuestion {
            selection: self.selected.selection(),
            ages: self.ages || form.name == "html",
            share: self.shard.share(context)?,
            states: states.clone(),
        };
        let standing = match session.status(question, context)? {
            Answer::Whole(standing) => standing,
            Answer::Part(part) => {
                write_part(context, &part)?;
                return Ok(Outcome::Clean);
            }
        };
        if !states.is_empty() && standing.rows.is_empty() && form.name == FORMS[0].name {
            context.note("nothing is in that state");
            return Ok(Outcome::Clean);
        }
        if let Some(show) = form.status {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&standing, look))?;
        }
        Ok(Outcome::Clean)
    }
}
