//! `satz import`.

use std::path::PathBuf;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::check_exchange_file;

/// Take back files that other tools have translated.
///
/// With --check, files are held to their formats and nothing is written; no workspace is needed. XLIFF
/// is held to the schema of its version and to the constraints of the specification, core and modules.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Import {
    /// The files: XLIFF, TMX.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only say whether the files are valid: what is wrong, with line, constraint, and what to do.
    #[arg(long, required = true)]
    check: bool,
}

const HELP: &str = "\
Examples:
  satz import --check from-agency.xlf     is it valid? exit status 1 if not";

impl Run for Import {
    const NAME: &'static str = "import";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        check_files(&self.files, context)
    }
}

/// Says what is wrong with files.
fn check_files(files: &[PathBuf], context: &mut Context<'_>) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Clean;
    for file in files {
        let text = match context.read(file) {
            Ok(text) => text,
            Err(Failure::Sentence(error)) => {
                context.fail(error);
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let name = file.display();
        match check_exchange_file(file, &text) {
            Ok((format, faults)) if faults.is_empty() => {
                context.note(format_args!("{name}: valid {format}"));
            }
            Ok((_, faults)) => {
                outcome = Outcome::Findings;
                for fault in faults {
                    let (line, column) = (fault.line, fault.column);
                    let advice = fault.advice.join("; ");
                    let end = if advice.is_empty() { "" } else { "; " };
                    writeln!(
                        context.out,
                        "{name}:{line}:{column}: {}: {}{end}{advice}",
                        fault.constraint, fault.message
                    )?;
                }
            }
            Err(failure) => context.fail(failure),
        }
    }
    Ok(outcome)
}
