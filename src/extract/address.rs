//! Addresses of links and pictures, as they are written in an article.

use crate::document::{SCHEMES, is_allowed};

/// What an address on a page leads to, seen from anywhere: whole, with a harmless scheme. `None`
/// for a place within the page, for a program, and where nobody knows where the page stands.
pub(super) fn resolved(address: &str, base: Option<&str>) -> Option<String> {
    let address: String = address
        .chars()
        .filter(|c| !matches!(c, '\n' | '\r' | '\t'))
        .collect();
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') || !is_allowed(address, SCHEMES) {
        return None;
    }
    if has_scheme(address) {
        return Some(address.to_owned());
    }
    let (scheme, rest) = base?.split_once("://")?;
    if let Some(rest) = address.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let path = match address.chars().next() {
        Some('/') => joined(address),
        Some('?') => format!("{path}{address}"),
        _ => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            joined(&format!("{folder}/{address}"))
        }
    };
    Some(format!("{scheme}://{host}{path}"))
}

fn has_scheme(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let rest = address.get(..scheme.len());
        rest.is_some_and(|found| found.eq_ignore_ascii_case(scheme))
            && address[scheme.len()..].starts_with(':')
    })
}

/// A path without its dots.
fn joined(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, query) = path.split_at(end);
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            ".." if parts.len() > 1 => {
                parts.pop();
            }
            "." | ".." => {}
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{slash}{path}{query}")
}

/// The picture that an element shows: what it loads late counts before what it shows until then.
pub(super) fn of_picture<'a>(attribute: impl Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
    let late = [
        "data-src",
        "data-lazy-src",
        "data-original",
        "data-full-src",
    ];
    let sets = ["srcset", "data-srcset", "data-lazy-srcset"];
    let is_real = |address: &&str| {
        let name = address.rsplit('/').next().unwrap_or_default();
        let stem = name.split(['.', '?']).next().unwrap_or_default();
        !address.starts_with("data:")
            && !["blank", "placeholder", "spacer", "pixel"].contains(&stem)
    };
    let shown = attribute("src").filter(is_real);
    let loaded = late.iter().find_map(|name| attribute(name).filter(is_real));
    let listed = sets.iter().find_map(|name| largest(attribute(name)?));
    loaded.or(shown).or(listed.filter(is_real))
}

/// The largest picture of a `srcset`.
fn largest(set: &str) -> Option<&str> {
    let size = |entry: &&str| -> u64 {
        let word = entry.split_ascii_whitespace().nth(1).unwrap_or("1x");
        let number: f64 = word
            .trim_end_matches(['w', 'x', 'h'])
            .parse()
            .unwrap_or(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size"
        )]
        let rounded = (number * 100.0) as u64;
        rounded
    };
    let entries = set.split(", ").flat_map(|part| part.split(",\n"));
    let best = entries.map(str::trim).max_by_key(size)?;
    best.split_ascii_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_seen_from_their_page() {
        let base = Some("https://blatt.example/stadt/markt.html?x=1");
        for (address, wanted) in [
            ("https://a.example/b", Some("https://a.example/b")),
            ("mailto:a@b.example", Some("mailto:a@b.example")),
            ("//c.example/d", Some("https://c.example/d")),
            ("/e?f=/g", Some("https://blatt.example/e?f=/g")),
            ("h.html", Some("https://blatt.example/stadt/h.html")),
            ("../i/./j", Some("https://blatt.example/i/j")),
            ("../../../k", Some("https://blatt.example/k")),
            ("?l", Some("https://blatt.example/stadt/markt.html?l")),
            ("#m", None),
            ("javascript:n()", None),
            (" java\nscript:n()", None),
        ] {
            assert_eq!(resolved(address, base).as_deref(), wanted, "{address}");
        }
        assert_eq!(resolved("/e", None), None);
        assert_eq!(
            resolved("o", Some("https://p.example")).as_deref(),
            Some("https://p.example/o")
        );
    }

    #[test]
    fn a_picture_is_the_one_that_is_loaded() {
        let of = |attributes: &[(&str, &'static str)]| {
            of_picture(|name| {
                attributes
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, v)| *v)
            })
        };
        assert_eq!(
            of(&[("src", "data:image/gif;base64,R0"), ("data-src", "a.jpg")]),
            Some("a.jpg")
        );
        assert_eq!(
            of(&[("src", "/img/blank.gif"), ("srcset", "s.jpg 1x, l.jpg 2x")]),
            Some("l.jpg")
        );
        assert_eq!(
            of(&[("src", "a.jpg"), ("srcset", "b.jpg 2000w")]),
            Some("a.jpg")
        );
        assert_eq!(of(&[("src", "data:image/gif;base64,R0")]), None);
    }
}
