//! Sentences by the rules of Unicode (UAX #29), for languages that have no rules of their own here.
//!
//! Unicode's rules know neither abbreviations nor markup: what the file of a language lists is taken
//! back, and markup is hidden from them.

use std::borrow::Cow;
use std::iter::repeat_n;

use icu_locale::LanguageIdentifier;
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakOptions;

use super::abbreviation::{abbreviation, is_letter, listed};
use super::context::{last_word, next, token_before};
use super::scan::{Candidate, Signs};
use super::verdict::{Verdict, starter};
use super::{Decision, Options};
use crate::language::{Language, public_part};
use crate::text::Span;

/// Decides every place where a sentence could end: where Unicode's rules see an end, and where
/// a mark stands that they pass over.
pub(super) fn decisions(
    text: &str,
    atoms: &[Span],
    language: &Language,
    options: &Options,
) -> Vec<Decision> {
    let plain = without_markup(text, atoms);
    let mut out = Vec::new();
    let mut start = plain.len() - plain.trim_start().len();
    let mut atoms = atoms.iter().peekable();
    for place in places(&plain, options) {
        if place.next >= plain.len() {
            break;
        }
        while atoms.next_if(|atom| atom.end <= place.offset).is_some() {}
        let inside = atoms.peek().is_some_and(|atom| atom.start < place.offset);
        let (boundary, reason) = if inside {
            (false, "inside an inline element")
        } else {
            place.decide(&plain, start, language, options)
        };
        out.push(Decision {
            offset: place.offset,
            boundary,
            reason,
        });
        if boundary {
            start = place.next;
        }
    }
    out
}

/// A place where a sentence could end.
struct Place {
    /// Where it would end.
    offset: usize,
    /// Where the next one would begin.
    next: usize,
    /// Whether Unicode's rules see an end here.
    seen: bool,
    /// The marks, where there are any that satz knows.
    mark: Option<Candidate>,
}

impl Place {
    fn decide(&self, text: &str, start: usize, language: &Language, options: &Options) -> Verdict {
        let next = next(text, self.next);
        let Some(letter) = next.letter else {
            return (false, "no word follows");
        };
        let Some(mark) = &self.mark else {
            return (true, "Unicode's rules");
        };
        if mark.kind == ':' && !mark.glued {
            return (letter.is_uppercase(), "colon");
        }
        if !self.seen {
            return (false, "Unicode's rules see no end");
        }
        if letter.is_lowercase() {
            return (false, "a lower-case word follows");
        }
        // Japanese: 「雨だ。」と言った。
        if mark.quote && mark.glued && letter == 'と' {
            return (false, "the sentence goes on after the quotation");
        }
        if mark.kind != '.' {
            return (true, "Unicode's rules");
        }
        let token = token_before(text, mark.mark);
        let word = last_word(token);
        let before = &text[..mark.mark];
        if listed(&options.exceptions, before) {
            return (true, "exception of the house");
        }
        if listed(&options.abbreviations, before) {
            return (false, "abbreviation of the house");
        }
        let head = text.get(start..mark.mark).unwrap_or_default();
        if is_letter(head) || head.chars().take(16).all(|c| !c.is_alphabetic()) {
            return (false, "label of a section or list item");
        }
        let starts = starter(language, &next);
        if let Some(class) = abbreviation(text, mark.mark, token, start, language) {
            return class.verdict(mark.quote, starts, letter.is_numeric());
        }
        if is_letter(word) && word.len() == token.len() && word.chars().all(char::is_uppercase) {
            return (starts, "initial");
        }
        (true, "Unicode's rules")
    }
}

/// All places in their order.
fn places(text: &str, options: &Options) -> Vec<Place> {
    let mut out = Vec::new();
    let mut breaks = breaks(text, &options.locale).into_iter().peekable();
    // Scripts have marks that satz does not know: Devanagari's danda. Of several breaks within one
    // stretch of white space, as after each control character "next line", the last one counts.
    let bare = |at: usize, out: &mut Vec<Place>| {
        let offset = text[..at].trim_end().len();
        match out.last_mut().filter(|last| last.offset == offset) {
            Some(last) => last.next = at,
            None => out.push(Place {
                offset,
                next: at,
                seen: true,
                mark: None,
            }),
        }
    };
    let mut from = 0;
    let mut signs = Signs::new(text, options.colon, None);
    while let Some(mut found) = signs.candidate(from) {
        spaced_closer(text, &mut found);
        while let Some(at) = breaks.next_if(|at| *at <= found.mark) {
            bare(at, &mut out);
        }
        let mut seen = false;
        while breaks.next_if(|at| *at <= found.next).is_some() {
            seen = true;
        }
        from = found.end;
        out.push(Place {
            offset: found.end,
            next: found.next,
            seen,
            mark: Some(found),
        });
    }
    breaks.for_each(|at| bare(at, &mut out));
    out
}

/// Takes in a quotation mark that closes after a blank, as in French: `« Non ! »`.
fn spaced_closer(text: &str, found: &mut Candidate) {
    let rest = &text[found.next..];
    let closes = rest.strip_prefix(['»', '›']).is_some_and(|tail| {
        tail.is_empty() || tail.starts_with(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
    });
    if closes && found.next > found.end {
        found.quote = true;
        let length = rest.chars().next().map_or(0, char::len_utf8);
        found.end_at(text, found.next + length);
    }
}

/// Where Unicode's rules begin a new sentence, edges of the text aside.
fn breaks(text: &str, locale: &str) -> Vec<usize> {
    let id = LanguageIdentifier::try_from_str(public_part(locale)).ok();
    let mut options = SentenceBreakOptions::default();
    options.content_locale = id.as_ref();
    let inner = |at: &usize| 0 < *at && *at < text.len();
    match SentenceSegmenter::try_new(options) {
        Ok(segmenter) => {
            let found = segmenter.as_borrowed().segment_str(text);
            found.filter(inner).collect()
        }
        // The data are compiled in; without them the text stays whole.
        Err(_) => Vec::new(),
    }
}

/// The text with the markup of its inline elements replaced by as many brackets, which Unicode's rules
/// see through, and without line breaks, which they take for ends.
fn without_markup<'a>(text: &'a str, atoms: &[Span]) -> Cow<'a, str> {
    if atoms.is_empty() && !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for atom in atoms {
        out.push_str(&text[at..atom.start]);
        let element = atom.of(text);
        let (opening, closing) = markup(element);
        out.extend(repeat_n('(', opening));
        out.push_str(&element[opening..element.len() - closing]);
        out.extend(repeat_n(')', closing));
        at = atom.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out.replace(['\n', '\r'], " "))
}

/// Lengths of what opens and what closes an inline element. A note is nothing but its end.
fn markup(element: &str) -> (usize, usize) {
    const SIGNS: [char; 5] = ['*', '_', '~', '`', '['];
    if element.starts_with("<sup") || element.starts_with("[^") {
        return (0, element.len());
    }
    let opening = if element.starts_with('<') {
        element.find('>').map_or(0, |at| at + 1)
    } else {
        element.len() - element.trim_start_matches(SIGNS).len()
    };
    let rest = &element[opening..];
    let tail = ["</", "](", "]["].iter().find_map(|sign| rest.rfind(sign));
    let end = tail.unwrap_or_else(|| rest.trim_end_matches(SIGNS).len());
    (opening, rest.len() - end)
}
