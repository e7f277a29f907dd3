//! Raw HTML within an article of another format: its texts as blocks, and what acts in it.

use super::identity::token_identity;
use super::token::{Kind, Token, tokens};
use super::tree::Tree;
use crate::document::voice::Voice;
use crate::document::{Block, Context, Node, Options, Piece};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// What raw HTML is to the article around it.
#[derive(Debug)]
pub(in crate::document) struct Embedded {
    /// Its texts, and what is carried through.
    pub(in crate::document) blocks: Vec<Block>,
    /// Its elements; those at the top have no parent.
    pub(in crate::document) nodes: Vec<Node>,
    /// A number for the content of elements that are not looked into.
    pub(in crate::document) form: u64,
    /// What acts on a reader's browser, with the offset of its first sign.
    pub(in crate::document) actions: Vec<(String, usize)>,
}

/// Reads raw HTML that begins at `start` of the article. With `is_prefixed`, every line of it has
/// something before it, and a value must stay on one line. Only with `options` its texts are read.
pub(in crate::document) fn embedded(
    raw: &str,
    start: usize,
    is_prefixed: bool,
    options: Option<&Options>,
    voice: &mut Voice,
) -> Embedded {
    let language = options.map_or("", |options| &options.language);
    let tree = Tree::grow(raw, language);
    let mut hasher = FxHasher::default();
    for closed in &tree.closed {
        inner(&tree.tokens, closed, raw).hash(&mut hasher);
    }
    let form = if tree.closed.is_empty() {
        0
    } else {
        hasher.finish()
    };
    if options.is_some() {
        for token in &tree.tokens {
            voice.token(
                token,
                token.span.of(raw),
                token.span.shifted(start),
                language,
            );
        }
    }
    let mut blocks = options.map_or_else(Vec::new, |options| super::blocks(&tree, options));
    for block in &mut blocks {
        shift(block, start);
        if let Context::Html { paragraph, .. } = &mut block.context
            && is_prefixed
        {
            *paragraph = None;
        }
    }
    let mut nodes = tree.nodes;
    for node in &mut nodes {
        node.span = node.span.shifted(start);
    }
    Embedded {
        blocks,
        nodes,
        form,
        actions: acting(raw, &tree.tokens, &tree.closed, start),
    }
}

/// What acts on a reader's browser in raw HTML: each tag by what it does, elements that are not looked
/// into as they are written.
pub(crate) fn actions(raw: &str) -> Vec<String> {
    let tree = Tree::grow(raw, "");
    let found = acting(raw, &tree.tokens, &tree.closed, 0);
    found.into_iter().map(|(action, _)| action).collect()
}

fn acting(
    raw: &str,
    tokens: &[Token],
    closed: &[Range<usize>],
    start: usize,
) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut closed = closed.iter().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let whole = closed.next_if(|range| range.start == at);
        let written = || {
            let words: Vec<&str> = token.span.of(raw).split_whitespace().collect();
            words.join(" ")
        };
        let tag = token_identity(token);
        let action = if let Some(range) = whole {
            // The texts of its start tag may be translated.
            at = range.end;
            let tag = tag.unwrap_or_default();
            Some(format!("{tag} {}", inner(tokens, range, raw)))
        } else {
            at += 1;
            tag.or_else(|| matches!(token.kind, Kind::Aside).then(written))
        };
        found.extend(action.map(|action| (action, start + token.span.start)));
    }
    found
}

/// What stands in an element behind its start tag, its end tag with it, on one line.
fn inner(tokens: &[Token], element: &Range<usize>, raw: &str) -> String {
    let start = tokens[element.start].span.end;
    let end = tokens[element.end - 1].span.end.max(start);
    let words: Vec<&str> = raw[start..end].split_whitespace().collect();
    words.join(" ")
}

/// Moves a block from the raw HTML to its place in the article.
fn shift(block: &mut Block, start: usize) {
    block.span = block.span.shifted(start);
    let pieces = block.pieces.iter().map(|piece| Piece {
        span: piece.span.shifted(start),
        reads: piece.reads.clone(),
    });
    let pieces: Vec<Piece> = pieces.collect();
    block.pieces = pieces.into();
}

/// The blocks of the texts in the tags of raw HTML that begins at `start` of the article.
pub(in crate::document) fn tag_texts(raw: &str, start: usize, options: &Options) -> Vec<Block> {
    let mut blocks = Vec::new();
    for token in tokens(raw) {
        blocks.extend(super::attribute::blocks(raw, &token, &options.parameters));
    }
    for block in &mut blocks {
        shift(block, start);
    }
    blocks
}
