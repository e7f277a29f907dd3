//! What a client can do, and what its person has set.

use serde_json::Value;

use super::protocol::Initialize;
use crate::text::Encoding;

/// What is known of a client.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub(super) struct Client {
    capabilities: Value,
    pub(super) encoding: Encoding,
    /// Whether it asks for findings; else it is told.
    pub(super) pulls: bool,
    /// Whether it is told what is found in files that it has not open.
    pub(super) whole_workspace: bool,
    /// Whether the state of a translation stands beside it.
    pub(super) shows_states: bool,
    /// Whether the count of words stands beside what is missing.
    pub(super) shows_words: bool,
    /// Whether the end of every sentence of an article is shown.
    pub(super) shows_sentences: bool,
    /// Who confirms translations, if that is not git's `user.name`.
    pub(super) reviewer: Option<String>,
    /// The number of the request for settings that is not answered.
    pub(super) settings_request: Option<i64>,
}

impl Default for Client {
    fn default() -> Self {
        Self {
            capabilities: Value::Null,
            encoding: Encoding::default(),
            pulls: false,
            whole_workspace: true,
            shows_states: true,
            shows_words: false,
            shows_sentences: false,
            reviewer: None,
            settings_request: None,
        }
    }
}

impl Client {
    pub(super) fn of(about: &Initialize) -> Self {
        let mut client = Self {
            capabilities: about.capabilities.clone(),
            ..Self::default()
        };
        let encodings = client.capability("/general/positionEncodings");
        let takes_bytes = encodings
            .as_array()
            .is_some_and(|names| names.iter().any(|name| name == "utf-8"));
        if takes_bytes {
            client.encoding = Encoding::Utf8;
        }
        client.pulls = client.has("/textDocument/diagnostic");
        client.set(&about.initialization_options);
        client
    }

    fn capability(&self, pointer: &str) -> &Value {
        self.capabilities.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// Whether it has a capability.
    pub(super) fn has(&self, pointer: &str) -> bool {
        !matches!(self.capability(pointer), Value::Null | Value::Bool(false))
    }

    /// Whether a list among the capabilities has a name in it.
    pub(super) fn lists(&self, pointer: &str, name: &str) -> bool {
        let list = self.capability(pointer).as_array();
        list.is_some_and(|names| names.iter().any(|other| other == name))
    }

    /// Whether edits may name the version of a document, and make and rename files.
    pub(super) fn takes_document_changes(&self) -> bool {
        // Some say only that they rename files, which needs them.
        let edits = "/workspace/workspaceEdit";
        self.has(&format!("{edits}/documentChanges"))
            || self.lists(&format!("{edits}/resourceOperations"), "rename")
    }

    /// Takes settings; what they do not name stays.
    pub(super) fn set(&mut self, settings: &Value) {
        let flag = |name: &str, known: bool| settings[name].as_bool().unwrap_or(known);
        self.whole_workspace = match settings["diagnostics"].as_str() {
            Some("open") => false,
            Some("workspace") => true,
            _ => self.whole_workspace,
        };
        self.shows_states = flag("states", self.shows_states);
        self.shows_words = flag("words", self.shows_words);
        self.shows_sentences = flag("sentences", self.shows_sentences);
        if let Some(name) = settings["reviewer"].as_str() {
            self.reviewer = Some(name.to_owned()).filter(|name| !name.trim().is_empty());
        }
    }
}
