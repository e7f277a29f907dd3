//! A server of a small workspace, and requests as bytes: whoever attacks writes them himself.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::ops::Deref;
use std::time::Duration;

use satz::session::Session;
use satz::web::{Options, Server};
use serde_json::{Value, json};

use crate::support::Folder;

/// A running server of a workspace.
pub(super) struct Desk {
    pub(super) folder: Folder,
    door: Door,
}

impl Deref for Desk {
    type Target = Door;

    fn deref(&self) -> &Door {
        &self.door
    }
}

/// Who is let in by a server.
pub(super) struct Door {
    pub(super) port: u16,
    pub(super) token: String,
    pub(super) cookie: String,
    pub(super) key: String,
}

/// An answer: status, head and body.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = { head.split(' ').nth(1) }.and_then(|status| status.parse().ok());
        Self {
            status: status.unwrap_or(0),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

impl Desk {
    /// Serves a workspace of two articles.
    pub(super) fn of(files: &[(&str, &str)], options: Options) -> Self {
        let folder = Folder::new();
        for (path, text) in files {
            folder.put(path, text);
        }
        let root = folder.path().to_owned();
        let open = move || Session::open(&root, &[], None, &mut ());
        let server = Server::bind(open().unwrap(), Box::new(open), options).unwrap();
        let address = server.address();
        std::thread::spawn(move || server.run().unwrap());
        let door = Door::enter(&address);
        Self { folder, door }
    }
}

impl Door {
    /// Enters by the address that a server prints.
    pub(super) fn enter(address: &str) -> Self {
        let (origin, token) = address.split_once("/#").unwrap();
        let (_, port) = origin.rsplit_once(':').unwrap();
        let door = Self {
            port: port.parse().unwrap(),
            token: token.to_owned(),
            cookie: String::new(),
            key: String::new(),
        };
        let answer = door.post("enter", &json!({"token": door.token}));
        assert_eq!(answer.status, 200, "{answer:?}");
        let cookie = answer.head.split("set-cookie: ").nth(1).unwrap();
        let (_, cookie) = cookie.split_once('=').unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let key = answer.json()["key"].as_str().unwrap().to_owned();
        Self {
            cookie,
            key,
            ..door
        }
    }

    /// Asks a question as the desk's own page does.
    pub(super) fn post(&self, question: &str, body: &Value) -> Answer {
        self.send(&self.question(question, body))
    }

    /// Asks a server that may be gone: without an answer, the status is 0.
    pub(super) fn try_post(&self, question: &str, body: &Value) -> Answer {
        match TcpStream::connect(("127.0.0.1", self.port)) {
            Ok(stream) => answer(stream, &self.question(question, body)),
            Err(_) => Answer::of(&[]),
        }
    }

    fn question(&self, question: &str, body: &Value) -> Vec<u8> {
        let headers = self.head("POST");
        let body = body.to_string();
        let head = format!(
            "POST /api/{question} HTTP/1.1\r\n{headers}content-length: {}",
            body.len()
        );
        format!("{head}\r\nconnection: close\r\n\r\n{body}").into_bytes()
    }

    /// The headers of a request that is as it should be.
    pub(super) fn headers(&self, method: &str) -> Vec<(String, String)> {
        let mut headers = vec![
            ("host", format!("127.0.0.1:{}", self.port)),
            ("cookie", format!("satz-{}={}", self.port, self.cookie)),
        ];
        if method == "POST" {
            headers.extend([
                ("origin", format!("http://127.0.0.1:{}", self.port)),
                ("sec-fetch-site", "same-origin".to_owned()),
                ("content-type", "application/json".to_owned()),
                ("x-satz-key", self.key.clone()),
            ]);
        }
        let headers = headers.into_iter();
        headers
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    /// The same as lines.
    pub(super) fn head(&self, method: &str) -> String {
        let mut lines = String::new();
        for (name, value) in self.headers(method) {
            lines.extend([name.as_str(), ": ", &value, "\r\n"]);
        }
        lines
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream
    }

    /// Sends bytes, and reads what comes back until the server closes.
    pub(super) fn send(&self, request: &[u8]) -> Answer {
        answer(self.connect(), request)
    }
}

fn answer(mut stream: TcpStream, request: &[u8]) -> Answer {
    // A server that refuses may close before it has read everything.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    Answer::of(&bytes)
}
