//! `satz mv`.

use super::context::Context;
use super::{Failure, Outcome, Run};

/// Rename an article, with its catalogs.
///
/// The article and its catalogs in every locale get the new name, folders are mirrored, headers
/// follow. Nothing is overwritten. A run that was killed is finished by the same call.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Mv {
    /// The article: its path, or its name as `satz status` shows it.
    #[arg(value_name = "OLD")]
    old: String,
    /// The new path or name; without an ending, the article keeps its own.
    #[arg(value_name = "NEW")]
    new: String,
}

const HELP: &str = "\
Examples:
  satz mv raketen nordkorea/raketen
  satz mv articles/markt.md articles/flohmarkt.md

An article that was renamed without satz is found by `satz sync`, if at least half of its sentences
are the same.";

impl Run for Mv {
    const NAME: &'static str = "mv";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        for (old, new) in session.rename(&self.old, &self.new, context)? {
            writeln!(context.out, "{old} → {new}")?;
        }
        Ok(Outcome::Clean)
    }
}
