//! Commands: the next sentence to work on, a task done at once, pages as texts.

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::{Code, Fault};
use super::place::{View, Wanted, view};
use super::protocol::{Executed, Position};
use super::server::{File, Server};
use super::task::{Task, edit};
use crate::session::State;
use crate::session::{ReviewListQuestion, UnitInLocale};
use crate::text::Span;

/// The commands.
pub(super) const NAMES: &[&str] = &[
    "satz.next",
    "satz.nextMissing",
    "satz.nextStale",
    "satz.nextMachineMade",
    "satz.nextByRisk",
    "satz.apply",
    "satz.content",
];

#[derive(Debug, Deserialize)]
struct At {
    uri: String,
    #[serde(default)]
    position: Position,
}

/// The answer to `workspace/executeCommand`.
pub(super) fn execute(server: &mut Server, asked: &Executed) -> Result<Value, Fault> {
    let first = asked.arguments.first().unwrap_or(&Value::Null);
    let wrong = |error: serde_json::Error| {
        Fault::new(Code::InvalidParams, format!("{}: {error}", asked.command))
    };
    match asked.command.as_str() {
        "satz.apply" => {
            let task = Task::deserialize(first).map_err(wrong)?;
            let edit = edit(server, &task)?;
            if !super::action::is_empty(&edit) {
                server.request(
                    "workspace/applyEdit",
                    &json!({"label": "satz", "edit": edit}),
                );
            }
            Ok(Value::Null)
        }
        "satz.content" => {
            let uri = first.as_str().unwrap_or_default();
            Ok(json!(super::content::text_of(server, uri)?))
        }
        name => {
            let at = At::deserialize(first).map_err(wrong)?;
            let wanted: fn(&UnitInLocale) -> bool = match name {
                "satz.next" => |unit| !unit.state.is_covered(),
                "satz.nextMissing" => |unit| unit.state == State::Missing,
                "satz.nextStale" => |unit| matches!(unit.state, State::Stale | State::Edited),
                "satz.nextMachineMade" => {
                    |unit| unit.is_machine && unit.review.is_none() && unit.state.is_covered()
                }
                "satz.nextByRisk" => return by_risk(server, &at),
                _ => {
                    return Err(Fault::new(
                        Code::InvalidParams,
                        format!("there is no command `{name}`"),
                    ));
                }
            };
            next(server, &at, wanted)
        }
    }
}

/// The next unit of a kind: behind a place in its file, then in the files of other articles in the same locale,
/// then before the place.
fn next(server: &mut Server, at: &At, wanted: fn(&UnitInLocale) -> bool) -> Result<Value, Fault> {
    let Some(start) = view(server, &at.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let Some(locale) = start.catalog().map(|catalog| catalog.locale.clone()) else {
        return Ok(Value::Null);
    };
    let offset = start.text.offset(at.position);
    if let Some(found) = first(&start, wanted, |at| at > offset) {
        return Ok(show(server, &start.file, found));
    }
    let keys = server.folder(&start.file).session.article_keys()?;
    let here = keys
        .iter()
        .position(|key| *key == start.article.article)
        .unwrap_or(0);
    let behind = keys.iter().skip(here + 1).chain(keys.iter().take(here));
    for key in behind {
        let session = &server.folder(&start.file).session;
        let path = session.project().catalog_path(&locale, key);
        let file = File {
            folder: start.file.folder,
            path,
        };
        let (uri, _) = server.address(&file);
        // One that is not there, or cannot be read, has no place to go to.
        let Ok(Some(other)) = view(server, &uri, Wanted::Own) else {
            continue;
        };
        if let Some(found) = first(&other, wanted, |_| true) {
            return Ok(show(server, &other.file, found));
        }
    }
    let found = first(&start, wanted, |_| true);
    Ok(found.map_or(Value::Null, |found| show(server, &start.file, found)))
}

/// Where the first unit of a kind is to be typed, of those whose place is allowed.
fn first(
    view: &View,
    wanted: fn(&UnitInLocale) -> bool,
    is_allowed: impl Fn(usize) -> bool,
) -> Option<usize> {
    let catalog = view.catalog()?;
    if view.article.is_draft {
        return None;
    }
    let units = catalog.units.iter().filter(|unit| wanted(unit));
    let places = units.filter_map(cursor);
    places.filter(|at| is_allowed(*at)).min()
}

/// Where a unit is typed: where its value begins, or behind the `=` of its stub.
fn cursor(unit: &UnitInLocale) -> Option<usize> {
    let value = unit.place.map(|place| place.value.start);
    value.or_else(|| unit.stub.as_ref().map(|stub| stub.line.end))
}

/// The translation that is most likely wrong, then the next one of that order.
fn by_risk(server: &mut Server, at: &At) -> Result<Value, Fault> {
    let Some(start) = view(server, &at.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let Some(catalog) = start.catalog() else {
        return Ok(Value::Null);
    };
    let question = ReviewListQuestion {
        locale: catalog.locale.clone(),
        articles: vec![start.article.article.clone()],
        all: false,
    };
    let list = server
        .folder(&start.file)
        .session
        .review_list(&question, &mut ())?;
    let offset = start.text.offset(at.position);
    let here = start
        .unit_at(offset)
        .map(|unit| start.article.units[unit].id.clone());
    let before = here.and_then(|here| list.iter().position(|unit| unit.id == here));
    let next = before.map_or(0, |before| before + 1);
    let Some(unit) = list.get(next).or(list.first()) else {
        return Ok(Value::Null);
    };
    let index = start
        .article
        .units
        .iter()
        .position(|other| other.id == unit.id);
    let place = index.and_then(|index| cursor(&catalog.units[index]));
    Ok(place.map_or(Value::Null, |place| show(server, &start.file, place)))
}

/// Goes to a place in a file, in an editor that can be told to, and returns it.
fn show(server: &mut Server, file: &File, offset: usize) -> Value {
    let location = server.location(file, Span::new(offset, offset));
    let Some(location) = location else {
        return Value::Null;
    };
    if server.client.has("/window/showDocument/support") {
        let params = json!({"uri": location.uri, "takeFocus": true, "selection": location.range});
        server.request("window/showDocument", &params);
    }
    json!(location)
}
