//! Texts in which readers see nothing.

/// Whether a text shows nothing: white space, and characters that are not seen.
///
/// # Examples
/// ```
/// use satz::catalog::is_blank;
/// assert!(is_blank(" \t\u{A0}\u{200B}\u{FEFF}"));
/// assert!(!is_blank("–"));
/// ```
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_unseen)
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}')
}

/// Whether a page shows nothing of a text with markup: all in it is blank, a comment, a tag or a link
/// around nothing, or a reference to a character that is not seen.
pub(super) fn shows_nothing(text: &str) -> bool {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = if is_unseen(next) {
            Some(next.len_utf8())
        } else {
            unseen_markup(rest)
        };
        let Some(length) = length else { return false };
        rest = &rest[length..];
    }
    true
}

/// Elements that show something although nothing stands in them.
const SEEN: [&str; 16] = [
    "audio", "button", "canvas", "embed", "hr", "iframe", "img", "input", "math", "meter",
    "object", "progress", "select", "svg", "textarea", "video",
];

/// The length of the markup at the start of a text that shows nothing by itself.
fn unseen_markup(text: &str) -> Option<usize> {
    match text.as_bytes()[0] {
        b'<' if text.starts_with("<!--") => end_of(text, "-->"),
        b'<' => tag(text),
        b'{' if text.starts_with("{/*") => end_of(text, "*/}"),
        b'[' => link(text),
        b'&' => reference(text),
        _ => None,
    }
}

fn end_of(text: &str, end: &str) -> Option<usize> {
    text.find(end).map(|at| at + end.len())
}

/// A tag of HTML that shows nothing; components of MDX, whose names have a capital, may show anything.
fn tag(text: &str) -> Option<usize> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let is_known = name.starts_with(|c: char| c.is_ascii_lowercase()) && !SEEN.contains(&name);
    is_known.then(|| end_of(text, ">")).flatten()
}

/// A link of Markdown around nothing.
fn link(text: &str) -> Option<usize> {
    let (label, target) = text[1..].split_once("](")?;
    if !is_blank(label) {
        return None;
    }
    Some(1 + label.len() + 2 + end_of(target, ")")?)
}

/// A reference to a character that is not seen.
fn reference(text: &str) -> Option<usize> {
    const NAMES: [&str; 14] = [
        "emsp",
        "ensp",
        "lrm",
        "nbsp",
        "NoBreak",
        "numsp",
        "puncsp",
        "rlm",
        "shy",
        "thinsp",
        "zwj",
        "zwnj",
        "ZeroWidthSpace",
        "hairsp",
    ];
    let end = text.find(';')?;
    let name = &text[1..end];
    let number = name.strip_prefix('#').and_then(|number| {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        hexadecimal.map_or_else(
            || number.parse().ok(),
            |digits| u32::from_str_radix(digits, 16).ok(),
        )
    });
    let is_named = NAMES.contains(&name);
    let is_numbered = || number.and_then(char::from_u32).is_some_and(is_unseen);
    (is_named || is_numbered()).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::shows_nothing;

    #[test]
    fn what_shows_nothing() {
        for text in [
            "",
            " ",
            "<!-- wird gekürzt -->",
            "<!-- a --> <!--b-->\u{200B}",
            "<b></b>",
            "<i><!-- x --></i>",
            "<br>",
            "<br />",
            "<a id=\"x\"></a>",
            "<span lang=\"de\"> </span>",
            "{/* später */}",
            "[](weg.md)",
            "&nbsp;&#8203;&#xAD;",
            "<wbr>",
        ] {
            assert!(shows_nothing(text), "{text}");
        }
    }

    #[test]
    fn what_shows_something() {
        for text in [
            "–",
            "?",
            "<!-- offen",
            "<!-- a -->b",
            "<b>x</b>",
            "<img src=\"a.png\">",
            "![](a.png)",
            "<Bild />",
            "[x](weg.md)",
            "[^1]",
            "&amp;",
            "&#65;",
            "<",
            "{/* offen",
            "<3",
            "\\",
        ] {
            assert!(!shows_nothing(text), "{text}");
        }
    }
}
