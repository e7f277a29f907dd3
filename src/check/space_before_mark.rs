//! A space before a comma, a full stop or another mark that stands close to its word.
//!
//! Why it matters: the mark may begin the next line.
//! Example: `the gate , which` for `the gate, which`. In French `;`, `:`, `!` and `?` have their space.
//! Fix: none; the mark may begin a name, as in ` .htaccess`.

use super::{Check, Find, Flaw, Pair};
use crate::language::{Gap, Kind, Token};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "space-before-mark",
    category: "space",
    severity: Severity::Hint,
    manual: include_str!("space_before_mark.rs"),
    find: Find::Pair(find),
};

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    let (_, target) = pair.bare();
    let is_apart =
        |token: &&Token| token.kind == Kind::Mark && matches!(token.gap, Gap::Space | Gap::Dash);
    for token in pair.readings().1.tokens.list.iter().filter(is_apart) {
        const MARKS: &str = ",.;:!?،؛؟";
        const BLANKS: [char; 3] = [' ', '\u{A0}', '\u{202F}'];
        let at = token.span.start;
        let mark = target[at..].chars().next().filter(|c| MARKS.contains(*c));
        let Some(c) = mark.filter(|c| !writing.spaced.contains(c)) else {
            continue;
        };
        if !target[..at].ends_with(BLANKS) {
            continue;
        }
        let head = target[..at].trim_end_matches(BLANKS);
        let after = target[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        // Not `.5`, `...`, ` :-)`, nor what is blanked out before it.
        let lone = after.is_whitespace() || matches!(after, '"' | '”' | '»');
        let opaque = pair.target()[head.len()..at].trim() != "";
        if head.is_empty() || !lone || opaque || pair.source().contains(&format!(" {c}")) {
            continue;
        }
        if head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”')) {
            let message = format!("a space stands before `{c}`");
            flaws.push(
                Flaw::new(Span::new(head.len(), at), c.to_string(), message).hint("take it out"),
            );
        }
    }
}
