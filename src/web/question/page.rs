//! The page of an article as it will look.

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{BuildQuestion, Selection, Transcript};

pub(super) const QUESTION: Question = Question {
    name: "page",
    writes: false,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    locale: String,
    article: String,
    /// Whether both languages stand side by side.
    #[serde(default)]
    bilingual: bool,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let form = if asked.bilingual { "bilingual" } else { "html" };
    let question = BuildQuestion {
        selection: Selection {
            locales: vec![asked.locale],
            articles: Vec::new(),
        },
        forms: vec![form.to_owned()],
        names_units: true,
        ..BuildQuestion::default()
    };
    let heard = &mut Transcript::default();
    let pages = desk.ask(|session| session.pages(&asked.article, &question, heard))?;
    let Some(page) = pages.into_iter().next() else {
        let reason = heard
            .failures
            .first()
            .map_or("there is no page", String::as_str);
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, reason));
    };
    Ok(json!({"page": desk.pages.put(page.text, &page.locale, &asked.article)?}))
}
