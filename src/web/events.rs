//! What pages are told without asking: that files changed, and who is where.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::stream::{Stream, unfold};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::broadcast;

use super::secret::Secret;
use crate::session::Failure;

/// Events that a page may be behind; one that is further behind asks for everything again.
const BEHIND: usize = 64;

/// Pages that may have asked to listen and do not yet.
const WAITING: usize = 64;

/// Where somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Presence {
    pub(super) client: String,
    pub(super) locale: String,
    pub(super) article: String,
    pub(super) unit: String,
    pub(super) typing: bool,
}

/// The pages that listen.
#[derive(Debug)]
pub(super) struct Events {
    sender: broadcast::Sender<Arc<str>>,
    there: Arc<Mutex<There>>,
}

#[derive(Debug, Default)]
struct There {
    /// Tickets that were given and not used, the oldest first, with the page they were given to.
    waiting: Vec<(Secret, String)>,
    /// Where the pages are that listen.
    present: BTreeMap<String, Presence>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(BEHIND).0,
            there: Arc::default(),
        }
    }
}

impl Events {
    /// Lets a page listen: gives it a name and the ticket to its stream.
    pub(super) fn admit(&self) -> Result<(String, String), Failure> {
        let (client, ticket) = (Secret::new()?, Secret::new()?);
        let names = (client.text().to_owned(), ticket.text().to_owned());
        let mut there = self.there();
        if there.waiting.len() >= WAITING {
            there.waiting.remove(0);
        }
        there.waiting.push((ticket, names.0.clone()));
        Ok(names)
    }

    /// The stream that a ticket is for. A ticket is good for once.
    pub(super) fn stream(
        &self,
        ticket: &str,
    ) -> Option<impl Stream<Item = Result<String, Infallible>> + use<>> {
        let client = {
            let mut there = self.there();
            let place = there.waiting.iter().position(|(own, _)| own.is(ticket))?;
            there.waiting.remove(place).1
        };
        Some(unfold(self.listener(client), Listener::next))
    }

    /// A stream for a page that is nobody's desk.
    pub(super) fn listen(&self) -> impl Stream<Item = Result<String, Infallible>> + use<> {
        unfold(self.listener(String::new()), Listener::next)
    }

    fn listener(&self, client: String) -> Listener {
        Listener {
            receiver: self.sender.subscribe(),
            leaving: Leaving {
                client,
                sender: self.sender.clone(),
                there: Arc::clone(&self.there),
            },
            is_new: true,
        }
    }

    /// Says something to all pages.
    pub(super) fn tell(&self, event: &Value) {
        // Where nobody listens nobody has to know.
        let _ = self.sender.send(event.to_string().into());
    }

    /// Says that files of articles changed; all if none is named.
    pub(super) fn tell_changed(&self, articles: Option<&[String]>) {
        self.tell(&json!({"event": "changed", "articles": articles}));
    }

    /// Notes where a page is, and tells the others.
    pub(super) fn note(&self, presence: Presence) {
        let mut there = self.there();
        if there.present.len() < WAITING || there.present.contains_key(&presence.client) {
            there.present.insert(presence.client.clone(), presence);
        }
        let event = people(&there);
        drop(there);
        self.tell(&event);
    }

    fn there(&self) -> std::sync::MutexGuard<'_, There> {
        self.there.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page that listens.
struct Listener {
    receiver: broadcast::Receiver<Arc<str>>,
    leaving: Leaving,
    is_new: bool,
}

impl Listener {
    async fn next(mut self) -> Option<(Result<String, Infallible>, Self)> {
        if self.is_new {
            self.is_new = false;
            let hello = json!({"event": "hello", "client": self.leaving.client});
            return Some((Ok(line(&hello.to_string())), self));
        }
        let event = match self.receiver.recv().await {
            Ok(event) => line(&event),
            Err(broadcast::error::RecvError::Lagged(_)) => {
                line(&json!({"event": "changed", "articles": null}).to_string())
            }
            Err(broadcast::error::RecvError::Closed) => return None,
        };
        Some((Ok(event), self))
    }
}

fn line(event: &str) -> String {
    format!("data: {event}\n\n")
}

/// Takes a page away from those that are present, once its stream ends.
struct Leaving {
    client: String,
    sender: broadcast::Sender<Arc<str>>,
    there: Arc<Mutex<There>>,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        let mut there = self.there.lock().unwrap_or_else(PoisonError::into_inner);
        if there.present.remove(&self.client).is_some() {
            let event = people(&there);
            drop(there);
            let _ = self.sender.send(event.to_string().into());
        }
    }
}

fn people(there: &There) -> Value {
    let people: Vec<&Presence> = there.present.values().collect();
    json!({"event": "people", "people": people})
}
