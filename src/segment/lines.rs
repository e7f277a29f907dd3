//! Plain text whose only structure is its line breaks.

use super::Options;
use super::context::{is_closer, is_mark};
use super::sentences::cut;
use crate::language::{Language, language};
use crate::text::Span;

/// Widths, in characters, at which a plain text may have been wrapped.
const WRAP: std::ops::RangeInclusive<usize> = 45..=120;

/// Cuts a plain text into sentences, headlines and page furniture included; white space inside a
/// sentence is left as it is.
///
/// A blank line ends a sentence. A single line break ends one unless the paragraph looks wrapped
/// there: the next line goes on in lower case, or its first word had no room on this one.
///
/// # Examples
/// ```
/// use satz::segment::{Options, lines};
///
/// let text = "Quelle afp\nKommentare\n\nEs regnet. Wir\nbleiben.";
/// assert_eq!(
///     lines(text, &Options::default()),
///     ["Quelle afp", "Kommentare", "Es regnet.", "Wir\nbleiben."]
/// );
/// ```
pub fn lines<'a>(text: &'a str, options: &Options) -> Vec<&'a str> {
    line_spans(text, &[], options)
        .into_iter()
        .map(|span| span.of(text))
        .collect()
}

/// The same as spans.
pub(super) fn line_spans(text: &str, atoms: &[Span], options: &Options) -> Vec<Span> {
    let language = language(&options.locale);
    let mut out = Vec::new();
    let mut chunk: Option<Span> = None;
    let mut atom = 0;
    let mut close = |chunk: Span, out: &mut Vec<Span>| {
        while atoms.get(atom).is_some_and(|atom| atom.end <= chunk.start) {
            atom += 1;
        }
        let inner: Vec<Span> = atoms[atom..]
            .iter()
            .take_while(|atom| atom.start < chunk.end)
            .filter(|atom| atom.start >= chunk.start && atom.end <= chunk.end)
            .map(|atom| Span::new(atom.start - chunk.start, atom.end - chunk.start))
            .collect();
        cut(chunk.of(text), chunk.start, &inner, options, out);
    };
    paragraphs(text, |lines| {
        // A single line is not wrapped.
        let width = if lines.len() == 1 {
            0
        } else {
            let widths = lines.iter().map(|line| line.of(text).chars().count());
            widths.max().unwrap_or(0)
        };
        for line in lines {
            let atom = atoms.partition_point(|atom| atom.end <= line.start);
            let inside = atoms.get(atom).is_some_and(|atom| atom.start < line.start);
            chunk = match chunk {
                Some(last) if inside || wraps(last.of(text), line.of(text), width, language) => {
                    Some(Span::new(last.start, line.end))
                }
                Some(last) => {
                    close(last, &mut out);
                    Some(*line)
                }
                None => Some(*line),
            };
        }
        if let Some(last) = chunk.take() {
            close(last, &mut out);
        }
    });
    out
}

/// Hands the lines of each paragraph, trimmed, to `found`; paragraphs are divided by blank lines.
fn paragraphs(text: &str, mut found: impl FnMut(&[Span])) {
    let mut lines = Vec::new();
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    for end in ends.chain([text.len(), text.len()]) {
        let line = &text[start..end];
        let lead = line.len() - line.trim_start().len();
        let end = line.trim_end().len();
        if lead < end {
            lines.push(Span::new(start + lead, start + end));
        } else if !lines.is_empty() {
            found(&lines);
            lines.clear();
        }
        start += line.len();
    }
}

/// Whether `line` goes on with the sentence at the end of `text`, in a paragraph whose longest line
/// has `width` characters.
fn wraps(text: &str, line: &str, width: usize, language: &Language) -> bool {
    let last = text.rsplit('\n').next().unwrap_or(text).trim();
    let first = line.split_whitespace().next().unwrap_or_default();
    if line.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')' | '.')) {
        return true;
    }
    if line.starts_with(['•', '*', '-', '–', '|']) {
        return false;
    }
    if last.ends_with([',', '(', '„', '-', '\u{AD}']) {
        return true;
    }
    // Where a mark stands, the rules for sentences decide: "am 7.⏎Februar".
    if last.trim_end_matches(is_closer).ends_with(is_mark) {
        return true;
    }
    let end = last.rsplit(char::is_whitespace).next().unwrap_or(last);
    if language.unfinished.contains(end) {
        return true;
    }
    WRAP.contains(&width) && last.chars().count() + 1 + first.chars().count() > width
}
