//! What every command gets, and what it has to say to the shell.

pub(super) mod progress;
pub(super) mod select;

use std::fmt;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use crate::config::Setting;
use crate::language::english_name;
use crate::report::{Form, Look, Visible};
use crate::session::{self, Parts, Session, Sink};
use crate::store::{Error, Steps, Workspace, Writer, read_text};
use progress::Progress;

/// What a command that ran has to say to the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing to object to: exit status 0.
    Clean,
    /// Findings at or above the gate: exit status 1.
    Findings,
}

/// Why a command could not run: exit status 2.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments, or a call for help, which is no failure.
    Arguments(Box<clap::Error>),
    /// A file, the configuration, or arguments that only the workspace shows to be wrong: one sentence.
    Sentence(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Sentence(error.to_string())
    }
}

impl From<session::Failure> for Failure {
    fn from(failure: session::Failure) -> Self {
        Self::Sentence(failure.to_string())
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Self::Arguments(Box::new(error))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What every command gets.
pub(super) struct Context<'a> {
    /// The folder the command runs in.
    pub(super) directory: PathBuf,
    /// What stands above the configuration of the workspace.
    pub(super) settings: Vec<Setting>,
    /// Where what is found out may be kept for the next run.
    pub(super) cache: Option<PathBuf>,
    /// Name of the command that runs.
    pub(super) command: &'static str,
    /// What the shares of this run made, if it merges them.
    pub(super) parts: Option<Parts>,
    /// What went wrong so far.
    pub(super) failures: Vec<String>,
    /// How what people read is to look.
    pub(super) look: Look,
    /// For what was asked for; of texts for people only what a terminal may get comes through.
    pub(super) out: Visible<&'a mut dyn Write>,
    err: Visible<&'a mut dyn Write>,
    failed: bool,
}

impl Sink for Context<'_> {
    fn begin(&mut self, things: &'static str) -> Box<dyn Steps> {
        Box::new(Progress::new(things))
    }

    fn note(&mut self, note: &dyn fmt::Display) {
        Context::note(self, note);
    }

    fn fail(&mut self, error: &dyn fmt::Display) {
        Context::fail(self, error);
    }
}

impl<'a> Context<'a> {
    pub(super) fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            directory: PathBuf::new(),
            settings: Vec::new(),
            cache: None,
            command: "",
            parts: None,
            failures: Vec::new(),
            look: Look::default(),
            out: Visible::new(out),
            err: Visible::new(err),
            failed: false,
        }
    }

    /// Says how what people read is to look.
    pub(super) fn set_look(&mut self, look: Look) {
        self.look = look;
        self.out.show_styles(look.colour);
    }

    /// Where a form of output goes.
    pub(super) fn out_for(&mut self, form: &Form) -> io::Result<&mut dyn Write> {
        self.out_of(form.is_data)
    }

    /// Where data for programs goes, or else what people read.
    pub(super) fn out_of(&mut self, is_data: bool) -> io::Result<&mut dyn Write> {
        if is_data {
            Ok(*self.out.data()?)
        } else {
            Ok(&mut self.out)
        }
    }

    /// Reads a file that a command was given; `-` is the standard input.
    pub(super) fn read(&self, file: &Path) -> Result<String, Failure> {
        if file == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            return String::from_utf8(bytes).map_err(|_| {
                Failure::Sentence("the standard input is not UTF-8; convert it".to_owned())
            });
        }
        read_text(&self.directory.join(file))?
            .ok_or_else(|| Error::new(file, "there is no such file; check the spelling").into())
    }

    /// Opens the workspace the command runs in.
    pub(super) fn session(&mut self) -> Result<Session, session::Failure> {
        let (folder, settings) = (self.directory.clone(), self.settings.clone());
        let session = Session::open(&folder, &settings, self.cache.clone(), self)?;
        self.look.source = english_name(&session.project().source).unwrap_or("source");
        Ok(session)
    }

    /// The same, and says which files among the articles are not read.
    pub(super) fn surveyed(&mut self) -> Result<Session, session::Failure> {
        let session = self.session()?;
        session.survey(self)?;
        Ok(session)
    }

    /// Takes the right to write, and says what a killed run left.
    pub(super) fn writer<'w>(&mut self, workspace: &'w Workspace) -> Result<Writer<'w>, Error> {
        let writer = workspace.writer()?;
        for notice in &writer.notices {
            self.note(format_args!("warning: {notice}"));
        }
        Ok(writer)
    }

    /// Says something that is no data. A standard error that is closed is nobody's loss.
    pub(super) fn note(&mut self, note: impl fmt::Display) {
        // So that a log that holds both has them in order; an error shows again at the end.
        drop(self.out.flush());
        drop(writeln!(self.err, "{note}"));
    }

    /// Reports what went wrong with one file of several. The command goes on with the others; its
    /// exit status will be 2.
    pub(super) fn fail(&mut self, error: impl fmt::Display) {
        self.failed = true;
        let error = error.to_string();
        if self.failures.contains(&error) {
            return;
        }
        self.note(format_args!("error: {error}"));
        self.failures.push(error);
    }

    /// Begins anew: what went wrong before is told again if it still is wrong.
    #[cfg(feature = "edit")]
    pub(super) fn forget_failures(&mut self) {
        self.failures.clear();
        self.failed = false;
    }

    /// Whether something went wrong with a file.
    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }

    /// Turns the end of a command into its exit status.
    pub(super) fn finish(&mut self, result: Result<Outcome, Failure>) -> u8 {
        let outcome = match result {
            Ok(outcome) => Some(outcome),
            Err(Failure::Arguments(error)) if !error.use_stderr() => {
                let help = error.render();
                let written = if self.look.colour {
                    write!(self.out, "{}", help.ansi())
                } else {
                    write!(self.out, "{help}")
                };
                match written {
                    Ok(()) => Some(Outcome::Clean),
                    Err(error) => self.give_up(&error),
                }
            }
            Err(Failure::Arguments(error)) => {
                drop(write!(self.err, "{}", error.render()));
                None
            }
            Err(Failure::Sentence(sentence)) => self.give_up(&sentence),
            Err(Failure::Output(error)) => self.give_up(&error),
        };
        let flushed = match self.out.flush() {
            Ok(()) => outcome,
            Err(error) => self.give_up(&error),
        };
        drop(self.err.flush());
        match flushed {
            Some(Outcome::Clean) if !self.failed => 0,
            Some(Outcome::Findings) if !self.failed => 1,
            _ => 2,
        }
    }

    fn give_up(&mut self, error: &dyn fmt::Display) -> Option<Outcome> {
        self.fail(error);
        None
    }
}

/// Swallows what is written once the reader has gone, so that `satz … | head` ends silently and
/// with its true status.
pub(super) struct Pipe<'a> {
    to: &'a mut dyn Write,
    closed: bool,
}

impl<'a> Pipe<'a> {
    pub(super) fn new(to: &'a mut dyn Write) -> Self {
        Self { to, closed: false }
    }

    fn quiet<T>(&mut self, result: io::Result<T>, instead: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(instead)
            }
            result => result,
        }
    }
}

impl Write for Pipe<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let result = self.to.write(bytes);
        self.quiet(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.to.flush();
        self.quiet(result, ())
    }
}

/// A text on one line, its line breaks shown.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ⏎ ")
}
