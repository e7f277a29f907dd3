//! An escape or a tag that was typed for a character: `\n`, `\u00A0`, `⏎`, `<br>`.
//!
//! Why it matters: Fluent knows escapes in quotation marks alone, and nothing else in a value is a line
//! break; the reader sees what was typed.
//! Example: `Canal Street 3\n12345 Green City`.
//! Fix: none; write `{ "\u000A" }` for the end of a line, `{ "\u00A0" }` for a no-break space.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "typed-escape",
    category: "format",
    severity: Severity::Warning,
    manual: include_str!("typed_escape.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    if let Some(span) = typed(pair) {
        let written = span.of(pair.target());
        let message = format!("`{written}` is shown as it is typed");
        flaws.push(
            Flaw::new(span, written, message).hint("write { \"\\u000A\" } where a line ends"),
        );
    }
}

/// What was typed for a character and is not in the German.
pub(super) fn typed(pair: Pair<'_>) -> Option<Span> {
    let (source, target) = (pair.source(), pair.target());
    for tag in ["⏎", "<br>", "<br/>"] {
        let known = source.contains(tag) || tag.starts_with('<') && source.contains("<br");
        if let Some(at) = target.find(tag).filter(|_| !known) {
            return Some(Span::new(at, at + tag.len())).filter(|span| !is_code(target, *span));
        }
    }
    let mut from = 0;
    while let Some(at) = target[from..].find('\\').map(|at| from + at) {
        from = at + 1;
        let rest = &target[from..];
        let hex = rest
            .bytes()
            .skip(1)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let length = match rest.as_bytes().first() {
            Some(b'u') if hex >= 4 => 6,
            Some(b'n' | b't' | b'r') => 2,
            _ => continue,
        };
        let span = Span::new(at, at + length);
        // "C:\neu" is a path.
        let is_path = target[..at].ends_with([':', '\\']);
        if !is_path && !source.contains(span.of(target)) && !is_code(target, span) {
            return Some(span);
        }
    }
    None
}

/// Whether a place lies in code.
fn is_code(target: &str, span: Span) -> bool {
    target[..span.start].matches('`').count() % 2 == 1
}
