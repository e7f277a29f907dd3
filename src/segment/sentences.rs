use super::context::{is_closer, is_ignorable};
use super::decide::decide;
use super::scan::{Candidate, candidate};
use super::unmarked::unmarked;
use super::{Options, unicode};
use crate::language::{Language, Rules, language};
use crate::text::Span;

/// A place where a sentence could end, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Offset after the marks and what closes with them.
    pub offset: usize,
    /// Whether a sentence ends there.
    pub boundary: bool,
    /// Why, in a few words.
    pub reason: &'static str,
}

/// What is known of the sentence that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct State {
    /// Where it begins.
    pub(super) start: usize,
    /// The last opening bracket, and whether it stands at the start of a sentence.
    pub(super) bracket: Option<(usize, bool)>,
}

/// Decides every place in a block's text where a sentence could end, in order.
///
/// `atoms` are ascending stretches that are never cut.
pub fn decisions(text: &str, atoms: &[Span], options: &Options) -> Vec<Decision> {
    let language = language(&options.locale);
    match language.rules {
        Rules::German => german(text, atoms, language, options),
        Rules::Unicode => unicode::decisions(text, atoms, language, options),
    }
}

fn german(text: &str, spans: &[Span], language: &Language, options: &Options) -> Vec<Decision> {
    let mut out = Vec::new();
    let mut atoms = spans.iter().peekable();
    let mut state = State {
        start: first_character(text, 0),
        bracket: None,
    };
    let mut from = 0;
    loop {
        let found = candidate(text, from, options.colon);
        let mark = found.map_or(text.len(), |found| found.mark);
        let stretch = Span::new(from, mark);
        without_marks(text, stretch, spans, &mut state, language, &mut out);
        let Some(mut found) = found else {
            break;
        };
        while atoms.next_if(|atom| atom.end <= found.mark).is_some() {}
        if let Some(atom) = atoms.peek() {
            leave(text, **atom, &mut found);
        }
        from = found.end;
        if found.next >= text.len() {
            break;
        }
        while atoms.next_if(|atom| atom.end <= found.end).is_some() {}
        let inside = atoms
            .peek()
            .is_some_and(|atom| atom.start < found.end && found.end < atom.end);
        let (boundary, reason) = if inside {
            (false, "inside an inline element")
        } else {
            decide(text, &found, &state, language, options)
        };
        out.push(Decision {
            offset: found.end,
            boundary,
            reason,
        });
        if boundary {
            state = State {
                start: found.next,
                bracket: None,
            };
        }
    }
    out
}

/// Finds the sentences that end in a stretch without marks, and the bracket that is open behind it.
fn without_marks(
    text: &str,
    stretch: Span,
    atoms: &[Span],
    state: &mut State,
    language: &Language,
    out: &mut Vec<Decision>,
) {
    let (mut from, mut inside) = (stretch.start, stretch.start);
    while let Some(found) = unmarked(text, Span::new(from, stretch.end), state.start, language) {
        from = found.next + 1;
        let atom = atoms.partition_point(|atom| atom.end <= found.end);
        if atoms.get(atom).is_some_and(|atom| atom.start < found.next) {
            continue;
        }
        out.push(Decision {
            offset: found.end,
            boundary: true,
            reason: found.reason,
        });
        *state = State {
            start: found.next,
            bracket: None,
        };
        inside = found.next;
    }
    brackets(text, Span::new(inside, stretch.end), state);
}

/// Cuts a block's text into sentences. Spans are UTF-8 byte offsets into the text, without the
/// white space between the sentences; `atoms` are ascending stretches that are never cut.
///
/// # Examples
/// ```
/// use satz::segment::{Options, sentences};
///
/// let text = "Am 7. Februar kam er an. „Endlich!“, rief sie.";
/// let found = sentences(text, &[], &Options::default());
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].of(text), "Am 7. Februar kam er an.");
/// ```
pub fn sentences(text: &str, atoms: &[Span], options: &Options) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let ends = decisions(text, atoms, options)
        .into_iter()
        .filter(|decision| decision.boundary)
        .map(|decision| decision.offset);
    for end in ends.chain([text.len()]) {
        let first = first_character(text, start).min(end);
        let last = first + text[first..end].trim_end().len();
        if first < last {
            out.push(Span::new(first, last));
        }
        start = end;
    }
    out
}

/// Offset of the first character at or after `from` that is no white space.
fn first_character(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

/// Moves a candidate behind the markup that closes with it: `[more.](address)`, `<em>No!</em>`, and
/// behind a note that stands right after it: `.<sup>1</sup>`.
fn leave(text: &str, atom: Span, found: &mut Candidate) {
    let Some(rest) = text.get(found.marks_end..atom.end) else {
        return;
    };
    let markup = rest.trim_start_matches(is_closer);
    let closes = ["](", "][", "</"].iter().any(|end| markup.starts_with(end))
        && atom.start < found.mark
        && markup.len() < 1024
        && !markup[2..].contains(char::is_whitespace);
    let note = atom.start == found.end && atom.of(text).starts_with("<sup");
    if closes || note {
        found.end_at(text, atom.end);
        found.bracket &= note;
    }
}

/// Remembers the last bracket that opens within `span`.
fn brackets(text: &str, span: Span, state: &mut State) {
    let is_opening = |byte: &u8| matches!(*byte, b'(' | b'[');
    if let Some(at) = span.of(text).as_bytes().iter().rposition(is_opening) {
        let at = span.start + at;
        let lead = text.get(state.start..at).unwrap_or_default();
        if text[at..span.end].contains([')', ']']) {
            state.bracket = None;
            return;
        }
        let leads = lead.chars().all(|c| c.is_whitespace() || is_ignorable(c));
        state.bracket = Some((at, leads));
    }
}
