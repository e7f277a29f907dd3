//! The language server: catalogs and articles in every editor. Messages in, messages out; what they say the
//! session says. It writes no file: every change goes to the editor as an edit.

mod action;
mod capability;
mod client;
mod command;
mod completion;
mod content;
mod diagnostic;
mod dispatch;
mod document;
mod draft;
mod edit;
mod folder;
mod folding;
mod format;
mod hint;
mod hover;
mod lens;
mod link;
mod message;
mod place;
mod progress;
mod protocol;
mod reference;
mod rename;
mod selection;
mod server;
mod symbol;
mod task;
mod token;
mod uri;
mod work;

use std::io::{self, BufReader, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::config::Setting;
use folder::Opening;
use message::{Fault, Message};
use server::{Life, Server};

/// Messages that may wait; a client that sends more waits itself.
const WAITING: usize = 1024;

/// How long nothing must come before the whole workspace is looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// The same where the client waits for that.
const SOON: Duration = Duration::from_millis(20);

/// The same after an edit, which seldom changes what is found in other articles.
const REST: Duration = Duration::from_secs(2);

/// Serves one client until it says `exit` or ends. Settings stand above every `satz.yaml`; in the folder
/// `cache` may be kept what is found out. Returns whether the client took its leave as the protocol wants it.
///
/// # Errors
/// If the output cannot be written.
pub fn serve(
    input: impl Read + Send + 'static,
    output: &mut dyn Write,
    settings: Vec<Setting>,
    cache: Option<PathBuf>,
) -> io::Result<bool> {
    let inbox = Arc::new(AtomicUsize::new(0));
    let messages = receive(input, Arc::clone(&inbox));
    let mut server = Server::new(Opening { settings, cache }, inbox);
    let mut last = Instant::now();
    let mut is_settled = true;
    loop {
        let is_awaited = !server.waiting.is_empty() || server.work.goes_on();
        let pause = match (is_settled, is_awaited) {
            (false, _) => Duration::ZERO,
            (true, true) => SOON,
            (true, false) => PAUSE,
        };
        let next = match messages.recv_timeout(pause) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(false),
        };
        if let Some(message) = next {
            server.inbox.fetch_sub(1, Ordering::Relaxed);
            last = Instant::now();
            let is_exit = is_exit(&message);
            server.receive(message);
            if is_exit {
                return Ok(server.life == Life::Ended);
            }
            is_settled = diagnostic::settle(&mut server);
        } else if !is_settled {
            is_settled = diagnostic::settle(&mut server);
        } else if server.is_waited_for() || last.elapsed() >= REST {
            progress::begin(&mut server);
            send(&mut server, output)?;
            diagnostic::look_at_all(&mut server);
            progress::end(&mut server);
            diagnostic::recall(&mut server);
        }
        draft::take(&mut server);
        send(&mut server, output)?;
    }
}

/// Gives the client what is for it.
fn send(server: &mut Server, output: &mut dyn Write) -> io::Result<()> {
    for message in server.take_outgoing() {
        message::write(output, &message)?;
    }
    if server.is_wanted() {
        return Ok(());
    }
    output.flush()
}

fn is_exit(message: &Result<Message, Fault>) -> bool {
    let method = message
        .as_ref()
        .ok()
        .and_then(|message| message.method.as_deref());
    method == Some("exit")
}

/// Reads messages on a thread of its own, so that it shows that one has come while others are worked on.
fn receive(
    input: impl Read + Send + 'static,
    inbox: Arc<AtomicUsize>,
) -> Receiver<Result<Message, Fault>> {
    let (sender, receiver) = sync_channel(WAITING);
    thread::spawn(move || {
        let mut input = BufReader::new(input);
        while let Ok(Some(message)) = message::read(&mut input) {
            inbox.fetch_add(1, Ordering::Relaxed);
            if sender.send(message).is_err() {
                break;
            }
        }
    });
    receiver
}
