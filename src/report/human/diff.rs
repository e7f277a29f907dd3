//! What is not up to date, for people.

use similar::{ChangeTag, TextDiff};
use unicode_width::UnicodeWidthStr;

use super::flat;
use crate::catalog::Id;
use crate::compare::State;
use crate::report::look::{BAD, FAINT, FAIR, GONE, GOOD, Look, STRONG};
use crate::report::{Change, FactChange, put};

/// Unit by unit what is not up to date.
pub(super) fn diff(changes: &[Change], look: Look) -> String {
    let mut out = String::new();
    let mut place = ("", "");
    for change in changes {
        let here = (change.locale.as_str(), change.article.as_str());
        if here != place {
            if !out.is_empty() {
                out.push('\n');
            }
            let head = look.paint(STRONG, &format!("{} {}", here.0, here.1));
            put(&mut out, format_args!("{head}\n"));
            place = here;
        }
        let style = match change.state {
            State::Missing => BAD,
            State::Obsolete => FAINT,
            _ => FAIR,
        };
        let state = look.paint(style, change.state.name());
        put(&mut out, format_args!("  {state} {}\n", change.id));
        match &change.was {
            Some(was) if look.beside => beside(&mut out, was, &change.source, look),
            Some(was) => put_line(&mut out, look.source, &inline(was, &change.source, look)),
            None if !change.source.is_empty() => {
                put_line(&mut out, look.source, &flat(&change.source));
            }
            None => {}
        }
        put_facts(&mut out, &change.facts);
        if let Some(target) = change.target.as_ref().filter(|target| !target.is_empty()) {
            put_line(&mut out, &change.locale, &flat(target));
        }
    }
    if out.is_empty() {
        out.push_str("everything is up to date\n");
    } else {
        out.push_str(&totals(changes));
    }
    out
}

fn put_line(out: &mut String, name: &str, text: &str) {
    put(out, format_args!("    {name:6}  {text}\n"));
}

/// How many units of each state there are, and what to do with them.
fn totals(changes: &[Change]) -> String {
    let count = |state: State| {
        let of = changes.iter().filter(|change| change.state == state);
        of.count()
    };
    let one = changes
        .iter()
        .all(|change| change.locale == changes[0].locale);
    let locale = if one { &changes[0].locale } else { "LOCALE" };
    let stale = format!("mend the translation, then `satz accept {locale} ID`");
    let edited = format!("`satz accept {locale} --edited`");
    let missing = if has_units(changes, State::Missing) {
        "type the translation behind the `=`"
    } else {
        "add the messages to the locale's catalogs"
    };
    let obsolete = if has_units(changes, State::Obsolete) {
        "`satz sync --prune` removes them"
    } else {
        "the source has no such messages"
    };
    let todo: [(State, &str); 4] = [
        (State::Missing, missing),
        (State::Stale, &stale),
        (State::Edited, &edited),
        (State::Obsolete, obsolete),
    ];
    let mut out = String::from("\n");
    for (state, what) in todo {
        let count = count(state);
        if count > 0 {
            put(&mut out, format_args!("{count} {}: {what}\n", state.name()));
        }
    }
    out
}

/// Whether one of the changes to a state is of a unit of an article.
fn has_units(changes: &[Change], state: State) -> bool {
    let mut changes = changes.iter();
    changes.any(|change| change.state == state && Id::parse(&change.id).is_some())
}

/// A line of what a translator must not overlook.
pub(super) fn put_facts(out: &mut String, facts: &[FactChange]) {
    let told: Vec<String> = facts
        .iter()
        .map(|fact| match (&fact.was, &fact.now) {
            (Some(was), Some(now)) => format!("{} {was} → {now}", fact.kind),
            (Some(was), None) => format!("{} {was} is gone", fact.kind),
            (None, now) => format!(
                "{} {} is new",
                fact.kind,
                now.as_deref().unwrap_or_default()
            ),
        })
        .collect();
    if !told.is_empty() {
        put(out, format_args!("    changed {}\n", told.join("; ")));
    }
}

/// The new text with what went as `[-old-]` and what came as `{+new+}`.
pub fn word_diff(old: &str, new: &str) -> String {
    inline(old, new, Look::default())
}

/// A stretch of words in a text and the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordRun {
    /// In both.
    Same(String),
    /// In the old text alone.
    Gone(String),
    /// In the new text alone.
    New(String),
}

/// The words of two texts in stretches, in the order of the new one.
pub fn word_runs(old: &str, new: &str) -> Vec<WordRun> {
    let runs = runs(old, new).into_iter();
    let run = |(tag, text)| match tag {
        ChangeTag::Equal => WordRun::Same(text),
        ChangeTag::Delete => WordRun::Gone(text),
        ChangeTag::Insert => WordRun::New(text),
    };
    runs.map(run).collect()
}

/// Words that stay, go or come, joined where they follow each other.
fn runs(old: &str, new: &str) -> Vec<(ChangeTag, String)> {
    let (old, new) = (flat(old), flat(new));
    let diff = TextDiff::from_words(old.as_str(), new.as_str());
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    runs
}

/// The new text with what went and what came marked, in colours where there are some.
pub(super) fn inline(old: &str, new: &str, look: Look) -> String {
    let paint = |(tag, text): &(ChangeTag, String)| match (tag, look.colour) {
        (ChangeTag::Equal, _) => text.clone(),
        (ChangeTag::Delete, true) => look.paint(GONE, text),
        (ChangeTag::Insert, true) => look.paint(GOOD, text),
        (ChangeTag::Delete, false) => format!("[-{text}-]"),
        (ChangeTag::Insert, false) => format!("{{+{text}+}}"),
    };
    runs(old, new).iter().map(paint).collect()
}

/// Old on the left and new on the right, wrapped at words.
fn beside(out: &mut String, old: &str, new: &str, look: Look) {
    let runs = runs(old, new);
    let column = (look.width.saturating_sub(4 + 3) / 2).max(20);
    let side = |gone: ChangeTag| {
        let own = runs.iter().filter(move |(tag, _)| *tag != gone);
        wrap(own, column, look)
    };
    let left = side(ChangeTag::Insert);
    let right = side(ChangeTag::Delete);
    for row in 0..left.len().max(right.len()) {
        let empty = (String::new(), 0);
        let (old, width) = left.get(row).unwrap_or(&empty);
        let (new, _) = right.get(row).unwrap_or(&empty);
        let gap = " ".repeat(column.saturating_sub(*width));
        let line = format!("    {old}{gap} │ {new}");
        put(out, format_args!("{}\n", line.trim_end()));
    }
}

/// Lines of at most so many columns, each with its width.
fn wrap<'a>(
    runs: impl Iterator<Item = &'a (ChangeTag, String)>,
    column: usize,
    look: Look,
) -> Vec<(String, usize)> {
    let mut lines = vec![(String::new(), 0)];
    for (tag, text) in runs {
        for word in text.split_inclusive(' ') {
            let bare = word.trim_end();
            let (shown, width) = match (tag, look.colour) {
                (ChangeTag::Equal, _) => (bare.to_owned(), bare.width()),
                (ChangeTag::Delete, true) => (look.paint(GONE, bare), bare.width()),
                (ChangeTag::Insert, true) => (look.paint(GOOD, bare), bare.width()),
                (ChangeTag::Delete, false) => (format!("[-{bare}-]"), bare.width() + 4),
                (ChangeTag::Insert, false) => (format!("{{+{bare}+}}"), bare.width() + 4),
            };
            if bare.is_empty() {
                continue;
            }
            let Some((line, used)) = lines.last_mut() else {
                continue;
            };
            if *used > 0 && *used + 1 + width > column {
                lines.push((shown, width));
            } else {
                let gap = usize::from(*used > 0);
                line.push_str(&" ".repeat(gap));
                line.push_str(&shown);
                *used += gap + width;
            }
        }
    }
    lines
}
