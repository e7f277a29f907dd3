//! `satz review`.

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::{self, ReviewQuestion, Reviewed};
use crate::store::{git_user, today};

/// Say that you have read translations, and stand for them.
///
/// A comment above each says who and when. It holds for this German and this translation: whoever
/// changes one of them, with whatever tool, voids it. Only what is up to date can be reviewed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Review {
    /// The locale.
    #[arg(value_name = "LOCALE")]
    locale: String,
    /// Ids of the units, with or without the part behind the hyphen.
    #[arg(value_name = "ID", conflicts_with = "all_current")]
    ids: Vec<String>,
    /// Only this article, or with no ID all of it that is up to date; may be a pattern. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
    /// Every unit that is up to date.
    #[arg(long)]
    all_current: bool,
    /// Who stands for them, instead of git's `user.name`.
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// The day, as 2026-11-30, instead of today.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Take the reviews away instead.
    #[arg(long)]
    undo: bool,
}

const HELP: &str = "\
Examples:
  satz review en s83fqt0 --as Ada           this sentence is right
  satz review en --article markt --as Ada   all of this article
  satz review en --all-current --as Ada     everything; without --as in the name that git has
  satz review en s83fqt0 --undo";

impl Run for Review {
    const NAME: &'static str = "review";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        if self.ids.is_empty() && self.articles.is_empty() && !self.all_current {
            return Err(Failure::Sentence(format!(
                "name the sentences, an article or all: `satz review {0} ID`, `satz review {0} \
                 --article ARTICLE`, `satz review {0} --all-current`",
                self.locale
            )));
        }
        let review = if self.undo {
            None
        } else {
            Some(self.review(session.root())?)
        };
        let question = ReviewQuestion {
            locale: self.locale,
            ids: self.ids,
            articles: self.articles,
            review,
        };
        let reviewed = session.review(&question, context)?;
        show(context, &question, &reviewed)?;
        Ok(Outcome::Clean)
    }
}

impl Review {
    /// Who reviews, and when.
    fn review(&self, folder: &std::path::Path) -> Result<session::Review, Failure> {
        let name = self.name.clone().or_else(|| git_user(folder));
        let name = name.ok_or_else(|| {
            Failure::Sentence(
                "nobody knows who you are: say it with `--as NAME`, or `git config user.name NAME`"
                    .to_owned(),
            )
        })?;
        let date = self.date.clone().unwrap_or_else(today);
        session::Review::of(&name, &date).ok_or_else(|| {
            Failure::Sentence(format!(
                "`{name}` on `{date}` is no review: it needs a name, and a day like 2026-11-30"
            ))
        })
    }
}

/// Says which reviews changed.
fn show(
    context: &mut Context<'_>,
    question: &ReviewQuestion,
    reviewed: &Reviewed,
) -> Result<(), Failure> {
    let ending = match &question.review {
        Some(review) => format!("reviewed by {}", review.name),
        None => "no longer reviewed".to_owned(),
    };
    for (path, id) in &reviewed.units {
        writeln!(context.out, "{path}: {id} is {ending}")?;
    }
    let unchanged = match (reviewed.unchanged, reviewed.units.len()) {
        (0, 0) if !context.has_failed() => "there is nothing to review".to_owned(),
        (0, _) => return Ok(()),
        (1, _) => format!("1 sentence was {ending} before"),
        (more, _) => format!("{more} sentences were {ending} before"),
    };
    context.note(unchanged);
    Ok(())
}
