//! German quotation marks in a language that has others.
//!
//! Why it matters: `„` at the foot of the line reads as two commas to most readers.
//! Example: `He said „yes“.` Every locale has its marks: “…” in English, «…» in French, „…” in
//! Polish. Fix: none here, since a quotation may begin in one sentence and end in another.

use super::pair::characters::Marks;
use super::{Check, Find, Flaw, Pair};
use crate::text::{Severity, Span};

pub(super) const CHECK: Check = Check {
    code: "foreign-quote",
    category: "quote",
    severity: Severity::Warning,
    manual: include_str!("foreign_quote.rs"),
    find: Find::Pair(find),
};

static QUOTES: Marks = Marks::of("„‚“»");

fn find(pair: Pair<'_>, flaws: &mut Vec<Flaw>) {
    let Some(writing) = pair.writing() else {
        return;
    };
    let target = pair.target();
    if !pair.readings().1.characters.meets(&QUOTES.set) {
        return;
    }
    let has = |c: char| writing.quotes.contains(&c);
    let mut open = false;
    let mut found = Vec::new();
    for (at, c) in QUOTES.places(target) {
        let before = target[..at].chars().next_back().unwrap_or(' ');
        let after = target[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let foreign = match c {
            '„' => {
                open = true;
                !has('„')
            }
            '‚' => !has('‚') && after.is_alphabetic() && !before.is_alphanumeric(),
            // Closing as in German: up and to the left. Where „ is at home, its partner tells.
            '“' => {
                open && !has('“') && {
                    open = false;
                    true
                }
            }
            '»' => {
                after.is_alphanumeric()
                    && !before.is_alphanumeric()
                    && before != '('
                    && target[at..].contains('«')
            }
            _ => false,
        };
        if foreign {
            found.push((at, c));
        }
    }
    if let Some((at, c)) = found.first() {
        let message = format!("`{c}` is no quotation mark of this language");
        let own: String = writing.quotes.iter().take(2).collect();
        let flaw = Flaw::new(Span::new(*at, at + c.len_utf8()), c.to_string(), message);
        flaws.push(flaw.hint(format!("this language has {own}")));
    }
}
