//! Text as the value of a message: what a catalog can hold, and how it is written.

use std::borrow::Cow;

/// Returns what a catalog gives back for a text that was written into it: the text, with a blank for
/// each line break that Fluent cannot hold.
///
/// # Examples
/// ```
/// use satz::catalog::rendering;
/// assert_eq!(rendering("Ein\u{2028}Satz."), "Ein Satz.");
/// ```
pub fn rendering(text: &str) -> Cow<'_, str> {
    if text.contains(is_foreign_break) {
        text.replace(is_foreign_break, " ").into()
    } else {
        text.into()
    }
}

/// Whether a character is a line break that Fluent cannot hold: CR, VT, FF, NEL, LS or PS.
fn is_foreign_break(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Writes text as the right-hand side of `id = …`, on one line; decoded it is the [`rendering`] of
/// the text.
pub fn escape(text: &str) -> String {
    if text.is_empty() {
        return "{ \"\" }".to_owned();
    }
    let head = text.len() - text.trim_start().len();
    let tail = text.trim_end().len().max(head);
    let mut out = String::with_capacity(text.len() + 16);
    let mut literal = String::new();
    for (at, c) in text.char_indices() {
        let edge = at < head || at >= tail;
        match c {
            '\n' => literal.push_str("\\u000A"),
            c if is_foreign_break(c) => {
                if edge {
                    literal.push(' ');
                } else {
                    close(&mut out, &mut literal);
                    out.push(' ');
                }
            }
            '{' | '}' => literal.push(c),
            c if edge => literal.push(c),
            c => {
                close(&mut out, &mut literal);
                out.push(c);
            }
        }
    }
    close(&mut out, &mut literal);
    out
}

fn close(out: &mut String, literal: &mut String) {
    if !literal.is_empty() {
        out.push_str("{ \"");
        out.push_str(literal);
        out.push_str("\" }");
        literal.clear();
    }
}
