//! A text made ready for a machine, and its codes put back into what the machine made of it.

use std::ops::Range;

use super::code::Code;
use super::cut::{cut, without_names};
use super::place::place_codes;
use super::token::{Form, find_token, has_remains};
use crate::bitext::WordAligner;
use crate::exchange::{Markup, Piece, Role, compare_codes};

/// A text as a machine gets it.
///
/// # Examples
/// ```
/// use satz::bitext::WordAligner;
/// use satz::exchange::Markup;
/// use satz::machine::{Form, protect};
/// let text = protect("Der **Markt** ist offen.", Markup::Markdown, &[], Form::Tags);
/// assert_eq!(text.text, "Der <x1>Markt</x1> ist offen.");
/// let aligner = WordAligner::default();
/// let restored = text.restore("The <x1> market </x1> is open.", &aligner).unwrap();
/// assert_eq!(restored.text, "The **market** is open.");
/// assert!(restored.is_intact);
/// ```
#[derive(Debug, Clone)]
pub struct Protected {
    /// The text that the machine gets.
    pub text: String,
    /// How its codes are written in it.
    pub form: Form,
    source: String,
    markup: Markup,
    /// The words alone.
    plain: String,
    codes: Vec<Code>,
    /// What stands around all words and never reaches the machine.
    edges: (String, String),
}

/// A translation with its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The translation.
    pub text: String,
    /// Whether every code came back as it was given; else they were put back by the words beside them.
    pub is_intact: bool,
}

/// Codes that could not be put back, each in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost(pub Vec<String>);

/// Makes a text ready for a machine: its markup, placeables, links, addresses and code, and the names
/// in `kept`, are written in a form that the machine brings back.
pub fn protect(source: &str, markup: Markup, kept: &[&str], form: Form) -> Protected {
    let (edges, pieces) = cut(source, markup, kept);
    let mut protected = Protected {
        text: String::new(),
        form,
        source: source.to_owned(),
        markup,
        plain: String::new(),
        codes: Vec::new(),
        edges,
    };
    let mut numbers: Vec<(Role, usize)> = Vec::new();
    let first_pair = pieces.iter().find_map(|piece| match piece {
        Piece::Code(_, _, Role::Start(pair)) => Some(*pair),
        _ => None,
    });
    let has_stars = pieces
        .iter()
        .any(|piece| matches!(piece, Piece::Text(text) if text.contains('*')));
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => protected.push_words(text),
            Piece::Code(raw, _, role) => {
                let number = match role {
                    Role::End(pair) => numbers
                        .iter()
                        .find(|(other, _)| *other == Role::Start(*pair)),
                    _ => None,
                };
                let number = number.map_or(numbers.len() + 1, |(_, number)| *number);
                if !matches!(role, Role::End(_)) {
                    numbers.push((*role, number));
                }
                let is_first = match role {
                    Role::Start(pair) | Role::End(pair) => Some(*pair) == first_pair && !has_stars,
                    Role::Alone => false,
                };
                let next = pieces.get(at + 1).map(Piece::text);
                protected.push_code(raw, *role, form.token(number, *role, is_first), next);
            }
        }
    }
    protected
}

impl Protected {
    /// Whether there is anything that the machine could lose.
    pub fn has_codes(&self) -> bool {
        !self.codes.is_empty()
    }

    fn push_words(&mut self, text: &str) {
        self.text.push_str(text);
        self.plain.push_str(text);
    }

    fn push_code(&mut self, raw: &str, role: Role, token: String, next: Option<&str>) {
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = is_blank(self.text.chars().next_back());
        let after = is_blank(next.and_then(|next| next.chars().next()));
        let pads = self.form.is_word();
        let is_padded = (pads && !before, pads && !after);
        for (is_padded, text) in [(is_padded.0, " "), (true, &token), (is_padded.1, " ")] {
            if is_padded {
                self.text.push_str(text);
            }
        }
        self.codes.push(Code {
            raw: raw.to_owned(),
            role,
            at: self.plain.len(),
            has_blank: (before, after),
            token,
            is_padded,
        });
    }

    /// Puts the codes back into what a machine made of the text. Where it lost, doubled or crossed any,
    /// they all go to the words that translate those beside them.
    ///
    /// # Errors
    /// If the codes would not be those of the source, or pieces of them are left in the answer.
    pub fn restore(&self, answer: &str, aligner: &WordAligner) -> Result<Restored, Lost> {
        let answer = self.unwrapped(answer);
        if let Some(places) = self.places(answer) {
            let restored = self.with_edges(&self.exchanged(answer, &places));
            if self.faults(&restored).is_empty() {
                return Ok(Restored {
                    text: restored,
                    is_intact: true,
                });
            }
        }
        let words = self.words_of(answer);
        if has_remains(&words, self.form, &self.plain) {
            let message = "pieces of the codes are left in the answer";
            return Err(Lost(vec![message.to_owned()]));
        }
        let placed = place_codes(&self.plain, &self.codes, &words, aligner);
        let text = self.with_edges(&placed);
        let faults = self.faults(&text);
        if faults.is_empty() {
            let is_intact = !self.has_codes();
            return Ok(Restored { text, is_intact });
        }
        Err(Lost(
            faults
                .iter()
                .map(crate::exchange::CodeFault::message)
                .collect(),
        ))
    }

    /// What is wrong with the codes of a translation; what pictures are called may be translated.
    fn faults(&self, target: &str) -> Vec<crate::exchange::CodeFault> {
        let bare = |text| without_names(text, self.markup);
        compare_codes(&bare(&self.source), &bare(target), self.markup)
    }

    fn with_edges(&self, text: &str) -> String {
        format!("{}{text}{}", self.edges.0, self.edges.1)
    }

    /// An answer without blanks around it, and without the fence of a code block.
    fn unwrapped<'a>(&self, answer: &'a str) -> &'a str {
        let answer = answer.trim();
        let inner = answer
            .strip_prefix("```")
            .and_then(|inner| inner.strip_suffix("```"));
        match inner {
            Some(inner) if !self.source.contains("```") => match inner.split_once('\n') {
                Some((info, text)) if !info.trim().contains(' ') => text.trim(),
                _ => inner.trim(),
            },
            _ => answer,
        }
    }

    /// Where each code stands in an answer; none if not each does once, or pairs cross.
    fn places(&self, answer: &str) -> Option<Vec<Range<usize>>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        for code in &self.codes {
            let same = self.codes[..places.len()]
                .iter()
                .rposition(|other| other.token == code.token);
            let from = same.map_or(0, |same| places[same].end);
            places.push(find_token(answer, &code.token, from)?);
        }
        for (code, place) in self.codes.iter().zip(&places) {
            let mut others = self.codes.iter().zip(&places);
            let is_other = |(_, other): &(&Code, &Range<usize>)| other.start >= place.end;
            let is_known = others.any(|other| is_other(&other) && other.0.token == code.token);
            if !is_known && find_token(answer, &code.token, place.end).is_some() {
                return None;
            }
        }
        self.is_nested(&places).then_some(places)
    }

    fn is_nested(&self, places: &[Range<usize>]) -> bool {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|at| places[*at].start);
        let mut open = Vec::new();
        for at in order {
            match self.codes[at].role {
                Role::Start(pair) => open.push(pair),
                Role::End(pair) if open.pop() != Some(pair) => return false,
                _ => {}
            }
        }
        open.is_empty()
    }

    /// The answer with each code in the place of what stood for it. Blanks that an engine put within a
    /// pair go before or behind it.
    fn exchanged(&self, answer: &str, places: &[Range<usize>]) -> String {
        let mut order: Vec<(&Range<usize>, &Code)> = places.iter().zip(&self.codes).collect();
        order.sort_by_key(|(place, _)| place.start);
        let mut out = String::with_capacity(answer.len());
        let mut rest = answer;
        let mut end = 0;
        for (place, code) in order {
            let (before, after) = (&rest[..place.start - end], &rest[place.end - end..]);
            (rest, end) = (after, place.end);
            out.push_str(before);
            let had_blank = out.ends_with(' ');
            if code.is_padded.0 || (matches!(code.role, Role::End(_)) && !code.has_blank.0) {
                out.truncate(out.trim_end_matches(' ').len());
            }
            let closes = matches!(code.role, Role::End(_));
            out.push_str(&code.raw);
            let skipped = rest.len() - rest.trim_start_matches(' ').len();
            let opens = matches!(code.role, Role::Start(_)) && !code.has_blank.1;
            if opens || code.is_padded.1 {
                rest = &rest[skipped..];
                end += skipped;
            }
            if opens && skipped > 0 && code.has_blank.0 && !had_blank && out.len() > code.raw.len()
            {
                out.insert(out.len() - code.raw.len(), ' ');
            }
            if closes && had_blank && !out.ends_with(' ') && rest.starts_with(char::is_alphanumeric)
            {
                out.push(' ');
            }
        }
        out.push_str(rest);
        out
    }

    /// The words of an answer, whatever stands there for codes taken out.
    fn words_of(&self, answer: &str) -> String {
        let mut words = answer.to_owned();
        for code in &self.codes {
            while !code.token.is_empty()
                && let Some(place) = find_token(&words, &code.token, 0)
            {
                let is_between =
                    words[..place.start].ends_with(' ') && words[place.end..].starts_with(' ');
                words.replace_range(place.start..place.end + usize::from(is_between), "");
            }
        }
        words.trim().to_owned()
    }
}
