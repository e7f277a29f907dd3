//! Commands of the house that are given lines and give lines back, such as machines that translate.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Workspace;

/// How long a line may be that a command gives back, in bytes; longer ones are passed over.
const LONGEST_LINE: u64 = 1 << 20;

/// How many lines it may be ahead of who reads them.
const AHEAD: usize = 256;

/// How many lines of its complaints are held.
const COMPLAINTS: usize = 20;

/// How often it is looked whether a command has ended that gives no more lines.
const LOOK: Duration = Duration::from_millis(10);

/// What a command may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandLimits {
    /// Seconds until it is stopped.
    pub seconds: u64,
    /// Bytes that it may give back until it is stopped.
    pub bytes: usize,
}

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommandEnd {
    /// By itself, without a fault.
    Done,
    /// By itself, with a fault: the status it gave.
    Failed(String),
    /// It took too long and was stopped.
    Late,
    /// It gave back too much and was stopped.
    Excess,
    /// It could not be started.
    NotStarted(String),
}

/// What a command gave back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// The lines, without their ends; what is no UTF-8 in them is replaced.
    pub lines: Vec<String>,
    /// How it ended.
    pub end: CommandEnd,
    /// The last lines of its complaints.
    pub complaints: Vec<String>,
}

impl Workspace {
    /// Runs a command in the folder of the workspace, gives it `input` and reads lines until it ends or
    /// a limit is reached. What it gave back until then counts. A program with a `/` in its name is
    /// meant from the folder of the workspace; none goes through a shell.
    pub fn converse(&self, run: &[String], input: String, limits: CommandLimits) -> Conversation {
        let start = Instant::now();
        let mut child = match self.command(run).spawn() {
            Ok(child) => child,
            Err(error) => {
                return Conversation {
                    lines: Vec::new(),
                    end: CommandEnd::NotStarted(error.to_string()),
                    complaints: Vec::new(),
                };
            }
        };
        if let Some(mut to) = child.stdin.take() {
            // One that ends before it has read all breaks the pipe, which is no fault of its answers.
            thread::spawn(move || drop(to.write_all(input.as_bytes())));
        }
        let lines = lines_of(child.stdout.take());
        let complaints = complaints_of(child.stderr.take());
        let deadline = start + Duration::from_secs(limits.seconds);
        let (lines, end) = collect(&lines, limits.bytes, deadline);
        let end = end.unwrap_or_else(|| ended(&mut child, deadline));
        stop(&mut child);
        let complaints = complaints.lock().unwrap_or_else(PoisonError::into_inner);
        Conversation {
            lines,
            end,
            complaints: complaints.iter().cloned().collect(),
        }
    }

    fn command(&self, run: &[String]) -> Command {
        let program = run.first().map_or("", String::as_str);
        let program = if program.contains('/') {
            self.root.join(program)
        } else {
            PathBuf::from(program)
        };
        let mut command = Command::new(program);
        command
            .args(run.iter().skip(1))
            .current_dir(&self.root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // What it starts is stopped together with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }
}

/// Collects lines until there are no more, with how the command ended if a limit says that.
fn collect(
    lines: &Receiver<String>,
    most: usize,
    deadline: Instant,
) -> (Vec<String>, Option<CommandEnd>) {
    let mut collected = Vec::new();
    let mut bytes = 0;
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                bytes += line.len() + 1;
                if bytes > most {
                    return (collected, Some(CommandEnd::Excess));
                }
                collected.push(line);
            }
            Err(RecvTimeoutError::Timeout) => return (collected, Some(CommandEnd::Late)),
            Err(RecvTimeoutError::Disconnected) => return (collected, None),
        }
    }
}

/// Waits for a command that gives no more lines.
fn ended(child: &mut Child, deadline: Instant) -> CommandEnd {
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return CommandEnd::Done,
            Ok(Some(status)) => return CommandEnd::Failed(named(status)),
            Ok(None) if Instant::now() >= deadline => return CommandEnd::Late,
            Ok(None) => thread::sleep(LOOK),
            Err(error) => return CommandEnd::Failed(error.to_string()),
        }
    }
}

fn named(status: ExitStatus) -> String {
    status
        .code()
        .map_or_else(|| status.to_string(), |code| format!("exit status {code}"))
}

/// Stops a command and what it has started, if they are still there.
fn stop(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(child.id().cast_signed()) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Reads the lines of a pipe on a thread of their own. It ends with the pipe, or with who listens.
fn lines_of(pipe: Option<impl Read + Send + 'static>) -> Receiver<String> {
    let (to, from) = sync_channel(AHEAD);
    if let Some(pipe) = pipe {
        thread::spawn(move || each_line(pipe, |line| to.send(line).is_ok()));
    }
    from
}

/// Holds the last lines of a pipe, read on a thread of their own.
fn complaints_of(pipe: Option<impl Read + Send + 'static>) -> Arc<Mutex<VecDeque<String>>> {
    let complaints = Arc::new(Mutex::new(VecDeque::new()));
    let held = Arc::clone(&complaints);
    let hold = move |line| {
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        held.push_back(line);
        if held.len() > COMPLAINTS {
            held.pop_front();
        }
        true
    };
    if let Some(pipe) = pipe {
        thread::spawn(move || each_line(pipe, hold));
    }
    complaints
}

/// Calls `take` with each line of a pipe until it says no. Lines that are too long are passed over.
fn each_line(pipe: impl Read, take: impl Fn(String) -> bool) {
    let mut pipe = BufReader::new(pipe);
    let mut is_within_long = false;
    loop {
        let mut line = Vec::new();
        match (&mut pipe).take(LONGEST_LINE).read_until(b'\n', &mut line) {
            Ok(length) if length > 0 => {}
            _ => return,
        }
        let is_cut = !line.ends_with(b"\n") && line.len() as u64 == LONGEST_LINE;
        if is_cut || std::mem::replace(&mut is_within_long, is_cut) {
            is_within_long = is_cut;
            continue;
        }
        while matches!(line.last(), Some(b'\n' | b'\r')) {
            line.pop();
        }
        if !take(String::from_utf8_lossy(&line).into_owned()) {
            return;
        }
    }
}
