//! A run: what stands between two block-level tags. Markup, comments and pictures around its text
//! are gaps.

use super::element::{Role, is_void, role};
use super::reference::{plain, reference};
use super::token::{Kind, Token};
use crate::document::{BlockKind, Reason};
use crate::text::Span;
use std::collections::HashMap;
use std::ops::Range;

/// A run and what it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// Its tokens, gaps included.
    pub(crate) all: Range<usize>,
    /// The tokens of its content.
    pub(crate) tokens: Range<usize>,
    /// The place of its content, without white space at its edges.
    pub(crate) span: Span,
    /// Whether it has any text.
    pub(crate) has_text: bool,
    /// Per token of `all`: the end tag that closes it, or the start tag it closes.
    pub(crate) partner: Vec<Option<usize>>,
    /// What it is to a reader.
    pub(crate) kind: BlockKind,
    /// Why it is not translated.
    pub(crate) stop: Option<Reason>,
    /// Its node.
    pub(crate) node: Option<usize>,
    /// Whether it is all there is in its element.
    pub(crate) alone: bool,
    /// The start tag of the element it stands in.
    pub(crate) tag: Option<usize>,
}

/// The last token of the element that begins at `at`.
pub(crate) fn skip(tokens: &[Token], at: usize) -> usize {
    let Kind::Start(name, _) = &tokens[at].kind else {
        return at;
    };
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match &token.kind {
            Kind::Start(other, _) if other == name => depth += 1,
            Kind::End(other) if other == name => {
                depth -= 1;
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    tokens.len() - 1
}

impl Run {
    /// Finds the content of the tokens in `all`.
    pub(super) fn read(text: &str, tokens: &[Token], all: Range<usize>) -> Self {
        let partner = partners(tokens, &all);
        let mut run = Self {
            tokens: all.clone(),
            span: Span::new(0, 0),
            has_text: false,
            partner,
            kind: BlockKind::Paragraph,
            stop: None,
            node: None,
            alone: false,
            tag: None,
            all,
        };
        run.peel(text, tokens);
        run.has_text = !run.tokens.is_empty();
        if run.has_text {
            run.span = content_span(text, tokens, &run.tokens);
        }
        run
    }

    pub(crate) fn partner(&self, at: usize) -> Option<usize> {
        self.partner.get(at.checked_sub(self.all.start)?).copied()?
    }

    /// Takes off both ends what is no text: blanks, comments, pictures, elements without text, tags
    /// whose partner stands elsewhere, and elements around everything.
    fn peel(&mut self, text: &str, tokens: &[Token]) {
        let base = self.all.start;
        let shows = shows(text, tokens, &self.all);
        // Per token: how many tokens of the run before it show something.
        let mut before = vec![0usize];
        for shown in &shows {
            before.push(before.last().copied().unwrap_or(0) + usize::from(*shown));
        }
        let empty = |from: usize, to: usize| before[to + 1 - base] == before[from - base];
        let Range { mut start, mut end } = self.tokens.clone();
        loop {
            while start < end && !shows[start - base] {
                match self.partner(start) {
                    Some(close) if close > start && !empty(start, close) => break,
                    Some(close) if close > start => start = (close + 1).min(end),
                    _ => start += 1,
                }
            }
            while start < end && !shows[end - 1 - base] {
                match self.partner(end - 1) {
                    Some(open) if open < end - 1 && !empty(open, end - 1) => break,
                    Some(open) if open < end - 1 => end = open.max(start),
                    _ => end -= 1,
                }
            }
            let around = start < end && self.partner(start) == Some(end - 1) && end - start > 1;
            if !around || is_code(&tokens[start]) {
                break;
            }
            start += 1;
            end -= 1;
        }
        self.tokens = start..end;
    }

    /// The parts of the content between double line breaks.
    pub(crate) fn parts(&self, text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let (mut start, mut breaks) = (self.tokens.start, None);
        let mut depth = 0usize;
        for at in self.tokens.clone() {
            match self.partner(at) {
                Some(close) if close > at => depth += 1,
                Some(_) => depth = depth.saturating_sub(1),
                None => {}
            }
            if depth == 0 && is_break(&tokens[at]) {
                if let Some(first) = breaks.replace(at).filter(|_| start < at) {
                    parts.push(start..first);
                    start = at + 1;
                } else if start == at {
                    start = at + 1;
                }
            } else if !is_blank(text, &tokens[at]) {
                breaks = None;
            } else if start == at && breaks.is_some() {
                start = at + 1;
            }
        }
        if start < self.tokens.end {
            parts.push(start..self.tokens.end);
        }
        parts
    }
}

/// Whether a token is a line break.
pub(crate) fn is_break(token: &Token) -> bool {
    matches!(&token.kind, Kind::Start(name, _) | Kind::End(name) if name == "br")
}

/// The place of a content, without white space at its edges, however it is written.
pub(super) fn content_span(text: &str, tokens: &[Token], content: &Range<usize>) -> Span {
    let (first, last) = (tokens[content.start].span, tokens[content.end - 1].span);
    let blank = |c: char| c.is_ascii_whitespace() || c == '\u{FEFF}';
    let is_reference = |raw: &str| {
        let found = raw.starts_with('&').then(|| reference(raw)).flatten();
        found.filter(|(_, read)| read.chars().all(|c| c.is_ascii_whitespace()))
    };
    let mut rest = text[first.start..last.end].trim_start_matches(blank);
    while let Some((length, _)) = is_reference(rest) {
        rest = rest[length..].trim_start_matches(blank);
    }
    let start = last.end - rest.len();
    let mut rest = rest.trim_end_matches(blank);
    while rest.ends_with(';')
        && let Some(at) = rest.rfind('&')
        && is_reference(&rest[at..]).is_some_and(|(length, _)| at + length == rest.len())
    {
        rest = rest[..at].trim_end_matches(blank);
    }
    Span::new(start, start + rest.len())
}

/// Whether an element is code, which is never translated by itself.
pub(super) fn is_code(token: &Token) -> bool {
    matches!(&token.kind, Kind::Start(name, _) if name == "code")
}

fn is_blank(text: &str, token: &Token) -> bool {
    matches!(token.kind, Kind::Text) && is_white(token.span.of(text))
}

fn is_white(raw: &str) -> bool {
    let bare = raw.trim_matches(is_unseen);
    bare.is_empty() || (bare.starts_with('&') && plain(bare).chars().all(is_unseen))
}

/// Whether a character is white space, or a byte-order mark: nothing of it is seen.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Per token, whether it is text that is more than white space, outside pictures.
fn shows(text: &str, tokens: &[Token], all: &Range<usize>) -> Vec<bool> {
    let mut shows = Vec::with_capacity(all.len());
    let mut hidden = all.start;
    for at in all.clone() {
        let token = &tokens[at];
        if at >= hidden && matches!(&token.kind, Kind::Start(name, _) if is_picture(name)) {
            hidden = skip(tokens, at) + 1;
        }
        let text_token = matches!(token.kind, Kind::Text);
        shows.push(at >= hidden && text_token && !is_white(token.span.of(text)));
    }
    shows
}

fn is_picture(name: &str) -> bool {
    role(name) == Role::Picture
}

/// Pairs start tags with end tags. What is inside a picture has no partner.
fn partners(tokens: &[Token], all: &Range<usize>) -> Vec<Option<usize>> {
    let mut partner = vec![None; all.len()];
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut at = all.start;
    while at < all.end {
        match &tokens[at].kind {
            Kind::Start(name, _) if is_picture(name) => {
                let last = skip(tokens, at).min(all.end - 1);
                partner[at - all.start] = Some(last);
                partner[last - all.start] = Some(at);
                at = last;
            }
            Kind::Start(name, _) if !is_void(name) => open.entry(name).or_default().push(at),
            Kind::End(name) => {
                if let Some(start) = open.get_mut(name.as_str()).and_then(Vec::pop) {
                    partner[at - all.start] = Some(start);
                    partner[start - all.start] = Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    partner
}
