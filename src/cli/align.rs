use std::path::{Path, PathBuf};

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::bitext::{Known, Pair, Parameters, Sentence, align};
use crate::store::{Error, read_text};

/// Find out which sentences of two texts translate each other.
///
/// Both texts have one sentence per line. The answer has one line per group of sentences, numbered
/// from 0: `[0, 1]:[0]`; sentences without counterpart stand alone: `[]:[3]`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Align {
    /// The text in the source language.
    #[arg(value_name = "SOURCE")]
    source: PathBuf,
    /// Its translation.
    #[arg(value_name = "TARGET")]
    target: PathBuf,
    /// Read one sentence per line from both files and print the groups.
    #[arg(long, required = true)]
    beads: bool,
}

const HELP: &str = "\
Examples:
  satz align --beads de.txt en.txt    one sentence per line in both";

impl Run for Align {
    const NAME: &'static str = "align";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let source = read(context, &self.source)?;
        let target = read(context, &self.target)?;
        let pair = Pair {
            source: sentences(&source),
            target: sentences(&target),
        };
        let aligned = align(&[pair], &Known::default(), &Parameters::default());
        for bead in aligned.iter().flatten() {
            writeln!(context.out, "{bead}")?;
        }
        Ok(Outcome::Clean)
    }
}

fn read(context: &Context<'_>, path: &Path) -> Result<String, Failure> {
    read_text(&context.directory.join(path))?
        .ok_or_else(|| Error::new(path, "there is no such file; check the spelling").into())
}

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    text.lines().map(|text| Sentence { text }).collect()
}
