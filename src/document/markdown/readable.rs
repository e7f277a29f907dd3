//! Texts at which the parser of Markdown would stop the program, written so that it reads them.

use std::borrow::Cow;

/// A text of the same length that the parser can read whole.
///
/// The parser (pulldown-cmark 0.13) panics at a task of which a lone backslash is the whole heading:
/// it looks for the attributes of the heading between the end of the task's mark and the start of its
/// text. In what is returned, a control character that the text does not have stands for each such backslash.
pub fn readable(text: &str) -> Cow<'_, str> {
    let mut lone = lone_backslashes(text).peekable();
    if lone.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let sign = lone_sign(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for place in lone {
        out.push_str(&text[at..place]);
        out.push(sign);
        at = place + 1;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// A control character that a text does not have.
pub(super) fn lone_sign(text: &str) -> char {
    let mut signs = '\u{3}'..='\u{8}';
    signs.find(|sign| !text.contains(*sign)).unwrap_or('\u{e}')
}

/// The places of backslashes that are all there is behind the mark of a task in its line.
fn lone_backslashes(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('\\').filter_map(|(place, _)| {
        let is_last = text[place + 1..].starts_with(['\n', '\r']);
        let before = text.as_bytes()[..place].trim_ascii_end();
        let is_task = matches!(before, [.., b'[', _, b']']) && before.len() < place;
        (is_last && is_task).then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_backslash_behind_the_mark_of_a_task_is_hidden() {
        for (text, expected) in [
            ("- [ ] \\\n  ===\n", "- [ ] \u{3}\n  ===\n"),
            ("- [x]\t\\\r\n  ---", "- [x]\t\u{3}\r\n  ---"),
            ("- [ ] \\\n\u{3}", "- [ ] \u{4}\n\u{3}"),
            ("- [ ]\\\n  ===\n", "- [ ]\\\n  ===\n"),
            ("- [ ] a\\\n  ===\n", "- [ ] a\\\n  ===\n"),
            ("- [ ] \\ \n  ===\n", "- [ ] \\ \n  ===\n"),
            ("[ ] \\", "[ ] \\"),
        ] {
            assert_eq!(readable(text), expected, "{text:?}");
        }
    }
}
