//! A comma, semicolon or question mark of the Latin script in a language that has its own.
//!
//! Why it matters: in Arabic `,` and `?` point the wrong way and stand on the wrong side.
//! Example: `متى?` for `متى؟`. Numbers, and text in Latin letters, keep theirs.
//! Fix: none; the text around it may be Latin.

use super::pair::characters::Characters;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "foreign-mark",
    category: "punct",
    severity: Severity::Hint,
    manual: include_str!("foreign_mark.rs"),
    find: Find::Pair(find),
};

const MARKS: Characters = Characters::of(",;?");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    if writing.marks.is_empty() || !pair.readings().1.characters.meets(&MARKS) {
        return;
    }
    let (_, target) = pair.bare();
    let mut before = ' ';
    for (at, c) in target.char_indices() {
        let own = match c {
            ',' => '،',
            ';' => '؛',
            '?' => '؟',
            _ => {
                before = if c == ' ' { before } else { c };
                continue;
            }
        };
        let fits = writing.marks.contains(&own);
        if fits && matches!(before, '\u{620}'..='\u{64A}') {
            let message = format!("`{c}` is the mark of another script");
            let flaw = Flaw::new(Span::new(at, at + 1), c.to_string(), message);
            flaws.push(flaw.hint(format!("write `{own}`")));
        }
        before = c;
    }
}
