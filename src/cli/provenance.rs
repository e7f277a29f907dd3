//! `satz provenance`.

use super::context::Context;
use super::context::select::{form, forms};
use super::{Failure, Outcome, Run};
use crate::report::Provenance;
use crate::session::{ProvenanceQuestion, Selection};

/// Answer for each published translation: what made it, who reviewed it, from which source.
///
/// Marks are claims of whoever can write the file. With --git they are held against the history: who
/// wrote the text, who wrote the review, in which commits, whether that was one person, and what git
/// says of the signatures.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct ProvenanceArguments {
    /// Only this locale. Repeatable.
    #[arg(long = "locale", value_name = "LOCALE")]
    locales: Vec<String>,
    /// Only this article; may be a pattern. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
    /// Hold the marks against the history of git. With `two-person: true` in satz.yaml a review by who
    /// wrote the text is a finding, and the exit status 1.
    #[arg(long)]
    git: bool,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = forms(|form| form.provenance.is_some()))]
    format: String,
}

const HELP: &str = "\
Examples:
  satz provenance                      how much of each article was made by what, and reviewed
  satz provenance --locale en --git    who wrote the texts and the reviews
  satz provenance --format csv > provenance.csv
  satz provenance --format html > provenance.html";

impl Run for ProvenanceArguments {
    const NAME: &'static str = "provenance";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let question = ProvenanceQuestion {
            selection: Selection {
                locales: self.locales,
                articles: self.articles,
            },
            has_history: self.git,
        };
        let provenance = session.provenance(&question, context)?;
        let form = form(&self.format);
        if let Some(show) = form.provenance {
            let look = context.look;
            write!(context.out_for(form)?, "{}", show(&provenance, look))?;
        }
        Ok(judge(context, &provenance, session.project().two_person))
    }
}

/// Says of which reviews the history tells that nobody else read the text, where two persons are wanted.
fn judge(context: &mut Context<'_>, provenance: &Provenance, is_wanted: bool) -> Outcome {
    let sentences = provenance.sentences.iter();
    let mut outcome = Outcome::Clean;
    for sentence in sentences.filter(|sentence| is_wanted && sentence.is_own_review) {
        outcome = Outcome::Findings;
        context.note(format_args!(
            "error[two-person] {} {} {}: who reviewed it wrote it: {}",
            sentence.locale,
            sentence.article,
            sentence.id,
            sentence.review.as_ref().map_or("", |(name, _)| name)
        ));
    }
    outcome
}
