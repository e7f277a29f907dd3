//! `satz man`.

use std::fs;
use std::path::PathBuf;

use clap_mangen::Man as Page;

use super::context::Context;
use super::{Failure, Outcome, Run, command};

/// Write the manual pages, one per command.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Man {
    /// The folder they go into; made if it does not exist. Without one, the page of satz itself is
    /// printed.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

const HELP: &str = "\
Examples:
  satz man | man -l -
  satz man ~/.local/share/man/man1";

impl Run for Man {
    const NAME: &'static str = "man";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut whole = command();
        whole.build();
        let Some(folder) = self.folder else {
            let mut page = Vec::new();
            Page::new(whole).render(&mut page)?;
            context.out_of(true)?.write_all(&page)?;
            return Ok(Outcome::Clean);
        };
        let full = context.directory.join(&folder);
        let unwritable = |error| {
            Failure::Sentence(format!(
                "{}: the pages cannot be written: {error}",
                folder.display()
            ))
        };
        if full.is_file() {
            let message = format!("{}: is a file; name a folder", folder.display());
            return Err(Failure::Sentence(message));
        }
        fs::create_dir_all(&full).map_err(unwritable)?;
        let mut pages = vec![("satz".to_owned(), whole.clone())];
        for one in whole.get_subcommands().filter(|one| !one.is_hide_set()) {
            let name = format!("satz-{}", one.get_name());
            pages.push((name.clone(), one.clone().name(name)));
        }
        for (name, command) in &pages {
            let mut page = Vec::new();
            Page::new(command.clone()).render(&mut page)?;
            fs::write(full.join(format!("{name}.1")), page).map_err(unwritable)?;
        }
        writeln!(
            context.out,
            "{}: {} pages written",
            folder.display(),
            pages.len()
        )?;
        Ok(Outcome::Clean)
    }
}
