//! The server's state: the workspaces and documents that an editor has open, and what it is to be told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::client::Client;
use super::document::{Text, changed};
use super::folder::{Folder, Opening};
use super::message::{Code, Fault, Id, Message, response};
use super::protocol::{
    Changed, FilesChanged, FoldersChanged, InDocument, Location, Opened, SettingsChanged,
    WorkspaceFolder,
};
use super::uri::path_of;
use super::work::Work;
use crate::config::CONFIGURATION;
use crate::session::FileRole;
use crate::store::leads_through_link;
use crate::text::Span;

/// How far the server's life is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// Nobody has said what it is for.
    New,
    Running,
    /// Its client wants no more answers.
    ShutDown,
    Ended,
}

/// An open document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) version: i32,
    pub(super) text: Arc<Text>,
    /// The file that it is, if it is one of a workspace.
    pub(super) file: Option<File>,
}

/// A file of an open workspace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct File {
    /// Index of the workspace.
    pub(super) folder: usize,
    /// Path in the workspace.
    pub(super) path: String,
}

/// A server of one client.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) life: Life,
    pub(super) client: Client,
    opening: Opening,
    /// The folders that the client has open.
    pub(super) roots: Vec<PathBuf>,
    pub(super) folders: Vec<Folder>,
    pub(super) documents: BTreeMap<String, Document>,
    /// Which open document a file is.
    open_files: BTreeMap<File, String>,
    /// What the client gets next.
    pub(super) outgoing: Vec<Value>,
    /// What the client was told last of a document, by its address: a hash of it.
    pub(super) published: BTreeMap<String, blake3::Hash>,
    /// The file that was edited last.
    pub(super) edited: Option<File>,
    /// Requests for the findings of everything that wait until all was looked at.
    pub(super) waiting: Vec<(Id, BTreeMap<String, String>)>,
    /// How many messages have come that nobody has looked at.
    pub(super) inbox: Arc<AtomicUsize>,
    /// Whether the client was told that long work goes on.
    pub(super) is_at_work: bool,
    /// What machines are at work on.
    pub(super) work: Work,
    next_request: i64,
}

impl Server {
    pub(super) fn new(opening: Opening, inbox: Arc<AtomicUsize>) -> Self {
        Self {
            life: Life::New,
            client: Client::default(),
            opening,
            roots: Vec::new(),
            folders: Vec::new(),
            documents: BTreeMap::new(),
            open_files: BTreeMap::new(),
            outgoing: Vec::new(),
            published: BTreeMap::new(),
            edited: None,
            waiting: Vec::new(),
            inbox,
            is_at_work: false,
            work: Work::default(),
            next_request: 0,
        }
    }

    /// What the client is to get.
    pub(super) fn take_outgoing(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.outgoing)
    }

    /// Whether somebody waits for what is found everywhere.
    pub(super) fn is_waited_for(&self) -> bool {
        !self.waiting.is_empty() || self.folders.iter().any(|folder| folder.is_urgent)
    }

    /// Whether a message has come that nobody has looked at.
    pub(super) fn is_wanted(&self) -> bool {
        self.inbox.load(Ordering::Relaxed) > 0
    }

    /// Opens the workspace that a folder lies in, unless it is open.
    pub(super) fn open_workspace(&mut self, folder: &Path) -> Option<usize> {
        match Folder::open(folder, &self.opening) {
            Ok(opened) => {
                let known = { self.folders.iter() }.position(|known| known.root() == opened.root());
                if known.is_some() {
                    return known;
                }
                self.folders.push(opened);
                Some(self.folders.len() - 1)
            }
            Err(failure) if failure.is_absence() => None,
            Err(failure) => {
                self.show(&failure.to_string());
                None
            }
        }
    }

    /// The file of a workspace that an address names. A workspace is opened only in, or above, what the client
    /// has open.
    pub(super) fn file(&mut self, uri: &str) -> Option<File> {
        let path = path_of(uri)?;
        if let Some(file) = self.file_at(&path) {
            return Some(file);
        }
        let folder = path.parent()?;
        let is_open = |root: &PathBuf| path.starts_with(root) && !leads_through_link(root, folder);
        if !self.roots.is_empty() && !self.roots.iter().any(is_open) {
            return None;
        }
        self.open_workspace(folder)?;
        self.file_at(&path)
    }

    fn file_at(&self, path: &Path) -> Option<File> {
        let folders = self.folders.iter().enumerate();
        let files = folders.filter_map(|(folder, opened)| {
            let path = opened.session.path_inside(path)?;
            Some(File { folder, path })
        });
        // Of workspaces within each other the inner one.
        files.min_by_key(|file| file.path.len())
    }

    /// The file that an address names, of which something is asked.
    pub(super) fn asked(&mut self, uri: &str) -> Result<File, Fault> {
        let open = self
            .documents
            .get(uri)
            .and_then(|document| document.file.clone());
        open.or_else(|| self.file(uri)).ok_or_else(|| {
            let uri: String = uri.chars().take(200).collect();
            Fault::failed(format!("`{uri}` is no file of an open workspace of satz"))
        })
    }

    pub(super) fn folder(&self, file: &File) -> &Folder {
        &self.folders[file.folder]
    }

    /// The text of a file that the editor has open.
    pub(super) fn open_text(&self, file: &File) -> Option<Arc<Text>> {
        let uri = self.open_files.get(file)?;
        let document = self.documents.get(uri)?;
        Some(Arc::clone(&document.text))
    }

    /// The text of a file: the editor's, if it has it open.
    pub(super) fn text(&self, file: &File) -> Option<Arc<Text>> {
        let read = || self.folder(file).read(&file.path, self.client.encoding);
        self.open_text(file).or_else(read)
    }

    /// The text of a file of which something is asked.
    pub(super) fn asked_text(&self, file: &File) -> Result<Arc<Text>, Fault> {
        let text = self.text(file);
        text.ok_or_else(|| Fault::failed(format!("`{}` cannot be read", file.path)))
    }

    /// The locales in which the editor has a catalog of the same article open as a file is of.
    pub(super) fn open_locales(&self, folder: usize, path: &str) -> Vec<String> {
        let session = &self.folders[folder].session;
        let (FileRole::Article(article) | FileRole::Catalog { article, .. }) =
            session.role_of(path)
        else {
            return Vec::new();
        };
        let project = session.project();
        let is_open = |locale: &&String| {
            let path = project.catalog_path(locale, &article);
            self.open_files.contains_key(&File { folder, path })
        };
        project.locales.iter().filter(is_open).cloned().collect()
    }

    /// The address of a file, as the editor writes it, and its version, if the editor has it open.
    pub(super) fn address(&self, file: &File) -> (String, Option<i32>) {
        match self.open_files.get(file) {
            Some(uri) => {
                let document = self.documents.get(uri);
                (uri.clone(), document.map(|document| document.version))
            }
            None => (self.folder(file).uri(&file.path), None),
        }
    }

    /// A stretch of a file as the editor knows it.
    pub(super) fn location(&self, file: &File, span: Span) -> Option<Location> {
        let range = self.text(file)?.range(span);
        let (uri, _) = self.address(file);
        Some(Location { uri, range })
    }

    pub(super) fn open(&mut self, opened: Opened) {
        let opened = opened.text_document;
        let text = Arc::new(Text::new(opened.text, self.client.encoding));
        let file = self.file(&opened.uri);
        self.close_document(&opened.uri);
        if let Some(file) = &file {
            self.folders[file.folder].set_text(&file.path, Some(text.text.clone()));
            self.open_files.insert(file.clone(), opened.uri.clone());
        }
        let version = opened.version;
        self.documents.insert(
            opened.uri,
            Document {
                version,
                text,
                file,
            },
        );
    }

    pub(super) fn change(&mut self, change: Changed) -> Result<(), Fault> {
        let encoding = self.client.encoding;
        let uri = change.text_document.uri;
        let Some(document) = self.documents.get_mut(&uri) else {
            return Err(Fault::new(
                Code::InvalidParams,
                "a document changed that is not open",
            ));
        };
        let text = changed(&document.text.text, change.content_changes, encoding);
        document.text = Arc::new(Text::new(text, encoding));
        document.version = change.text_document.version.unwrap_or(document.version);
        if let Some(file) = &document.file {
            let text = document.text.text.clone();
            self.folders[file.folder].set_text(&file.path, Some(text));
            self.edited = Some(file.clone());
        }
        Ok(())
    }

    pub(super) fn close(&mut self, closed: &InDocument) {
        self.close_document(&closed.text_document.uri);
    }

    fn close_document(&mut self, uri: &str) {
        let document = self.documents.remove(uri);
        let Some(file) = document.and_then(|document| document.file) else {
            return;
        };
        self.open_files.remove(&file);
        self.folders[file.folder].set_text(&file.path, None);
    }

    pub(super) fn saved(&mut self, saved: &InDocument) {
        let document = self.documents.get(&saved.text_document.uri);
        if let Some(file) = document.and_then(|document| document.file.clone()) {
            self.refresh(&file);
        }
    }

    pub(super) fn files_changed(&mut self, changed: &FilesChanged) {
        for change in &changed.changes {
            let file = path_of(&change.uri).and_then(|path| self.file_at(&path));
            if let Some(file) = file.filter(|file| !self.open_files.contains_key(file)) {
                self.refresh(&file);
            }
        }
    }

    /// A file is another one on the disk.
    fn refresh(&mut self, file: &File) {
        if file.path == CONFIGURATION {
            return self.open_again(file.folder);
        }
        self.folders[file.folder].refresh(&file.path);
    }

    /// Opens a workspace again whose configuration has changed.
    fn open_again(&mut self, index: usize) {
        let root = self.folders[index].root().to_owned();
        match Folder::open(&root, &self.opening) {
            Ok(opened) => {
                let before = std::mem::replace(&mut self.folders[index], opened);
                let told = before.found.into_keys().chain(before.touched);
                self.folders[index].touched.extend(told);
                self.place_documents();
            }
            Err(failure) => self.show(&failure.to_string()),
        }
    }

    pub(super) fn folders_changed(&mut self, changed: &FoldersChanged) {
        let paths = |folders: &[WorkspaceFolder]| -> Vec<PathBuf> {
            folders
                .iter()
                .filter_map(|folder| path_of(&folder.uri))
                .collect()
        };
        let removed = paths(&changed.event.removed);
        self.roots.retain(|root| !removed.contains(root));
        let added = paths(&changed.event.added);
        self.roots.extend(added.iter().cloned());
        let before = std::mem::take(&mut self.folders);
        for root in self.roots.clone() {
            self.open_workspace(&root);
        }
        let roots: Vec<PathBuf> = self
            .folders
            .iter()
            .map(|folder| folder.root().to_owned())
            .collect();
        for gone in before
            .iter()
            .filter(|folder| !roots.iter().any(|root| root == folder.root()))
        {
            for path in gone.found.keys() {
                self.notify(
                    "textDocument/publishDiagnostics",
                    &json!({"uri": gone.uri(path), "diagnostics": []}),
                );
            }
        }
        self.place_documents();
    }

    /// Finds out of every open document which file it is, and puts it above that.
    pub(super) fn place_documents(&mut self) {
        self.open_files.clear();
        let uris: Vec<String> = self.documents.keys().cloned().collect();
        for uri in uris {
            let file = self.file(&uri);
            let Some(document) = self.documents.get_mut(&uri) else {
                continue;
            };
            document.file.clone_from(&file);
            if let Some(file) = file {
                let text = document.text.text.clone();
                self.folders[file.folder].set_text(&file.path, Some(text));
                self.open_files.insert(file, uri);
            }
        }
    }

    pub(super) fn settings_changed(&mut self, changed: &SettingsChanged) {
        let settings = changed.settings.get("satz").unwrap_or(&changed.settings);
        self.client.set(settings);
        self.ask_for_settings();
    }

    pub(super) fn ask_for_settings(&mut self) {
        if self.client.has("/workspace/configuration") {
            self.client.settings_request = Some(self.next_request);
            self.request(
                "workspace/configuration",
                &json!({"items": [{"section": "satz"}]}),
            );
        }
    }

    /// Takes the answer to a request of the server's: of the settings, what they are.
    pub(super) fn take_settings(&mut self, message: &Message) {
        let asked = self.client.settings_request.map(Id::Number);
        if asked.is_some() && message.id == asked {
            self.client.settings_request = None;
            let settings = super::message::parse::<Value>(message.result.as_deref());
            if let Some(settings) = settings.ok().as_ref().and_then(|all| all.get(0)) {
                self.client.set(settings);
            }
        }
    }

    /// Asks the client for something.
    pub(super) fn request(&mut self, method: &str, params: &Value) {
        let id = self.next_request;
        self.next_request += 1;
        self.outgoing
            .push(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
    }

    /// Tells the client something.
    pub(super) fn notify(&mut self, method: &str, params: &Value) {
        self.outgoing
            .push(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends an answer that had to wait.
    pub(super) fn respond(&mut self, id: &Id, answer: Result<Value, Fault>) {
        self.outgoing.push(response(Some(id), answer));
    }

    /// Says something to the person.
    pub(super) fn show(&mut self, text: &str) {
        self.notify("window/showMessage", &json!({"type": 2, "message": text}));
    }

    /// Writes something into the client's log.
    pub(super) fn log(&mut self, text: &str) {
        self.notify("window/logMessage", &json!({"type": 3, "message": text}));
    }
}
