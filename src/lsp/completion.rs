//! What can be typed at a place: ids of what is missing, terms, placeables of the source, codes of checks, and
//! what the memory has.

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{Place, View, Wanted, place, view};
use super::protocol::{AtPosition, TextEdit};
use super::server::Server;
use crate::session::State;
use crate::session::{FileRole, check_pages};
use crate::text::Span;

/// Kinds of completions.
const TEXT: u8 = 1;
const VARIABLE: u8 = 6;
const ENUM_MEMBER: u8 = 20;
const CONSTANT: u8 = 21;
const REFERENCE: u8 = 18;

/// The line that is typed, up to the place.
struct Typed<'a> {
    place: &'a Place,
    line: &'a str,
}

/// The answer to `textDocument/completion`.
pub(super) fn complete(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    let text = &place.text.text;
    let start = text[..place.offset]
        .rfind(['\n', '\r'])
        .map_or(0, |at| at + 1);
    let typed = Typed {
        place: &place,
        line: &text[start..place.offset],
    };
    let items = match &place.role {
        FileRole::Article(_) | FileRole::Other | FileRole::Configuration => Vec::new(),
        _ if typed.line.starts_with("# check: ") => codes(&typed),
        FileRole::Glossary(locale) if !typed.line.contains('=') => {
            term_ids(server, &typed, locale)?
        }
        FileRole::Catalog { locale, .. } => {
            let view = view(server, &at.text_document.uri, Wanted::Own)?;
            match view {
                Some(view) => in_catalog(server, &typed, &view, locale)?,
                None => Vec::new(),
            }
        }
        FileRole::Glossary(locale) | FileRole::Strings { locale, .. } => {
            terms(server, &typed, locale)?
        }
    };
    Ok(json!({"isIncomplete": false, "items": items}))
}

impl Typed<'_> {
    /// A completion of what was typed last, `typed` bytes of it.
    fn item(
        &self,
        label: &str,
        kind: u8,
        detail: &str,
        (typed, new_text): (usize, String),
    ) -> Value {
        let end = self.place.offset;
        let range = self.place.text.range(Span::new(end - typed, end));
        let edit = TextEdit { range, new_text };
        json!({"label": label, "kind": kind, "detail": detail, "filterText": self.line[self.line.len() - typed..].to_owned() + label, "textEdit": edit})
    }

    /// The name that is being typed: letters, digits, `-` and `_`.
    fn name(&self) -> &str {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let rest = self.line.trim_end_matches(is_name);
        &self.line[rest.len()..]
    }

    /// Whether it stands in a placeable that is open.
    fn is_in_placeable(&self) -> bool {
        let open = self.line.rfind('{');
        open.is_some_and(|open| !self.line[open..].contains('}'))
    }
}

/// The codes of checks, in `# check: CODE off: reason`.
fn codes(typed: &Typed<'_>) -> Vec<Value> {
    if typed.line.contains(" off") {
        return Vec::new();
    }
    let length = typed.line.len() - "# check: ".len();
    let pages = check_pages().into_iter();
    pages
        .map(|page| {
            let first = page.manual.lines().next().unwrap_or_default();
            typed.item(
                page.code,
                ENUM_MEMBER,
                first,
                (length, format!("{} off: ", page.code)),
            )
        })
        .collect()
}

/// Terms of the source's glossary that a locale's lacks.
fn term_ids(server: &Server, typed: &Typed<'_>, locale: &str) -> Result<Vec<Value>, Fault> {
    let session = &server.folder(&typed.place.file).session;
    let terms = session.glossary_terms(locale)?.into_iter();
    let lacking = terms.filter(|term| term.target.is_none() && locale != session.project().source);
    let item = |term: crate::session::GlossaryTerm| {
        let label = format!("-{}", term.id);
        typed.item(
            &label,
            CONSTANT,
            &term.source,
            (typed.line.len(), format!("{label} = ")),
        )
    };
    Ok(lacking.map(item).collect())
}

/// Terms within a placeable.
fn terms(server: &Server, typed: &Typed<'_>, locale: &str) -> Result<Vec<Value>, Fault> {
    if !typed.is_in_placeable() {
        return Ok(Vec::new());
    }
    let session = &server.folder(&typed.place.file).session;
    let is_source = locale == session.project().source;
    let terms = session.glossary_terms(locale)?.into_iter();
    let terms = terms.filter(|term| is_source || term.target.is_some());
    let length = typed.name().len();
    let item = |term: crate::session::GlossaryTerm| {
        let label = format!("-{}", term.id);
        let target = term.target.as_deref().unwrap_or_default();
        let detail = format!("{} → {target}", term.source);
        typed.item(&label, CONSTANT, &detail, (length, label.clone()))
    };
    Ok(terms.map(item).collect())
}

fn in_catalog(
    server: &Server,
    typed: &Typed<'_>,
    view: &View,
    locale: &str,
) -> Result<Vec<Value>, Fault> {
    if typed.is_in_placeable() {
        let mut items = terms(server, typed, locale)?;
        items.extend(variables(view, typed));
        return Ok(items);
    }
    let Some(catalog) = view.catalog() else {
        return Ok(Vec::new());
    };
    let before_equals = !typed.line.contains('=');
    let is_comment = typed.line.starts_with('#');
    if before_equals && !is_comment && typed.line.len() == typed.name().len() {
        let units = view.article.units.iter().zip(&catalog.units);
        let missing = units.filter(|(_, in_locale)| in_locale.state == State::Missing);
        let item = |(unit, _): (&crate::session::ArticleUnit, _)| {
            typed.item(
                &unit.id,
                REFERENCE,
                &unit.text,
                (typed.line.len(), format!("{} = ", unit.id)),
            )
        };
        return Ok(missing.map(item).collect());
    }
    let Some(index) = view.unit_at(typed.place.offset).filter(|_| !before_equals) else {
        return Ok(Vec::new());
    };
    let unit = &view.article.units[index];
    let value = typed
        .line
        .split_once('=')
        .map_or("", |(_, value)| value.trim_start());
    let mut items = Vec::new();
    let offers = server
        .folder(&view.file)
        .offers(&view.article.article, locale, &unit.id);
    for (rank, offer) in offers.iter().enumerate() {
        let mut item = typed.item(
            &offer.target,
            TEXT,
            offer.kind,
            (value.len(), offer.target.clone()),
        );
        item["sortText"] = json!(format!("0{rank}"));
        item["preselect"] = json!(rank == 0 && offer.is_same);
        items.push(item);
    }
    let session = &server.folder(&view.file).session;
    let word = value
        .rsplit([' ', '(', '"', '„', '“'])
        .next()
        .unwrap_or_default();
    for term in session.terms_in(&unit.text, locale)? {
        if let Some(target) = &term.target {
            let mut item = typed.item(target, CONSTANT, &term.source, (word.len(), target.clone()));
            item["sortText"] = json!(format!("1{target}"));
            items.push(item);
        }
    }
    for piece in pieces(&unit.text) {
        items.push(typed.item(
            piece,
            TEXT,
            "as in the source",
            (word.len(), piece.to_owned()),
        ));
    }
    Ok(items)
}

/// The placeables of the source: variables that a translation may use.
fn variables(view: &View, typed: &Typed<'_>) -> Vec<Value> {
    let Some(index) = view.unit_at(typed.place.offset) else {
        return Vec::new();
    };
    let text = &view.article.units[index].text;
    let length = typed.name().len();
    let names = text.split('$').skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    });
    let item = |name: &str| {
        typed.item(
            &format!("${name}"),
            VARIABLE,
            "a variable of the article",
            (length, format!("${name}")),
        )
    };
    names.filter(|name| !name.is_empty()).map(item).collect()
}

/// What a translation takes over as it stands: addresses, code, links.
fn pieces(source: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let parts = source.split('`').skip(1).step_by(2);
    pieces.extend(parts.filter(|code| !code.is_empty()));
    for (start, _) in source.match_indices("](") {
        let rest = &source[start + 2..];
        pieces.extend(rest.find(')').map(|end| &rest[..end]));
    }
    let words = source.split_whitespace();
    pieces.extend(words.filter(|word| word.starts_with("http") || word.contains('@')));
    pieces
}

/// The answer to `textDocument/inlineCompletion`: the best offer, where nothing is typed yet.
pub(super) fn inline(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    let Some(view) = view(server, &at.text_document.uri, Wanted::Own)? else {
        return Ok(json!({"items": []}));
    };
    let (Some(catalog), Some(index)) = (view.catalog(), view.unit_at(place.offset)) else {
        return Ok(json!({"items": []}));
    };
    let line = place.text.text[..place.offset]
        .rsplit('\n')
        .next()
        .unwrap_or_default();
    let is_value = line.trim_start_matches("# ").trim_end().ends_with('=');
    let offers = server.folder(&view.file).offers(
        &view.article.article,
        &catalog.locale,
        &view.article.units[index].id,
    );
    let best = offers
        .first()
        .filter(|offer| is_value && (offer.is_same || offer.kind == "repaired"));
    let items: Vec<Value> = best
        .map(|offer| {
            let blank = if line.ends_with(' ') { "" } else { " " };
            json!({"insertText": format!("{blank}{}", offer.target)})
        })
        .into_iter()
        .collect();
    Ok(json!({ "items": items }))
}
