//! `satz fill`.

use super::context::{Context, one_line};
use super::{Failure, Outcome, Run};
use crate::session::FillQuestion;

/// Give open sentences the translation that the same sentence has elsewhere.
///
/// What is filled is current, and marked as `# made: memory`. What somebody typed stays. Where the
/// same sentence was translated in several ways, that between the same neighbours is taken, then the
/// most frequent.
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
    /// Sentences that differ from others in figures alone, too: their own figures are put into the
    /// translation, if the result passes the checks.
    #[arg(long)]
    repaired: bool,
    /// Write nothing, and show what would be filled.
    #[arg(long)]
    dry_run: bool,
}

const HELP: &str = "\
Examples:
  satz fill en --dry-run              what could be filled, and from where
  satz fill en --article markt
  satz fill en --repaired             figures exchanged, too";

impl Run for Fill {
    const NAME: &'static str = "fill";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let question = FillQuestion {
            locale: self.locale,
            articles: self.articles,
            repairs: self.repaired,
            writes: !self.dry_run,
        };
        let filled = session.fill(&question, context)?;
        for unit in &filled {
            let (source, target) = (one_line(&unit.source), one_line(&unit.target));
            let (path, id) = (&unit.path, &unit.id);
            let origin = format!("{} {}", unit.from.0, unit.from.1);
            writeln!(
                context.out,
                "{path}: {id} {source}\n    {target}\n    from {}",
                origin.trim_end()
            )?;
        }
        let verb = if self.dry_run {
            "could be filled"
        } else {
            "filled"
        };
        context.note(format_args!("{} {verb}", count(filled.len())));
        Ok(Outcome::Clean)
    }
}

fn count(sentences: usize) -> String {
    match sentences {
        0 => "no sentence".to_owned(),
        1 => "1 sentence".to_owned(),
        more => format!("{more} sentences"),
    }
}
