//! `satz export`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use super::context::Context;
use super::context::select::States;
use super::{Failure, Outcome, Run};
use crate::session::{ExportQuestion, export_formats, is_export};
use crate::store::write_below;

/// Write texts for an agency or another tool, as XLIFF, PO, CSV, TMX or TBX.
///
/// Every sentence goes out with its id, its state and what there is of a translation; tags, links and
/// placeables as codes that the tool keeps whole. `satz import` takes the file back.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Export {
    /// The locales.
    #[arg(value_name = "LOCALE", required = true)]
    locales: Vec<String>,
    /// Form of the files.
    #[arg(long, value_name = "FORMAT", default_value = "xliff", value_parser = PossibleValuesParser::new(export_formats()))]
    format: String,
    /// Only this article; may be a pattern. Repeatable.
    #[arg(long = "article", value_name = "ARTICLE")]
    articles: Vec<String>,
    #[command(flatten)]
    states: States,
    /// A folder to write to, a file per locale and article. Without it: one file, to the standard output.
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// So many offers of the memory at most for an open sentence; 0 for none.
    #[arg(long, value_name = "N", default_value_t = 1)]
    offers: usize,
}

const HELP: &str = "\
Examples:
  satz export en > en.xlf                              XLIFF 2.1, everything
  satz export en --state missing,stale --into agency   only what is to be done, a file per article
  satz export en --format po --article markt > markt.po
  satz export en --format csv --into sheets            for a spreadsheet";

impl Run for Export {
    const NAME: &'static str = "export";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        if self.into.is_none() && self.locales.len() > 1 {
            let message = "one file has one locale; name a folder for several: --into DIR";
            return Err(Failure::Sentence(message.to_owned()));
        }
        let question = ExportQuestion {
            locales: self.locales,
            articles: self.articles,
            states: self.states.named(),
            format: self.format,
            offers: self.offers,
            is_split: self.into.is_some(),
        };
        let files = session.export(&question, context)?;
        let mut units = 0;
        for file in &files {
            units += file.units;
            match &self.into {
                None => write!(context.out_of(true)?, "{}", file.text)?,
                Some(folder) => {
                    let full = context.directory.join(folder);
                    let shown = folder.join(&file.path);
                    match write_below(&full, &file.path, &file.text, "export", is_export) {
                        Ok(()) => context.note(format_args!("wrote {}", shown.display())),
                        Err(error) => context.fail(error),
                    }
                }
            }
        }
        context.note(format_args!(
            "{units} {} exported",
            if units == 1 { "unit" } else { "units" }
        ));
        Ok(Outcome::Clean)
    }
}
