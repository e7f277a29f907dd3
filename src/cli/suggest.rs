//! `satz suggest`.

use super::context::Context;
use super::context::select::{form, forms};
use super::{Failure, Outcome, Run};
use crate::session::SuggestQuestion;

/// Show what was translated before for the sentences that are open.
///
/// The memory is made of all finished translations of the workspace, so nothing has to be kept. An
/// exact repeat comes first, then sentences that are similar: the words in which they differ are
/// marked, and their translations have to be mended.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Suggest {
    /// The locale.
    #[arg(value_name = "LOCALE")]
    locale: String,
    /// Ids of open units, with or without the part behind the hyphen; all if there is none.
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Only this article; may be a pattern. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
    /// So many offers at most for a sentence.
    #[arg(long, value_name = "N", default_value_t = 3)]
    count: usize,
    /// How similar another sentence must be, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 60, value_parser = clap::value_parser!(u8).range(30..=100))]
    least: u8,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.suggest.is_some()))]
    format: String,
}

const HELP: &str = "\
Examples:
  satz suggest en                     for every open sentence that has something
  satz suggest en s83fqt0             for this one
  satz suggest en --article markt --least 75";

impl Run for Suggest {
    const NAME: &'static str = "suggest";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let question = SuggestQuestion {
            locale: self.locale,
            ids: self.ids,
            articles: self.articles,
            count: self.count,
            least: f64::from(self.least) / 100.0,
        };
        let suggestions = session.suggest(&question, context)?;
        let form = form(&self.format);
        if let Some(show) = form.suggest {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&suggestions, look))?;
        }
        Ok(Outcome::Clean)
    }
}
