//! What is done to a sentence: translated, confirmed, commented.

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::session::{
    DeskChange, DeskOrigin, DeskPlace, DeskSaved, Failure, Restored, Review, Transcript,
};
use crate::store::today;
use crate::web::desk::Step;
use crate::web::shape;

pub(super) const QUESTION: Question = Question {
    name: "save",
    writes: true,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    client: String,
    locale: String,
    article: String,
    id: String,
    /// The version that was seen; without one it does not matter what is there.
    seen: Option<String>,
    typed: Option<String>,
    comments: Option<Vec<String>>,
    /// The offer that the text was made of.
    from: Option<Taken>,
    /// Whether somebody stands for it from now on, or nobody does any more.
    confirm: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    article: String,
    id: String,
    repaired: bool,
    edited: bool,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let review = match asked.confirm {
        None => None,
        Some(false) => Some(None),
        Some(true) => Some(Some(review(desk)?)),
    };
    let change = DeskChange {
        place: DeskPlace {
            locale: asked.locale,
            article: asked.article,
            id: asked.id,
        },
        seen: asked.seen,
        typed: asked.typed,
        comments: asked.comments,
        from: asked.from.map(|from| DeskOrigin {
            article: from.article,
            id: from.id,
            is_repaired: from.repaired,
            is_edited: from.edited,
        }),
        review,
        ..DeskChange::default()
    };
    let saved = desk.ask(|session| session.change_unit(&change, &mut Transcript::default()))?;
    match saved {
        DeskSaved::Done { units, undo } => {
            let step = Step {
                locale: change.place.locale,
                article: change.place.article,
                id: change.place.id,
                change: undo,
            };
            // What was there already cannot be taken back.
            if step.change != Restored::default() {
                desk.history(&asked.client, |history| {
                    history.undone.clear();
                    history.done.push(step);
                });
            }
            Ok(json!({"units": units.iter().map(shape::unit).collect::<Vec<_>>()}))
        }
        DeskSaved::Conflict(unit) => Err(Fault {
            status: StatusCode::CONFLICT,
            body: json!({"theirs": shape::unit(&unit)}),
        }),
        DeskSaved::Unreadable(reason) => Err(Fault::new(StatusCode::BAD_REQUEST, &reason)),
    }
}

/// Who confirms, and when.
fn review(desk: &Desk) -> Result<Review, Failure> {
    let name = desk.options.name.as_deref().unwrap_or_default();
    Review::of(name, &today()).ok_or_else(|| {
        "nobody knows who you are: start with `--as NAME`, or `git config user.name NAME`"
            .to_owned()
            .into()
    })
}
