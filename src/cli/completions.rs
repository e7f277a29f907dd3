//! `satz completions`.

use clap_complete::{Shell, generate};

use super::context::Context;
use super::{Failure, Outcome, Run, command};

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

const HELP: &str = "\
Examples:
  satz completions bash > ~/.local/share/bash-completion/completions/satz
  satz completions zsh > ~/.zfunc/_satz
  satz completions fish > ~/.config/fish/completions/satz.fish";

impl Run for Completions {
    const NAME: &'static str = "completions";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut script = Vec::new();
        generate(self.shell, &mut command(), "satz", &mut script);
        context.out_of(true)?.write_all(&script)?;
        Ok(Outcome::Clean)
    }
}
