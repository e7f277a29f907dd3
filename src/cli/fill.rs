//! `satz fill`.

use std::collections::BTreeMap;

use super::context::Context;
use super::context::select::{form, forms};
use super::{Failure, Outcome, Run};
use crate::report::{FillPlan, FilledSentence, Fills, PlannedArticle, RefusedSentence};
use crate::session::{DraftQuestion, Drafts, FillQuestion, Filled, RefusedUnit};

/// Give open sentences the translation that the same sentence has elsewhere, or that a machine makes.
///
/// What is filled is current, and marked as `# made: memory`. What somebody typed stays. Where the
/// same sentence was translated in several ways, that between the same neighbours is taken, then the
/// most frequent.
///
/// With `--with` the rest is sent to a command that `machine` in satz.yaml names, and marked as
/// `# made: machine NAME`. An answer is taken only if its codes are those of the German and the checks
/// find nothing wrong. A call that was stopped goes on where it was.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Fill {
    /// The locale.
    #[arg(value_name = "LOCALE")]
    locale: String,
    /// Only this article; may be a pattern. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
    /// Only exact repeats, which is what is done anyway.
    #[arg(long, conflicts_with = "repaired")]
    exact: bool,
    /// Sentences that differ from others in facts alone, too: their own figures, dates, times, code and names are put into the
    /// translation, if the result passes the checks.
    #[arg(long)]
    repaired: bool,
    /// Have this machine translate what is left.
    #[arg(long = "with", value_name = "NAME")]
    machine: Option<String>,
    /// Send so many sentences to it at most.
    #[arg(long, value_name = "N", requires = "machine")]
    limit: Option<usize>,
    /// Write and send nothing, and show what would be filled.
    #[arg(long)]
    dry_run: bool,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.fill.is_some()))]
    format: String,
}

const HELP: &str = "\
Examples:
  satz fill en --dry-run              what could be filled, and from where
  satz fill en --article markt
  satz fill en --repaired             figures, dates and names exchanged, too
  satz fill en --with acme --dry-run  how much there is for the machine `acme`
  satz fill en --with acme --limit 100
  satz fill en --format json          for programs";

impl Run for Fill {
    const NAME: &'static str = "fill";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let question = FillQuestion {
            locale: self.locale.clone(),
            articles: self.articles.clone(),
            repairs: self.repaired,
            writes: !self.dry_run,
        };
        let fills = match &self.machine {
            None => {
                let filled = session.fill(&question, context)?;
                self.fills(filled)
            }
            Some(machine) => {
                let question = DraftQuestion {
                    fill: question,
                    ids: Vec::new(),
                    machine: machine.clone(),
                    limit: self.limit,
                };
                self.drafted(session.draft(&question, context)?)
            }
        };
        let form = form(&self.format);
        if let Some(show) = form.fill {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&fills, look))?;
        }
        self.sum_up(context, &fills);
        Ok(if fills.refused.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }
}

impl Fill {
    fn fills(&self, filled: Vec<Filled>) -> Fills {
        let unit = |unit: Filled| FilledSentence {
            path: unit.path,
            id: unit.id,
            source: unit.source,
            target: unit.target,
            from: unit.from,
        };
        Fills {
            locale: self.locale.clone(),
            is_written: !self.dry_run,
            units: filled.into_iter().map(unit).collect(),
            ..Fills::default()
        }
    }

    fn drafted(&self, drafts: Drafts) -> Fills {
        let plan = self.dry_run.then(|| self.plan(&drafts));
        let remembered = drafts.remembered.into_iter();
        let filled = remembered.flat_map(|article| article.units);
        let refused = |unit: RefusedUnit| RefusedSentence {
            article: unit.article,
            id: unit.id,
            source: unit.source,
            answer: unit.answer,
            faults: unit.faults,
        };
        Fills {
            refused: drafts.refused.into_iter().map(refused).collect(),
            plan,
            left: drafts.unsent,
            ..self.fills(filled.chain(drafts.drafted).collect())
        }
    }

    /// What the memory has and what the machine would be sent, article by article.
    fn plan(&self, drafts: &Drafts) -> FillPlan {
        let mut rows: BTreeMap<&str, PlannedArticle> = BTreeMap::new();
        for article in &drafts.remembered {
            rows.entry(&article.key).or_default().memory = article.units.len();
        }
        for (article, (units, characters)) in &drafts.work {
            let row = rows.entry(article).or_default();
            (row.units, row.characters) = (*units, *characters);
        }
        let rows = rows.into_iter().map(|(article, row)| PlannedArticle {
            article: article.to_owned(),
            ..row
        });
        FillPlan {
            machine: self.machine.clone().unwrap_or_default(),
            articles: rows.collect(),
        }
    }

    /// Says beside the data how much was done.
    fn sum_up(&self, context: &mut Context<'_>, fills: &Fills) {
        if fills.plan.is_none() {
            let verb = if self.dry_run {
                "could be filled"
            } else {
                "filled"
            };
            context.note(format_args!("{} {verb}", count(fills.units.len())));
        }
        if !fills.refused.is_empty() {
            context.note(format_args!("{} refused", count(fills.refused.len())));
        }
        if fills.left > 0 {
            let left = count(fills.left);
            context.note(if self.dry_run {
                format!("{left} more would be left by --limit")
            } else {
                format!("{left} left for another time by --limit")
            });
        }
    }
}

fn count(sentences: usize) -> String {
    match sentences {
        0 => "no sentence".to_owned(),
        1 => "1 sentence".to_owned(),
        more => format!("{more} sentences"),
    }
}
