//! Nothing comes into a Markdown article by its translation that runs in a reader's browser: raw
//! HTML and attributes of headings that the article does not have, and links of schemes that are
//! not allowed, are escaped, so that they read as the text they are.

use super::moves::Move;
use super::{Assembled, Assembly, is_allowed};
use crate::document::{Active, ActiveKind, Outline};
use crate::text::{Diagnostic, Edit, Severity, Span};
use rustc_hash::FxHashSet;

/// An escape may show what stood in its shadow; each round escapes at least one thing.
const ROUNDS: usize = 32;

/// Escapes in the result what the article does not have, and says so, also if that was `disarmed`
/// before. `outline` is the result's, before and after.
pub(super) fn guard(
    assembly: &Assembly<'_>,
    assembled: &mut Assembled,
    outline: &mut Outline,
    disarmed: bool,
) -> Vec<Diagnostic> {
    let allowed = known(&assembly.document.outline.active);
    let mut has_escaped = disarmed;
    for _ in 0..ROUNDS {
        let edits = foreign(assembly, &assembled.text, &allowed, &outline.active);
        if edits.is_empty() {
            break;
        }
        has_escaped = true;
        apply(assembled, &edits);
        *outline = (assembly.format.outline)(&assembled.text);
    }
    if !foreign(assembly, &assembled.text, &allowed, &outline.active).is_empty() {
        return vec![finding(
            assembly,
            Severity::Error,
            "has raw HTML that its source does not have, and no escape takes it away",
        )];
    }
    if !has_escaped {
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

/// What acts in an article.
pub(super) type Known<'a> = FxHashSet<(ActiveKind, &'a str)>;

pub(super) fn known(active: &[Active]) -> Known<'_> {
    active
        .iter()
        .map(|one| (one.kind, one.text.as_str()))
        .collect()
}

/// Whether something may act in the result: the article has it, or it is harmless.
pub(super) fn may_act(assembly: &Assembly<'_>, allowed: &Known<'_>, one: &Active) -> bool {
    let is_harmless = match one.kind {
        ActiveKind::Address => is_allowed(&one.text, assembly.schemes),
        // Values with several lines have it in raw HTML.
        ActiveKind::Html => one.text == "<br",
        ActiveKind::Attributes => false,
    };
    is_harmless || allowed.contains(&(one.kind, one.text.as_str()))
}

/// The escapes of what may not act. References are read alike by every program that reads
/// Markdown; a backslash before `<` or `{` is not.
fn foreign(
    assembly: &Assembly<'_>,
    text: &str,
    allowed: &Known<'_>,
    active: &[Active],
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for one in active.iter().filter(|one| !may_act(assembly, allowed, one)) {
        let sign = Span::new(one.at, one.at + 1);
        edits.push(match text.as_bytes().get(one.at) {
            Some(b'<') => Edit::replace(sign, "&lt;"),
            Some(b'{') => Edit::replace(sign, "&#123;"),
            _ => Edit::insert(one.at, "\\"),
        });
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
