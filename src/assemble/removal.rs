//! What goes with the blocks that are left out: what held them, and the lines between.

use crate::document::Node;
use crate::text::{Edit, Span};

/// Leaves out lists, items and quotations of which nothing is left.
pub(super) fn drop_holders(nodes: &[Node], dropped: &mut [bool]) {
    let mut kept = vec![false; nodes.len()];
    let mut gone = vec![false; nodes.len()];
    for index in (0..nodes.len()).rev() {
        if nodes[index].holder && gone[index] && !kept[index] {
            dropped[index] = true;
        }
        if let Some(parent) = nodes[index].parent {
            gone[parent] |= dropped[index];
            kept[parent] |= !dropped[index];
        }
    }
    for index in 0..nodes.len() {
        if nodes[index].parent.is_some_and(|parent| dropped[parent]) {
            dropped[index] = true;
        }
    }
}

/// The edits that take out dropped nodes, each with one separator.
pub(super) fn removals(article: &str, nodes: &[Node], dropped: &[bool]) -> Vec<Edit> {
    let mut edits = Vec::new();
    // Per parent (the root last): the node before among its children, and whether one was kept.
    let mut before: Vec<Option<usize>> = vec![None; nodes.len() + 1];
    let mut has_kept = vec![false; nodes.len() + 1];
    let mut next: Vec<Option<usize>> = vec![None; nodes.len()];
    for (index, node) in nodes.iter().enumerate() {
        let parent = node.parent.unwrap_or(nodes.len());
        if let Some(previous) = before[parent].replace(index) {
            next[previous] = Some(index);
        }
    }
    before.fill(None);
    for (index, node) in nodes.iter().enumerate() {
        let parent = node.parent.unwrap_or(nodes.len());
        let previous = before[parent].replace(index);
        has_kept[parent] |= !dropped[index];
        if !dropped[index] || node.parent.is_some_and(|parent| dropped[parent]) {
            continue;
        }
        let mut span = node.span;
        if has_kept[parent] {
            if let Some(previous) = previous {
                span.start = separator(article, nodes[previous].span.end, span.start).0;
            }
        } else if let Some(following) = next[index] {
            let (from, to) = separator(article, span.end, nodes[following].span.start);
            if from == span.end {
                span = Span::new(indented(article, span.start), to);
                // Indentation can be all that makes the next block what it is.
                if span.start < node.span.start || is_line_start(article, node.span.start) {
                    span.end = indented(article, to).max(span.start);
                }
            }
        }
        edits.push(Edit::replace(span, ""));
    }
    edits
}

/// The start of the line of `at` if only blanks stand before it, else `at`.
fn indented(article: &str, at: usize) -> usize {
    let head = article[..at].trim_end_matches([' ', '\t']).len();
    if is_line_start(article, head) {
        head
    } else {
        at
    }
}

fn is_line_start(article: &str, at: usize) -> bool {
    at == 0 || article[..at].ends_with(['\n', '\r', '\u{FEFF}'])
}

/// The part of the space before `to` that separates it from what ends at `from`: all of it,
/// unless something that is no block stands there, such as the definition of a link.
fn separator(article: &str, from: usize, to: usize) -> (usize, usize) {
    let Some(gap) = article.get(from..to) else {
        return (to, to);
    };
    if gap.chars().all(|c| c.is_whitespace() || c == '>') {
        return (from, to);
    }
    (from + gap.trim_end().len(), to)
}
