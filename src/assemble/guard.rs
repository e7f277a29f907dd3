//! Nothing comes into a Markdown article by its translation that runs in a reader's browser: raw
//! HTML and attributes of headings that the article does not have, and links of schemes that are
//! not allowed, are escaped, so that they read as the text they are.

use super::link::is_allowed;
use super::moves::Move;
use super::{Assembled, Assembly};
use crate::document::{Active, ActiveKind, Outline};
use crate::text::{Diagnostic, Edit, Severity, Span};
use rustc_hash::FxHashMap;

/// An escape may show what stood in its shadow; each round escapes at least one thing.
const ROUNDS: usize = 32;

/// Escapes in the result what the article does not have; tells of each place. `outline` is the
/// result's, before and after.
pub(super) fn guard(
    assembly: &Assembly<'_>,
    assembled: &mut Assembled,
    outline: &mut Outline,
) -> Vec<Diagnostic> {
    let allowed = number(&assembly.document.outline.active);
    let mut escaped = 0;
    for _ in 0..ROUNDS {
        let edits = foreign(assembly, &allowed, &outline.active);
        if edits.is_empty() {
            break;
        }
        escaped += edits.len();
        apply(assembled, &edits);
        *outline = (assembly.format.outline)(&assembled.text);
    }
    if !foreign(assembly, &allowed, &outline.active).is_empty() {
        return vec![finding(
            assembly,
            Severity::Error,
            "has raw HTML that its source does not have, and no escape takes it away",
        )];
    }
    if escaped == 0 {
        return Vec::new();
    }
    vec![finding(
        assembly,
        Severity::Warning,
        "had raw HTML or links that its source does not have; they stand there as text",
    )]
}

fn finding(assembly: &Assembly<'_>, severity: Severity, what: &str) -> Diagnostic {
    let message = format!("The article in {} {what}.", assembly.locale);
    Diagnostic::new("foreign-markup", severity, Span::new(0, 0), message)
        .hint("Write the text without tags, and links to http, https or mailto.")
}

/// How often each thing is there.
type Numbers<'a> = FxHashMap<(ActiveKind, &'a str), usize>;

fn number(active: &[Active]) -> Numbers<'_> {
    let mut numbers = Numbers::default();
    for one in active {
        *numbers.entry((one.kind, &one.text)).or_default() += 1;
    }
    numbers
}

/// The escapes of what is there more often than it is allowed to be.
fn foreign(assembly: &Assembly<'_>, allowed: &Numbers<'_>, active: &[Active]) -> Vec<Edit> {
    let mut left = allowed.clone();
    let mut edits = Vec::new();
    for one in active {
        if one.kind == ActiveKind::Address && is_allowed(&one.text, assembly.schemes) {
            continue;
        }
        match left.get_mut(&(one.kind, one.text.as_str())) {
            Some(number) if *number > 0 => *number -= 1,
            _ => edits.push(match one.kind {
                ActiveKind::Attributes => Edit::replace(Span::new(one.at, one.at + 1), "&#123;"),
                ActiveKind::Html | ActiveKind::Address => Edit::insert(one.at, "\\"),
            }),
        }
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup_by_key(|edit| edit.span);
    edits
}

/// Makes the escapes, given in their order.
fn apply(assembled: &mut Assembled, edits: &[Edit]) {
    assembled.text = crate::text::apply(&assembled.text, edits);
    let moved = |edit: &Edit| Move {
        span: edit.span,
        length: edit.text.len(),
    };
    assembled.moves.push(edits.iter().map(moved).collect());
}
