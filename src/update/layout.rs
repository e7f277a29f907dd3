//! Puts entries into a file: what stays keeps the bytes between, what is new gets the blank lines
//! that the Fluent serializers write.

use crate::catalog::{Catalog, Kind};

/// Whether an entry is a message or term, or a comment that stands free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Message,
    Free,
}

impl Form {
    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Message(_) | Kind::Term(_) => Self::Message,
            Kind::Comment(_) | Kind::Junk => Self::Free,
        }
    }
}

/// An entry as it shall stand in the file.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Its text, lines divided by line feeds or as they stood, without the last line's end.
    pub(super) text: String,
    pub(super) form: Form,
    /// The entry of the old file that it was, in the same form.
    pub(super) origin: Option<usize>,
}

/// Writes the entries in order.
pub(super) fn write(old: &Catalog, placed: &[Placed]) -> String {
    let line_end = old.line_end();
    let mut out = String::with_capacity(old.text.len() + 1024);
    if old.text.starts_with('\u{FEFF}') {
        out.push('\u{FEFF}');
    }
    let first = placed.first().and_then(|first| first.origin);
    if first == Some(0) {
        let head = &old.text[..old.entries[0].span.start];
        out.push_str(head.trim_start_matches('\u{FEFF}'));
    }
    for (index, item) in placed.iter().enumerate() {
        let is_kept = |origin: usize| old.entries[origin].span.of(&old.text) == item.text;
        let has_line_ends = line_end == "\n" && !item.text.contains('\r');
        if has_line_ends || item.origin.is_some_and(is_kept) {
            out.push_str(&item.text);
        } else {
            let text = item.text.replace("\r\n", "\n");
            out.push_str(&text.replace('\n', line_end));
        }
        let next = placed.get(index + 1);
        out.push_str(&between(old, item, next, line_end));
    }
    out
}

fn between(old: &Catalog, item: &Placed, next: Option<&Placed>, line_end: &str) -> String {
    match (item.origin, next) {
        (Some(origin), None) if origin + 1 == old.entries.len() => {
            let tail = &old.text[old.entries[origin].span.end..];
            return tail.to_owned();
        }
        (Some(origin), Some(next)) if next.origin == Some(origin + 1) => {
            let from = old.entries[origin].span.end;
            return old.text[from..old.entries[origin + 1].span.start].to_owned();
        }
        _ => {}
    }
    // What begins so goes on the message above it, blank lines or not; a comment keeps them apart.
    let goes_on = |next: &Placed| next.text.starts_with([' ', '{', '}', '.']);
    if item.form == Form::Message && next.is_some_and(goes_on) {
        return format!("{line_end}{line_end}#{line_end}{line_end}");
    }
    let ends = match (item.form, next.map(|next| next.form)) {
        (Form::Message, None | Some(Form::Message)) => 1,
        (Form::Free, Some(Form::Free)) => 3,
        _ => 2,
    };
    line_end.repeat(ends)
}
