//! HTML: a page read by the places of its tokens and edited in place, never rendered anew. Values
//! hold the inline markup; character references read as their characters.

pub(super) mod attribute;
mod content;
pub(super) mod element;
mod embedded;
mod identity;
pub(super) mod reference;
mod run;
pub(super) mod token;
mod tree;

use super::furniture::attribution;
use super::template::is_template;
use super::voice::Voice;
use super::work::leave_idle;
use super::{Block, BlockKind, Context, Document, Format, Options, Outline, Pieces, Reason};
use crate::text::{Parsed, Span, ascend};
use run::Run;
use std::ops::Range;
use token::Kind;
use tree::Tree;

pub(crate) use attribute::is_component_text;
pub(crate) use element::{Role, ends_before, is_inline_element, is_void, role, shields};
pub(crate) use embedded::actions;
pub(super) use embedded::{embedded, tag_texts};
pub(crate) use identity::{
    attribute as attribute_identity, has_words, is_free, tag_identity, token_identity,
};
pub(super) use reference::plain_pieces;
pub use reference::read_references;
pub(crate) use reference::{decode, escape_attribute, escape_text, plain};
pub(crate) use token::{Attribute, Kind as TokenKind, Token, inline_tokens, tokens as page_tokens};

/// The format's row.
pub(super) const FORMAT: Format = Format {
    name: "html",
    extensions: &["html", "htm", "xhtml"],
    parse,
    outline,
    language: attribute::language,
};

fn outline(text: &str) -> Outline {
    Outline {
        nodes: Tree::grow(text, &Options::default().language).nodes,
        active: Vec::new(),
        refers: false,
    }
}

fn parse(text: &str, options: &Options) -> Parsed<Document> {
    let tree = Tree::grow(text, &options.language);
    let mut blocks = blocks(&tree, options);
    leave_idle(text, &mut blocks);
    let mut voice = Voice::default();
    for token in tree
        .tokens
        .iter()
        .filter(|token| matches!(token.kind, Kind::Aside))
    {
        voice.comment(token.span.of(text), token.span);
    }
    let notes = voice.heed(&mut blocks, &tree.nodes, text.len());
    let outline = Outline {
        nodes: tree.nodes,
        active: Vec::new(),
        refers: false,
    };
    Parsed {
        value: Document {
            blocks,
            outline,
            notes,
        },
        diagnostics: Vec::new(),
    }
}

/// The blocks of a page, or of a part of one.
fn blocks(tree: &Tree<'_>, options: &Options) -> Vec<Block> {
    let line_break = line_break(tree.text, tree);
    let mut blocks: Vec<Block> = Vec::new();
    for tag in &tree.tags {
        let tag = &tree.tokens[*tag];
        blocks.extend(attribute::blocks(tree.text, tag, &options.parameters));
    }
    for closed in &tree.closed {
        blocks.push(closed_block(tree, closed));
    }
    for run in &tree.runs {
        run_blocks(tree, run, line_break, options, &mut blocks);
    }
    // Overlap would mean that two places own the same bytes; the first keeps them.
    ascend(&mut blocks, |block| block.span);
    blocks
}

/// The blocks of a run: its parts, or the texts of the pictures in it.
fn run_blocks(
    tree: &Tree<'_>,
    run: &Run,
    line_break: &'static str,
    options: &Options,
    blocks: &mut Vec<Block>,
) {
    let (text, tokens) = (tree.text, &tree.tokens);
    if run.stop.is_none() {
        let gaps = (run.all.start..run.tokens.start).chain(run.tokens.end..run.all.end);
        for at in gaps {
            blocks.extend(attribute::blocks(text, &tokens[at], &options.parameters));
        }
    }
    if !run.has_text {
        return;
    }
    if let Some(stop) = &run.stop {
        blocks.push(opaque(BlockKind::Opaque, run.span, stop.clone()));
        return;
    }
    let first = &tokens[run.tokens.start];
    let whole = run.partner(run.tokens.start) == Some(run.tokens.end - 1);
    if whole && run::is_code(first) {
        blocks.push(opaque(BlockKind::Code, run.span, "code is carried through"));
        return;
    }
    for part in run.parts(text, tokens) {
        blocks.extend(part_block(tree, run, &part, line_break));
    }
}

fn part_block(
    tree: &Tree<'_>,
    run: &Run,
    part: &Range<usize>,
    line_break: &'static str,
) -> Option<Block> {
    let (text, tokens) = (tree.text, &tree.tokens);
    let (pieces, atoms) = if run.kind == BlockKind::Field {
        let span = run::content_span(text, tokens, part);
        (reference::plain_pieces(text, span), Vec::new())
    } else {
        content::content(text, tokens, run, part)
    };
    let span = Span::new(pieces.first()?.span.start, pieces.last()?.span.end);
    let read: String = pieces.iter().map(|piece| piece.text(text)).collect();
    if plain(&read).trim().is_empty() {
        return None;
    }
    if is_template(span.of(text)) {
        let reason = "template calls are carried through";
        return Some(opaque(BlockKind::Opaque, span, reason));
    }
    let hidden = |at: usize| {
        let no = |token: &token::Token| {
            token
                .attribute("translate")
                .is_some_and(|found| found.value.eq_ignore_ascii_case("no"))
        };
        no(&tokens[at])
    };
    let wrapped = run.all.start..run.tokens.start;
    if wrapped.clone().any(|at| {
        run.partner(at)
            .is_some_and(|end| end >= run.tokens.end && hidden(at))
    }) {
        let reason = Reason::Untranslated("no");
        return Some(opaque(BlockKind::Opaque, span, reason));
    }
    let mut kind = run.kind;
    let mut reason = None;
    if kind == BlockKind::Paragraph
        && let Some(role) = attribution(&plain(&read))
    {
        kind = role.kind;
        reason = Some(role.reason);
    }
    let name = (kind == BlockKind::Field).then(|| "title".into());
    let context = if kind == BlockKind::Field {
        Context::Rcdata
    } else {
        Context::Html {
            paragraph: paragraph(tree, run, part),
            line_break,
        }
    };
    Some(Block {
        kind,
        span,
        name,
        reason,
        translate: true,
        pieces: pieces.into(),
        atoms: atoms.into(),
        context,
    })
}

/// What begins a new paragraph after a text that is all there is in a `p` element.
fn paragraph(tree: &Tree<'_>, run: &Run, part: &Range<usize>) -> Option<String> {
    let bare = |range: Range<usize>| {
        range
            .into_iter()
            .all(|at| matches!(tree.tokens[at].kind, Kind::Text))
    };
    let fits = run.alone
        && *part == run.tokens
        && bare(run.all.start..run.tokens.start)
        && bare(run.tokens.end..run.all.end);
    let tag = &tree.tokens[run.tag.filter(|_| fits)?];
    match &tag.kind {
        Kind::Start(name, _) if name == "p" => {}
        _ => return None,
    }
    let raw = tag.span.of(tree.text);
    // An id names one element only.
    let single = tag.attribute("id").is_none() && !raw.contains(['\n', '\r']);
    Some(if single { raw } else { "<p>" }.to_owned())
}

fn closed_block(tree: &Tree<'_>, closed: &Range<usize>) -> Block {
    let (first, last) = (&tree.tokens[closed.start], &tree.tokens[closed.end - 1]);
    let name = match &first.kind {
        Kind::Start(name, _) => name.as_str(),
        _ => "element",
    };
    let kind = match name {
        "pre" | "listing" | "xmp" | "plaintext" | "textarea" => BlockKind::Code,
        _ => BlockKind::Markup,
    };
    // Its start tag may have texts of its own.
    let span = Span::new(first.span.end, last.span.end.max(first.span.end));
    opaque(kind, span, format!("{name} is carried through"))
}

fn opaque(kind: BlockKind, span: Span, reason: impl Into<Reason>) -> Block {
    Block {
        kind,
        span,
        name: None,
        reason: Some(reason.into()),
        translate: false,
        pieces: Pieces::NONE,
        atoms: Box::default(),
        context: Context::Plain,
    }
}

/// How the page writes a line break.
fn line_break(text: &str, tree: &Tree<'_>) -> &'static str {
    let first = tree.tokens.iter().find(|token| run::is_break(token));
    match first.map(|token| token.span.of(text)) {
        Some("<br/>") => "<br/>",
        Some(raw) if raw.ends_with("/>") => "<br />",
        _ => "<br>",
    }
}
