//! The files of the desk's own page, as they are in the program: nothing of them is made when it runs but
//! the words.

use super::words;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";

/// Name, kind and text of each.
const ASSETS: &[(&str, &str, &str)] = &[
    ("index.html", HTML, include_str!("assets/index.html")),
    ("desk.css", STYLE, include_str!("assets/desk.css")),
    ("icon.svg", PICTURE, include_str!("assets/icon.svg")),
    ("article.js", SCRIPT, include_str!("assets/article.js")),
    ("ask.js", SCRIPT, include_str!("assets/ask.js")),
    ("codes.js", SCRIPT, include_str!("assets/codes.js")),
    ("desk.js", SCRIPT, include_str!("assets/desk.js")),
    ("diff.js", SCRIPT, include_str!("assets/diff.js")),
    ("dom.js", SCRIPT, include_str!("assets/dom.js")),
    ("editor.js", SCRIPT, include_str!("assets/editor.js")),
    ("find.js", SCRIPT, include_str!("assets/find.js")),
    ("kept.js", SCRIPT, include_str!("assets/kept.js")),
    ("keys.js", SCRIPT, include_str!("assets/keys.js")),
    ("overview.js", SCRIPT, include_str!("assets/overview.js")),
    ("page.js", SCRIPT, include_str!("assets/page.js")),
    ("words.js", SCRIPT, include_str!("assets/words.js")),
];

/// The kind and text of an asset.
pub(super) fn find(name: &str) -> Option<(&'static str, &'static str)> {
    if name == "words.json" {
        return Some(("application/json", words()));
    }
    let asset = ASSETS.iter().find(|(own, ..)| *own == name);
    asset.map(|(_, kind, text)| (*kind, *text))
}

/// The kinds of files by their endings; all others are offered for download.
const KINDS: [(&str, &str); 14] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
];

/// The kind of a file of a page, by its name.
pub(super) fn kind_of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let kind = KINDS
        .iter()
        .find(|(own, _)| ending.eq_ignore_ascii_case(own));
    kind.map_or("application/octet-stream", |(_, kind)| kind)
}
