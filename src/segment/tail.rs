//! What stands behind the marks of a sentence, after a blank, and still belongs to it.

use super::scan::{Candidate, note};

/// Takes in notes and hashtags behind a mark: "… wahr. [3] Danach", "Toll! #tatort". Those that begin
/// something stay with it: the number of an entry in a list of sources, a tag that is a sentence's first
/// word. `sentence` is where the sentence begins.
pub(super) fn take(text: &str, sentence: usize, found: &mut Candidate) {
    if found.glued || !matches!(text.as_bytes().get(found.next), Some(b'[' | b'#')) {
        return;
    }
    // At the start of a line it begins something.
    if text[found.end..found.next].contains('\n') {
        return;
    }
    let entry = text[sentence..].starts_with('[') && note(&text[sentence..]).is_some();
    let mut end = found.next;
    loop {
        let rest = &text[end..];
        let length = if rest.starts_with('#') {
            tag(rest)
        } else {
            note(rest)
        };
        let Some(length) = length.filter(|_| !entry) else {
            break;
        };
        let after = &text[end + length..];
        let next = after.trim_start();
        let whole = next.is_empty() || next.len() < after.len();
        if !whole {
            break;
        }
        if !next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | '.')) {
            found.end_at(text, end + length);
        }
        end = text.len() - next.len();
    }
}

/// Length of a hashtag at the start of the text.
fn tag(text: &str) -> Option<usize> {
    let word = text.strip_prefix('#')?;
    let end = word
        .find(|c: char| !(c.is_alphanumeric() || c == '_'))
        .unwrap_or(word.len());
    (end > 1).then_some(end + 1)
}
