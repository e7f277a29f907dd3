//! A line of a page as pieces of text, each with the style it is shown in.

use std::rc::Rc;

/// Set in bold type.
pub(super) const STRONG: u8 = 1;
/// Set in italics.
pub(super) const EMPHASIS: u8 = 2;
/// Struck out.
pub(super) const STRUCK: u8 = 4;
/// Raised: an exponent, the mark of a note.
pub(super) const RAISED: u8 = 8;
/// Lowered: an index.
pub(super) const LOWERED: u8 = 16;
/// A key of a keyboard.
pub(super) const KEY: u8 = 32;
/// Marked as with a pen.
pub(super) const MARKED: u8 = 64;
/// Code; of a [`Content::Text`] only while a line is read.
pub(super) const CODE: u8 = 128;

/// How a piece is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Style {
    /// The sum of the constants of this module that it has.
    pub(super) flags: u8,
    /// The address that it leads to.
    pub(super) link: Option<Rc<str>>,
}

impl Style {
    /// What two styles share.
    fn shared(&self, other: &Self) -> Self {
        Self {
            flags: self.flags & other.flags,
            link: self.link.clone().filter(|_| self.link == other.link),
        }
    }
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    Text(String),
    Code(String),
    /// A formula, with its marks.
    Formula(String),
    /// A mark of a note, which stands elsewhere in the article.
    Note(String),
    Break,
    Picture {
        text: String,
        address: String,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) content: Content,
    pub(super) style: Style,
}

impl Piece {
    pub(super) fn new(content: Content, style: Style) -> Self {
        Self { content, style }
    }

    /// Its text, if it is nothing else.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How a line reads: without its markup, on one line.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match &piece.content {
            Content::Text(text) | Content::Code(text) | Content::Formula(text) => {
                out.push_str(text);
            }
            Content::Note(_) | Content::Picture { .. } => {}
            Content::Break => out.push(' '),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tidies a line as browsers show it: white space is one blank, none stands at its ends or beside
/// a line break, and none is styled at the edge of a style; pieces of one style are one.
pub(super) fn tidy(pieces: Vec<Piece>) -> Vec<Piece> {
    merge(trim(merge(hoist(merge(collapse(pieces))))))
}

/// White space that is one blank however it is written. No-break spaces stay.
fn collapse(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut blank = true;
    for piece in pieces {
        let is_code = piece.style.flags & CODE != 0;
        let style = Style {
            flags: piece.style.flags & !CODE,
            ..piece.style
        };
        let Content::Text(raw) = &piece.content else {
            if piece.content == Content::Break {
                trim_end(&mut out);
            }
            blank = piece.content == Content::Break;
            out.push(Piece::new(piece.content, style));
            continue;
        };
        let mut text = String::with_capacity(raw.len());
        for c in raw.chars() {
            let is_blank = c.is_ascii_whitespace();
            match c {
                _ if is_blank && blank => {}
                _ if is_blank => text.push(' '),
                '\u{2028}' | '\u{2029}' | '\u{85}' => text.push(' '),
                '\u{AD}' | '\u{200B}' | '\u{FEFF}' => continue,
                c if c.is_control() => continue,
                c => text.push(c),
            }
            blank = is_blank;
        }
        if !is_code {
            out.push(Piece::new(Content::Text(text), style));
            continue;
        }
        for (part, is_code) in edges(&text) {
            let content = if is_code {
                Content::Code(part.to_owned())
            } else {
                Content::Text(part.to_owned())
            };
            out.push(Piece::new(content, style.clone()));
        }
    }
    out
}

/// A text cut into the white space at its ends, and what stands between.
fn edges(text: &str) -> [(&str, bool); 3] {
    let rest = text.trim_start();
    let inner = rest.trim_end();
    let start = text.len() - rest.len();
    [
        (&text[..start], false),
        (inner, true),
        (&text[start + inner.len()..], false),
    ]
}

fn trim_end(pieces: &mut Vec<Piece>) {
    while let Some(last) = pieces.last_mut() {
        let Content::Text(text) = &mut last.content else {
            return;
        };
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            return;
        }
        pieces.pop();
    }
}

/// Takes white space at the edge of a style out of it.
fn hoist(pieces: Vec<Piece>) -> Vec<Piece> {
    let styles: Vec<Style> = pieces.iter().map(|piece| piece.style.clone()).collect();
    let plain = Style::default();
    let mut out = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        let before = at.checked_sub(1).map_or(&plain, |at| &styles[at]);
        let after = styles.get(at + 1).unwrap_or(&plain);
        let Content::Text(text) = &piece.content else {
            let style = match piece.content {
                Content::Break => before.shared(after),
                _ => piece.style,
            };
            out.push(Piece::new(piece.content, style));
            continue;
        };
        let mut push = |text: &str, style: Style| {
            out.push(Piece::new(Content::Text(text.to_owned()), style));
        };
        if text.trim().is_empty() {
            push(text, before.shared(after));
            continue;
        }
        let [(start, _), (inner, _), (end, _)] = edges(text);
        push(start, before.shared(&piece.style));
        push(inner, piece.style.clone());
        push(end, piece.style.shared(after));
    }
    out
}

/// Takes white space and line breaks off both ends.
fn trim(mut pieces: Vec<Piece>) -> Vec<Piece> {
    loop {
        let blank = |piece: &Piece| match &piece.content {
            Content::Text(text) => text.trim().is_empty(),
            Content::Break => true,
            _ => false,
        };
        if pieces.last().is_some_and(blank) {
            pieces.pop();
        } else if pieces.first().is_some_and(blank) {
            pieces.remove(0);
        } else {
            break;
        }
    }
    if let Some(Content::Text(text)) = pieces.first_mut().map(|piece| &mut piece.content) {
        *text = text.trim_start().to_owned();
    }
    trim_end(&mut pieces);
    pieces
}

/// Makes pieces of one style one, and leaves empty ones out.
pub(super) fn merge(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if matches!(&piece.content, Content::Text(text) | Content::Code(text) if text.is_empty()) {
            continue;
        }
        if let Some(last) = out.last_mut()
            && last.style == piece.style
        {
            match (&mut last.content, &piece.content) {
                (Content::Text(text), Content::Text(more))
                | (Content::Code(text), Content::Code(more)) => {
                    text.push_str(more);
                    continue;
                }
                _ => {}
            }
        }
        out.push(piece);
    }
    out
}
