//! The way of a message to whoever answers it, and the server's life from `initialize` to `exit`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use super::client::Client;
use super::message::{Code, Fault, Id, Message, response};
use super::protocol::{Cancelled, Initialize, WorkCancelled};
use super::server::{Life, Server};
use super::uri::path_of;
use super::{
    action, capability, command, completion, content, diagnostic, folding, format, hint, hover,
    lens, link, reference, rename, selection, symbol, token,
};

/// Answers a request.
type Answer = fn(&mut Server, &Message) -> Result<Value, Fault>;

/// Takes note of something.
type Note = fn(&mut Server, &Message) -> Result<(), Fault>;

/// The requests, by their methods.
const REQUESTS: &[(&str, Answer)] = &[
    ("textDocument/diagnostic", |server, message| {
        Ok(diagnostic::of_document(server, &message.parse()?))
    }),
    ("textDocument/hover", |server, message| {
        hover::hover(server, &message.parse()?)
    }),
    ("textDocument/definition", |server, message| {
        reference::definition(server, &message.parse()?)
    }),
    ("textDocument/references", |server, message| {
        reference::references(server, &message.parse()?)
    }),
    ("textDocument/documentSymbol", |server, message| {
        symbol::of_document(server, &message.parse()?)
    }),
    ("workspace/symbol", |server, message| {
        symbol::of_workspace(server, &message.parse()?)
    }),
    ("textDocument/foldingRange", |server, message| {
        folding::ranges(server, &message.parse()?)
    }),
    ("textDocument/selectionRange", |server, message| {
        selection::ranges(server, &message.parse()?)
    }),
    ("textDocument/documentLink", |server, message| {
        link::links(server, &message.parse()?)
    }),
    ("textDocument/codeLens", |server, message| {
        lens::lenses(server, &message.parse()?)
    }),
    ("textDocument/inlayHint", |server, message| {
        hint::hints(server, &message.parse()?)
    }),
    ("textDocument/codeAction", |server, message| {
        action::actions(server, &message.parse()?)
    }),
    ("codeAction/resolve", |server, message| {
        action::resolve(server, message.parse()?)
    }),
    ("textDocument/formatting", |server, message| {
        format::format(server, &message.parse()?)
    }),
    ("textDocument/completion", |server, message| {
        completion::complete(server, &message.parse()?)
    }),
    ("textDocument/inlineCompletion", |server, message| {
        completion::inline(server, &message.parse()?)
    }),
    ("textDocument/prepareRename", |server, message| {
        rename::prepare(server, &message.parse()?)
    }),
    ("textDocument/rename", |server, message| {
        rename::rename(server, &message.parse()?)
    }),
    ("workspace/willRenameFiles", |server, message| {
        rename::will_rename(server, &message.parse()?)
    }),
    ("textDocument/semanticTokens/full", |server, message| {
        token::tokens(server, &message.parse()?)
    }),
    ("workspace/executeCommand", |server, message| {
        command::execute(server, &message.parse()?)
    }),
    ("workspace/textDocumentContent", |server, message| {
        content::content(server, &message.parse()?)
    }),
];

/// Requests that an editor makes by itself, of whatever file is open: where there is nothing to say, as while a
/// file is being renamed, nobody wants to hear of a failure.
const UNASKED: &[&str] = &[
    "textDocument/hover",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/documentLink",
    "textDocument/codeLens",
    "textDocument/inlayHint",
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/inlineCompletion",
    "textDocument/semanticTokens/full",
];

/// The notifications, by their methods.
const NOTIFICATIONS: &[(&str, Note)] = &[
    ("initialized", |server, _| {
        server.begin();
        Ok(())
    }),
    ("textDocument/didOpen", |server, message| {
        server.open(message.parse()?);
        Ok(())
    }),
    ("textDocument/didChange", |server, message| {
        server.change(message.parse()?)
    }),
    ("textDocument/didClose", |server, message| {
        server.close(&message.parse()?);
        Ok(())
    }),
    ("textDocument/didSave", |server, message| {
        server.saved(&message.parse()?);
        Ok(())
    }),
    ("workspace/didChangeWatchedFiles", |server, message| {
        server.files_changed(&message.parse()?);
        Ok(())
    }),
    ("workspace/didChangeWorkspaceFolders", |server, message| {
        server.folders_changed(&message.parse()?);
        Ok(())
    }),
    ("workspace/didChangeConfiguration", |server, message| {
        server.settings_changed(&message.parse()?);
        Ok(())
    }),
];

impl Server {
    /// Takes a message, or what is none.
    pub(super) fn receive(&mut self, message: Result<Message, Fault>) {
        let message = match message {
            Ok(message) => message,
            Err(fault) => return self.outgoing.push(response(None, Err(fault))),
        };
        match (&message.method, &message.id) {
            (Some(method), Some(id)) => {
                let answer = guarded(|| self.answer(method, id, &message));
                if let Some(answer) = answer.transpose() {
                    self.outgoing.push(response(Some(id), answer));
                }
            }
            (Some(method), None) => {
                if let Err(fault) = guarded(|| self.note(method, &message)) {
                    self.log(&format!("{method}: {}", fault.message));
                }
            }
            (None, Some(Id::Number(_))) => self.take_settings(&message),
            (None, _) => {
                let fault = Fault::new(
                    Code::InvalidRequest,
                    "a message has a method, or answers one",
                );
                self.outgoing
                    .push(response(message.id.as_ref(), Err(fault)));
            }
        }
    }

    /// Answers a request; none if it has to wait.
    fn answer(&mut self, method: &str, id: &Id, message: &Message) -> Result<Option<Value>, Fault> {
        match (method, self.life) {
            ("initialize", Life::New) => return Ok(Some(self.initialize(message.parse()?))),
            ("initialize", _) => {
                return Err(Fault::new(Code::InvalidRequest, "the server runs already"));
            }
            (_, Life::New) => {
                let message = "the first request is `initialize`";
                return Err(Fault::new(Code::ServerNotInitialized, message));
            }
            ("shutdown", Life::Running) => {
                self.life = Life::ShutDown;
                self.cancel_waiting();
                self.work.cancel(None);
                return Ok(Some(Value::Null));
            }
            (_, Life::ShutDown | Life::Ended) => {
                return Err(Fault::new(Code::InvalidRequest, "the server is shut down"));
            }
            _ => {}
        }
        if method == "workspace/diagnostic" {
            return Ok(diagnostic::of_workspace(self, id, &message.parse()?));
        }
        let Some((_, answer)) = REQUESTS.iter().find(|(name, _)| *name == method) else {
            return Err(Fault::new(
                Code::MethodNotFound,
                format!("there is no `{method}` here"),
            ));
        };
        match answer(self, message) {
            Err(fault) if fault.code == Code::RequestFailed && UNASKED.contains(&method) => {
                Ok(Some(Value::Null))
            }
            answer => answer.map(Some),
        }
    }

    fn note(&mut self, method: &str, message: &Message) -> Result<(), Fault> {
        if method == "exit" {
            self.life = match self.life {
                Life::ShutDown => Life::Ended,
                _ => Life::New,
            };
            return Ok(());
        }
        if self.life != Life::Running {
            return Ok(());
        }
        if method == "window/workDoneProgress/cancel" {
            let asked: WorkCancelled = message.parse()?;
            super::draft::cancel(self, &asked.token);
            return Ok(());
        }
        if method == "$/cancelRequest" {
            self.cancel(&message.parse::<Cancelled>()?.id);
            return Ok(());
        }
        match NOTIFICATIONS.iter().find(|(name, _)| *name == method) {
            Some((_, note)) => note(self, message),
            None => Ok(()),
        }
    }

    /// Answers a request that waits: nobody wants it any more.
    fn cancel(&mut self, id: &Id) {
        if let Some(at) = self.waiting.iter().position(|(other, _)| other == id) {
            self.waiting.remove(at);
            self.outgoing
                .push(response(Some(id), Err(Fault::cancelled())));
        }
    }

    fn cancel_waiting(&mut self) {
        for (id, _) in std::mem::take(&mut self.waiting) {
            self.outgoing
                .push(response(Some(&id), Err(Fault::cancelled())));
        }
    }

    fn initialize(&mut self, about: Initialize) -> Value {
        self.client = Client::of(&about);
        let folders = about.workspace_folders.unwrap_or_default().into_iter();
        let mut uris: Vec<String> = folders.map(|folder| folder.uri).collect();
        if uris.is_empty() {
            uris.extend(about.root_uri);
        }
        self.roots = uris.iter().filter_map(|uri| path_of(uri)).collect();
        self.life = Life::Running;
        capability::capabilities(&self.client)
    }

    /// Begins to work: opens the workspaces, and asks to be told of their files.
    fn begin(&mut self) {
        for root in self.roots.clone() {
            self.open_workspace(&root);
        }
        for registration in capability::registrations(&self.client) {
            self.request("client/registerCapability", &registration);
        }
        self.ask_for_settings();
    }
}

/// Does something that must not end the server, whatever is wrong with it.
fn guarded<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Fault::new(
            Code::InternalError,
            "satz has a fault here; please report it with the text of the file",
        ))
    })
}
