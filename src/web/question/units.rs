//! The sentences of an article in a locale.

use serde::Deserialize;
use serde_json::Value;

use super::{Desk, Fault, Question, read};
use crate::session::Transcript;
use crate::web::shape;

pub(super) const QUESTION: Question = Question {
    name: "units",
    writes: false,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    locale: String,
    article: String,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let article = desk
        .ask(|session| session.desk(&asked.locale, &asked.article, &mut Transcript::default()))?;
    Ok(shape::article(&article))
}
