//! Where the sentences of a text end.

use super::context::is_closer;
use super::decide::decide;
use super::scan::{Candidate, Sign, Signs};
use super::state::State;
use super::unmarked::{before_dateline, before_opener};
use super::{Options, tail, unicode};
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

/// Decides every place in a block's text where a sentence could end, in order.
///
/// `atoms` are ascending stretches that are never cut.
pub fn decisions(text: &str, atoms: &[Span], options: &Options) -> Vec<Decision> {
    let mut out = Vec::new();
    decide_all(text, atoms, options, |decision| out.push(decision));
    out
}

/// Hands every decision to `found`.
fn decide_all(text: &str, atoms: &[Span], options: &Options, found: impl FnMut(Decision)) {
    let language = language(&options.locale);
    match language.rules {
        Rules::German => german(text, atoms, language, options, found),
        Rules::Unicode => unicode::decisions(text, atoms, language, options)
            .into_iter()
            .for_each(found),
    }
}

/// One pass over the text, from sign to sign.
fn german(
    text: &str,
    atoms: &[Span],
    language: &Language,
    options: &Options,
    mut out: impl FnMut(Decision),
) {
    let mut state = State::of(first_character(text, 0));
    let mut atoms = Atoms(atoms);
    // Where the stretch without marks began, and how far it has been read.
    let (mut stretch, mut from) = (0, 0);
    let mut signs = Signs::new(text, options.colon, Some(&language.openers));
    while let Some((at, sign)) = signs.next(from) {
        from = at + 1;
        let found = match sign {
            Sign::Capital => before_opener(text, at, state.start, language),
            Sign::Opening => before_dateline(text, at, stretch, state.start, language),
            Sign::Closing | Sign::Mark => None,
        };
        if let Some(found) = found.filter(|found| !atoms.hold(found.end, found.next)) {
            out(Decision {
                offset: found.end,
                boundary: true,
                reason: found.reason,
            });
            state = State::of(found.next);
        }
        match sign {
            Sign::Capital => {}
            Sign::Opening => state.open(text, at),
            Sign::Closing => state.close(stretch),
            Sign::Mark => {
                let mut found = Candidate::new(text, at, options.colon);
                if let Some(atom) = atoms.after(found.mark) {
                    leave(text, atom, &mut found);
                }
                tail::take(text, state.start, &mut found);
                (stretch, from) = (found.end, found.end);
                if found.next >= text.len() {
                    break;
                }
                let (boundary, reason) = if atoms.hold(found.end, found.end) {
                    (false, "inside an inline element")
                } else {
                    decide(text, &found, &state, language, options)
                };
                out(Decision {
                    offset: found.end,
                    boundary,
                    reason,
                });
                if boundary {
                    state = State::of(found.next);
                }
            }
        }
    }
}

/// The stretches that are never cut, those that are passed left out.
struct Atoms<'a>(&'a [Span]);

impl Atoms<'_> {
    /// The first one that ends behind `offset`; those before it are passed.
    fn after(&mut self, offset: usize) -> Option<Span> {
        while let [first, rest @ ..] = self.0
            && first.end <= offset
        {
            self.0 = rest;
        }
        self.0.first().copied()
    }

    /// Whether one of them holds what stands between two sentences.
    fn hold(&self, end: usize, next: usize) -> bool {
        let after = self.0.partition_point(|atom| atom.end <= end);
        self.0.get(after).is_some_and(|atom| atom.start < next)
    }
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
    cut(text, 0, atoms, options, &mut out);
    out
}

/// The same, appended to `out`, for a text that begins at `place` of a longer one.
pub(super) fn cut(
    text: &str,
    place: usize,
    atoms: &[Span],
    options: &Options,
    out: &mut Vec<Span>,
) {
    let mut start = 0;
    let mut push = |end: usize| {
        let first = first_character(text, start).min(end);
        let last = first + last_character(&text[first..end]);
        if first < last {
            out.push(Span::new(place + first, place + last));
        }
        start = end;
    };
    decide_all(text, atoms, options, |decision| {
        if decision.boundary {
            push(decision.offset);
        }
    });
    push(text.len());
}

/// Offset of the first character at or after `from` that is no white space.
fn first_character(text: &str, from: usize) -> usize {
    match text.as_bytes().get(from) {
        Some(byte) if byte.is_ascii_graphic() => from,
        _ => text.len() - text[from..].trim_start().len(),
    }
}

/// Offset after the last character that is no white space.
fn last_character(text: &str) -> usize {
    match text.as_bytes() {
        [.., byte] if byte.is_ascii_graphic() => text.len(),
        _ => text.trim_end().len(),
    }
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
