//! Markdown: `CommonMark` with the usual extensions, by byte offsets. Values hold the article's own
//! inline markup; only block markers, line prefixes and markup around a whole block are gaps.

mod active;
mod foreign;
mod inline;
mod link;
mod tree;

use super::front_matter::FrontMatter;
use super::furniture::attribution;
use super::template::is_template;
use super::{Block, BlockKind, Context, Document, Format, Options, Outline};
use crate::text::{Diagnostic, Parsed, Span};
pub(crate) use active::is_raw_text;
pub(crate) use foreign::{Foreign, ForeignKind, disarmed_call, is_foreign, shadow};
use inline::Content;
use pulldown_cmark::{Event, LinkType, Options as Extensions, Tag};
use tree::{Placed, Tree};

/// The format's row.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd"],
    parse,
    outline,
    language,
};

/// The extensions of Markdown that are read. Front matter is read apart.
pub fn options() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_GFM
}

fn outline(text: &str) -> Outline {
    Tree::outline(text, FrontMatter::body(text))
}

/// The fields of the front matter that name the article's language.
fn language(text: &str) -> Vec<Block> {
    let Some((front, _)) = FrontMatter::find(text) else {
        return Vec::new();
    };
    ["lang", "language", "locale"]
        .into_iter()
        .filter_map(|name| front.field(name))
        .collect()
}

fn parse(text: &str, options: &Options) -> Parsed<Document> {
    let (start, mut blocks, problem) = front(text, options);
    let (shadow, unread) = shadow(text, start);
    let mut tree = Tree::grow(text, &shadow, start);
    blocks.append(&mut tree.blocks);
    blocks.extend(unread.iter().map(|one| foreign::block(text, one)));
    for node in &tree.nodes {
        let kind = match node.label {
            "code" => BlockKind::Code,
            "html" => BlockKind::Markup,
            "rule" => BlockKind::Opaque,
            _ => continue,
        };
        let reason = format!("{} is carried through", node.label);
        blocks.push(opaque(kind, node.span, &reason));
    }
    for definition in &tree.definitions {
        blocks.extend(link::definition_title(text, definition));
    }
    blocks.sort_by_key(|block| (block.span.start, block.span.end));
    let mut end = 0;
    // Overlap would mean that two places own the same bytes; the first keeps them.
    blocks.retain(|block| {
        let fits = block.span.start >= end;
        end = if fits { block.span.end } else { end };
        fits
    });
    let outline = tree.into_outline();
    Parsed {
        value: Document { blocks, outline },
        diagnostics: problem.into_iter().collect(),
    }
}

/// Where the body starts, and the blocks and fault of the front matter before it.
fn front(text: &str, options: &Options) -> (usize, Vec<Block>, Option<Diagnostic>) {
    match FrontMatter::find(text) {
        Some((found, problem)) => (found.span.end, found.blocks(options), problem),
        None => (super::outline::body_start(text), Vec::new(), None),
    }
}

fn opaque(kind: BlockKind, span: Span, reason: &str) -> Block {
    Block {
        kind,
        span,
        name: None,
        reason: Some(reason.to_owned()),
        translate: false,
        pieces: Vec::new(),
        atoms: Vec::new(),
        context: Context::Plain,
    }
}

/// The blocks of a leaf: one, or those of an image that stands alone.
fn leaf_blocks(text: &str, tree: &Tree<'_>, leaf: usize, events: &[Placed<'_>]) -> Vec<Block> {
    let node = &tree.nodes[leaf];
    let quotes = tree.around(leaf, "quote");
    let Some(content) = Content::read(text, events, quotes) else {
        return Vec::new();
    };
    if let [
        (Event::Start(Tag::Image { link_type, .. }), image),
        inner @ ..,
        _,
    ] = content.events
        // In `![a]` and `![a][]` the text is also the name of a definition.
        && matches!(link_type, LinkType::Inline | LinkType::Reference)
        && image.start == content.span.start
        && image.end == content.span.end
    {
        return link::image_blocks(text, content.events, inner, quotes);
    }
    if is_template(content.span.of(text)) {
        return vec![opaque(
            BlockKind::Opaque,
            content.span,
            "shortcodes are carried through",
        )];
    }
    let mut kind = match node.label {
        "heading" => BlockKind::Heading,
        "cell" => BlockKind::Cell,
        _ => match tree.home(leaf) {
            Some("quote") => BlockKind::Quote,
            Some("item" | "task" | "done" | "term" | "definition") => BlockKind::ListItem,
            Some("footnote") => BlockKind::Footnote,
            _ => BlockKind::Paragraph,
        },
    };
    let mut reason = None;
    if kind == BlockKind::Paragraph
        && let Some(role) = attribution(content.span.of(text))
    {
        kind = role.kind;
        reason = Some(role.reason);
    }
    let context = match node.label {
        "cell" => Context::Cell,
        "heading" if node.span.of(text).starts_with('#') => Context::Line,
        "term" => Context::Line,
        _ => Context::Markdown {
            prefix: tree.prefix(text, leaf),
        },
    };
    vec![Block {
        kind,
        span: Span::new(
            node.span.start.min(content.span.start),
            node.span.end.max(content.span.end),
        ),
        name: tree.label(leaf),
        reason,
        translate: true,
        pieces: content.pieces,
        atoms: content.atoms,
        context,
    }]
}

/// Plain text as Markdown: every character that could be markup is escaped.
pub(crate) fn escape(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let markup = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&'
        ) || (at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':'))
            || (at == digits && digits > 0 && matches!(c, '.' | ')'));
        if markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
