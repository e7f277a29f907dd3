//! Commands: the next sentence to work on, a task done at once, pages as texts.

use serde::Deserialize;
use serde_json::{Value, json};

use super::message::{Code, Fault};
use super::place::{View, Wanted, view};
use super::protocol::{Executed, Position};
use super::server::{File, Server};
use super::task::{Task, begin, edit};
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
            if begin(server, &task)? {
                return Ok(Value::Null);
            }
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
        return Ok(show(server, &start, found));
    }
    let keys = server.folder(&start.file).session.article_keys()?;
    for key in behind(&keys, &start.article.article) {
        let Some(other) = catalog_of(server, &start, key, &locale) else {
            continue;
        };
        if let Some(found) = first(&other, wanted, |_| true) {
            return Ok(show(server, &other, found));
        }
    }
    let found = first(&start, wanted, |_| true);
    Ok(found.map_or(Value::Null, |found| show(server, &start, found)))
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

/// The translation that is most likely wrong, then the next one of that order; behind the last one of an
/// article the first one of the next article that has any.
fn by_risk(server: &mut Server, at: &At) -> Result<Value, Fault> {
    let Some(start) = view(server, &at.uri, Wanted::Own)? else {
        return Ok(Value::Null);
    };
    let Some(locale) = start.catalog().map(|catalog| catalog.locale.clone()) else {
        return Ok(Value::Null);
    };
    let list = most_doubtful(server, &start, &locale)?;
    let offset = start.text.offset(at.position);
    let here = start
        .unit_at(offset)
        .map(|unit| start.article.units[unit].id.clone());
    let before = here.and_then(|here| list.iter().position(|id| *id == here));
    let next = list.get(before.map_or(0, |before| before + 1));
    if let Some(place) = next.and_then(|id| cursor_of(&start, id)) {
        return Ok(show(server, &start, place));
    }
    let keys = server.folder(&start.file).session.article_keys()?;
    for key in behind(&keys, &start.article.article) {
        let Some(other) = catalog_of(server, &start, key, &locale) else {
            continue;
        };
        let list = most_doubtful(server, &other, &locale)?;
        if let Some(place) = list.first().and_then(|id| cursor_of(&other, id)) {
            return Ok(show(server, &other, place));
        }
    }
    let first = list.first().and_then(|id| cursor_of(&start, id));
    Ok(first.map_or(Value::Null, |place| show(server, &start, place)))
}

/// The ids of what is to be reviewed in a catalog, the most doubtful first.
fn most_doubtful(server: &Server, view: &View, locale: &str) -> Result<Vec<String>, Fault> {
    let question = ReviewListQuestion {
        locale: locale.to_owned(),
        articles: vec![view.article.article.clone()],
        all: false,
    };
    let session = &server.folder(&view.file).session;
    let list = session.review_list(&question, &mut ())?;
    Ok(list.into_iter().map(|unit| unit.id).collect())
}

fn cursor_of(view: &View, id: &str) -> Option<usize> {
    let mut units = view.article.units.iter();
    let index = units.position(|unit| unit.id == id)?;
    cursor(&view.catalog()?.units[index])
}

/// The articles behind one, then those before it.
fn behind<'k>(keys: &'k [String], article: &str) -> impl Iterator<Item = &'k String> {
    let here = keys.iter().position(|key| key == article).unwrap_or(0);
    keys.iter().skip(here + 1).chain(keys.iter().take(here))
}

/// The catalog of another article in the same workspace. None for one that is not there, or cannot be read.
fn catalog_of(server: &mut Server, start: &View, key: &str, locale: &str) -> Option<View> {
    let session = &server.folder(&start.file).session;
    let file = File {
        folder: start.file.folder,
        path: session.project().catalog_path(locale, key),
    };
    let (uri, _) = server.address(&file);
    view(server, &uri, Wanted::Own).ok()?
}

/// Goes to where a unit is typed, in an editor that can be told to, and returns the place: the words that the
/// German does not say any more, if they can be told, else where its text begins.
fn show(server: &mut Server, view: &View, offset: usize) -> Value {
    let span = outdated(server, view, offset).unwrap_or_else(|| Span::new(offset, offset));
    let Some(location) = server.location(&view.file, span) else {
        return Value::Null;
    };
    if server.client.has("/window/showDocument/support") {
        let params = json!({"uri": location.uri, "takeFocus": true, "selection": location.range});
        server.request("window/showDocument", &params);
    }
    json!(location)
}

/// The words of a stale translation that have to be others, of the unit whose value begins at `offset`.
fn outdated(server: &Server, view: &View, offset: usize) -> Option<Span> {
    let catalog = view.catalog()?;
    let index = { catalog.units.iter() }.position(|unit| cursor(unit) == Some(offset))?;
    let unit = &catalog.units[index];
    let value = unit.place.filter(|_| unit.state == State::Stale)?.value;
    let texts = [&view.article.units[index].text, unit.was.as_ref()?];
    let target = &view.text.text[value.start..value.end];
    let session = &server.folder(&view.file).session;
    let words = session.outdated_words(&catalog.locale, texts.map(String::as_str), target)?;
    Some(Span::new(
        value.start + words.start,
        value.start + words.end,
    ))
}
