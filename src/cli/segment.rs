//! `satz segment`.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::context::Context;
use super::context::select::form;
use super::{Failure, Outcome, Run};
use crate::config::Project;
use crate::session::{segment_article, segment_lines};

/// Show the units of an article, or every sentence of a text.
///
/// Works on any file, in a workspace or not. With `-` the text comes from the standard input.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Segment {
    /// The article, or `-`.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Form of the output.
    #[arg(long, value_name = "FORM", default_value = "human", value_parser = PossibleValuesParser::new([
        PossibleValue::new("human").alias("text").help("for people"),
        PossibleValue::new("json").help("for programs, with stable keys"),
        PossibleValue::new("lines").help("every sentence of a plain text, one per line"),
    ]))]
    format: String,
    /// Show for each place where a sentence could end what was decided, and why.
    #[arg(long)]
    explain: bool,
}

const HELP: &str = "\
Examples:
  satz segment articles/raketen.md            what a translator will see
  satz segment articles/raketen.md --format json
  satz segment articles/raketen.md --explain  why each full stop ends a sentence, or does not
  satz segment --format lines - < text.txt    one sentence per line";

impl Run for Segment {
    const NAME: &'static str = "segment";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let text = context.read(&self.file)?;
        let (project, key) = match context.session() {
            Ok(session) => {
                let key = session.article_key(&context.directory.join(&self.file));
                (session.project().clone(), key.unwrap_or_default())
            }
            Err(failure) if failure.is_absence() => (Project::default(), String::new()),
            Err(failure) => return Err(failure.into()),
        };
        if self.format == "lines" {
            // On a terminal there is no program that reads it.
            let out = context.out_of(!std::io::stdout().is_terminal())?;
            for line in segment_lines(&project, &key, &text) {
                writeln!(out, "{line}")?;
            }
            return Ok(Outcome::Clean);
        }
        let segments = segment_article(&project, &key, &self.file, &text, self.explain)?;
        let shown = form(&self.format);
        if let Some(show) = shown.segment {
            write!(context.out_for(shown)?, "{}", show(&segments))?;
        }
        Ok(Outcome::Clean)
    }
}
