//! `satz review`.

mod ask;

use super::context::Context;
use super::context::select::{form, forms};
use super::{Failure, Outcome, Run};
use crate::session::{self, ReviewListQuestion, ReviewQuestion, Reviewed, Session};
use crate::store::{git_user, today};

/// Say that you have read translations, and stand for them.
///
/// A comment above each says who and when. It holds for this German and this translation: whoever
/// changes one of them, with whatever tool, voids it. Only what is up to date can be reviewed.
///
/// With nothing named: what nobody has reviewed, the most doubtful first; at a terminal asked one by
/// one.
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
    #[command(flatten)]
    pass: Pass,
    /// Form of the list.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.review.is_some()))]
    format: String,
}

/// How one goes through what is to be reviewed.
#[derive(Debug, clap::Args)]
struct Pass {
    /// List what is to be reviewed, and ask nothing.
    #[arg(long, conflicts_with_all = ["ids", "all_current", "undo"])]
    list: bool,
    /// Ask one by one, of an article too.
    #[arg(long, conflicts_with_all = ["ids", "all_current", "undo", "list"])]
    ask: bool,
}

const HELP: &str = "\
Examples:
  satz review en                            what nobody has reviewed, the most doubtful first
  satz review en s83fqt0 --as Ada           this sentence is right
  satz review en --article markt --as Ada   all of this article
  satz review en --all-current --as Ada     everything; without --as in the name that git has
  satz review en s83fqt0 --undo";

impl Run for Review {
    const NAME: &'static str = "review";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        if !session.project().strings.is_empty() {
            context.note("note: messages of an application's catalogs cannot be reviewed yet");
        }
        let is_named = !self.ids.is_empty() || !self.articles.is_empty() || self.all_current;
        let is_listed = self.pass.list || self.pass.ask || self.format != "human";
        if self.undo && !is_named {
            return Err(Failure::Sentence(format!(
                "name what nobody is to stand for any more: `satz review {0} ID --undo`, or all of it \
                 with `--all-current`",
                self.locale
            )));
        }
        if is_listed || !is_named {
            self.go_through(context, &session)?;
            return Ok(Outcome::Clean);
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
    /// Shows what is to be reviewed, and asks of each whether it is right if there is somebody to ask.
    fn go_through(&self, context: &mut Context<'_>, session: &Session) -> Result<(), Failure> {
        let question = ReviewListQuestion {
            locale: self.locale.clone(),
            articles: self.articles.clone(),
            all: false,
        };
        let form = form(&self.format);
        if self.pass.ask || !self.pass.list && !form.is_data && ask::can_ask() {
            let review = self.review(session.root())?;
            return ask::ask(context, session, &question, &review);
        }
        let units = session.review_list(&question, context)?;
        if let Some(show) = form.review {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&units, look))?;
        }
        if !form.is_data && !units.is_empty() {
            context.note(format_args!(
                "confirm what is right: `satz review {0} ID`, or all of an article: `satz review {0} \
                 --article ARTICLE`",
                self.locale
            ));
        }
        Ok(())
    }

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
