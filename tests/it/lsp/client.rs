//! A client of the language server, which runs in the test's own process.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Read, Write, pipe};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};

/// A client and its server.
pub(super) struct Client {
    input: Option<PipeWriter>,
    output: BufReader<PipeReader>,
    server: Option<JoinHandle<bool>>,
    last: i64,
    pub(super) root: PathBuf,
    /// What the server said last is found in files, by their addresses.
    pub(super) published: BTreeMap<String, Value>,
    /// What the server asked or said besides.
    pub(super) heard: Vec<Value>,
}

impl Client {
    /// A client that nobody has introduced.
    pub(super) fn new(root: &Path) -> Self {
        let (server_input, input) = pipe().unwrap();
        let (output, mut server_output) = pipe().unwrap();
        let serve =
            move || satz::lsp::serve(server_input, &mut server_output, Vec::new(), None).unwrap();
        Self {
            input: Some(input),
            output: BufReader::new(output),
            server: Some(thread::spawn(serve)),
            last: 0,
            root: std::fs::canonicalize(root).unwrap(),
            published: BTreeMap::new(),
            heard: Vec::new(),
        }
    }

    /// A client that has a folder open and takes everything.
    pub(super) fn of(root: &Path) -> Self {
        let mut client = Self::new(root);
        let capabilities = json!({
            "textDocument": {
                "diagnostic": {},
                "hover": {"contentFormat": ["markdown"]},
                "codeAction": {"resolveSupport": {"properties": ["edit"]}},
            },
            "workspace": {"workspaceEdit": {
                "documentChanges": true,
                "resourceOperations": ["create", "rename", "delete"],
            }},
        });
        client.start(&capabilities);
        client
    }

    pub(super) fn start(&mut self, capabilities: &Value) {
        let uri = self.uri("");
        let answer = self.ask(
            "initialize",
            &json!({"rootUri": uri, "capabilities": capabilities}),
        );
        assert!(answer["result"]["capabilities"].is_object(), "{answer}");
        self.tell("initialized", &json!({}));
    }

    /// The address of a file of the folder.
    pub(super) fn uri(&self, path: &str) -> String {
        let path = self.root.join(path);
        format!("file://{}", path.display())
            .trim_end_matches('/')
            .to_owned()
    }

    pub(super) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    pub(super) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub(super) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and returns the whole answer.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.last += 1;
        let id = self.last;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.receive().expect("an answer");
            if message["id"] == id && message.get("method").is_none() {
                return message;
            }
            self.hear(message);
        }
    }

    fn hear(&mut self, message: Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            let uri = params["uri"].as_str().unwrap().to_owned();
            self.published.insert(uri, params["diagnostics"].clone());
        } else {
            self.heard.push(message);
        }
    }

    /// The next message; none if the server has ended.
    pub(super) fn receive(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if line == "\r\n" {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        Some(serde_json::from_slice(&body).unwrap())
    }

    /// Opens a file with the text that it has, or another one.
    pub(super) fn open(&mut self, path: &str, text: Option<&str>) -> String {
        let uri = self.uri(path);
        let on_disk = || std::fs::read_to_string(self.root.join(path)).unwrap();
        let text = text.map_or_else(on_disk, str::to_owned);
        let document = json!({"uri": uri, "languageId": "fluent", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
        uri
    }

    pub(super) fn change(&mut self, uri: &str, version: i32, changes: &Value) {
        let document = json!({"uri": uri, "version": version});
        self.tell(
            "textDocument/didChange",
            &json!({"textDocument": document, "contentChanges": changes}),
        );
    }

    /// What is found in a file, as `code line:column id` in the order of the file.
    pub(super) fn findings(&mut self, uri: &str) -> Vec<String> {
        let answer = self.ask(
            "textDocument/diagnostic",
            &json!({"textDocument": {"uri": uri}}),
        );
        let items = answer["result"]["items"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let mut found: Vec<String> = items.iter().map(short).collect();
        found.sort();
        found
    }

    /// Takes its leave; whether the server says that this was as it should be.
    pub(super) fn stop(mut self) -> bool {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        self.server.take().unwrap().join().unwrap()
    }

    /// Goes away without a word.
    pub(super) fn die(mut self) -> bool {
        drop(self.input.take());
        self.server.take().unwrap().join().unwrap()
    }
}

/// A finding in short.
pub(super) fn short(item: &Value) -> String {
    let start = &item["range"]["start"];
    let id = item["data"]["id"].as_str().unwrap_or_default();
    let code = item["code"].as_str().unwrap();
    format!(
        "{code} {}:{} {id} {}",
        start["line"], start["character"], item["message"]
    )
}
