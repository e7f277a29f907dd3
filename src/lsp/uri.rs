//! Addresses of files as editors write them.

use std::path::{Path, PathBuf};

/// The path of a `file:` address; none for other schemes, for files of other machines, and for what is no plain
/// absolute path.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let scheme = uri.get(..5)?;
    let rest = uri[5..]
        .strip_prefix("//")
        .filter(|_| scheme.eq_ignore_ascii_case("file:"))?;
    let at = rest.find('/')?;
    let (host, path) = rest.split_at(at);
    let is_here = host.is_empty() || host.eq_ignore_ascii_case("localhost");
    if !is_here || path.contains(['?', '#', '\\']) {
        return None;
    }
    let path = decoded(path)?;
    let is_plain =
        !path.contains(['\0', '\\']) && !path.split('/').any(|part| matches!(part, "." | ".."));
    is_plain.then(|| native(&path))
}

#[cfg(not(windows))]
fn native(path: &str) -> PathBuf {
    PathBuf::from(path)
}

/// `/c:/folder` as `c:\folder`.
#[cfg(windows)]
fn native(path: &str) -> PathBuf {
    PathBuf::from(path.trim_start_matches('/').replace('/', "\\"))
}

/// The `file:` address of a path.
pub(super) fn uri_of(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let start = if path.starts_with('/') {
        "file://"
    } else {
        "file:///"
    };
    start.to_owned() + &encoded(path.trim_start_matches("//?/"))
}

/// A text with everything escaped that has a meaning in an address.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    out
}

/// A text without its escapes; none if they are none, or no UTF-8.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        if *first == b'%' {
            let digits = behind.get(..2)?;
            let digits = std::str::from_utf8(digits).ok()?;
            bytes.push(
                u8::from_str_radix(digits, 16)
                    .ok()
                    .filter(|_| !digits.starts_with('+'))?,
            );
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back() {
        for path in ["/a/b.ftl", "/ä b/100 %#?.md", "/x:y/🚪.txt"] {
            assert_eq!(
                path_of(&uri_of(path.as_ref())).as_deref(),
                Some(path.as_ref())
            );
        }
        assert_eq!(
            path_of("FILE://localhost/a%2Fb").as_deref(),
            Some("/a/b".as_ref())
        );
    }

    #[test]
    fn what_is_no_file_here_has_no_path() {
        for uri in [
            "",
            "file",
            "file:",
            "file://",
            "file:/a",
            "http://x/a",
            "untitled:Untitled-1",
            "file://host/a",
            "file:///a/../b",
            "file:///a/%2e%2E/b",
            "file:///a%00b",
            "file:///a%5Cb",
            "file:///a\\b",
            "file:///a%zz",
            "file:///a%2",
            "file:///a%ff",
            "file:///a?b",
            "file:///a#b",
            "file:///%+1",
            "data:text/plain,a",
            "ä",
            "satz:///explain/month",
            "file:///./a",
        ] {
            assert_eq!(path_of(uri), None, "{uri}");
        }
    }
}
