//! A page cut into lines: what stands between two elements that end a line, with what it stands in.

use super::address;
use super::code::{self, Code};
use super::dom::Page;
use super::inline::{markdown, picture};
use super::line::{Container, Line};
use super::note::Notes;
use super::piece::{CODE, Content, EMPHASIS, Piece, STRONG, Style, plain, tidy};
use super::style::Styles;
use super::table::{Grid, grid};
use crate::document::BlockKind;
use std::collections::HashMap;

/// Most containers within each other that are written.
const DEEPEST: usize = 12;

/// Widest picture that is a sign within the text, in pixels.
const SIGN: u32 = 64;

/// Elements that hold nothing to read.
const SILENT: [&str; 17] = [
    "script", "style", "template", "noscript", "head", "svg", "canvas", "object", "iframe",
    "audio", "video", "textarea", "select", "button", "input", "datalist", "map",
];

/// Classes of elements within a line that only programs and screen readers need.
const UNSEEN: [&str; 10] = [
    "mw-editsection",
    "mw-cite-backlink",
    "headerlink",
    "header-anchor",
    "heading-anchor",
    "anchorjs-link",
    "sr-only",
    "visually-hidden",
    "screen-reader-text",
    "visuallyhidden",
];

/// Words in a class of what stands above a headline, within it.
const KICKERS: [&str; 6] = [
    "kicker",
    "overline",
    "dachzeile",
    "topline",
    "eyebrow",
    "spitzmarke",
];

/// The quotation marks that browsers put around a `q` element, and around one within another.
const QUOTES: [(&str, [&str; 4]); 12] = [
    ("de-ch", ["«", "»", "‹", "›"]),
    ("de", ["„", "“", "‚", "‘"]),
    ("cs", ["„", "“", "‚", "‘"]),
    ("es", ["«", "»", "“", "”"]),
    ("fr", ["«\u{A0}", "\u{A0}»", "“", "”"]),
    ("it", ["«", "»", "“", "”"]),
    ("nl", ["“", "”", "‘", "’"]),
    ("pl", ["„", "”", "«", "»"]),
    ("pt", ["“", "”", "‘", "’"]),
    ("ru", ["«", "»", "„", "“"]),
    ("uk", ["«", "»", "„", "“"]),
    ("en", ["“", "”", "‘", "’"]),
];

/// The quotation marks of a language; those of English where it is not known.
fn quotes(language: &str) -> [&'static str; 4] {
    let language = language.to_lowercase();
    let is_of = |(code, _): &&(&str, [&str; 4])| language.starts_with(code);
    let found = QUOTES.iter().find(is_of);
    found.unwrap_or(&QUOTES[QUOTES.len() - 1]).1
}

/// A line, the element it stands in, and how much of it is links.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) line: Line,
    /// The innermost element around it that ends a line.
    pub(super) node: usize,
    /// The share of its characters that stand in links.
    pub(super) linked: f64,
    /// Whether all of it is bold.
    pub(super) is_strong: bool,
}

/// Reads the lines of a page whose links lead from `base`, in a language.
pub(super) fn lines(page: &Page, base: Option<&str>, language: &str) -> Vec<Read> {
    let mut reader = Reader {
        page,
        base,
        quotes: quotes(language),
        styles: Styles::read(page, base),
        notes: Notes::read(page),
        run: Vec::new(),
        blocks: vec![0],
        grids: HashMap::new(),
        numbers: HashMap::new(),
        lists: HashMap::new(),
        levels: Vec::new(),
        lines: Vec::new(),
    };
    reader.walk();
    reader.lines
}

/// A part of the line that is being read.
#[derive(Debug)]
enum Bit {
    /// A text, a line break or a picture.
    Node(usize),
    /// A sign that the page does not write, in the style of a node.
    Sign(&'static str, usize),
}

struct Reader<'a> {
    page: &'a Page,
    base: Option<&'a str>,
    /// The quotation marks of the page's language.
    quotes: [&'static str; 4],
    styles: Styles,
    notes: Notes,
    run: Vec<Bit>,
    /// The open elements that end a line.
    blocks: Vec<usize>,
    /// The tables that hold data.
    grids: HashMap<usize, Grid>,
    /// The numbers of items in numbered lists.
    numbers: HashMap<usize, u32>,
    /// Lists that only their classes tell to be one: the first list of each.
    lists: HashMap<String, usize>,
    /// The last item on each level of lists that stand beside each other, not within.
    levels: Vec<Container>,
    lines: Vec<Read>,
}

impl Reader<'_> {
    fn walk(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        let mut at = 1;
        while at < self.page.nodes.len() {
            while let Some(last) = open.pop_if(|last| self.page.nodes[*last].end <= at) {
                self.leave(last);
            }
            let next = self.enter(at);
            if next == at + 1 && !self.page.name(at).is_empty() {
                open.push(at);
            }
            at = next;
        }
        while let Some(last) = open.pop() {
            self.leave(last);
        }
        self.flush();
    }

    /// Begins a node; returns the one to go on with.
    fn enter(&mut self, at: usize) -> usize {
        let page = self.page;
        let end = page.nodes[at].end;
        let name = page.name(at);
        if SILENT.contains(&name) && !(name == "button" && self.in_heading()) {
            return end;
        }
        match name {
            "" | "br" | "img" => self.run.push(Bit::Node(at)),
            "a" if self.notes.mark(at).is_some() => {
                self.run.push(Bit::Node(at));
                return end;
            }
            "a" if self.notes.is_back(page, at) => return end,
            "q" => self.run.push(Bit::Sign(self.quote(at).0, at)),
            "math" => {
                self.run.push(Bit::Node(at));
                return end;
            }
            "hr" => {
                self.flush();
                self.push(
                    Line::new(BlockKind::Markup, "---".to_owned(), String::new()),
                    at,
                    0.0,
                );
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                self.code(at);
                return end;
            }
            "table" if code::is_table(page, at) => {
                self.code(at);
                return end;
            }
            _ if page.is_block(at) => self.begin(at),
            _ if self.is_unseen(at) => return end,
            _ => {}
        }
        at + 1
    }

    fn begin(&mut self, at: usize) {
        self.flush();
        self.blocks.push(at);
        match self.page.name(at) {
            "table" => {
                if let Some(grid) = grid(self.page, at) {
                    self.grids.insert(at, grid);
                }
            }
            "ol" => self.count(at),
            _ => {}
        }
    }

    fn leave(&mut self, at: usize) {
        if self.page.is_block(at) {
            self.flush();
            if self.blocks.last() == Some(&at) {
                self.blocks.pop();
            }
        } else if self.page.name(at) == "q" {
            self.run.push(Bit::Sign(self.quote(at).1, at));
        } else if KICKERS.iter().any(|word| self.page.is_marked(at, word)) && self.in_heading() {
            let ends = self
                .page
                .text(at)
                .trim_end()
                .ends_with([':', '.', '!', '?', '–']);
            self.run.push(Bit::Sign(
                if ends { " " } else { ": " },
                self.page.nodes[at].parent,
            ));
        }
    }

    fn in_heading(&self) -> bool {
        let heading = |at: &usize| level(self.page, *at) > 0 || self.page.name(*at) == "summary";
        self.blocks.last().is_some_and(heading)
    }

    /// Whether an element within a line is not seen in it.
    fn is_unseen(&self, at: usize) -> bool {
        let page = self.page;
        UNSEEN.iter().any(|word| page.is_marked(at, word))
            || page.has_attribute(at, "hidden")
            || page.attribute(at, "aria-hidden") == Some("true") && page.name(at) != "a"
            || is_unshown(page, at)
            || super::word::is_mark(page, at)
            || self.in_heading() && page.name(at) == "a" && {
                let text = page.text(at);
                let text = text.trim();
                matches!(text, "#" | "¶" | "§" | "🔗" | "link") && !text.is_empty()
            }
    }

    /// The quotation marks of a `q` element.
    fn quote(&self, at: usize) -> (&'static str, &'static str) {
        let around = self.page.ancestors(at).skip(1);
        let inner = around.filter(|at| self.page.name(*at) == "q").count() % 2 == 1;
        let [open, close, inner_open, inner_close] = self.quotes;
        if inner {
            (inner_open, inner_close)
        } else {
            (open, close)
        }
    }

    /// Numbers the items of a list.
    fn count(&mut self, list: usize) {
        let page = self.page;
        let items: Vec<usize> = page
            .children(list)
            .filter(|at| page.name(*at) == "li")
            .collect();
        let number = |at: usize, name: &str| page.attribute(at, name)?.parse::<i64>().ok();
        let backwards = page.has_attribute(list, "reversed");
        let length = i64::try_from(items.len()).unwrap_or(1);
        let mut next = number(list, "start").unwrap_or(if backwards { length } else { 1 });
        for item in items {
            next = number(item, "value").unwrap_or(next);
            self.numbers
                .insert(item, u32::try_from(next).unwrap_or(0).min(999_999_999));
            next += if backwards { -1 } else { 1 };
        }
    }

    fn code(&mut self, at: usize) {
        self.flush();
        if let Some(code) = Code::read(self.page, at) {
            let text = code.text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.push(Line::new(BlockKind::Code, code.markdown(), text), at, 0.0);
        }
    }

    fn push(&mut self, mut line: Line, node: usize, linked: f64) {
        line.within = self.within(node);
        self.lines.push(Read {
            line,
            node,
            linked,
            is_strong: false,
        });
    }

    /// Ends the line that is being read.
    fn flush(&mut self) {
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
        let is_block = heading.is_none() && kind != BlockKind::Cell;
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
            address: super::inline::target(&address),
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

    /// What a line in an element stands in, the outermost first.
    fn within(&mut self, node: usize) -> Vec<Container> {
        let page = self.page;
        let blocks: Vec<usize> = page.blocks(node).collect();
        let mut within = Vec::new();
        for at in blocks.into_iter().rev() {
            if within.len() == DEEPEST {
                break;
            }
            let parent = page.nodes[at].parent;
            if let Some(label) = self.notes.text(at) {
                within.pop_if(|found| matches!(found, Container::Item { .. }));
                within.push(Container::Note(label.to_owned()));
                continue;
            }
            match page.name(at) {
                "blockquote" => within.push(Container::Quote(at)),
                "li" => within.extend(self.item(at, parent)),
                "dt" => within.push(Container::Term(at)),
                "dd" => within.push(Container::Definition(at)),
                "td" | "th" => within.extend(self.cell(at)),
                "p" if !within
                    .iter()
                    .any(|found| matches!(found, Container::Item { .. })) =>
                {
                    within.extend(super::word::item(page, at, &mut self.levels));
                }
                _ => {}
            }
        }
        // Only one line in a cell of a table can be written as such.
        if let Some(at) = within
            .iter()
            .position(|found| matches!(found, Container::Cell { .. }))
        {
            let items = within.split_off(at + 1);
            within.extend(
                items
                    .into_iter()
                    .filter(|found| matches!(found, Container::Item { .. })),
            );
        }
        within
    }

    fn item(&mut self, item: usize, list: usize) -> Vec<Container> {
        let number = self.numbers.get(&item).copied();
        let classes = self.page.attribute(list, "class").unwrap_or_default();
        let Some((name, level)) = super::word::level(classes) else {
            return vec![Container::Item { list, item, number }];
        };
        // The list goes on below the lists that belong to its items.
        let list = *self.lists.entry(name).or_insert(list);
        self.levels.truncate(level);
        let mut around = self.levels.clone();
        around.push(Container::Item { list, item, number });
        self.levels.clone_from(&around);
        around
    }

    fn cell(&self, cell: usize) -> Option<Container> {
        let table = self
            .page
            .ancestors(cell)
            .find(|at| self.page.name(*at) == "table")?;
        let grid = self.grids.get(&table)?;
        let (row, column) = *grid.cells.get(&cell)?;
        Some(Container::Cell {
            table,
            row,
            column,
            columns: grid.columns,
            has_head: grid.has_head,
        })
    }
}

/// The label of the note that a piece is the mark of.
fn note(piece: &Piece) -> Option<String> {
    match &piece.content {
        Content::Note(label) => Some(label.clone()),
        _ => None,
    }
}

/// The level of a heading, 0 of anything else.
pub(super) fn level(page: &Page, at: usize) -> usize {
    match page.name(at).as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => usize::from(digit - b'0'),
        _ if page.attribute(at, "role") == Some("heading") => {
            let level = page
                .attribute(at, "aria-level")
                .and_then(|level| level.parse().ok());
            level.unwrap_or(2).clamp(1, 6)
        }
        b"p" if page.is_marked(at, "msotitle") => 1,
        _ => 0,
    }
}

/// What a line is to a reader, by the elements around it.
fn kind(page: &Page, node: usize) -> BlockKind {
    let mut in_paragraph = false;
    for at in page.blocks(node) {
        if level(page, at) > 0 {
            return BlockKind::Heading;
        }
        match page.name(at) {
            "td" | "th" if !in_paragraph => return BlockKind::Cell,
            "li" | "dd" | "dt" => return BlockKind::ListItem,
            "blockquote" => return BlockKind::Quote,
            "p" => in_paragraph = true,
            _ => break,
        }
    }
    BlockKind::Paragraph
}

/// Whether a line is the text of a picture or a table.
fn is_caption(page: &Page, node: usize) -> bool {
    let is = |at: usize| {
        let marks = &page.nodes[at].marks;
        let is_named = marks.contains("caption") || marks.contains("bildunterschrift");
        matches!(page.name(at), "figcaption" | "caption")
            || is_named && level(page, at) == 0 && page.all(at, "img").next().is_none()
    };
    page.blocks(node).take(3).any(is)
}

/// Whether an element says by its style that it is not shown.
pub(super) fn is_unshown(page: &Page, at: usize) -> bool {
    let hides = |style: &str| style.replace(' ', "").contains("display:none");
    page.attribute(at, "style").is_some_and(hides)
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
