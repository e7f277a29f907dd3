//! `satz rm`.

use super::context::Context;
use super::{Failure, Outcome, Run};

/// Retire an article, with its catalogs in every locale.
///
/// The article, if it is still there, and all its catalogs are removed, those of locales that are not
/// configured, too. While sentences of it stand in another article that `satz sync` has not seen yet,
/// or a file of it cannot be read, nothing is removed. A run that was killed is finished by the same
/// call.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Rm {
    /// The article: its path, or its name as `satz status` shows it.
    #[arg(value_name = "ARTICLE")]
    article: String,
    /// Remove nothing; show what would be removed.
    #[arg(long)]
    dry_run: bool,
}

const HELP: &str = "\
Examples:
  satz rm markt                the article and its catalogs
  satz rm --dry-run markt      what that would remove

`satz sync` keeps the catalogs of an article that is gone and names them; this command removes them.";

impl Run for Rm {
    const NAME: &'static str = "rm";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.session()?;
        let does = if self.dry_run {
            "would remove"
        } else {
            "removed"
        };
        for path in session.retire(&self.article, self.dry_run, context)? {
            writeln!(context.out, "{does} {path}")?;
        }
        Ok(Outcome::Clean)
    }
}
