//! What would be of a sentence with the text that is being typed: findings, and how it looks on the page.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{DeskPlace, Transcript, TrialQuestion};
use crate::web::shape;

pub(super) const QUESTION: Question = Question {
    name: "try",
    writes: false,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    locale: String,
    article: String,
    id: String,
    typed: String,
    /// Whether only the page is to follow, at once.
    #[serde(default)]
    quick: bool,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let question = TrialQuestion {
        place: DeskPlace {
            locale: asked.locale,
            article: asked.article,
            id: asked.id,
        },
        typed: asked.typed,
        is_quick: asked.quick,
    };
    let trial = desk.ask(|session| session.try_unit(&question, &mut Transcript::default()))?;
    Ok(json!({
        "findings": trial.findings.iter().map(shape::finding).collect::<Vec<_>>(),
        "html": trial.html,
        "fixed": trial.fixed,
    }))
}
