//! A value of a catalog as somebody types it: a Fluent pattern whose line breaks are line breaks.

use crate::catalog::{Catalog, Kind, Value, escape};

/// Begins a literal of line breaks.
const OPEN: &str = "{ \"";
/// Ends it.
const CLOSE: &str = "\" }";
/// A line break in it.
const BREAK: &str = "\\u000A";

/// Bytes of a translation that are taken.
const LONGEST: usize = 64 * 1024;

/// Returns a value as it is typed; `written` is how it stands in its catalog.
pub(super) fn typed(value: &Value, written: &str) -> String {
    if value.is_text() {
        return with_breaks(&escape(&value.text()));
    }
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    with_breaks(lines.join("\n").trim())
}

/// Returns what is typed as the right-hand side of `id = …`, on one line.
///
/// # Errors
/// If it is no value of one message, in a sentence that says what to do.
pub(super) fn pattern(typed: &str) -> Result<String, String> {
    if typed.len() > LONGEST {
        return Err("the translation is longer than 64 KiB; a sentence is shorter".to_owned());
    }
    let mut out = String::with_capacity(typed.len());
    let mut breaks = 0;
    let typed = typed.replace("\r\n", "\n");
    for c in typed.trim().chars() {
        if c == '\n' {
            breaks += 1;
            continue;
        }
        push_breaks(&mut out, &mut breaks);
        let is_break = matches!(
            c,
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        );
        out.push(if is_break { ' ' } else { c });
    }
    if is_one_value(&out) {
        Ok(out)
    } else {
        Err("a brace is not closed, or what stands in braces is no Fluent; write a brace itself as { \"{\" }"
            .to_owned())
    }
}

fn push_breaks(out: &mut String, breaks: &mut usize) {
    if *breaks > 0 {
        out.push_str(OPEN);
        out.push_str(&BREAK.repeat(*breaks));
        out.push_str(CLOSE);
        *breaks = 0;
    }
}

/// Whether a line behind `id = ` is one message with a value and nothing else.
fn is_one_value(line: &str) -> bool {
    let parsed = Catalog::parse(&format!("s000000 = {line}\n"));
    let [entry] = parsed.value.entries.as_slice() else {
        return false;
    };
    let is_message = matches!(entry.kind, Kind::Message(Some(_))) && entry.attributes.is_empty();
    is_message && parsed.diagnostics.is_empty()
}

/// A pattern with line breaks in the place of the literals that stand for them.
fn with_breaks(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(OPEN) {
        let (before, literal) = (&rest[..at], &rest[at + OPEN.len()..]);
        out.push_str(before);
        let inside = literal.split(CLOSE).next().unwrap_or_default();
        let count = inside.len() / BREAK.len();
        let is_breaks = count > 0 && inside == BREAK.repeat(count);
        let end = at + OPEN.len() + inside.len() + CLOSE.len();
        // At an end it would be trimmed.
        if is_breaks && !out.is_empty() && end < rest.len() {
            out.push_str(&"\n".repeat(count));
            rest = &rest[end..];
        } else {
            out.push_str(OPEN);
            rest = literal;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_says_what_the_catalog_says() {
        for text in [
            "Der Markt ist offen.",
            "Eins.\n\nZwei.",
            "{ und }",
            " mit Rand ",
            "\nvorn",
            "",
            "{\nzwischen\n}",
            "a\n{ -firma }",
        ] {
            let typed = typed(&Value::of(text), text);
            let line = pattern(&typed).unwrap();
            let catalog = Catalog::parse(&format!("a = {line}\n")).value;
            assert_eq!(
                catalog.entries[0].value().unwrap().text(),
                text,
                "{typed:?}"
            );
        }
    }

    #[test]
    fn nothing_but_one_value_can_be_typed() {
        for typed in [
            "{ -firma",
            "}",
            "a { b",
            "{ $x -> }",
            "a\u{0}{",
            "{ \"offen }",
        ] {
            assert!(pattern(typed).is_err(), "{typed:?}");
        }
        for typed in [
            "a\ns1 = b",
            "a\n.attr = b",
            "# kein Kommentar",
            "[x] = y",
            "*[other] x",
        ] {
            let line = pattern(typed).unwrap();
            assert!(is_one_value(&line) && !line.contains('\n'), "{line}");
        }
    }
}
