//! A line break that is lost, added, or typed as text.
//!
//! Why it matters: addresses, verses and opening hours stand on lines of their own, and `\\n` or `<br>`
//! typed in a value is shown to the reader. A blank line, which begins a new paragraph, is none.
//! Example: `Am Kanal 3 ⏎ 12345 Grün` – `Canal Street 3 12345 Green City`.
//! Fix: none; write `{ "\\u000A" }` where the line ends.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "line-break",
    category: "format",
    severity: Severity::Warning,
    manual: include_str!("line_break.rs"),
    find: Find::Pair(find),
};

/// What people type for a line break.
const TYPED: [&str; 5] = ["\\n", "\\u000A", "⏎", "<br>", "<br/>"];

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let (source, target) = (pair.source(), pair.target());
    let hint = "write { \"\\u000A\" } where a line ends";
    let typed = TYPED.iter().find_map(|typed| {
        let at = target.find(typed).filter(|_| !source.contains(typed))?;
        let before = target[..at].chars().next_back();
        // "C:\\neu" is a path.
        let free = *typed != "\\n" || before.is_none_or(|c| !matches!(c, ':' | '\\'));
        let tag = typed.starts_with('<') && source.contains("<br");
        (free && !tag).then(|| Span::new(at, at + typed.len()))
    });
    if let Some(span) = typed.filter(|span| !is_code(pair, *span)) {
        let written = span.of(target);
        let message = format!("`{written}` is shown as it is typed");
        flaws.push(Flaw::new(span, written, message).hint(hint));
        return;
    }
    let (here, there) = (breaks(source), breaks(target));
    if here == there {
        return;
    }
    let message = if there < here {
        format!("the German has {here} line breaks, this has {there}")
    } else {
        format!("this has {there} line breaks, the German has {here}")
    };
    flaws.push(Flaw::new(Span::default(), format!("{there}/{here}"), message).hint(hint));
}

/// How often a text begins a new line within a paragraph.
fn breaks(text: &str) -> usize {
    let text = text.trim();
    let lines = text.split('\n').collect::<Vec<_>>();
    let full = |line: &&str| !line.trim().is_empty();
    lines
        .windows(2)
        .filter(|two| full(&two[0]) && full(&two[1]))
        .count()
}

/// Whether a place lies in code.
fn is_code(pair: Pair<'_>, span: Span) -> bool {
    span.of(pair.target()) != span.of(pair.bare().1)
        && !span.of(pair.target()).starts_with(['<', '\\'])
        || pair.target()[..span.start].matches('`').count() % 2 == 1
}
