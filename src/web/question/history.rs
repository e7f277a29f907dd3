//! Changes of a page taken back, and done again.

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::Transcript;
use crate::web::desk::Step;

pub(super) const UNDO: Question = Question {
    name: "undo",
    writes: true,
    answer: |desk, body| step(desk, body, false),
};

pub(super) const REDO: Question = Question {
    name: "redo",
    writes: true,
    answer: |desk, body| step(desk, body, true),
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    client: String,
}

fn step(desk: &Desk, body: Value, is_redo: bool) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let last = desk.history(&asked.client, |history| {
        if is_redo {
            history.undone.pop()
        } else {
            history.done.pop()
        }
    });
    let last = last.ok_or_else(|| Fault::new(StatusCode::NOT_FOUND, "nothing"))?;
    let back = desk.ask(|session| session.restore(&last.change, &mut Transcript::default()))?;
    let place = json!({"locale": last.locale, "article": last.article, "id": last.id});
    let step = Step {
        change: back,
        ..last
    };
    desk.history(&asked.client, |history| {
        if is_redo {
            history.done.push(step);
        } else {
            history.undone.push(step);
        }
    });
    Ok(place)
}
