//! Addresses of what lies in the output folder.

use std::fmt::Write as _;

/// A path as part of an address: every byte that could mean something else is escaped.
pub(super) fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
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
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let shared = from[..folders]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(one, two)| one == two)
        .count();
    let up = "../".repeat(folders - shared);
    format!("{up}{}", encode(&to[shared..].join("/")))
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
    }
}
