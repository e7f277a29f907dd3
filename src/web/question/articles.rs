//! Which locales and articles there are, and how complete each article is in one of them.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Desk, Fault, Question, read};
use crate::language::{autonym, direction};
use crate::web::shape;

pub(super) const QUESTION: Question = Question {
    name: "articles",
    writes: false,
    answer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The locale; the first one if there is none of that name.
    locale: Option<String>,
}

fn answer(desk: &Desk, body: Value) -> Result<Value, Fault> {
    let asked: Asked = read(body)?;
    let rows = desk.standing()?;
    let (source, locales, place) = desk.ask(|session| {
        let project = session.project();
        let root = session.root().to_string_lossy().into_owned();
        (project.source.clone(), project.locales.clone(), root)
    });
    let language = |locale: &String| json!({"locale": locale, "name": autonym(locale), "dir": direction(locale)});
    let folder = place.rsplit(['/', '\\']).next().unwrap_or_default();
    let wanted = asked.locale.filter(|locale| locales.contains(locale));
    let wanted = wanted
        .or_else(|| locales.first().cloned())
        .unwrap_or_default();
    let rows = rows
        .iter()
        .filter(|row| row.messages == 0 && row.locale == wanted);
    Ok(json!({
        "source": language(&source),
        "locales": locales.iter().map(language).collect::<Vec<_>>(),
        "locale": wanted,
        "rows": rows.map(shape::status).collect::<Vec<_>>(),
        "workspace": folder,
        // What the browser keeps must not be taken for another workspace's.
        "place": blake3::hash(place.as_bytes()).to_hex()[..16],
        "readOnly": desk.options.is_read_only,
        "name": desk.options.name,
    }))
}
