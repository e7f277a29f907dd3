//! `satz merge-reports`.

use std::fs;
use std::path::PathBuf;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::Parts;

/// Merge what the shares of a check, status or build made.
///
/// Shows and writes what one run of that command would have, byte for byte and in every form, and
/// ends with its exit status. Run it in the same workspace; that of a build needs the outputs of no
/// share, and writes the index pages and the manifest. What hangs on all articles is done here: the
/// gate, baselines, ages, and the catalogs of an application. A part only says what was found in
/// which articles; what is shown and written, say behind `--`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct MergeReports {
    /// The parts, in any order: what the runs with `--shard` wrote.
    #[arg(value_name = "PART", required = true)]
    parts: Vec<PathBuf>,
    /// Options of the command that the parts are of, behind `--`: forms, reports, the gate.
    #[arg(value_name = "OPTION", last = true)]
    options: Vec<String>,
}

const HELP: &str = "\
Examples:
  satz check --shard 1/2 > part-1
  satz check --shard 2/2 > part-2
  satz merge-reports part-1 part-2 -- --format sarif > satz.sarif";

impl Run for MergeReports {
    const NAME: &'static str = "merge-reports";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut files = Vec::new();
        for path in &self.parts {
            let name = path.display().to_string();
            let bytes = fs::read(context.directory.join(path));
            let bytes = bytes.map_err(|error| {
                Failure::Sentence(format!("{name}: the part cannot be read: {error}"))
            })?;
            files.push((name, bytes));
        }
        let parts = Parts::read(&files).map_err(Failure::Sentence)?;
        let mut arguments = parts.arguments().map_err(Failure::Sentence)?;
        arguments.extend(self.options);
        context.parts = Some(parts);
        super::dispatch_again(&arguments, context)
    }
}
