//! A finding as it is reported: with its place, its texts and how much it weighs.

use std::sync::Arc;

use smol_str::SmolStr;

use super::Status;
use crate::compare::State;
use crate::text::{LineColumn, LineIndex, Severity, Span};

/// A finding with its place. There may be very many, so what they share is kept once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was found: the same in all locales that lack one message.
    pub what: Arc<What>,
    /// The file it was found in.
    pub at: Arc<Where>,
    /// The lines it is about, if there are any.
    pub excerpt: Option<Box<Excerpt>>,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// How much it weighs.
    pub severity: Severity,
    /// Whether `satz check --fix` sets it right.
    pub fixable: bool,
    /// Whether it was there before, by the baseline or the revision compared with.
    pub known: bool,
}

/// What a finding says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct What {
    /// The check's code.
    pub code: SmolStr,
    /// The unit's id; empty if it is about none.
    pub id: SmolStr,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// The unit's German; empty if it is about none.
    pub source: String,
    /// The unit's state; `None` if it is about none.
    pub state: Option<State>,
    /// How many units it stands for: more than one only where a whole article is wanting.
    pub amount: usize,
}

/// The file that findings are about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Where {
    /// The locale.
    pub locale: SmolStr,
    /// The article; empty if it is about none.
    pub article: SmolStr,
    /// Path of the file in the workspace.
    pub path: SmolStr,
}

/// What is found in an article in a locale, and how complete it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inspected {
    /// The findings: those in the catalog, then those in the article itself.
    pub found: Vec<Found>,
    /// Links to other articles: each a finding, if it turns out to lead nowhere.
    pub links: Vec<FollowedLink>,
    /// How complete it is.
    pub status: Status,
}

/// A link to another article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedLink {
    /// The path that it leads to.
    pub path: String,
    /// The section that it leads to; empty for the article as a whole.
    pub section: String,
    /// Whether it stands in a translation, where it may name a translated heading.
    pub is_translated: bool,
    /// What to say if it leads nowhere.
    pub found: Found,
}

/// Lines of a file, and the part of them that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, without their last line feed. The first is the finding's line.
    pub text: String,
    /// First byte of the part.
    pub start: usize,
    /// Byte after its last.
    pub end: usize,
    /// Lines behind the first in which the part ends.
    pub last: usize,
    /// Column in characters, from 0, in which it ends.
    pub column: usize,
    /// Whether only a stretch around the part is kept of very long lines.
    pub is_cut: bool,
}

/// Lines of a finding that are shown at most.
const LINES: usize = 4;

/// Bytes of lines and of quoted texts that are kept whole. There may be thousands of findings about one
/// such text.
const LONG: usize = 2048;

/// Bytes that are kept of a longer text, and around the beginning of a part of longer lines.
const AROUND: usize = 256;

/// A text as a finding quotes it: of one of more than 2,048 bytes, the first 256.
pub fn quoted(text: &str) -> String {
    if text.len() <= LONG {
        return text.to_owned();
    }
    format!("{}…", &text[..text.floor_char_boundary(AROUND)])
}

impl Found {
    /// A finding at the start of a file, that was not there before and has no fix.
    pub fn new(what: impl Into<Arc<What>>, at: impl Into<Arc<Where>>, severity: Severity) -> Self {
        Self {
            what: what.into(),
            at: at.into(),
            excerpt: None,
            line: 1,
            column: 1,
            severity,
            fixable: false,
            known: false,
        }
    }

    /// The same at another place in the file.
    #[must_use]
    pub fn placed(self, place: LineColumn) -> Self {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            line: number(place.line),
            column: number(place.column),
            ..self
        }
    }

    /// The message, with the id before it if it is about a unit.
    pub(super) fn told(&self) -> String {
        let What { id, message, .. } = &*self.what;
        if id.is_empty() {
            message.clone()
        } else {
            format!("{id}: {message}")
        }
    }

    /// A name that stays when lines move: code, locale, article and the part of the id that stays.
    pub(super) fn fingerprint(&self) -> String {
        let key = super::baseline::Key::of(self);
        let text = format!(
            "{}\t{}\t{}\t{}",
            key.code, key.locale, key.article, key.base
        );
        blake3::hash(text.as_bytes()).to_hex()[..32].to_owned()
    }
}

impl Excerpt {
    /// The lines that a span touches; none where there is no text. `lines` is the text's index.
    pub fn of(text: &str, lines: &LineIndex, span: Span) -> Option<Self> {
        if text.is_empty() || span.end > text.len() {
            return None;
        }
        let first = lines.line(text, span.start).start;
        let mut last = span.start;
        for _ in 0..LINES {
            last = lines.line(text, last).end;
            if last >= span.end || last == text.len() {
                break;
            }
            last += 1;
        }
        let whole = text[first..last].trim_end_matches(['\n', '\r']);
        let end = span.end.min(first + whole.len());
        let place = lines.place(text, end);
        let is_cut = whole.len() > LONG;
        let (from, to) = if is_cut {
            let from = text.floor_char_boundary(span.start.saturating_sub(AROUND));
            let to = text.floor_char_boundary(span.start + AROUND);
            (from.max(first), to.min(first + whole.len()))
        } else {
            (first, first + whole.len())
        };
        let clip = |at: usize| at.clamp(from, to) - from;
        Some(Self {
            text: text[from..to].to_owned(),
            start: clip(span.start),
            end: clip(end),
            last: place.line - lines.place(text, first).line,
            column: place.column - 1,
            is_cut,
        })
    }
}
