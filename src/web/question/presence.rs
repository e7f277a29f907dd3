//! Pages that listen, and say where they are.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::web::events::Presence;

pub(super) const LISTEN: Question = Question {
    name: "listen",
    writes: false,
    answer: listen,
};

pub(super) const HERE: Question = Question {
    name: "here",
    writes: false,
    answer: here,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {}

fn listen(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let Asked {} = read(body)?;
    let (client, ticket) = desk.events.admit()?;
    Ok(json!({"client": client, "ticket": ticket}))
}

fn here(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let presence: Presence = read(body)?;
    desk.events.note(presence);
    Ok(json!({}))
}
