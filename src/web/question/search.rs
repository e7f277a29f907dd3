//! Translations in which a text stands, and that text replaced in them, one by one as if somebody typed it.

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{DeskChange, DeskPlace, DeskSaved, DeskUnit, Failure, Session, Transcript};
use crate::web::desk::Step;
use crate::web::shape;

/// Sentences that are shown.
const SHOWN: usize = 500;

pub(super) const FIND: Question = Question {
    name: "find",
    writes: false,
    answer: find,
};

pub(super) const REPLACE: Question = Question {
    name: "replace",
    writes: true,
    answer: replace,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    locale: String,
    /// What is looked for; upper and lower case count.
    text: String,
    /// Whether the German is searched, too.
    #[serde(default)]
    both: bool,
    /// What would stand in its place.
    replacement: Option<String>,
}

fn find(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    if asked.text.trim().is_empty() {
        return Err(Fault::new(
            StatusCode::BAD_REQUEST,
            "there is nothing to look for",
        ));
    }
    let rows = desk.standing()?;
    let articles = rows
        .iter()
        .filter(|row| row.locale == asked.locale && row.messages == 0);
    let mut found = Vec::new();
    let mut is_partial = false;
    for row in articles {
        let units = desk.ask(|session| units_of(session, &asked.locale, &row.article));
        for unit in units.into_iter().flatten() {
            let typed = unit.typed.as_deref().unwrap_or_default();
            let is_here =
                typed.contains(&asked.text) || asked.both && unit.source.contains(&asked.text);
            if !is_here {
                continue;
            }
            if found.len() == SHOWN {
                is_partial = true;
                break;
            }
            let after = asked
                .replacement
                .as_ref()
                .filter(|_| typed.contains(&asked.text));
            let after = after.map(|replacement| typed.replace(&asked.text, replacement));
            found.push(json!({"article": row.article.as_str(), "after": after, "unit": shape::unit(&unit)}));
        }
    }
    Ok(json!({"found": found, "isPartial": is_partial}))
}

fn units_of(session: &Session, locale: &str, article: &str) -> Result<Vec<DeskUnit>, Failure> {
    session.desk_texts(locale, article, &mut Transcript::default())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replaced {
    client: String,
    locale: String,
    units: Vec<ReplacedUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplacedUnit {
    article: String,
    id: String,
    seen: String,
    typed: String,
}

/// Writes what was shown, where it still is as it was shown; the others come back.
fn replace(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Replaced = read(body)?;
    let (mut written, mut refused) = (0_usize, Vec::new());
    for unit in asked.units {
        let change = DeskChange {
            place: DeskPlace {
                locale: asked.locale.clone(),
                article: unit.article,
                id: unit.id,
            },
            seen: Some(unit.seen),
            typed: Some(unit.typed),
            keeps_state: true,
            ..DeskChange::default()
        };
        let saved = desk.ask(|session| session.change_unit(&change, &mut Transcript::default()));
        let DeskPlace {
            locale,
            article,
            id,
        } = change.place;
        match saved {
            Ok(DeskSaved::Done { undo: change, .. }) => {
                written += 1;
                let step = Step {
                    locale,
                    article,
                    id,
                    change,
                };
                desk.history(&asked.client, |history| history.done.push(step));
            }
            Ok(_) => refused.push(json!({"article": article, "id": id})),
            Err(failure) => {
                let reason = failure.to_string();
                refused.push(json!({"article": article, "id": id, "message": reason}));
            }
        }
    }
    Ok(json!({"written": written, "refused": refused}))
}
