//! Shows for little that a result has the article's blocks, so that it need not be read again as a
//! whole. What cannot be shown here is no fault: then all of it is read.
//!
//! A line of text that begins with a letter and has none of the signs that make blocks, tags or
//! addresses reads as text wherever text stood. Top-level blocks with any other edit are read by
//! themselves, which is right where no block's reading depends on another: without definitions of
//! links, without blocks left out, without signs of calls or formulas in what changes, without lines that only their signs keep from being rows of the
//! table above, without rules of tables, fences or labels that end a line in a text, the beginning of a
//! module or raw HTML whose first tag is replaced, and where none begins as a definition of what is
//! before it.

use super::moves::Moved;
use super::splice::Plan;
use super::{Assembled, Assembly, guard};
use crate::document::{Active, Node};
use crate::text::Span;

/// What calls of templates and formulas begin and end with.
const SIGNS: [&str; 11] = [
    "{{", "}}", "{%", "%}", "<%", "%>", "{/*", "*/}", "$$", "\\[", "\\]",
];

/// Whether the result surely has the article's blocks, and nothing acts in it that does not in the
/// article.
pub(super) fn holds(assembly: &Assembly<'_>, plan: &Plan<'_>, assembled: &Assembled) -> bool {
    let outline = &assembly.document.outline;
    if plan.changes.is_empty() {
        return true;
    }
    if assembly.format.name != "markdown" || outline.refers || plan.dropped.contains(&true) {
        return false;
    }
    let hangs = [follows_table, holds_rule, holds_label, begins_module];
    if hangs
        .iter()
        .any(|hangs| hangs(assembly.article, plan.nodes))
    {
        return false;
    }
    if replaces_opening(plan) {
        return false;
    }
    // A call of a template, or a formula, may begin some block above, and go on to the next line that ends it.
    let has_sign = |text: &str| SIGNS.iter().any(|sign| text.contains(sign));
    if { plan.changes.iter() }
        .any(|change| has_sign(&change.text) || has_sign(change.span.of(assembly.article)))
    {
        return false;
    }
    if plan
        .nodes
        .first()
        .is_some_and(|first| may_open(assembly.article, first.span.start))
    {
        return false;
    }
    let moves = assembled.moves.first().map_or(&[][..], Vec::as_slice);
    let mut moved = Moved::new(moves);
    let mut active = outline.active.as_slice();
    let mut at = 0;
    let mut edits = plan
        .changes
        .iter()
        .filter(|change| !change.is_plain())
        .peekable();
    while let Some(edit) = edits.peek() {
        // The top-level block that holds the edit; the front matter is not among them.
        let before = |node: &&Node| node.span.start <= edit.span.start;
        let top = at + plan.nodes[at..].iter().take_while(before).count();
        let Some(top) = (at..top).rfind(|top| plan.nodes[*top].depth == 0) else {
            return false;
        };
        let block = plan.nodes[top].span;
        while let Some(edit) = edits.next_if(|edit| edit.span.start <= block.end) {
            if edit.span.end > block.end {
                return false;
            }
        }
        let within = |node: &&Node| node.span.start < block.end;
        let end = top + 1 + plan.nodes[top + 1..].iter().take_while(within).count();
        let count = |to: usize| active.iter().take_while(|one| one.at < to).count();
        let (before, behind) = (count(block.start), count(block.end));
        let here = &active[before..behind];
        active = &active[behind..];
        let place = Span::new(moved.place(block.start), moved.place(block.end));
        if !is_kept(assembly, plan, top..end, here, place, &assembled.text) {
            return false;
        }
        at = end;
    }
    true
}

/// Whether a block begins on the line behind a table: another text there may be one more row.
fn follows_table(article: &str, nodes: &[Node]) -> bool {
    let mut table_end = None;
    nodes.iter().any(|node| {
        let end = table_end.filter(|end| *end <= node.span.start);
        let is_next = end.is_some_and(|end| {
            table_end = None;
            let gap = article[end..node.span.start].replace("\r\n", "\n");
            gap.matches(['\n', '\r']).count() < 2
        });
        if node.label == "table" {
            table_end = Some(node.span.end);
        }
        is_next
    })
}

/// Whether a line of a text, or the head of a table, is the rule of a table, for which the line above lacks cells or is not the
/// first: a translation may have as many. Or whether one is a fence of code but for what is above it:
/// what is below may be read otherwise without it.
fn holds_rule(article: &str, nodes: &[Node]) -> bool {
    let is_rule = |line: &str| {
        let is_sign = |c| matches!(c, '|' | '-' | ':' | '>' | ' ' | '\t');
        line.contains('-') && line.chars().all(is_sign)
    };
    let is_fence = |line: &str| {
        let bare = line.trim_start_matches([' ', '\t', '>']);
        bare.starts_with("```") || bare.starts_with("~~~")
    };
    let mut texts = { nodes.iter() }.filter(|node| matches!(node.label, "text" | "table"));
    texts.any(|node| {
        // The mark of a list item may be one of the rule: `- |`.
        let start = article[..node.span.start].rfind(['\n', '\r']);
        let start = start.map_or(0, |end| end + 1);
        let lines = article[start..node.span.end].split(['\n', '\r']);
        // The head of a table may look like a rule, and the second line of one is.
        let count = if node.label == "table" { 1 } else { usize::MAX };
        let mut lines = lines.take(count);
        lines.any(|line| is_rule(line) || is_fence(line))
    })
}

/// Whether a line of a text ends with a label that lacks an address: a translation below it may be one.
fn holds_label(article: &str, nodes: &[Node]) -> bool {
    let mut texts = nodes
        .iter()
        .filter(|node| matches!(node.label, "text" | "term"));
    texts.any(|node| {
        let mut lines = node.span.of(article).split(['\n', '\r']);
        lines.any(|line| line.trim_end().ends_with("]:"))
    })
}

/// Whether a block begins like the imports of a module: it is none as long as a brace below is open.
fn begins_module(article: &str, nodes: &[Node]) -> bool {
    let mut blocks = nodes.iter().filter(|node| node.depth == 0);
    blocks.any(|node| {
        let text = node.span.of(article);
        text.starts_with("import ") || text.starts_with("export ")
    })
}

/// Whether a unit that is replaced begins with the tag that makes its block raw HTML.
fn replaces_opening(plan: &Plan<'_>) -> bool {
    let mut blocks = plan.nodes.iter().filter(|node| node.label == "html");
    blocks.any(|node| {
        let start = node.span.start;
        let at = plan
            .changes
            .partition_point(|change| change.span.end <= start);
        plan.changes
            .get(at)
            .is_some_and(|change| change.span.start <= start)
    })
}

/// Whether a line could open front matter, at whose start the first block stands: a translation
/// below it may make it one.
fn may_open(article: &str, first: usize) -> bool {
    let (before, block) = article.split_at(first);
    let mut lines = block.split(['\n', '\r']);
    let line = lines.next().unwrap_or_default().trim_end();
    before.trim_start_matches('\u{FEFF}').is_empty() && matches!(line, "---" | "+++")
}

/// Whether the block at a place of the result is what it was: the same nodes, and nothing active
/// that it had not.
fn is_kept(
    assembly: &Assembly<'_>,
    plan: &Plan<'_>,
    nodes: std::ops::Range<usize>,
    active: &[Active],
    place: Span,
    result: &str,
) -> bool {
    let line = result[..place.start]
        .rfind(['\n', '\r', '\u{FEFF}'])
        .map_or(0, |at| {
            result[at..]
                .chars()
                .next()
                .map_or(at, |c| at + c.len_utf8())
        });
    let block = &result[line..place.end];
    // It could define what stands before it.
    if block.trim_start().starts_with(':') {
        return false;
    }
    let now = (assembly.format.outline)(block);
    let told = |node: &Node| (node.label, node.depth, node.form);
    let before = plan.nodes[nodes.clone()].iter().zip(&plan.added[nodes]);
    let before = before.flat_map(|(node, added)| std::iter::repeat_n(told(node), added + 1));
    if now.refers || !before.eq(now.nodes.iter().map(told)) {
        return false;
    }
    let allowed = guard::known(active);
    let mut active = now.active.iter();
    active.all(|one| guard::may_act(assembly, &allowed, one))
}
