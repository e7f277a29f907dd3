//! A translation as its catalog writes it: where in the file a flaw of it stands, and how the file is
//! set right.

use std::cell::{Cell, LazyCell};

use super::is_plain;
use crate::catalog::{Catalog, Entry, escape};
use crate::check::pair::stretches::Stretches;
use crate::check::{Flaw, Unit};
use crate::text::{Edit, Span};

/// So many edits of a value at most are tried by reading the whole value again; where more are not
/// seen to be right at once, the value is written anew with all of them.
const MOST_TRIED: usize = 64;

/// So many findings at most hold a value that is written anew; with more, the first one does.
const FEW: usize = 8;

/// The text of a unit beside the value that it is read from.
pub(super) struct Written<'a> {
    entry: &'a Entry,
    /// The catalog.
    text: &'a str,
    /// The value as the file has it.
    raw: &'a str,
    /// The value as it reads.
    target: &'a str,
    /// Whether what is checked is what the value reads as: no references were read in it.
    is_verbatim: bool,
    is_plain: bool,
    raw_stretches: LazyCell<Stretches, Box<dyn FnOnce() -> Stretches + 'a>>,
    target_stretches: LazyCell<Stretches, Box<dyn FnOnce() -> Stretches + 'a>>,
    tried: Cell<usize>,
}

impl<'a> Written<'a> {
    pub(super) fn of(entry: &'a Entry, text: &'a str, unit: &'a Unit) -> Self {
        let raw = entry.value_span.of(text);
        let target = unit.target.as_str();
        let stretches = |text: &'a str| -> Box<dyn FnOnce() -> Stretches + 'a> {
            Box::new(|| Stretches::of(text.to_owned()))
        };
        Self {
            entry,
            text,
            raw,
            target,
            is_verbatim: entry.value().is_some_and(|own| own.text() == target),
            is_plain: is_plain(entry),
            raw_stretches: LazyCell::new(stretches(raw)),
            target_stretches: LazyCell::new(stretches(target)),
            tried: Cell::new(0),
        }
    }

    /// The places of flaws in the file, and their fixes. A place is the flaw's own where the file has
    /// the value as it reads, or the same characters once; else there is none.
    pub(super) fn places(&self, flaws: &[&Flaw]) -> Vec<(Option<Span>, Option<Edit>)> {
        let places = flaws.iter().map(|flaw| self.place(flaw));
        let mut found: Vec<_> = { places.zip(flaws) }
            .map(|(place, flaw)| (place, self.edit(flaw, place)))
            .collect();
        if !(self.is_verbatim && self.is_plain) {
            return found;
        }
        // What cannot be set right in its place is so in a value that is written anew.
        let is_open = |at: &usize| flaws[*at].fix.is_some() && found[*at].1.is_none();
        let open: Vec<usize> = (0..flaws.len()).filter(is_open).collect();
        let count = if open.len() > FEW { 1 } else { open.len() };
        let whole = LazyCell::new(|| self.anew(open.iter().map(|at| flaws[*at])));
        for at in &open[..count] {
            found[*at].1 = Some(whole.clone());
        }
        found
    }

    fn place(&self, flaw: &Flaw) -> Option<Span> {
        // What is not there has no place.
        if flaw.span == Span::default() {
            return None;
        }
        let characters = flaw.span.of(self.target);
        let at = if self.raw == self.target {
            flaw.span.start
        } else if characters.is_empty() {
            return None;
        } else {
            self.raw_stretches.only(characters)?
        };
        let start = self.entry.value_span.start + at;
        Some(Span::new(start, start + characters.len()))
    }

    /// The edit of the flaw's own characters, where that makes the value what it is to be: then nothing
    /// else of it is written anew.
    fn edit(&self, flaw: &Flaw, place: Option<Span>) -> Option<Edit> {
        let (fix, place) = (flaw.fix.as_deref()?, place?);
        // The value cannot be written again where references were read in it.
        let is_right = !self.is_verbatim
            || self.is_plain && (self.is_seen(flaw, fix, place) || self.is_read(flaw, fix, place));
        is_right.then(|| Edit::replace(place, fix))
    }

    /// Whether a replacement is right by the characters around it: it stands within a line of text.
    fn is_seen(&self, flaw: &Flaw, fix: &str, place: Span) -> bool {
        let at = place.start - self.entry.value_span.start;
        let characters = flaw.span.of(self.target);
        let means = |c: char| matches!(c, '{' | '}' | '"' | '\\' | '\r' | '\n');
        let is_text = |c: Option<char>| c.is_some_and(|c| c != ' ' && !means(c));
        let is_where_it_reads = self.raw == self.target
            || !self.raw.contains('\\') && self.target_stretches.only(characters).is_some();
        !fix.contains(means)
            && !characters.contains(means)
            && is_text(self.raw[..at].chars().next_back())
            && is_text(self.raw[at + characters.len()..].chars().next())
            && is_where_it_reads
    }

    /// Whether a replacement is right by what the value then reads as.
    fn is_read(&self, flaw: &Flaw, fix: &str, place: Span) -> bool {
        let tried = self.tried.replace(self.tried.get() + 1);
        if tried >= MOST_TRIED {
            return false;
        }
        let head = Span::new(self.entry.value_span.start, place.start).of(self.text);
        let tail = Span::new(place.end, self.entry.value_span.end).of(self.text);
        let parsed = Catalog::parse(&format!("a = {head}{fix}{tail}")).value;
        let mut values = parsed.messages().filter_map(|(_, entry)| entry.value());
        let mut wanted = self.target.to_owned();
        wanted.replace_range(flaw.span.start..flaw.span.end, fix);
        values.next().is_some_and(|read| read.text() == wanted)
    }

    /// The value with the fixes of all flaws, of those that overlap the first.
    fn anew<'b>(&self, flaws: impl Iterator<Item = &'b Flaw>) -> Edit {
        let mut flaws: Vec<&Flaw> = flaws.collect();
        flaws.sort_by_key(|flaw| (flaw.span.start, flaw.span.end));
        let mut value = String::with_capacity(self.target.len());
        let mut at = 0;
        for flaw in flaws {
            if flaw.span.start >= at {
                value.push_str(&self.target[at..flaw.span.start]);
                value.push_str(flaw.fix.as_deref().unwrap_or_default());
                at = flaw.span.end;
            }
        }
        value.push_str(&self.target[at..]);
        Edit::replace(self.entry.value_span, escape(&value))
    }
}
