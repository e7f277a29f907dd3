//! What a page can ask: one row per question. Articles and units are named as the workspace names them; no
//! question takes a path.

mod articles;
mod history;
mod offers;
mod page;
mod presence;
mod save;
mod search;
mod sync;
mod trial;
mod units;

use axum::http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::desk::Desk;
use super::fault::Fault;

/// A question.
pub(super) struct Question {
    /// Its name in the address.
    pub(super) name: &'static str,
    /// Whether it writes.
    pub(super) writes: bool,
    /// What answers it.
    pub(super) answer: fn(&Desk, Value) -> Result<Value, Fault>,
}

/// All questions.
const QUESTIONS: &[Question] = &[
    articles::QUESTION,
    units::QUESTION,
    trial::QUESTION,
    save::QUESTION,
    history::UNDO,
    history::REDO,
    offers::QUESTION,
    page::QUESTION,
    search::FIND,
    search::REPLACE,
    sync::QUESTION,
    presence::LISTEN,
    presence::HERE,
];

/// The question of a name.
pub(super) fn find(name: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.name == name)
}

/// Reads what a question is about; what it does not know is refused.
fn read<T: DeserializeOwned>(body: Value) -> Result<T, Fault> {
    serde_json::from_value(body).map_err(|_| {
        Fault::new(
            StatusCode::BAD_REQUEST,
            "this is not what the question takes",
        )
    })
}
