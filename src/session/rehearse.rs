//! What a question would write, told without writing it.

use super::live::Live;
use super::{Change, Failure, Session};
use crate::store::Record;

impl Session {
    /// Lets `work` ask questions that write, writes nothing, and returns its answer with the files as they
    /// would be: each once, in the order of the writing. Texts above the files count as what they hold.
    ///
    /// # Errors
    /// As `work`.
    ///
    /// # Examples
    /// ```
    /// use satz::session::{Session, SyncQuestion};
    /// let session = Session::of_texts([
    ///     ("satz.yaml", "locales: [en]"),
    ///     ("articles/markt.md", "Der Markt ist offen."),
    /// ])?;
    /// let question = SyncQuestion { writes: true, ..SyncQuestion::default() };
    /// let (_, changes) = session.rehearse(|session| {
    ///     Ok(session.plan_sync(&question, &mut ())?.apply(&mut ()))
    /// })?;
    /// assert_eq!(changes[0].path, "locales/en/markt.ftl");
    /// assert!(session.read("locales/en/markt.ftl")?.is_none());
    /// # Ok::<(), satz::session::Failure>(())
    /// ```
    pub fn rehearse<T>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, Failure>,
    ) -> Result<(T, Vec<Change>), Failure> {
        let record = Record::default();
        let stage = Self {
            workspace: self.workspace.clone(),
            live: self.live.clone(),
            record: Some(record.clone()),
        };
        let answer = work(&stage)?;
        Ok((answer, once_each(record.take())))
    }

    /// A session of its own over the same files, and the same texts above them: for another thread.
    #[must_use]
    pub fn detached(&self) -> Self {
        Self {
            workspace: self.workspace.clone(),
            live: Live::default(),
            record: None,
        }
    }
}

/// Changes as one per file, without those that change nothing.
fn once_each(noted: Vec<Change>) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for change in noted {
        match changes.iter_mut().find(|known| known.path == change.path) {
            Some(known) => known.new = change.new,
            None => changes.push(change),
        }
    }
    changes.retain(|change| change.old != change.new);
    changes
}
