//! What a running desk holds: the workspace, what was last found of it, who is there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use axum::http::StatusCode;

use super::events::Events;
use super::fault::Fault;
use super::gate::Gate;
use super::observe::{Changes, Observer};
use super::preview::Pages;
use super::{Opener, Options};
use crate::config::CONFIGURATION;
use crate::report::Status;
use crate::session::{Answer, Failure, Restored, Selection, Session, StatusQuestion, Transcript};

/// Threads that look through articles. A question may wait for a file that another program holds.
const THREADS: usize = 4;

/// Changes of one page that can be taken back.
const UNDONE: usize = 64;

/// A running desk.
pub(super) struct Desk {
    session: RwLock<Session>,
    opener: Opener,
    pool: rayon::ThreadPool,
    pub(super) gate: Gate,
    pub(super) options: Options,
    pub(super) events: Events,
    pub(super) pages: Pages,
    standing: Mutex<Option<Arc<Vec<Status>>>>,
    undo: Mutex<BTreeMap<String, History>>,
}

/// What one page did, and can take back.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) done: Vec<Step>,
    pub(super) undone: Vec<Step>,
}

/// A change of a unit.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) locale: String,
    pub(super) article: String,
    pub(super) id: String,
    pub(super) change: Restored,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").finish_non_exhaustive()
    }
}

impl Desk {
    pub(super) fn new(
        session: Session,
        opener: Opener,
        gate: Gate,
        options: Options,
    ) -> Result<Self, Failure> {
        // The program's own thread waits for requests: it could not help the others.
        let pool = rayon::ThreadPoolBuilder::new().num_threads(THREADS).build();
        let pool = pool.map_err(|error| Failure::from(format!("no threads: {error}")))?;
        Ok(Self {
            session: RwLock::new(session),
            opener,
            pool,
            gate,
            options,
            events: Events::default(),
            pages: Pages::default(),
            standing: Mutex::new(None),
            undo: Mutex::new(BTreeMap::new()),
        })
    }

    /// Asks the workspace.
    pub(super) fn ask<T>(&self, question: impl FnOnce(&Session) -> T) -> T {
        question(&self.session.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Works beside the threads that wait for requests.
    pub(super) async fn work<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let handle = tokio::task::spawn_blocking(move || self.pool.install(|| work(&self)));
        handle.await.unwrap_or_else(|_| {
            Err(Fault::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "this is a fault of satz itself",
            ))
        })
    }

    /// How complete each article is in each locale.
    pub(super) fn standing(&self) -> Result<Arc<Vec<Status>>, Failure> {
        if let Some(rows) = &*self.held() {
            return Ok(Arc::clone(rows));
        }
        let question = StatusQuestion::default();
        let rows = Arc::new(self.ask(|session| rows_of(session, question))?);
        *self.held() = Some(Arc::clone(&rows));
        Ok(rows)
    }

    /// Says that articles changed; all if none is named.
    pub(super) fn renew(&self, articles: Option<&[String]>) {
        {
            let mut session = self.session.write().unwrap_or_else(PoisonError::into_inner);
            session.refresh();
        }
        self.count_again(articles);
    }

    /// Counts articles again that were changed by the desk itself.
    pub(super) fn count_again(&self, articles: Option<&[String]>) {
        let old = self.held().take();
        let (Some(old), Some(articles)) = (old, articles) else {
            return;
        };
        let selection = Selection {
            locales: Vec::new(),
            articles: articles.to_vec(),
        };
        let question = StatusQuestion {
            selection,
            ..StatusQuestion::default()
        };
        let Ok(new) = self.ask(|session| rows_of(session, question)) else {
            return;
        };
        let renewed = { old.iter() }.map(|row| {
            let is_same = |new: &&Status| new.article == row.article && new.locale == row.locale;
            new.iter().find(is_same).unwrap_or(row).clone()
        });
        *self.held() = Some(Arc::new(renewed.collect()));
    }

    /// Opens the workspace again, if its configuration can be read.
    pub(super) fn reopen(&self) {
        if let Ok(session) = (self.opener)() {
            *self.session.write().unwrap_or_else(PoisonError::into_inner) = session;
        }
        self.held().take();
    }

    /// What one page did.
    pub(super) fn history<T>(&self, client: &str, use_it: impl FnOnce(&mut History) -> T) -> T {
        let mut all = self.undo.lock().unwrap_or_else(PoisonError::into_inner);
        let history = all.entry(client.to_owned()).or_default();
        let result = use_it(history);
        let superfluous = history.done.len().saturating_sub(UNDONE);
        history.done.drain(..superfluous);
        if history.done.is_empty() && history.undone.is_empty() {
            all.remove(client);
        }
        result
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<Arc<Vec<Status>>>> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn rows_of(session: &Session, question: StatusQuestion) -> Result<Vec<Status>, Failure> {
    match session.status(question, &mut Transcript::default())? {
        Answer::Whole(standing) => Ok(standing.rows),
        Answer::Part(_) => Ok(Vec::new()),
    }
}

impl Desk {
    /// Takes note of files that changed on the disk, and tells the pages.
    pub(super) fn files_changed(&self, changes: &Changes) {
        if changes.paths.iter().any(|path| path == CONFIGURATION) {
            self.reopen();
            self.events.tell_changed(None);
            return;
        }
        let articles = self.ask(|session| session.files_changed(&changes.paths));
        let articles = articles.ok().flatten().filter(|_| !changes.is_partial);
        match &articles {
            Some(articles) => self.pool.install(|| self.count_again(Some(articles))),
            None => self.pool.install(|| self.renew(None)),
        }
        self.events.tell_changed(articles.as_deref());
    }

    /// Takes note of changes of the files, until the process ends.
    pub(super) fn attend(self: &Arc<Self>) -> Result<(), Failure> {
        let mut observer = self.ask(|session| Observer::new(session.root(), session.project()))?;
        let desk = Arc::clone(self);
        let work = move || {
            // So that the first page need not wait for it; what is wrong is told there.
            drop(desk.pool.install(|| desk.standing()));
            while let Some(changes) = observer.wait() {
                desk.files_changed(&changes);
            }
        };
        let thread = std::thread::Builder::new()
            .name("observer".to_owned())
            .spawn(work);
        thread.map_err(|error| Failure::from(format!("no thread: {error}")))?;
        Ok(())
    }
}
