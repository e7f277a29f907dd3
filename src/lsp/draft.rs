//! Sentences translated by a machine, beside all else: a thread of its own waits for the machine, and what comes
//! of it is an edit for the editor like any other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use serde_json::{Value, json};

use super::edit::workspace_edit;
use super::message::Fault;
use super::server::{File, Server};
use super::work::{News, Running, Told};
use crate::session::{Change, DraftQuestion, Drafts, Failure, Session, Sink, merge_catalogs};
use crate::store::Steps;

/// Begins to have the missing units of a catalog translated by the machine that the question names.
pub(super) fn begin(
    server: &mut Server,
    file: &File,
    question: DraftQuestion,
) -> Result<(), Fault> {
    let catalog = (file.folder, file.path.clone());
    let session = &server.folder(file).session;
    if !session.project().machines.contains_key(&question.machine) {
        let message = format!("`satz.yaml` names no machine `{}`", question.machine);
        return Err(Fault::failed(message));
    }
    if { server.work.running.values() }.any(|other| other.catalog == catalog) {
        return Err(Fault::failed("a machine is at work on this file"));
    }
    let stage = session.detached();
    server.work.count += 1;
    let token = format!("satz-machine-{}", server.work.count);
    let is_cancelled = Arc::new(AtomicBool::new(false));
    let title = format!("satz: {}", question.machine);
    let running = Running {
        catalog,
        machine: question.machine.clone(),
        is_cancelled: Arc::clone(&is_cancelled),
    };
    server.work.running.insert(token.clone(), running);
    if server.client.has("/window/workDoneProgress") {
        server.request("window/workDoneProgress/create", &json!({"token": token}));
        let begun = json!({"kind": "begin", "title": title, "cancellable": true});
        server.notify("$/progress", &json!({"token": token, "value": begun}));
    }
    let sender = server.work.sender.clone();
    thread::spawn(move || translate(stage, &question, &token, &sender, is_cancelled));
    Ok(())
}

/// Waits for the machine, and says how far it is.
fn translate(
    stage: Session,
    question: &DraftQuestion,
    token: &str,
    sender: &Sender<Told>,
    is_cancelled: Arc<AtomicBool>,
) {
    let tell = |news| {
        let token = token.to_owned();
        // Nobody listens any more once the server ends.
        let _ = sender.send(Told { token, news });
    };
    let mut sink = Progress {
        token: token.to_owned(),
        sender: sender.clone(),
        is_cancelled,
    };
    tell(News::Done(drafted(stage, question, &mut sink)));
}

/// What the memory fills and a machine translates, and the files as they would be.
fn drafted(
    mut stage: Session,
    question: &DraftQuestion,
    sink: &mut dyn Sink,
) -> Result<(Drafts, Vec<Change>), Failure> {
    let mut changes = Vec::new();
    if question.ids.is_empty() {
        changes = stage
            .rehearse(|session| session.fill(&question.fill, &mut ()))?
            .1;
        for change in &changes {
            stage.set_text(&change.path, change.new.clone());
        }
    }
    let (drafts, more) = stage.rehearse(|session| session.draft(question, sink))?;
    for change in more {
        match changes.iter_mut().find(|known| known.path == change.path) {
            Some(known) => known.new = change.new,
            None => changes.push(change),
        }
    }
    Ok((drafts, changes))
}

/// Tells the server of every text that is done.
struct Progress {
    token: String,
    sender: Sender<Told>,
    is_cancelled: Arc<AtomicBool>,
}

impl Sink for Progress {
    fn begin(&mut self, things: &'static str) -> Box<dyn Steps> {
        Box::new(Count {
            // What else is counted goes by too fast to be told.
            sender: (things == "texts").then(|| self.sender.clone()),
            token: self.token.clone(),
            done: AtomicUsize::new(0),
            is_cancelled: Arc::clone(&self.is_cancelled),
        })
    }
}

struct Count {
    sender: Option<Sender<Told>>,
    token: String,
    done: AtomicUsize,
    is_cancelled: Arc<AtomicBool>,
}

impl Steps for Count {
    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(sender) = &self.sender {
            let token = self.token.clone();
            let news = News::Step(done);
            let _ = sender.send(Told { token, news });
        }
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

/// Takes what machines have done since.
pub(super) fn take(server: &mut Server) {
    while let Ok(Told { token, news }) = server.work.receiver.try_recv() {
        let shows = server.client.has("/window/workDoneProgress");
        let made = match news {
            News::Step(done) => {
                let value = json!({"kind": "report", "message": format!("{done} texts")});
                if shows {
                    server.notify("$/progress", &json!({"token": token, "value": value}));
                }
                continue;
            }
            News::Done(made) => made,
        };
        if shows {
            let value = json!({"kind": "end"});
            server.notify("$/progress", &json!({"token": token, "value": value}));
        }
        let Some(running) = server.work.running.remove(&token) else {
            continue;
        };
        match made {
            Ok((drafts, changes)) => finish(server, &running, &drafts, &changes),
            Err(failure) if failure.is_cancelled() => {}
            Err(failure) => server.show(&failure.to_string()),
        }
    }
}

/// Hands the translations to the editor, and says what the machine was refused.
fn finish(server: &mut Server, running: &Running, drafts: &Drafts, changes: &[Change]) {
    let folder = running.catalog.0;
    let mut edited = Vec::new();
    for change in changes {
        match rebased(server, folder, change) {
            Some(change) => edited.push(change),
            None => server.show(&format!(
                "{}: the same sentence was changed meanwhile; the machine's text is not taken",
                change.path
            )),
        }
    }
    let edit = workspace_edit(server, folder, &edited, None);
    if !super::action::is_empty(&edit) {
        let label = format!("satz: {}", running.machine);
        server.request(
            "workspace/applyEdit",
            &json!({"label": label, "edit": edit}),
        );
    }
    for refused in &drafts.refused {
        let faults = refused.faults.join(" ");
        let (machine, id) = (&running.machine, &refused.id);
        server.show(&format!("{id} is not translated by {machine}: {faults}"));
    }
    if drafts.refused.is_empty() && changes.is_empty() {
        server.show("there is nothing to translate");
    }
}

/// A change of a file as it is now, where it is not as it was when the machine began. None if both changed
/// the same.
fn rebased(server: &Server, folder: usize, change: &Change) -> Option<Change> {
    let file = File {
        folder,
        path: change.path.clone(),
    };
    let now = server.text(&file).map(|text| text.text.clone());
    if now == change.old {
        return Some(change.clone());
    }
    let (base, now, new) = (change.old.as_deref()?, now?, change.new.as_deref()?);
    let merged = merge_catalogs(base, &now, new);
    merged.conflicts.is_empty().then(|| Change {
        path: change.path.clone(),
        old: Some(now),
        new: Some(merged.text),
    })
}

/// The answer to `window/workDoneProgress/cancel`.
pub(super) fn cancel(server: &Server, token: &Value) {
    if let Some(token) = token.as_str() {
        server.work.cancel(Some(token));
    }
}
