//! Histories of two clients of the desk's server, a text editor, changes as `git pull` brings them, `sync` and kills
//! of the server: no text is lost or written over unseen, and nothing is up to date or confirmed that nobody has
//! made so.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::client::{Answer, Door};
use super::elsewhere::{ARTICLE, Copy, reword, sync, type_at};
use super::ledger::{CATALOG, Ledger, units};
use crate::support::{Folder, program, properties};

/// What a step does: its kind and two numbers.
type Step = (u8, u8, u8);

/// A server that can be killed.
struct Server {
    child: Child,
    door: Door,
}

impl Server {
    fn start(folder: &Folder) -> Self {
        let mut command = program();
        let command = command.current_dir(folder.path());
        let command = command.args(["edit", "--no-open", "--as", "Ada"]);
        let command = command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut address = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut address).unwrap();
        let door = Door::enter(address.trim());
        Self { child, door }
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A page in a browser: what it shows, which may be old, and what it keeps.
#[derive(Default)]
struct Client {
    name: String,
    shown: Vec<Value>,
    kept: BTreeMap<String, Save>,
    done: Vec<Save>,
    undone: Vec<Save>,
}

/// A text that is typed for a sentence as it was seen.
#[derive(Debug, Clone)]
struct Save {
    seen: Value,
    typed: String,
    comment: Option<String>,
    confirms: bool,
}

impl Save {
    fn body(&self, client: &str) -> Value {
        let mut body = json!({"client": client, "locale": "en", "article": "markt", "id": self.seen["id"],
            "seen": self.seen["version"], "typed": self.typed});
        if let Some(comment) = &self.comment {
            body["comments"] = json!([comment]);
        }
        if self.confirms {
            body["confirm"] = json!(true);
        }
        body
    }

    fn base(&self) -> String {
        text_of(&self.seen, "id").unwrap()[..7].to_owned()
    }
}

fn text_of<'v>(unit: &'v Value, name: &str) -> Option<&'v str> {
    unit[name].as_str()
}

struct History {
    folder: Folder,
    server: Server,
    clients: [Client; 2],
    copy: Option<Copy>,
    ledger: Ledger,
    step: usize,
}

impl History {
    fn new() -> Self {
        let folder = Folder::new();
        folder.put("satz.yaml", "locales: [en]\n");
        folder.put(
            ARTICLE,
            "Satz 0 ist hier.\n\nSatz 1 ist da.\n\nSatz 2 ist dort.\n\nSatz 3 ist weg.\n",
        );
        sync(&folder);
        let server = Server::start(&folder);
        let mut history = Self {
            folder,
            server,
            clients: Default::default(),
            copy: None,
            ledger: Ledger::default(),
            step: 0,
        };
        history.enter();
        history
    }

    /// Has both pages listen, as they do when they are opened.
    fn enter(&mut self) {
        for client in &mut self.clients {
            let answer = self.server.door.post("listen", &json!({})).json();
            *client = Client {
                name: text_of(&answer, "client").unwrap().to_owned(),
                shown: std::mem::take(&mut client.shown),
                kept: std::mem::take(&mut client.kept),
                ..Client::default()
            };
        }
    }

    fn take_step(&mut self, (kind, a, b): Step) {
        self.step += 1;
        let client = usize::from(a % 2);
        match kind {
            0..=2 => self.look(client),
            3..=9 => {
                if let Some(save) = self.typing(client, a, b) {
                    let answer = self.send(client, &save);
                    self.answered(client, save, &answer);
                }
            }
            10 | 11 => self.race(a, b),
            12..=14 => self.take_back(client, "undo"),
            15 | 16 => self.take_back(client, "redo"),
            17..=19 => self.resolve(client, b % 3 > 0),
            20..=22 => self.type_in_editor(b),
            23 | 24 => reword(&self.folder, self.step, a, b),
            25 => sync(&self.folder),
            26 => self.sync_at_the_desk(),
            27 | 28 => self.work_elsewhere(a, b),
            29 => self.pull(),
            30 => self.sync_meanwhile(client, a, b),
            31..=33 => self.kill_meanwhile(client, a, b),
            _ => self.restart(),
        }
        self.ledger.check(&self.folder);
    }

    fn look(&mut self, client: usize) {
        let question = json!({"locale": "en", "article": "markt"});
        let answer = self.server.door.post("units", &question);
        assert_eq!(answer.status, 200, "{answer:?}");
        let shown = answer.json()["units"].take();
        self.clients[client].shown = shown.as_array().cloned().unwrap_or_default();
    }

    /// What somebody types for one of the sentences that they see.
    fn typing(&self, client: usize, a: u8, b: u8) -> Option<Save> {
        let shown = &self.clients[client].shown;
        let seen = shown.get(usize::from(b) % shown.len().max(1))?.clone();
        let step = self.step;
        Some(Save {
            seen,
            typed: format!("Text {step} of client {client}."),
            comment: (a.is_multiple_of(5)).then(|| format!("comment {step} of client {client}")),
            confirms: a.is_multiple_of(3),
        })
    }

    fn send(&self, client: usize, save: &Save) -> Answer {
        let body = save.body(&self.clients[client].name);
        self.server.door.post("save", &body)
    }

    fn answered(&mut self, client: usize, save: Save, answer: &Answer) {
        let is_there = self.folder.get(CATALOG).contains(&save.typed);
        match answer.status {
            200 => assert!(is_there, "it is not saved: {save:?}"),
            409 => {
                let theirs = &answer.json()["theirs"];
                assert_ne!(theirs["version"], save.seen["version"]);
                assert!(!is_there, "written in spite of a conflict: {save:?}");
            }
            0 => {}
            400..=599 => assert!(!is_there, "written in spite of {answer:?}: {save:?}"),
            _ => panic!("{answer:?}"),
        }
        if is_there {
            self.note(&save);
        }
        let client = &mut self.clients[client];
        if answer.status == 200 {
            client.kept.remove(&save.base());
            client.undone.clear();
            client.done.push(save);
        } else {
            client.kept.insert(save.base(), save);
        }
    }

    fn note(&mut self, save: &Save) {
        let id = text_of(&save.seen, "id").unwrap();
        self.ledger
            .write(id, text_of(&save.seen, "typed"), &save.typed);
        if let Some(comment) = &save.comment {
            let seen: Vec<String> = { save.seen["comments"].as_array().into_iter().flatten() }
                .filter_map(|line| line.as_str().map(str::to_owned))
                .collect();
            self.ledger.comment(&seen, comment);
        }
        if save.confirms {
            self.ledger.confirm(id, &save.typed);
        }
    }

    /// Both save at the same moment, often the same sentence.
    fn race(&mut self, a: u8, b: u8) {
        let other = if a.is_multiple_of(4) {
            b.wrapping_add(1)
        } else {
            b
        };
        let (Some(first), Some(second)) = (self.typing(0, a, b), self.typing(1, a, other)) else {
            return;
        };
        let (one, two) = std::thread::scope(|scope| {
            let one = scope.spawn(|| self.send(0, &first));
            let two = self.send(1, &second);
            (one.join().unwrap(), two)
        });
        if first.seen == second.seen {
            assert!(one.status != 200 || two.status != 200, "both were saved");
        }
        // Who was first is seen in the file: the other's text is not there.
        self.answered(0, first, &one);
        self.answered(1, second, &two);
    }

    fn take_back(&mut self, client: usize, question: &str) {
        let is_redo = question == "redo";
        let name = &self.clients[client].name;
        let before = units(&self.folder);
        let bytes = self.folder.get(CATALOG);
        let answer = self.server.door.post(question, &json!({"client": name}));
        let own = &mut self.clients[client];
        let last = if is_redo {
            own.undone.pop()
        } else {
            own.done.pop()
        };
        let Some(save) = last else {
            assert_eq!(answer.status, 404, "{answer:?}");
            return;
        };
        if answer.status != 200 {
            assert_eq!(self.folder.get(CATALOG), bytes);
            return;
        }
        for unit in before.iter().filter(|unit| unit.id[..7] != save.base()) {
            let after = units(&self.folder);
            let there = after.iter().find(|other| other.id == unit.id);
            let there = there.map(|there| (&there.typed, &there.comments, there.state));
            assert_eq!(there, Some((&unit.typed, &unit.comments, unit.state)));
        }
        let seen = text_of(&save.seen, "typed");
        if is_redo {
            self.note(&save);
            self.clients[client].done.push(save);
        } else {
            self.ledger.replace(Some(&save.typed));
            self.ledger.replace(save.comment.as_deref());
            self.ledger.revive(seen);
            if save.comment.is_some() {
                for line in save.seen["comments"].as_array().into_iter().flatten() {
                    self.ledger.revive(line.as_str());
                }
            }
            self.clients[client].undone.push(save);
        }
    }

    /// What a page kept is offered again: somebody looks at both texts, and takes one.
    fn resolve(&mut self, client: usize, takes_own: bool) {
        self.look(client);
        let Some((base, mut save)) = self.clients[client].kept.pop_first() else {
            return;
        };
        let shown = self.clients[client].shown.iter();
        let mut there = shown.filter(|unit| text_of(unit, "id").is_some_and(|id| id[..7] == base));
        let Some(there) = there.next().cloned() else {
            self.clients[client].kept.insert(base, save);
            return;
        };
        if !takes_own {
            return;
        }
        // First as it was kept, as the page does by itself when the server is back. What was saved unheard is
        // no conflict with itself.
        let was_saved = self.folder.get(CATALOG).contains(&save.typed);
        save.comment = None;
        save.confirms = false;
        let answer = self.send(client, &save);
        if was_saved {
            if answer.status != 200 {
                self.clients[client].kept.insert(base, save);
            }
            return;
        }
        if answer.status == 409 {
            save.seen = there;
            let answer = self.send(client, &save);
            self.answered(client, save, &answer);
        } else {
            self.answered(client, save, &answer);
        }
    }

    fn type_in_editor(&mut self, at: u8) {
        let text = format!("Typed {} in an editor.", self.step);
        if let Some((id, old, text)) = type_at(&self.folder, at, &text) {
            self.ledger.write(&id, old.as_deref(), &text);
        }
    }

    fn sync_at_the_desk(&mut self) {
        let answer = self.server.door.post("sync", &json!({}));
        assert_eq!(answer.status, 200, "{answer:?}");
    }

    /// A colleague changes a copy of the workspace.
    fn work_elsewhere(&mut self, a: u8, b: u8) {
        let copy = self.copy.get_or_insert_with(|| Copy::of(&self.folder));
        copy.change(self.step, a, b);
    }

    /// Brings in what the colleague did, if nothing is in conflict.
    fn pull(&mut self) {
        let copy = self.copy.take();
        for (id, old, text) in copy
            .and_then(|copy| copy.merge(&self.folder))
            .into_iter()
            .flatten()
        {
            self.ledger.write(&id, old.as_deref(), &text);
        }
    }

    fn sync_meanwhile(&mut self, client: usize, a: u8, b: u8) {
        let Some(save) = self.typing(client, a, b) else {
            return;
        };
        let answer = std::thread::scope(|scope| {
            let other = scope.spawn(|| {
                let mut command = program();
                command.current_dir(self.folder.path()).arg("sync").output()
            });
            std::thread::sleep(Duration::from_millis(u64::from(b % 40)));
            let answer = self.send(client, &save);
            other.join().unwrap().unwrap();
            answer
        });
        self.answered(client, save, &answer);
    }

    /// The server dies while it saves.
    fn kill_meanwhile(&mut self, client: usize, a: u8, b: u8) {
        let Some(save) = self.typing(client, a, b) else {
            return;
        };
        let child = &mut self.server.child;
        let door = &self.server.door;
        let body = save.body(&self.clients[client].name);
        let answer = std::thread::scope(|scope| {
            let answer = scope.spawn(|| door.try_post("save", &body));
            std::thread::sleep(Duration::from_micros(u64::from(a) * 300));
            child.kill().unwrap();
            child.wait().unwrap();
            answer.join().unwrap()
        });
        self.server = Server::start(&self.folder);
        self.enter();
        self.answered(client, save, &answer);
        // What it did can be taken back as long as it lives.
        self.clients[client].done.clear();
    }

    fn restart(&mut self) {
        self.server.kill();
        self.server = Server::start(&self.folder);
        self.enter();
    }

    /// In the end everything that is kept is saved, and the server shows what is on the disk.
    fn end(&mut self) {
        sync(&self.folder);
        for client in 0..2 {
            for _ in 0..self.clients[client].kept.len() {
                self.resolve(client, true);
            }
        }
        self.ledger.check(&self.folder);
        let start = Instant::now();
        loop {
            self.look(0);
            let on_disk = units(&self.folder);
            let shown = self.clients[0].shown.iter();
            let shown = shown.filter_map(|unit| text_of(unit, "version"));
            if shown.eq(on_disk.iter().map(|unit| unit.version.as_str())) {
                return;
            }
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "it shows what is not there"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

proptest! {
    #![proptest_config(properties(6))]

    #[test]
    fn nobodys_text_is_lost(steps in vec((0_u8..35, any::<u8>(), any::<u8>()), 25)) {
        let mut history = History::new();
        for step in steps {
            history.take_step(step);
        }
        history.end();
    }
}
