//! A page cut into lines: what stands between two elements that end a line, with what it stands in.

mod passage;
mod within;

use super::code::{self, Code};
use super::dom::Page;
use super::line::{Container, Line};
use super::note::Notes;
use super::style::Styles;
use super::table::{Grid, grid};
use crate::document::BlockKind;
use std::collections::HashMap;
pub(super) use within::level;

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
}

/// Whether an element says by its style that it is not shown.
pub(super) fn is_unshown(page: &Page, at: usize) -> bool {
    let hides = |style: &str| style.replace(' ', "").contains("display:none");
    page.attribute(at, "style").is_some_and(hides)
}
