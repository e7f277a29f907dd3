//! The block tree: what goes with a block that has nothing left, and whether the result still has
//! the article's tree.

use super::Assembly;
use super::splice::{self, Plan};
use crate::document::{Context, Node, Outline};
use crate::text::{Diagnostic, Edit, Severity, Span};

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

/// Compares the tree of the result with that of the article: the same blocks at the same depths and
/// of the same form, less those left out.
pub(super) fn check(
    assembly: &Assembly<'_>,
    plan: &Plan<'_>,
    result: &Outline,
) -> Option<Diagnostic> {
    let told = |node: &Node| (node.label, node.depth, node.form);
    let mut now = result.nodes.iter().map(told);
    let kept = (0..plan.nodes.len()).filter(|index| !plan.dropped[*index]);
    for index in kept {
        let node = &plan.nodes[index];
        for _ in 0..=plan.added[index] {
            if now.next() != Some(told(node)) {
                return Some(changed(assembly, node.span, node.label));
            }
        }
    }
    let (label, ..) = now.next()?;
    let end = assembly.article.len();
    Some(changed(assembly, Span::new(end, end), label))
}

/// Reports the first translation with a blank line where no paragraph can begin: in plain text, in
/// cells and in headings. It stays one paragraph.
pub(super) fn joined(assembly: &Assembly<'_>) -> Option<Diagnostic> {
    let mut units = assembly.units.iter().enumerate();
    let (_, unit) = units.find(|(index, unit)| {
        let context = &assembly.document.blocks[unit.block].context;
        let is_one = matches!(context, Context::Plain | Context::Line | Context::Cell);
        // The German may have a line that is blank but for its breaks.
        is_one && splice::value(assembly, *index).is_some_and(has_blank_line)
    })?;
    let message = format!(
        "A translation in {} has a blank line where no paragraph can begin; it stays one paragraph.",
        assembly.locale
    );
    let found = Diagnostic::new("structure-changed", Severity::Warning, unit.span, message);
    Some(found.hint("Take the blank line out of the translation."))
}

fn has_blank_line(value: &str) -> bool {
    let mut lines = value.trim().lines();
    lines.any(|line| line.trim().is_empty())
}

fn changed(assembly: &Assembly<'_>, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(
        "structure-changed",
        Severity::Error,
        span,
        format!(
            "The article in {} no longer has the blocks of its source: they differ at this {label}.",
            assembly.locale
        ),
    )
    .hint("Look for markup in the translation that begins a block, or was left open.")
}
