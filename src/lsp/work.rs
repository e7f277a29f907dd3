//! What machines are at work on for an editor.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::session::{Change, Drafts, Failure};

/// What machines are at work on, and what comes of it.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) sender: Sender<Told>,
    pub(super) receiver: Receiver<Told>,
    pub(super) running: BTreeMap<String, Running>,
    /// How many were begun.
    pub(super) count: usize,
}

/// A catalog that a machine is at work on.
#[derive(Debug)]
pub(super) struct Running {
    /// Index of its workspace, and its path there.
    pub(super) catalog: (usize, String),
    pub(super) machine: String,
    pub(super) is_cancelled: Arc<AtomicBool>,
}

/// What a thread tells: of which work, and what.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) token: String,
    pub(super) news: News,
}

#[derive(Debug)]
pub(super) enum News {
    /// So many texts are done.
    Step(usize),
    /// It is over.
    Done(Result<(Drafts, Vec<Change>), Failure>),
}

impl Default for Work {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            running: BTreeMap::new(),
            count: 0,
        }
    }
}

impl Work {
    /// Whether something goes on.
    pub(super) fn goes_on(&self) -> bool {
        !self.running.is_empty()
    }

    /// Stops work, all if none is named: what a machine has not answered yet is of no use.
    pub(super) fn cancel(&self, token: Option<&str>) {
        let running = self.running.iter();
        for (_, running) in running.filter(|(own, _)| token.is_none_or(|token| token == **own)) {
            running.is_cancelled.store(true, Ordering::Relaxed);
        }
    }
}
