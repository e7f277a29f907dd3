//! Whether the result still has the block tree of the article.

use super::Assembly;
use super::choice::value;
use super::splice::Plan;
use crate::document::{Context, Node, Outline};
use crate::text::{Diagnostic, Severity, Span};

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
        is_one && value(assembly, *index).is_some_and(has_blank_line)
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
