//! A mark that stands twice, or the marks of two scripts side by side.
//!
//! Why it matters: it is a slip, and readers see it. `?!`, `...` and what the German has itself are fine.
//! Example: `What is this??` for `Was ist das?`; `Good,, yes.`
//! Fix: none; the second may stand for another mark.

use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "doubled-mark",
    category: "punct",
    severity: Severity::Warning,
    manual: include_str!("doubled_mark.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let text = pair.bare().1;
    let mut before = (' ', ' ');
    for (at, c) in text.char_indices() {
        let (last, mark) = before;
        before = (mark, c);
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let ends =
            next.is_whitespace() || matches!(next, '"' | '”' | '“' | '»' | ')' | '’' | '*' | '_');
        if !ends || !is_doubled(mark, c) || is_mark(last) || last.is_whitespace() {
            continue;
        }
        let span = Span::new(at - mark.len_utf8(), at + c.len_utf8());
        let written = span.of(text);
        if !pair.source().contains(written) {
            let message = format!("`{written}`: one mark too many");
            flaws.push(Flaw::new(span, written, message).hint("leave one of the two"));
            return;
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '?'
            | '!'
            | '،'
            | '؛'
            | '؟'
            | '।'
            | '。'
            | '，'
            | '、'
            | '？'
            | '！'
            | '۔'
            | '…'
    )
}

/// Whether no language writes the one behind the other.
fn is_doubled(one: char, other: char) -> bool {
    // Of one sense in two scripts.
    let sense = |c: char| match c {
        '.' | '।' | '。' | '۔' => Some('.'),
        ',' | '،' | '，' | '、' => Some(','),
        ';' | '؛' => Some(';'),
        '?' | '؟' | '？' => Some('?'),
        '!' | '！' => Some('!'),
        _ => None,
    };
    match (sense(one), sense(other)) {
        (Some(a), Some(b)) if a == b => true,
        (Some(',' | '?' | '!'), Some('.')) => true,
        _ => false,
    }
}
