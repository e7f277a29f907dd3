use std::borrow::Cow;

use super::characters::Characters;

/// A text without what is no language: code, tags, addresses, placeables and entities are blanked
/// out byte for byte, so that places stay.
pub(super) fn bare<'a>(text: &'a str, characters: &Characters) -> Cow<'a, str> {
    const MARKS: Characters = Characters::of(r"`<{&@/\[");
    let has_host = has_dot_within(text);
    if !characters.meets(&MARKS) && !has_host {
        return Cow::Borrowed(text);
    }
    let has_mail = characters.has('@');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let starts = c.is_ascii_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
        let length = if starts {
            name(rest, has_mail, has_host)
        } else {
            opaque(rest, before)
        };
        let length = length.unwrap_or(0);
        if length == 0 {
            // Nothing begins within a word.
            let word = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let (own, behind) = rest.split_at(word.max(c.len_utf8()));
            out.push_str(own);
            rest = behind;
        } else {
            out.extend(std::iter::repeat_n(' ', length));
            rest = &rest[length..];
        }
    }
    Cow::Owned(out)
}

/// The length of what is no language at the start of a text, after the character `before`.
fn opaque(rest: &str, before: Option<char>) -> Option<usize> {
    match rest.as_bytes()[0] {
        b'`' => {
            let fence = rest.len() - rest.trim_start_matches('`').len();
            let end = within(&rest[fence..], &rest[..fence])?;
            Some(fence + end + fence)
        }
        b'<' if rest[1..]
            .starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') =>
        {
            within(&rest[1..], ">").map(|end| end + 2)
        }
        b'[' if rest.starts_with("[^") => within(rest, "]").map(|end| end + 1),
        b']' if rest.starts_with("](") => within(rest, ")").map(|end| end + 1),
        b']' if rest.starts_with("][") => within(&rest[1..], "]").map(|end| end + 2),
        b'{' => within(&rest[1..], "}")
            .filter(|end| !rest[1..=*end].contains('{'))
            .map(|end| end + 2),
        b'&' => within(rest, ";")
            .filter(|end| {
                *end > 1
                    && rest[1..*end]
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'#')
            })
            .map(|end| end + 1),
        b'\\' => rest[1..]
            .starts_with(|c: char| c.is_ascii_punctuation())
            .then_some(2),
        b'@' if !before.is_some_and(char::is_alphanumeric) => {
            let name = rest[1..]
                .bytes()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
            Some(1 + name.count())
        }
        _ => None,
    }
}

/// The length of the address that stands at the start of a word, of the kinds that the text may have.
fn name(rest: &str, has_mail: bool, has_host: bool) -> Option<usize> {
    let address = rest.starts_with(['h', 'w', 'H']).then(|| address(rest));
    let mail = || has_mail.then(|| mail(rest)).flatten();
    let host = || has_host.then(|| host(rest)).flatten();
    address.flatten().or_else(mail).or_else(host)
}

/// Where `end` begins, within a stretch that is looked through at most.
fn within(text: &str, end: &str) -> Option<usize> {
    let mut most = text.len().min(2000);
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    text[..most].find(end)
}

/// The length of a web address at the start of a text.
pub(super) fn address(text: &str) -> Option<usize> {
    let head = text.as_bytes();
    let known = [&b"https://"[..], b"http://", b"www.", b"HTTP"]
        .iter()
        .any(|scheme| head.starts_with(scheme));
    if !known {
        return mail(text);
    }
    let mut depth = 0;
    let end = text.char_indices().find(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth < 0
            || c.is_whitespace()
            || matches!(
                c,
                '<' | '>'
                    | '"'
                    | '`'
                    | '{'
                    | '}'
                    | '|'
                    | '“'
                    | '”'
                    | '«'
                    | '»'
                    | '„'
                    | ']'
                    | '،'
                    | '؛'
                    | '؟'
            )
    });
    let end = end.map_or(text.len(), |(at, _)| at);
    let length = text[..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '’'])
        .len();
    Some(length)
}

/// The length of an e-mail address at the start of a text.
pub(super) fn mail(text: &str) -> Option<usize> {
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    let local = text.bytes().take(64).take_while(is_part).count();
    if local == 0 || text.as_bytes().get(local) != Some(&b'@') {
        return None;
    }
    let host = &text[local + 1..];
    let length = host.bytes().take(200).take_while(is_part).count();
    let host = host[..length].trim_end_matches(['.', '-', '_', '+']);
    let dot = host.rfind('.')?;
    (dot > 0 && host.len() - dot > 2).then_some(local + 1 + host.len())
}

/// Whether a dot stands within a word, as in the name of a host.
fn has_dot_within(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices('.').any(|(at, _)| {
        let after = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        after && at > 0 && bytes[at - 1].is_ascii_alphanumeric()
    })
}

/// The length of the name of a host at the start of a text, written without a scheme: `example.org`.
fn host(text: &str) -> Option<usize> {
    const TOPS: [&str; 12] = [
        "at", "ch", "com", "de", "edu", "eu", "fr", "info", "net", "org", "pl", "ua",
    ];
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let length = text.bytes().take(200).take_while(is_part).count();
    let host = text[..length].trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    (!name.is_empty() && TOPS.contains(&top)).then_some(host.len())
}
