//! `satz merge-driver`.

use std::path::{Path, PathBuf};

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::merge_catalogs;
use crate::store::{Error, read_text, replace_file};

/// Merge two versions of a catalog, unit by unit; git calls it.
///
/// Branches that change different units never conflict. If both changed one unit differently, or one
/// removed what the other changed, both versions stand between conflict markers and the exit status
/// is 1.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct MergeDriver {
    /// The version that both come from.
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our version; the result is written here.
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their version.
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
}

const HELP: &str = "\
To make git use it (`satz init --git` does both in a new workspace):
  echo 'locales/**/*.ftl merge=satz' >> .gitattributes
  git config merge.satz.driver \"satz merge-driver %O %A %B\"";

impl Run for MergeDriver {
    const NAME: &'static str = "merge-driver";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let path = context.directory.join(&self.ours);
        let base = read(&context.directory.join(&self.base))?;
        let ours = read(&path)?;
        let theirs = read(&context.directory.join(&self.theirs))?;
        let merged = merge_catalogs(&base, &ours, &theirs);
        if merged.text != ours {
            for notice in replace_file(&path, &ours, &merged.text)? {
                context.note(format_args!("warning: {notice}"));
            }
        }
        for conflict in &merged.conflicts {
            context.note(format_args!(
                "conflict in `{conflict}`: both sides changed it, or one removed what the other changed; keep one text and delete the markers"
            ));
        }
        Ok(if merged.conflicts.is_empty() {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }
}

fn read(path: &Path) -> Result<String, Error> {
    read_text(path)?.ok_or_else(|| Error::new(path, "there is no such file; check the spelling"))
}
