//! Behind each message the state it is in, where that is not simply up to date; in an article, in how many
//! languages a sentence is up to date.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{View, Wanted, view};
use super::protocol::InRange;
use super::server::Server;
use crate::session::State;
use crate::session::{FileRole, UnitInLocale};

/// The answer to `textDocument/inlayHint`.
pub(super) fn hints(server: &mut Server, asked: &InRange) -> Result<Value, Fault> {
    let Some(view) = view(server, &asked.text_document.uri, Wanted::All)? else {
        return Ok(json!([]));
    };
    if view.article.is_draft {
        return Ok(json!([]));
    }
    let wanted = view.text.span(asked.range);
    let mut hints = Vec::new();
    for index in 0..view.article.units.len() {
        let Some(span) = view.span_of(index) else {
            continue;
        };
        if span.end < wanted.start || wanted.end < span.start {
            continue;
        }
        let label = match (&view.role, view.unit(index)) {
            (FileRole::Article(_), (unit, _)) if server.client.shows_sentences => {
                let languages = in_languages(&view, index).unwrap_or_default();
                Some(format!("⏐{} {languages}", unit.id).trim_end().to_owned())
            }
            (FileRole::Article(_), _) => in_languages(&view, index),
            (_, (unit, Some(in_locale))) => {
                let words = unit.text.split_whitespace().count();
                label(server, in_locale, words)
            }
            _ => None,
        };
        if let Some(label) = label {
            let position = view.text.position(span.end);
            hints.push(json!({"position": position, "label": label, "paddingLeft": true}));
        }
    }
    Ok(Value::Array(hints))
}

/// What stands behind a translation.
fn label(server: &Server, unit: &UnitInLocale, words: usize) -> Option<String> {
    let client = &server.client;
    let mut parts = Vec::new();
    if client.shows_states {
        match unit.state {
            State::Stale => parts.push("stale".to_owned()),
            State::Edited => parts.push("stale, edited".to_owned()),
            State::Inherited => parts.push("inherited".to_owned()),
            State::Missing | State::Empty | State::Current | State::Obsolete => {}
        }
        if unit.is_machine && unit.review.is_none() && unit.state.is_covered() {
            parts.push("by a machine".to_owned());
        }
    }
    if client.shows_words && !unit.state.is_covered() {
        parts.push(match words {
            1 => "1 word".to_owned(),
            words => format!("{words} words"),
        });
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// In how many languages a sentence is up to date, unless it is in all.
fn in_languages(view: &View, index: usize) -> Option<String> {
    let catalogs = &view.article.catalogs;
    let covered = catalogs
        .iter()
        .filter(|catalog| catalog.units[index].state.is_covered());
    let covered = covered.count();
    (covered < catalogs.len()).then(|| format!("{covered}/{}", catalogs.len()))
}
