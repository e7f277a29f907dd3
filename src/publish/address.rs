//! Addresses of what lies in the output folder.

use std::fmt::Write as _;

/// A path as part of an address: every byte that could mean something else is escaped.
pub(super) fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    if path.bytes().all(is_plain) {
        out.push_str(path);
        return out;
    }
    for byte in path.bytes() {
        if is_plain(byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The address of one file as a page at another place of the same folder links to it.
pub(super) fn relative(from: &str, to: &str) -> String {
    let same = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(one, two)| one == two);
    // The folders that both lie in.
    let slash = from.as_bytes()[..same.count()]
        .iter()
        .rposition(|byte| *byte == b'/');
    let shared = slash.map_or(0, |at| at + 1);
    let up = "../".repeat(from[shared..].matches('/').count());
    up + &encode(&to[shared..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_up_as_far_as_needed() {
        assert_eq!(relative("fr/a.html", "fr/b.html"), "b.html");
        assert_eq!(relative("fr/n/a.html", "en/n/a.html"), "../../en/n/a.html");
        assert_eq!(relative("fr/n/a.html", "fr/index.html"), "../index.html");
        assert_eq!(relative("a.html", "fr/ä b.html"), "fr/%C3%A4%20b.html");
        assert_eq!(relative("fr/ä/a", "fr/ö/a"), "../%C3%B6/a");
        assert_eq!(relative("fr/nord/a", "fr/nordost/a"), "../nordost/a");
    }
}
