//! `satz edit`.

use std::process::{Command, Stdio};

use super::context::Context;
use super::{Failure, Outcome, Run};
use crate::session::Session;
use crate::store::git_user;
use crate::web::{Options, Server};

/// Translate in a browser, with the page beside the sentences.
///
/// A server that only this machine reaches shows the articles sentence by sentence: the German, what
/// changed in it, what was translated before, what the checks find while you type, and the page as it
/// will look. What you save is in the catalogs at once, and what others change in them shows at once.
///
/// The address that it prints lets in whoever has it, and nobody else. It runs until you press Ctrl+C.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub(super) struct Edit {
    /// The port, instead of one that belongs to the folder.
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Do not open the browser.
    #[arg(long)]
    no_open: bool,
    /// Show everything and change nothing.
    #[arg(long)]
    read_only: bool,
    /// Who confirms translations, instead of git's `user.name`.
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// An address of your own proxy, as <https://desk.example>, that hands this server on. satz asks
    /// nobody who they are: the proxy does.
    #[arg(long, value_name = "ORIGIN")]
    origin: Option<String>,
}

const HELP: &str = "\
Examples:
  satz edit                     opens the browser
  satz edit --no-open           prints the address only
  satz edit --read-only         to show how far it is
  satz edit --as Ada --origin https://desk.example --no-open";

impl Run for Edit {
    const NAME: &'static str = "edit";

    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let session = context.surveyed()?;
        let name = self.name.or_else(|| git_user(session.root()));
        let (folder, settings) = (session.root().to_owned(), context.settings.clone());
        let cache = context.cache.clone();
        let opener = Box::new(move || Session::open(&folder, &settings, cache.clone(), &mut ()));
        let options = Options {
            port: self.port,
            origin: self.origin,
            is_read_only: self.read_only,
            name,
        };
        let server = Server::bind(session, opener, options)?;
        let address = server.address();
        writeln!(context.out, "{address}")?;
        context.note("Open this address in a browser; it lets in whoever has it. Ctrl+C ends.");
        if !self.no_open {
            open(&address);
        }
        server.run()?;
        Ok(Outcome::Clean)
    }
}

/// Opens an address in the person's browser. Where there is none, they have the address.
fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    let command = command.args(arguments).arg(address);
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    drop(command.spawn());
}
