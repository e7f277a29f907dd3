//! A raw page as a list of its texts, each with the elements around it.

use super::token::{Kind, Token};
use super::tree::Tree;
use crate::document::{Block, Node, Options};

/// A raw page.
#[derive(Debug)]
pub(crate) struct Page {
    /// Its elements.
    pub(crate) nodes: Vec<Element>,
    /// Its texts, each with the element it stands in, in the order of the page.
    pub(crate) texts: Vec<(Block, Option<usize>)>,
    /// Its tags, comments and texts.
    pub(crate) tokens: Vec<Token>,
}

/// An element that is no inline element.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name in lower case; empty for a text among elements.
    pub(crate) name: String,
    /// Its class, id and role in lower case.
    pub(crate) marks: String,
    /// The element around it.
    pub(crate) parent: Option<usize>,
}

/// Reads a page; `language` is that of the articles.
pub(crate) fn page(text: &str, language: &str) -> Page {
    let tree = Tree::grow(text, language);
    let options = Options {
        language: language.to_owned(),
        ..Options::default()
    };
    let document = (super::FORMAT.parse)(text, &options).value;
    let nodes: Vec<Element> = tree.nodes.iter().map(|node| element(&tree, node)).collect();
    let texts = document
        .blocks
        .into_iter()
        .map(|block| {
            let after = tree
                .nodes
                .partition_point(|node| node.span.start <= block.span.start);
            let inner = after.checked_sub(1);
            let found = std::iter::successors(inner, |at| tree.nodes[*at].parent)
                .find(|at| block.span.end <= tree.nodes[*at].span.end);
            (block, found)
        })
        .collect();
    Page {
        nodes,
        texts,
        tokens: tree.tokens,
    }
}

fn element(tree: &Tree<'_>, node: &Node) -> Element {
    let at = tree
        .tokens
        .partition_point(|token| token.span.start < node.span.start);
    let token = tree
        .tokens
        .get(at)
        .filter(|token| token.span.start == node.span.start);
    let (mut name, mut marks) = (String::new(), String::new());
    if let Some(token) = token.filter(|_| node.label != "text")
        && let Kind::Start(found, _) = &token.kind
    {
        name.clone_from(found);
        for key in ["class", "id", "role", "itemprop", "data-component"] {
            if let Some(found) = token.attribute(key) {
                marks.push_str(&found.value.to_lowercase());
                marks.push(' ');
            }
        }
    }
    Element {
        name,
        marks,
        parent: node.parent,
    }
}
