//! The command line: arguments in, exit status out. One file per command.

mod accept;
mod add;
mod align;
mod build;
mod cache;
mod check;
mod completions;
mod config;
mod context;
mod diff;
#[cfg(feature = "edit")]
mod edit;
mod explain;
mod export;
mod fill;
mod import;
mod init;
mod lsp;
mod man;
mod meant;
mod memory;
mod merge_driver;
mod merge_reports;
mod mv;
mod provenance;
mod review;
mod rm;
mod segment;
mod settings;
mod status;
mod suggest;
mod sync;
#[cfg(feature = "edit")]
mod watch;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use clap::{ArgMatches, Args, Command, FromArgMatches};
use terminal_size::{Width, terminal_size};

use crate::config::Setting;
use crate::report::Look;
use context::{Context, Failure, Outcome, Pipe};

/// A command: its arguments, documented for people, and what it does.
trait Run: Args {
    /// What it is called by.
    const NAME: &'static str;

    /// Does it.
    fn run(self, context: &mut Context<'_>) -> Result<Outcome, Failure>;
}

/// A command without its type.
struct Entry {
    command: fn() -> Command,
    run: fn(&ArgMatches, &mut Context<'_>) -> Result<Outcome, Failure>,
    name: &'static str,
}

impl Entry {
    const fn of<R: Run>() -> Self {
        Self {
            command: || R::augment_args(Command::new(R::NAME)),
            run: |matches, context| R::from_arg_matches(matches)?.run(context),
            name: R::NAME,
        }
    }
}

/// The commands, in the order of the help.
const COMMANDS: &[Entry] = &[
    Entry::of::<init::Init>(),
    Entry::of::<add::Add>(),
    Entry::of::<segment::Segment>(),
    Entry::of::<sync::Sync>(),
    Entry::of::<status::Status>(),
    Entry::of::<diff::Diff>(),
    Entry::of::<check::Check>(),
    Entry::of::<explain::Explain>(),
    #[cfg(feature = "edit")]
    Entry::of::<edit::Edit>(),
    Entry::of::<accept::Accept>(),
    Entry::of::<review::Review>(),
    Entry::of::<provenance::ProvenanceArguments>(),
    Entry::of::<suggest::Suggest>(),
    Entry::of::<fill::Fill>(),
    Entry::of::<memory::Memory>(),
    Entry::of::<export::Export>(),
    Entry::of::<import::Import>(),
    Entry::of::<mv::Mv>(),
    Entry::of::<rm::Rm>(),
    Entry::of::<build::Build>(),
    #[cfg(feature = "edit")]
    Entry::of::<watch::Watch>(),
    Entry::of::<align::Align>(),
    Entry::of::<lsp::Lsp>(),
    Entry::of::<merge_driver::MergeDriver>(),
    Entry::of::<merge_reports::MergeReports>(),
    Entry::of::<config::Config>(),
    Entry::of::<completions::Completions>(),
    Entry::of::<man::Man>(),
];

const HELP: &str = "\
A first walk:
  satz init demo --locales en,fr    a new workspace with a first article
  cd demo
  satz sync                         stubs for the translators, after every change of the German
  satz status                       how complete each language is
  satz diff                         what is missing or stale
  satz check                        the gate for CI
  satz build                        the localized articles

Exit status: 0 clean, 1 findings, 2 could not run. Data goes to the standard output, everything else
to the standard error.";

/// Keeps every translation of a German article in step with its source, sentence by sentence.
///
/// A workspace is a folder with a satz.yaml. It holds the German articles, and per article and
/// locale one Fluent file with one message per sentence: the German stands above it as a comment,
/// the translation is typed right of the `=`.
#[derive(Debug, clap::Parser)]
#[command(name = "satz", version, after_long_help = HELP)]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Global {
    /// Run as if started in DIR.
    #[arg(short = 'C', long = "directory", value_name = "DIR", global = true)]
    directory: Option<PathBuf>,
    /// Set a key of satz.yaml for this run, above the file and the environment. Repeatable.
    #[arg(long = "set", value_name = "KEY=VALUE", global = true, value_parser = settings::given)]
    settings: Vec<Setting>,
    /// Look at everything anew, and keep nothing for the next run.
    #[arg(long, global = true)]
    no_cache: bool,
    /// Keep for the next run what is found out where the variable CI is set, too.
    #[arg(long, global = true, conflicts_with = "no_cache")]
    cache: bool,
    /// Whether to use colours: auto is where there is a terminal that wants them.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_possible_values = true, value_parser = ["auto", "always", "never"])]
    color: String,
}

/// Runs the command that the arguments (the program's name first) ask for, and returns the exit
/// status: 0 clean, 1 findings, 2 could not run.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut out = Pipe::new(out);
    let mut err = Pipe::new(err);
    let mut context = Context::new(&mut out, &mut err);
    let result = dispatch(arguments, &mut context);
    context.finish(result)
}

fn dispatch(
    arguments: impl IntoIterator<Item = OsString>,
    context: &mut Context<'_>,
) -> Result<Outcome, Failure> {
    context.set_look(look("auto"));
    let matches = command()
        .try_get_matches_from(arguments)
        .map_err(meant::advised)?;
    let global = Global::from_arg_matches(&matches)?;
    context.cache = cache::folder(global.cache).filter(|_| !global.no_cache);
    context.set_look(look(&global.color));
    context.settings = settings::of_environment();
    context.settings.extend(global.settings);
    context.directory = match global.directory {
        Some(directory) => directory,
        None => std::env::current_dir().map_err(|error| {
            Failure::Sentence(format!(
                "the folder you are in cannot be opened ({error}); go to another one"
            ))
        })?,
    };
    run_command(&matches, context)
}

/// Runs a command within another one: where, and with which cache and colours, that one says.
fn dispatch_again(arguments: &[String], context: &mut Context<'_>) -> Result<Outcome, Failure> {
    let arguments = std::iter::once("satz").chain(arguments.iter().map(String::as_str));
    let matches = command().try_get_matches_from(arguments)?;
    let global = Global::from_arg_matches(&matches)?;
    context.settings.extend(global.settings);
    run_command(&matches, context)
}

fn run_command(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Outcome, Failure> {
    let (name, matches) = matches.subcommand().unwrap_or(("", matches));
    match COMMANDS.iter().find(|entry| entry.name == name) {
        Some(entry) => {
            context.command = entry.name;
            (entry.run)(matches, context)
        }
        None => Err(Failure::Output(io::Error::other("no command given"))),
    }
}

/// The command line as a whole.
fn command() -> Command {
    let commands = COMMANDS.iter().map(|entry| (entry.command)());
    <Global as clap::CommandFactory>::command().subcommands(commands)
}

/// How the terminal is: whether it has colours (`NO_COLOR`, `CLICOLOR_FORCE` and their like decide, if
/// nobody does), and how wide it is.
fn look(colour: &str) -> Look {
    let choice = match colour {
        "always" => ColorChoice::Always,
        "never" => ColorChoice::Never,
        _ => AutoStream::choice(&io::stdout()),
    };
    let told = std::env::var("COLUMNS").ok();
    let told = told.and_then(|columns| columns.parse().ok());
    let measured = || terminal_size().map(|(Width(width), _)| usize::from(width));
    let width = told.or_else(measured);
    Look {
        colour: choice != ColorChoice::Never,
        width: width.unwrap_or(Look::default().width).max(40),
        beside: false,
        ..Look::default()
    }
}
