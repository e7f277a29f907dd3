//! A text without what is no language.

use std::borrow::Cow;

use super::characters::{Characters, Marks};

/// What begins a word that may be an address.
pub(super) const WORDS: Characters = Characters::NONE
    .with('0'..='9')
    .with('A'..='Z')
    .with('a'..='z');

/// A text without what is no language: code, tags, addresses, placeables and entities are blanked
/// out byte for byte, so that places stay.
pub(super) fn bare<'a>(text: &'a str, characters: &Characters) -> Cow<'a, str> {
    const MARKS: Characters = Characters::of(r"`<{&@/\[");
    static ALONE: Marks = Marks::of(r"`<{&@\[]");
    static WITH_WORDS: Marks = Marks::from(&ALONE.set.and(&WORDS));
    let has_host = has_dot_within(text);
    if !characters.meets(&MARKS) && !has_host {
        return Cow::Borrowed(text);
    }
    let has_mail = characters.has('@');
    let has_words = has_mail || has_host || has_scheme(text, characters);
    let marks = if has_words { &WITH_WORDS } else { &ALONE };
    let mut out = String::new();
    let mut at = 0;
    while let Some(place) = marks.next(text, at) {
        let rest = &text[place..];
        // What is blanked out before it is no letter.
        let before = text[out.len()..place].chars().next_back();
        let is_word = rest.as_bytes()[0].is_ascii_alphanumeric();
        let length = if !is_word {
            opaque(rest, before)
        } else if before.is_some_and(char::is_alphanumeric) {
            None
        } else {
            name(rest, has_mail, has_host)
        };
        let length = length.unwrap_or(0);
        if length > 0 {
            out.reserve(text.len() - out.len());
            out.push_str(&text[out.len()..place]);
            out.extend(std::iter::repeat_n(' ', length));
        }
        // Nothing begins within a word.
        let word = || rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        at = place + if length > 0 { length } else { word().max(1) };
    }
    if out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[out.len()..]);
    Cow::Owned(out)
}

/// Whether a web address may stand in a text.
pub(super) fn has_scheme(text: &str, characters: &Characters) -> bool {
    let has = |marks: &str| marks.chars().all(|c| characters.has(c)) && text.contains(marks);
    has("://") || has("www.")
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
    let known = [
        &b"https://"[..],
        b"http://",
        b"www.",
        b"HTTP://",
        b"HTTPS://",
    ]
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
    memchr::memchr_iter(b'.', bytes).any(|at| {
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
    let dot = host.bytes().rposition(|byte| byte == b'.')?;
    (dot > 0 && TOPS.contains(&&host[dot + 1..])).then_some(host.len())
}
