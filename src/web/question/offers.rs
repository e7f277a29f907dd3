//! What was translated before for a sentence, and the terms of the house in it.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{SuggestQuestion, Transcript};
use crate::web::shape;

/// Offers that have a number.
const OFFERS: usize = 9;

/// How similar a sentence must be.
const LEAST: f64 = 0.6;

pub(super) const QUESTION: Question = Question {
    name: "offers",
    writes: false,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    locale: String,
    article: String,
    id: String,
    /// The German of the sentence, whose terms are asked for.
    source: String,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let question = SuggestQuestion {
        locale: asked.locale,
        ids: vec![asked.id],
        articles: vec![asked.article],
        count: OFFERS,
        least: LEAST,
    };
    // There are none for a sentence that is done.
    let suggestions = desk.ask(|session| session.suggest(&question, &mut Transcript::default()));
    let suggestions = suggestions.unwrap_or_default();
    let offers = suggestions.iter().flat_map(|unit| &unit.offers);
    let terms = desk.ask(|session| session.terms_in(&asked.source, &question.locale));
    let terms = terms.unwrap_or_default().into_iter();
    let terms =
        terms.filter_map(|term| Some(json!({"source": term.source, "target": term.target?})));
    Ok(json!({
        "offers": offers.map(shape::offer).collect::<Vec<_>>(),
        "terms": terms.collect::<Vec<_>>(),
    }))
}
