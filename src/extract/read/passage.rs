//! What stands between two elements that end a line, made a line.

use super::super::{address, inline};
use super::within::{is_caption, kind};
use super::{Bit, Reader, level};
use crate::document::BlockKind;
use crate::extract::dom::Page;
use crate::extract::inline::{markdown, picture};
use crate::extract::line::Line;
use crate::extract::piece::{CODE, Content, EMPHASIS, Piece, STRONG, Style, plain, tidy};

/// Widest picture that is a sign within the text, in pixels.
const SIGN: u32 = 64;

impl Reader<'_> {
    /// Ends the line that is being read.
    pub(super) fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        let node = self.blocks.last().copied().unwrap_or(0);
        let mut parts: Vec<Vec<Bit>> = vec![Vec::new()];
        let mut breaks = 0;
        for bit in run {
            let is_break = matches!(bit, Bit::Node(at) if self.page.name(at) == "br");
            let is_blank = matches!(bit, Bit::Node(at)
                if self.page.name(at).is_empty() && self.page.nodes[at].text.trim().is_empty());
            breaks = match (is_break, is_blank) {
                (true, _) => breaks + 1,
                (_, true) => breaks,
                _ => 0,
            };
            match parts.last_mut() {
                Some(part) if breaks < 2 => part.push(bit),
                Some(part) if !part.is_empty() => parts.push(Vec::new()),
                _ => {}
            }
        }
        for part in parts {
            self.part(&part, node);
        }
    }

    /// A part of a line between double line breaks.
    fn part(&mut self, bits: &[Bit], node: usize) {
        let read: Vec<(Piece, usize)> = bits.iter().filter_map(|bit| self.piece(bit)).collect();
        let is_text = |piece: &Piece| match &piece.content {
            Content::Text(text) | Content::Code(text) => !text.trim().is_empty(),
            Content::Formula(_) | Content::Note(_) => true,
            _ => false,
        };
        let first = read
            .iter()
            .position(|(piece, _)| is_text(piece))
            .unwrap_or(read.len());
        let last = read
            .iter()
            .rposition(|(piece, _)| is_text(piece))
            .map_or(first, |at| at + 1);
        let (before, rest) = read.split_at(first);
        let (inner, after) = rest.split_at(last - first);
        self.pictures(before, node);
        if !inner.is_empty() {
            self.text(inner, node);
        }
        self.pictures(after, node);
    }

    /// The pictures that stand beside a text, each a line of its own.
    fn pictures(&mut self, pieces: &[(Piece, usize)], node: usize) {
        for (piece, _) in pieces {
            let Content::Picture { text, address } = &piece.content else {
                continue;
            };
            let line = Line::new(BlockKind::Alt, picture(text, address), String::new());
            self.push(line, node, 0.0);
        }
    }

    fn text(&mut self, read: &[(Piece, usize)], node: usize) {
        let (mut all, mut linked) = (0, 0);
        for (piece, at) in read {
            let count = piece.text().map_or(0, |text| text.trim().chars().count());
            all += count;
            linked += count * usize::from(self.styles.is_linked(*at));
        }
        let pieces = tidy(read.iter().map(|(piece, _)| piece.clone()).collect());
        let text = plain(&pieces);
        let is_note = |piece: &Piece| matches!(piece.content, Content::Note(_));
        if text.is_empty() && !pieces.iter().any(is_note) {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "the length of a line fits")]
        let share = linked as f64 / all.max(1) as f64;
        let is_strong = pieces.iter().all(|piece| piece.style.flags & STRONG != 0);
        let line = self.line(pieces, text, node);
        self.push(line, node, share);
        if let Some(read) = self.lines.last_mut() {
            read.is_strong = is_strong;
        }
    }

    fn line(&self, mut pieces: Vec<Piece>, text: String, node: usize) -> Line {
        let page = self.page;
        let kind = kind(page, node);
        let heading = page.blocks(node).find(|at| level(page, *at) > 0);
        let heading = heading.filter(|_| kind == BlockKind::Heading);
        let is_head = page.name(node) == "th";
        if heading.is_some() || is_head {
            for piece in &mut pieces {
                piece.style.flags &= !STRONG;
            }
            pieces = tidy(pieces);
        }
        if heading.is_some() {
            for piece in pieces
                .iter_mut()
                .filter(|piece| piece.content == Content::Break)
            {
                piece.content = Content::Text(" ".to_owned());
            }
            // A headline that leads to itself.
            if text_in_links(&pieces) {
                for piece in &mut pieces {
                    piece.style.link = None;
                }
            }
            pieces = tidy(pieces);
        }
        let is_caption = is_caption(page, node);
        if is_caption {
            for piece in &mut pieces {
                piece.style.flags &= !EMPHASIS;
            }
            pieces = tidy(pieces);
        }
        // A paragraph that is one piece of code with line breaks is a block.
        let is_code = |piece: &Piece| matches!(piece.content, Content::Code(_) | Content::Break);
        if pieces.len() > 2 && pieces.iter().all(is_code) {
            let lines = pieces.iter().filter_map(|piece| match &piece.content {
                Content::Code(text) => Some(text.as_str()),
                _ => None,
            });
            let text: Vec<&str> = lines.collect();
            let markdown = format!("```\n{}\n```", text.join("\n"));
            return Line::new(BlockKind::Code, markdown, text.join(" "));
        }
        // What stands in a table that only lays out the page is a block.
        let in_cell =
            kind == BlockKind::Cell && { page.ancestors(node) }.any(|at| self.cell(at).is_some());
        let is_block = heading.is_none() && !in_cell;
        let mut line = Line::new(kind, markdown(&pieces, is_block), text);
        line.level = heading.map_or(0, |at| level(page, at));
        line.is_caption = is_caption;
        line.notes = pieces.iter().filter_map(note).collect();
        line
    }

    fn piece(&self, bit: &Bit) -> Option<(Piece, usize)> {
        let at = match bit {
            Bit::Node(at) => *at,
            Bit::Sign(text, at) => {
                let content = Content::Text((*text).to_owned());
                return Some((Piece::new(content, self.styles.of(*at)), *at));
            }
        };
        let style = self.styles.of(at);
        let content = match self.page.name(at) {
            "br" => Content::Break,
            "img" => self.image(at)?,
            "a" => Content::Note(self.notes.mark(at)?.to_owned()),
            "math" => Content::Formula(formula(self.page, at)),
            _ => Content::Text(self.page.nodes[at].text.clone()),
        };
        let style = match content {
            Content::Picture { .. } | Content::Note(_) => Style::default(),
            Content::Break => Style {
                flags: style.flags & !CODE,
                ..style
            },
            _ => style,
        };
        Some((Piece::new(content, style), at))
    }

    /// A picture, or the sign that it stands for.
    fn image(&self, at: usize) -> Option<Content> {
        let page = self.page;
        let text = page.attribute(at, "alt").unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let size = |name: &str| {
            let value = page.attribute(at, name)?.trim_end_matches("px");
            value.split('.').next()?.parse::<u32>().ok()
        };
        let is_small = ["width", "height"]
            .iter()
            .any(|name| size(name).is_some_and(|size| size <= SIGN));
        let marks = &page.nodes[at].marks;
        let is_formula = marks.contains("mwe-math");
        if is_small || is_formula || marks.contains("emoji") || marks.contains("smiley") {
            let is_sign = !is_formula && text.chars().count() <= 4;
            return (is_sign && !text.is_empty()).then_some(Content::Text(text));
        }
        let picture = page
            .ancestors(at)
            .take(2)
            .find(|at| page.name(*at) == "picture");
        let sources = picture.into_iter().flat_map(|at| page.all(at, "source"));
        let mut elements = std::iter::once(at).chain(sources);
        let found = elements
            .find_map(|at| address::of_picture(|name| page.attribute(at, name)))
            .map(str::to_owned)
            .or_else(|| self.unscripted(at))?;
        let base = address::resolved(&found, self.base);
        let address = base.or_else(|| is_local(&found).then_some(found))?;
        Some(Content::Picture {
            text,
            address: inline::target(&address),
        })
    }

    /// The picture that a page without scripts would show in place of one that is loaded late.
    fn unscripted(&self, at: usize) -> Option<String> {
        let page = self.page;
        let around = page.nodes[at].parent;
        let place = page.all(around, "noscript").next()?;
        let image = page.all(place, "img").next()?;
        let found = address::of_picture(|name| page.attribute(image, name))?;
        Some(found.to_owned())
    }
}

/// The label of the note that a piece is the mark of.
fn note(piece: &Piece) -> Option<String> {
    match &piece.content {
        Content::Note(label) => Some(label.clone()),
        _ => None,
    }
}

fn text_in_links(pieces: &[Piece]) -> bool {
    let mut texts = pieces
        .iter()
        .filter(|piece| piece.text().is_none_or(|text| text != " "));
    texts.all(|piece| piece.style.link.is_some())
}

/// A formula, in the marks of TeX if the page has it so.
fn formula(page: &Page, at: usize) -> String {
    let annotation = page
        .all(at, "annotation")
        .find(|at| page.attribute(*at, "encoding") == Some("application/x-tex"))
        .map(|at| page.text(at));
    let tex = annotation.or_else(|| page.attribute(at, "alttext").map(str::to_owned));
    match tex {
        Some(tex) => format!("${}$", tex.trim()),
        None => page.text(at),
    }
}

/// Whether an address is that of a file beside the page.
fn is_local(address: &str) -> bool {
    !address.contains(':') && !address.starts_with(['#', '/'])
}
