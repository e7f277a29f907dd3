//! A text made ready for a machine, and its codes put back into what the machine made of it.

use std::ops::Range;

use super::code::Code;
use super::place::place_codes;
use super::token::{Form, find_token, has_remains};
use crate::bitext::WordAligner;
use crate::exchange::{CodeKind, Markup, Piece, Role, compare_codes, cut_codes};

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
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for piece in cut_codes(source, markup) {
        match piece {
            Piece::Text(text) => split_fixed(text, kept, &mut pieces),
            Piece::Code(raw, CodeKind::Image, Role::Alone) => {
                split_image(raw, IMAGES + pieces.len(), &mut pieces);
            }
            code @ Piece::Code(..) => pieces.push(code),
        }
    }
    let pieces = merge(source, &pieces);
    let (edges, pieces) = peel(&pieces);
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

/// The number of the first pair that a picture makes: beyond those of all other pairs.
const IMAGES: usize = 1 << 32;

/// Cuts what a picture is called out of its code, so that it is translated.
fn split_image<'t>(raw: &'t str, pair: usize, pieces: &mut Vec<Piece<'t>>) {
    match image_name(raw) {
        Some(name) => {
            let (start, end) = (name.start, name.end);
            pieces.push(Piece::Code(
                &raw[..start],
                CodeKind::Image,
                Role::Start(pair),
            ));
            pieces.push(Piece::Text(&raw[name]));
            pieces.push(Piece::Code(&raw[end..], CodeKind::Image, Role::End(pair)));
        }
        None => pieces.push(Piece::Code(raw, CodeKind::Image, Role::Alone)),
    }
}

/// The place of what a picture of Markdown is called, if that is plain words.
fn image_name(raw: &str) -> Option<Range<usize>> {
    let inner = raw.strip_prefix("![")?;
    let end = inner.find(']')?;
    let name = &inner[..end];
    let is_plain = !name.trim().is_empty() && !name.contains(['[', '\\', '*', '_', '`', '<']);
    (is_plain && inner[end..].starts_with("](")).then_some(2..2 + end)
}

/// A text whose pictures are called nothing.
fn without_names(text: &str, markup: Markup) -> String {
    let pieces = cut_codes(text, markup).into_iter();
    let bare = pieces.map(|piece| match piece {
        Piece::Code(raw, CodeKind::Image, Role::Alone) => match image_name(raw) {
            Some(name) => format!("{}{}", &raw[..name.start], &raw[name.end..]),
            None => raw.to_owned(),
        },
        piece => piece.text().to_owned(),
    });
    bare.collect()
}

/// Cuts addresses and names that stay out of words.
fn split_fixed<'t>(text: &'t str, kept: &[&str], pieces: &mut Vec<Piece<'t>>) {
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        let is_start =
            text[at..].starts_with(['{', '<']) || !text[..at].ends_with(char::is_alphanumeric);
        let length = if is_start {
            fixed_length(&text[at..], kept)
        } else {
            0
        };
        if length > 0 {
            if start < at {
                pieces.push(Piece::Text(&text[start..at]));
            }
            pieces.push(Piece::Code(
                &text[at..at + length],
                CodeKind::Other,
                Role::Alone,
            ));
            at += length;
            start = at;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if start < text.len() {
        pieces.push(Piece::Text(&text[start..]));
    }
}

/// The length of the address or the name that a text begins with; 0 if it begins with none.
fn fixed_length(text: &str, kept: &[&str]) -> usize {
    // Expressions and variables of other templates, and tags where they are text.
    let inner = text
        .strip_prefix('{')
        .and_then(|inner| inner.split_once('}'));
    if let Some((name, _)) =
        inner.filter(|(name, _)| !name.is_empty() && !name.contains(['{', '\n']))
    {
        return name.len() + 2;
    }
    let inner = text
        .strip_prefix('<')
        .and_then(|inner| inner.split_once('>'));
    let is_tag = |name: &str| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    if let Some((name, _)) = inner.filter(|(name, _)| is_tag(name) && !name.contains(['<', '\n'])) {
        return name.len() + 2;
    }
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let is_address = ["https://", "http://", "www."]
        .iter()
        .any(|head| word.starts_with(head))
        || word.split_once('@').is_some_and(|(name, host)| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
            !name.is_empty() && name.chars().all(is_name) && host.contains('.')
        });
    if is_address {
        return word.len();
    }
    let is_whole = |name: &&&str| {
        text.strip_prefix(**name)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    kept.iter()
        .filter(is_whole)
        .map(|name| name.len())
        .max()
        .unwrap_or(0)
}

/// Makes a pair with no words in it one code that stands alone.
fn merge<'t>(source: &'t str, pieces: &[Piece<'t>]) -> Vec<Piece<'t>> {
    let mut merged: Vec<Piece<'t>> = Vec::new();
    // Where each begins in the source.
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let begin = match piece {
            Piece::Code(_, _, Role::End(pair)) => merged.iter().rposition(
                |other| matches!(other, Piece::Code(_, _, Role::Start(other)) if other == pair),
            ),
            _ => None,
        };
        let end = at + piece.text().len();
        let is_wordless = |part: &[Piece<'_>]| {
            let mut inner = part.iter().skip(1);
            inner.all(|piece| match piece {
                Piece::Text(text) => text.trim().is_empty(),
                Piece::Code(_, _, role) => *role == Role::Alone,
            })
        };
        if let Some(begin) = begin.filter(|begin| is_wordless(&merged[*begin..])) {
            let start = starts[begin];
            merged.truncate(begin);
            starts.truncate(begin + 1);
            let whole = &source[start..end];
            merged.push(Piece::Code(whole, CodeKind::Other, Role::Alone));
        } else {
            merged.push(*piece);
            starts.push(at);
        }
        at = end;
    }
    merged
}

/// Takes off what stands around all words and can stand nowhere else: pairs around the whole, pictures,
/// breaks and marks of footnotes at the ends.
fn peel<'p, 't>(pieces: &'p [Piece<'t>]) -> ((String, String), &'p [Piece<'t>]) {
    let mut edges = (String::new(), Vec::new());
    let mut inner = pieces;
    let is_edge = |piece: &Piece<'_>| match piece {
        Piece::Code(_, CodeKind::Image | CodeKind::Break, Role::Alone) => true,
        Piece::Code(raw, _, Role::Alone) => raw.starts_with("[^"),
        Piece::Text(text) => text.trim().is_empty(),
        Piece::Code(..) => false,
    };
    loop {
        match inner {
            [
                Piece::Code(start, _, Role::Start(one)),
                middle @ ..,
                Piece::Code(end, _, Role::End(other)),
            ] if one == other => {
                edges.0.push_str(start);
                edges.1.push(*end);
                inner = middle;
            }
            [first, middle @ ..] if is_edge(first) => {
                edges.0.push_str(first.text());
                inner = middle;
            }
            [middle @ .., last] if is_edge(last) => {
                edges.1.push(last.text());
                inner = middle;
            }
            _ => break,
        }
    }
    edges.1.reverse();
    ((edges.0, edges.1.concat()), inner)
}
