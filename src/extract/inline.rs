//! A line written as Markdown: with as few marks as will do, and read back to see that they do.

use super::escape::{Marks, escaped, first_escaped};
use super::piece::{
    Content, EMPHASIS, KEY, LOWERED, MARKED, Piece, RAISED, STRONG, STRUCK, Style, merge,
};
use crate::document::{markdown_options, readable_markdown};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::rc::Rc;

/// The styles that Markdown has tags for, and the marks of those that it has marks for.
const FLAGS: [(u8, &str, &str); 7] = [
    (STRONG, "strong", "**"),
    (EMPHASIS, "em", "*"),
    (STRUCK, "del", "~~"),
    (RAISED, "sup", ""),
    (LOWERED, "sub", ""),
    (KEY, "kbd", ""),
    (MARKED, "mark", ""),
];

/// How a line is written: each is surer than the one before, and less beautiful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Manner {
    /// Escaped only where it looks needed.
    Light,
    /// Escaped wherever it can be.
    Escaped,
    /// Styles are tags.
    Tagged,
}

/// Writes a tidy line as Markdown: one that is a block by itself, or one behind the mark of a heading
/// or in a cell.
pub(super) fn markdown(pieces: &[Piece], is_block: bool) -> String {
    let manners = [Manner::Light, Manner::Escaped, Manner::Tagged];
    // What a formula holds is no Markdown.
    let shown = merge(pieces.iter().map(without_formula).collect());
    // A call of a template within an address is read by those programs alone that know it.
    let has = |sign: &str| {
        shown
            .iter()
            .any(|piece| piece.text().is_some_and(|text| text.contains(sign)))
    };
    let is_doubtful = has("](") && ["{{", "{%", "<%"].iter().any(|open| has(open));
    let reads = |manner: &&Manner| {
        if is_doubtful && **manner == Manner::Light {
            return false;
        }
        let text = write(&shown, **manner);
        read(&started(&text)).is_some_and(|read| read == shown)
    };
    let manner = manners.iter().find(reads).unwrap_or(&Manner::Tagged);
    let text = write(pieces, *manner);
    if is_block { started(&text) } else { text }
}

/// A text each line of which begins no other block.
fn started(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(first_escaped).collect();
    lines.join("\n")
}

fn without_formula(piece: &Piece) -> Piece {
    match &piece.content {
        Content::Formula(_) => Piece::new(Content::Text("X".to_owned()), piece.style.clone()),
        _ => piece.clone(),
    }
}

/// What is open while a line is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Layer {
    Link(Rc<str>),
    /// A style and what ends it.
    Flag(u8, String),
}

impl Layer {
    fn is_of(&self, style: &Style) -> bool {
        match self {
            Self::Link(address) => style.link.as_ref() == Some(address),
            Self::Flag(flag, _) => style.flags & flag != 0,
        }
    }
}

fn write(pieces: &[Piece], manner: Manner) -> String {
    let marks = Marks::of(pieces);
    let mut out = String::new();
    let mut open: Vec<Layer> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let stays = open.iter().take_while(|layer| layer.is_of(&piece.style));
        let count = stays.count();
        close(&mut out, &mut open, count);
        for layer in opened(pieces, at, &open, manner) {
            match &layer {
                Layer::Link(_) => {
                    // Behind an exclamation mark it would be a picture.
                    if out.ends_with('!') {
                        out.insert(out.len() - 1, '\\');
                    }
                    out.push('[');
                }
                Layer::Flag(flag, end) => out.push_str(&start(*flag, end)),
            }
            open.push(layer);
        }
        match &piece.content {
            Content::Text(text) => {
                let before = at.checked_sub(1).and_then(|at| last(&pieces[at]));
                let after = pieces.get(at + 1).and_then(first);
                let all = manner > Manner::Light;
                out.push_str(&escaped(text, before, after, &marks, all));
            }
            Content::Code(text) => out.push_str(&code(text)),
            Content::Formula(text) => out.push_str(text),
            Content::Note(label) => out.extend(["[^", label, "]"]),
            Content::Break => out.push_str("\\\n"),
            Content::Picture { text, address } => out.push_str(&picture(text, address)),
        }
    }
    close(&mut out, &mut open, 0);
    out
}

/// The styles that begin with a piece, those that last longest first.
fn opened(pieces: &[Piece], at: usize, open: &[Layer], manner: Manner) -> Vec<Layer> {
    let style = &pieces[at].style;
    let mut layers: Vec<(usize, Layer)> = Vec::new();
    let length = |layer: &Layer| {
        let rest = pieces[at..].iter();
        rest.take_while(|piece| layer.is_of(&piece.style)).count()
    };
    if let Some(address) = &style.link {
        let layer = Layer::Link(Rc::clone(address));
        layers.push((length(&layer), layer));
    }
    for (flag, name, mark) in FLAGS {
        if style.flags & flag == 0 {
            continue;
        }
        let count = length(&Layer::Flag(flag, String::new()));
        let tagged = mark.is_empty()
            || manner == Manner::Tagged
            || !works(
                mark,
                &pieces[..at],
                &pieces[at..at + count],
                &pieces[at + count..],
            );
        let end = if tagged {
            format!("</{name}>")
        } else {
            mark.to_owned()
        };
        layers.push((count, Layer::Flag(flag, end)));
    }
    layers.retain(|(_, layer)| !open.iter().any(|other| same(other, layer)));
    layers.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    layers.into_iter().map(|(_, layer)| layer).collect()
}

fn same(one: &Layer, other: &Layer) -> bool {
    match (one, other) {
        (Layer::Flag(one, _), Layer::Flag(other, _)) => one == other,
        (one, other) => one == other,
    }
}

/// Whether marks around `inner` begin and end a style there.
/// <https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run>
fn works(mark: &str, before: &[Piece], inner: &[Piece], after: &[Piece]) -> bool {
    let outside = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_mark(c));
    let inside = |c: Option<char>, beside: Option<char>| {
        c.is_some_and(|c| !c.is_whitespace() && (!is_mark(c) || outside(beside)))
    };
    let (left, right) = (before.last().and_then(last), after.first().and_then(first));
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // One tilde within a word is none to some programs.
    let in_word = mark == "~~" && (is_word(left) || is_word(right));
    !in_word
        && inside(inner.first().and_then(first), left)
        && inside(inner.last().and_then(last), right)
}

/// Whether a character is punctuation to a reader of Markdown.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// The first character of a piece as it is shown; of code and pictures the mark that they begin with.
fn first(piece: &Piece) -> Option<char> {
    match &piece.content {
        Content::Text(text) => text.chars().next(),
        Content::Code(_) => Some('`'),
        Content::Formula(_) => Some('$'),
        Content::Note(_) => Some('['),
        Content::Break => Some('\n'),
        Content::Picture { .. } => Some('!'),
    }
}

fn last(piece: &Piece) -> Option<char> {
    match &piece.content {
        Content::Text(text) => text.chars().next_back(),
        Content::Code(_) => Some('`'),
        Content::Formula(_) => Some('$'),
        Content::Note(_) => Some(']'),
        Content::Break => Some('\n'),
        Content::Picture { .. } => Some(')'),
    }
}

/// What begins a style that ends with `end`.
fn start(flag: u8, end: &str) -> String {
    let tag = FLAGS.iter().find(|(known, ..)| *known == flag);
    match tag.filter(|_| end.starts_with('<')) {
        Some((_, name, _)) => format!("<{name}>"),
        None => end.to_owned(),
    }
}

/// Closes all open layers but the first `count`.
fn close(out: &mut String, open: &mut Vec<Layer>, count: usize) {
    while open.len() > count {
        match open.pop() {
            Some(Layer::Link(address)) => out.extend(["](", &target(&address), ")"]),
            Some(Layer::Flag(_, end)) => out.push_str(&end),
            None => {}
        }
    }
}

/// Code within a line.
fn code(text: &str) -> String {
    let mut longest = 0;
    for run in text.split(|c| c != '`') {
        longest = longest.max(run.len());
    }
    let fence = "`".repeat(if longest == 0 { 1 } else { longest + 1 });
    let edge = text.starts_with('`') || text.ends_with('`');
    let blank = if edge { " " } else { "" };
    [&fence, blank, text, blank, &fence].concat()
}

/// A picture.
pub(super) fn picture(text: &str, address: &str) -> String {
    let text = escaped(text, None, None, &Marks::default(), true);
    format!("![{text}]({})", target(address))
}

/// An address as the target of a link.
pub(super) fn target(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            c if c.is_whitespace() || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Reads a line of Markdown as pieces; `None` for what is no paragraph.
fn read(markdown: &str) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut style = Style::default();
    let mut picture: Option<(String, String)> = None;
    // A note is one only if the article has its text.
    let text = format!("{markdown}{}", defined(markdown));
    let parsed = readable_markdown(&text);
    for (event, range) in Parser::new_ext(&parsed, markdown_options()).into_offset_iter() {
        let content = match event {
            Event::Start(Tag::Paragraph) if range.start == 0 => continue,
            Event::End(TagEnd::Paragraph) if range.end >= markdown.len() => break,
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {
                style.flags ^= STRONG;
                continue;
            }
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => {
                style.flags ^= EMPHASIS;
                continue;
            }
            Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => {
                style.flags ^= STRUCK;
                continue;
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                style.link = Some(Rc::from(&*dest_url));
                continue;
            }
            Event::End(TagEnd::Link) => {
                style.link = None;
                continue;
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                picture = Some((String::new(), dest_url.into_string()));
                continue;
            }
            Event::InlineHtml(tag) => {
                style.flags ^= flag(&tag)?;
                continue;
            }
            Event::Text(text) => {
                if let Some((alternative, _)) = &mut picture {
                    alternative.push_str(&text);
                    continue;
                }
                Content::Text(text.into_string())
            }
            Event::End(TagEnd::Image) => {
                let (text, address) = picture.take()?;
                Content::Picture { text, address }
            }
            Event::Code(text) => Content::Code(text.into_string()),
            Event::HardBreak => Content::Break,
            Event::FootnoteReference(label) => Content::Note(label.into_string()),
            _ => return None,
        };
        pieces.push(Piece::new(content, style.clone()));
    }
    Some(merge(pieces))
}

/// Texts for the notes that a line may have marks of.
fn defined(markdown: &str) -> String {
    let labels = markdown.split("[^").skip(1);
    let labels = labels.filter_map(|rest| rest.split_once(']'));
    let texts = labels.map(|(label, _)| format!("\n\n[^{label}]: x"));
    texts.collect()
}

/// The style that a tag begins or ends.
fn flag(tag: &str) -> Option<u8> {
    let name = tag.trim_matches(['<', '/', '>']);
    let found = FLAGS.iter().find(|(_, known, _)| *known == name);
    found.map(|(flag, ..)| *flag)
}

/// A text that is shown as it is, as Markdown.
pub(super) fn escaped_line(text: &str, is_block: bool) -> String {
    let text = plain_white(text);
    markdown(
        &[Piece::new(Content::Text(text), Style::default())],
        is_block,
    )
}

fn plain_white(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
