//! `satz fill`.

use std::collections::BTreeMap;

use super::context::{Context, one_line};
use super::{Failure, Outcome, Run};
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
}

const HELP: &str = "\
Examples:
  satz fill en --dry-run              what could be filled, and from where
  satz fill en --article markt
  satz fill en --repaired             figures, dates and names exchanged, too
  satz fill en --with acme --dry-run  how much there is for the machine `acme`
  satz fill en --with acme --limit 100";

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
        let drafts = match &self.machine {
            None => {
                let filled = session.fill(&question, context)?;
                self.show(context, &filled)?;
                return Ok(Outcome::Clean);
            }
            Some(machine) => {
                let question = DraftQuestion {
                    fill: question,
                    ids: Vec::new(),
                    machine: machine.clone(),
                    limit: self.limit,
                };
                session.draft(&question, context)?
            }
        };
        let remembered = drafts.remembered.iter().flat_map(|article| &article.units);
        let remembered: Vec<Filled> = remembered.cloned().collect();
        if self.dry_run {
            self.show_table(context, &drafts)?;
            return Ok(Outcome::Clean);
        }
        self.show(context, &remembered)?;
        self.show(context, &drafts.drafted)?;
        show_refused(context, &drafts.refused)?;
        if drafts.unsent > 0 {
            let unsent = count(drafts.unsent);
            context.note(format_args!("{unsent} left for another time by --limit"));
        }
        Ok(if drafts.refused.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }
}

impl Fill {
    fn show(&self, context: &mut Context<'_>, filled: &[Filled]) -> Result<(), Failure> {
        for unit in filled {
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
        Ok(())
    }

    /// A line per article: what the memory has, and what the machine would be sent.
    fn show_table(&self, context: &mut Context<'_>, drafts: &Drafts) -> Result<(), Failure> {
        let machine = self.machine.as_deref().unwrap_or_default();
        let mut rows: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
        for article in &drafts.remembered {
            rows.entry(&article.key).or_default()[0] = article.units.len();
        }
        for (article, (units, characters)) in &drafts.work {
            let row = rows.entry(article).or_default();
            (row[1], row[2]) = (*units, *characters);
        }
        let names = rows.keys().map(|name| name.chars().count());
        let width = names.max().unwrap_or(0).max("together".len());
        let widths = [machine.chars().count().max(8), 10];
        let mut line = |name: &str, cells: [String; 3]| {
            let [memory, sent, characters] = cells;
            let [sent_width, characters_width] = widths;
            writeln!(
                context.out,
                "{name:width$}  {memory:>8}  {sent:>sent_width$}  {characters:>characters_width$}"
            )
        };
        line("", ["memory", machine, "characters"].map(str::to_owned))?;
        let mut sum = [0; 3];
        for (name, row) in &rows {
            sum.iter_mut().zip(row).for_each(|(sum, cell)| *sum += cell);
            line(name, row.map(|cell| cell.to_string()))?;
        }
        line("together", sum.map(|cell| cell.to_string()))?;
        if drafts.unsent > 0 {
            let unsent = count(drafts.unsent);
            context.note(format_args!("{unsent} more would be left by --limit"));
        }
        Ok(())
    }
}

/// Shows what a machine was asked in vain, and why.
fn show_refused(context: &mut Context<'_>, refused: &[RefusedUnit]) -> Result<(), Failure> {
    for unit in refused {
        let (article, id, source) = (&unit.article, &unit.id, one_line(&unit.source));
        writeln!(context.out, "{article}: {id} {source}")?;
        if let Some(answer) = unit.answer.as_ref().filter(|answer| !answer.is_empty()) {
            let short: String = one_line(answer).chars().take(SHOWN).collect();
            writeln!(context.out, "    {short}")?;
        }
        let faults = unit.faults.join("; ");
        writeln!(context.out, "    refused: {faults}")?;
    }
    if !refused.is_empty() {
        context.note(format_args!("{} refused", count(refused.len())));
    }
    Ok(())
}

/// So many characters of an answer are shown at most.
const SHOWN: usize = 200;

fn count(sentences: usize) -> String {
    match sentences {
        0 => "no sentence".to_owned(),
        1 => "1 sentence".to_owned(),
        more => format!("{more} sentences"),
    }
}
