//! Pages of articles that wait to be shown, each under a name that only who asked for it knows.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::secret::Secret;
use crate::session::Failure;

/// Pages that wait at one time.
const WAITING: usize = 16;

/// Pages that were made and not fetched yet.
#[derive(Debug, Default)]
pub(super) struct Pages(Mutex<VecDeque<(Secret, String)>>);

impl Pages {
    /// Keeps a page, and returns the name under which it can be fetched once.
    pub(super) fn put(&self, html: String) -> Result<String, Failure> {
        let ticket = Secret::new()?;
        let name = ticket.text().to_owned();
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back((ticket, html));
        if waiting.len() > WAITING {
            waiting.pop_front();
        }
        Ok(name)
    }

    /// The page of that name.
    pub(super) fn take(&self, name: &str) -> Option<String> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = waiting.iter().position(|(ticket, _)| ticket.is(name))?;
        waiting.remove(place).map(|(_, html)| html)
    }
}
