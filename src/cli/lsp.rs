//! `satz lsp`.

use std::io;

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::lsp::serve;

/// The language server: what satz knows, in your editor.
///
/// An editor starts it and speaks with it over the standard input and output, by the Language Server
/// Protocol. It shows in catalogs and articles what `satz check` finds as you type, the German and
/// what changed in it, what was translated before, and offers to accept, fill, fix and confirm. It
/// writes no file: the editor does, and you see and undo everything there.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Lsp {
    /// Speak over the standard input and output, which is done anyway: some editors add it.
    #[arg(long)]
    stdio: bool,
}

const HELP: &str = "\
docs/editors.md shows how Neovim, Helix, Zed, Emacs, Kate, Sublime Text and VS Code start it.

Exit status: 0 if the editor took its leave, 1 if it went away without.";

impl Run for Lsp {
    const NAME: &'static str = "lsp";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let (settings, cache) = (context.settings.clone(), context.cache.clone());
        let out = context.out_of(true)?;
        let took_leave = serve(io::stdin(), out, settings, cache)?;
        Ok(if took_leave {
            Outcome::Clean
        } else {
            Outcome::Findings
        })
    }
}
