//! What stands behind a translation: the source, what changed in it, who made it, what is found.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::message::Fault;
use super::place::{Place, View, Wanted, place, view};
use super::protocol::AtPosition;
use super::server::Server;
use crate::language::english_name;
use crate::report::{FactChange, Found, WordRun, word_runs};
use crate::session::State;
use crate::session::{ArticleUnit, CatalogUnits, FileRole, Session, UnitInLocale, check_pages};
use crate::text::Span;

/// The answer to `textDocument/hover`.
pub(super) fn hover(server: &mut Server, at: &AtPosition) -> Result<Value, Fault> {
    let place = place(server, at)?;
    super::diagnostic::freshen(server, &place.file);
    let told = match &place.role {
        FileRole::Glossary(locale) => of_term(server, &place, locale)?,
        FileRole::Article(_) | FileRole::Catalog { .. } => match of_check(&place) {
            Some(told) => Some(told),
            None => of_unit(server, at, &place)?,
        },
        _ => None,
    };
    let Some((markdown, span)) = told else {
        return Ok(Value::Null);
    };
    let takes_markdown = server
        .client
        .lists("/textDocument/hover/contentFormat", "markdown");
    let (kind, value) = if takes_markdown {
        ("markdown", markdown)
    } else {
        ("plaintext", plain(&markdown))
    };
    Ok(json!({"contents": {"kind": kind, "value": value}, "range": place.text.range(span)}))
}

/// The page of the manual where a check is named in an exemption.
fn of_check(place: &Place) -> Option<(String, Span)> {
    let text = &place.text.text;
    let start = text[..place.offset].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next()?;
    let code = line.strip_prefix("# check: ")?.split([' ', ':']).next()?;
    let page = check_pages().into_iter().find(|page| page.code == code)?;
    let manual = format!("**{code}**\n\n{}", page.manual);
    Some((manual, Span::new(start, start + line.len())))
}

fn of_unit(
    server: &mut Server,
    at: &AtPosition,
    place: &Place,
) -> Result<Option<(String, Span)>, Fault> {
    let is_article = matches!(place.role, FileRole::Article(_));
    let wanted = if is_article { Wanted::All } else { Wanted::Own };
    let Some(view) = view(server, &at.text_document.uri, wanted)? else {
        return Ok(None);
    };
    let unit = view.unit_at(place.offset);
    let Some((index, span)) = unit.and_then(|index| Some((index, view.span_of(index)?))) else {
        return Ok(None);
    };
    let folder = server.folder(&view.file);
    let (unit, in_locale) = view.unit(index);
    let markdown = match (view.catalog(), in_locale) {
        (Some(catalog), Some(in_locale)) => {
            let found = folder
                .found
                .get(&view.file.path)
                .map_or(&[][..], Vec::as_slice);
            let of_unit: Vec<&Found> = found
                .iter()
                .filter(|found| is_about(found, unit, in_locale))
                .collect();
            let mut out = source(&folder.session, unit, Some(in_locale));
            state(&mut out, &folder.session, &view, catalog, (unit, in_locale));
            terms(&mut out, &folder.session, unit, &catalog.locale);
            findings(&mut out, &of_unit);
            out
        }
        _ if is_article => in_all_locales(&view, index),
        _ => source(&folder.session, unit, None),
    };
    Ok(Some((markdown, span)))
}

fn is_about(found: &Found, unit: &ArticleUnit, in_locale: &UnitInLocale) -> bool {
    found.what.id == unit.id || in_locale.target_id.as_deref() == Some(found.what.id.as_str())
}

/// The source of a unit, with what changed in it.
fn source(session: &Session, unit: &ArticleUnit, in_locale: Option<&UnitInLocale>) -> String {
    let language = english_name(&session.project().source).unwrap_or("Source");
    let kind = unit.kind.replace('-', " ");
    let mut out = format!("**{language}** · {kind}\n\n");
    let was = in_locale.and_then(|unit| unit.was.as_deref());
    match was {
        Some(was) => {
            let runs = marked_runs(&word_runs(was, &unit.text));
            put(
                &mut out,
                format_args!("> {}\n\n", runs.replace('\n', "\n> ")),
            );
            let facts = session.changed_facts(was, &unit.text);
            let facts: Vec<String> = facts.iter().map(fact).collect();
            if !facts.is_empty() {
                put(&mut out, format_args!("Changed: {}\n\n", facts.join("; ")));
            }
        }
        None => put(
            &mut out,
            format_args!("> {}\n\n", escaped(&unit.text).replace('\n', "\n> ")),
        ),
    }
    if let Some(note) = &unit.note {
        put(
            &mut out,
            format_args!("Note of the author: {}\n\n", escaped(note)),
        );
    }
    out
}

/// Words with what went struck out and what came bold, a blank between them.
fn marked_runs(runs: &[WordRun]) -> String {
    let mut out = String::new();
    for (index, run) in runs.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &runs[before]);
        let is_changed = |run: &WordRun| !matches!(run, WordRun::Same(_));
        if is_changed(run) && before.is_some_and(is_changed) && !out.ends_with(' ') {
            out.push(' ');
        }
        out += &marked(run);
    }
    out
}

fn marked(run: &WordRun) -> String {
    let around = |mark: &str, text: &str| {
        let inner = text.trim();
        let lead = &text[..text.len() - text.trim_start().len()];
        let tail = &text[text.trim_end().len()..];
        if inner.is_empty() {
            return text.to_owned();
        }
        format!("{lead}{mark}{}{mark}{tail}", escaped(inner))
    };
    match run {
        WordRun::Same(text) => escaped(text),
        WordRun::Gone(text) => around("~~", text),
        WordRun::New(text) => around("**", text),
    }
}

fn fact(change: &FactChange) -> String {
    let side = |side: &Option<String>| side.as_deref().map(escaped);
    match (side(&change.was), side(&change.now)) {
        (Some(was), Some(now)) => format!("{} {was} → {now}", change.kind),
        (Some(was), None) => format!("{} {was} is gone", change.kind),
        (None, now) => format!("{} {} is new", change.kind, now.unwrap_or_default()),
    }
}

/// What state a translation is in, what to do about that, who made it and who stands for it.
fn state(
    out: &mut String,
    session: &Session,
    view: &View,
    catalog: &CatalogUnits,
    (unit, in_locale): (&ArticleUnit, &UnitInLocale),
) {
    let source = english_name(&session.project().source).unwrap_or("source");
    let sentence = match in_locale.state {
        State::Current if in_locale.is_aligned => {
            "Found by alignment: is it the translation of this sentence?".to_owned()
        }
        State::Current => "Up to date.".to_owned(),
        State::Empty => match view.article.units.get(in_locale.leader) {
            Some(leader) if leader.id != unit.id => {
                format!("Empty: the translation of `{}` says this, too.", leader.id)
            }
            _ => "Left out.".to_owned(),
        },
        State::Inherited => "Taken from the locale that this one falls back to.".to_owned(),
        State::Stale => format!(
            "Out of date: the {source} has changed since. Change the translation, or accept it as it is."
        ),
        State::Edited => {
            format!("Out of date, and changed after the {source} was: accept it if it fits.")
        }
        State::Missing => "Missing: type the translation behind the `=`.".to_owned(),
        State::Obsolete => "Its sentence is gone.".to_owned(),
    };
    put(out, format_args!("{sentence}\n\n"));
    let made = in_locale
        .made
        .as_ref()
        .map(|made| format!("origin: {made}"));
    let review = in_locale
        .review
        .as_ref()
        .map(|review| format!("confirmed by {} on {}", review.name, review.date));
    let void = in_locale
        .is_review_void
        .then(|| "confirmed once, for another text".to_owned());
    let marks: Vec<String> = [made, review, void].into_iter().flatten().collect();
    if !marks.is_empty() {
        put(
            out,
            format_args!("{}: {}.\n\n", catalog.locale, escaped(&marks.join(", "))),
        );
    }
}

fn terms(out: &mut String, session: &Session, unit: &ArticleUnit, locale: &str) {
    let terms = session.terms_in(&unit.text, locale).unwrap_or_default();
    for term in &terms {
        let target = term
            .target
            .as_deref()
            .map_or("not in the glossary".to_owned(), escaped);
        put(
            out,
            format_args!("- term: {} → {target}\n", escaped(&term.source)),
        );
    }
    if !terms.is_empty() {
        out.push('\n');
    }
}

fn findings(out: &mut String, found: &[&Found]) {
    for found in found {
        let hints = found
            .what
            .hints
            .iter()
            .map(|hint| format!("; {}", quoting(hint)));
        let hints: String = hints.collect();
        put(
            out,
            format_args!(
                "- `{}`: {}{hints}\n",
                found.what.code,
                quoting(&found.what.message)
            ),
        );
    }
}

/// Where a sentence of an article is translated, and how.
fn in_all_locales(view: &View, index: usize) -> String {
    let unit = &view.article.units[index];
    let mut out = format!("`{}` · {}\n\n", unit.id, unit.kind.replace('-', " "));
    if let Some(note) = &unit.note {
        put(
            &mut out,
            format_args!("Note of the author: {}\n\n", escaped(note)),
        );
    }
    let current = view.article.catalogs.iter();
    let current = current
        .filter(|catalog| catalog.units[index].state.is_covered())
        .count();
    put(
        &mut out,
        format_args!(
            "Up to date in {current} of {} languages.\n\n",
            view.article.catalogs.len()
        ),
    );
    for catalog in &view.article.catalogs {
        let in_locale = &catalog.units[index];
        let target = in_locale.target.as_deref().unwrap_or_default();
        let target = escaped(target).replace('\n', " ");
        let state = in_locale.state.name();
        put(
            &mut out,
            format_args!("- {}: *{state}* {target}\n", catalog.locale),
        );
    }
    out
}

/// A term in the source and in every locale.
fn of_term(server: &Server, place: &Place, locale: &str) -> Result<Option<(String, Span)>, Fault> {
    let session = &server.folder(&place.file).session;
    let project = session.project();
    let is_source = locale == project.source;
    let terms = session.glossary_terms(locale)?;
    let at = |span: Span| span.start <= place.offset && place.offset <= span.end;
    let term = terms.iter().find_map(|term| {
        let entry = if is_source {
            Some(term.source_place)
        } else {
            term.target_place
        };
        let span = entry?.whole;
        at(span).then_some((term, span))
    });
    let Some((term, span)) = term else {
        return Ok(None);
    };
    let mut out = format!(
        "**-{}**\n\n- {}: {}\n",
        term.id,
        project.source,
        escaped(&term.source)
    );
    for locale in &project.locales {
        let others = session.glossary_terms(locale)?;
        let target = others.iter().find(|other| other.id == term.id);
        let target = target.and_then(|term| term.target.as_deref());
        put(
            &mut out,
            format_args!(
                "- {locale}: {}\n",
                target.map_or("missing".to_owned(), escaped)
            ),
        );
    }
    Ok(Some((out, span)))
}

/// Appends to a text: that cannot fail.
pub(super) fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a text takes everything");
}

/// A text that Markdown shows as it stands.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '&' | '!'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A sentence of satz as it stands, what it quotes within `` ` `` as code.
fn quoting(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(sentence);
    }
    let parts = parts.iter().enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => escaped(part),
            _ => format!("`{part}`"),
        })
        .collect()
}

/// A text of this file without its Markdown.
fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '*' | '`' => {}
            '~' if chars.peek() == Some(&'~') => {
                chars.next();
            }
            c => out.push(c),
        }
    }
    out
}
