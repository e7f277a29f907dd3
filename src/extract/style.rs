//! The style that each text of a page is shown in.

use super::address::resolved;
use super::dom::Page;
use super::inline::target;
use super::piece::{CODE, EMPHASIS, KEY, LOWERED, MARKED, RAISED, STRONG, STRUCK, Style};
use std::collections::HashMap;
use std::rc::Rc;

/// The styles of a page's nodes.
#[derive(Debug)]
pub(super) struct Styles {
    of: Vec<Style>,
    /// Per node: whether it stands in a link, wherever that leads.
    linked: Vec<bool>,
}

impl Styles {
    /// Reads the styles of a page whose links lead from `base`.
    pub(super) fn read(page: &Page, base: Option<&str>) -> Self {
        let classes = classes(page);
        let mut styles = Self {
            of: vec![Style::default()],
            linked: vec![false],
        };
        for at in 1..page.nodes.len() {
            let parent = page.nodes[at].parent;
            let mut style = styles.of[parent].clone();
            let mut linked = styles.linked[parent];
            if !page.name(at).is_empty() && style.flags & CODE == 0 {
                style.flags = flags(page, at, style.flags, &classes);
            }
            if page.name(at) == "a"
                && let Some(address) = page.attribute(at, "href")
            {
                linked = true;
                let address = resolved(address, base);
                style.link = address.map(|address| Rc::from(target(&address)));
            }
            styles.of.push(style);
            styles.linked.push(linked);
        }
        styles
    }

    pub(super) fn of(&self, at: usize) -> Style {
        self.of[at].clone()
    }

    pub(super) fn is_linked(&self, at: usize) -> bool {
        self.linked[at]
    }
}

/// The flags of an element in an element with the flags `around`.
fn flags(page: &Page, at: usize, around: u8, classes: &HashMap<String, u8>) -> u8 {
    let own = match page.name(at) {
        "b" | "strong" => STRONG,
        "i" | "em" | "dfn" | "var" => EMPHASIS,
        "cite" if !is_attribution(page, at) => EMPHASIS,
        "s" | "del" | "strike" => STRUCK,
        "sup" => RAISED,
        "sub" => LOWERED,
        "kbd" => KEY,
        "mark" => MARKED,
        "code" | "samp" | "tt" => CODE,
        _ => 0,
    };
    let mut flags = around | own;
    // What a class or a style says of a block is its design, not what its words mean.
    if matches!(page.name(at), "span" | "font" | "b" | "i") {
        let named = page.attribute(at, "class").unwrap_or_default();
        for class in named.split_ascii_whitespace() {
            flags |= classes.get(class).copied().unwrap_or(0);
        }
        if let Some(style) = page.attribute(at, "style") {
            flags = declared(style, flags);
        }
    }
    flags
}

/// Whether a `cite` element names who said a quotation.
fn is_attribution(page: &Page, at: usize) -> bool {
    let mut around = page.ancestors(at).skip(1).take(3);
    around.any(|at| matches!(page.name(at), "blockquote" | "figcaption" | "footer"))
}

/// The flags with what a list of declarations changes.
fn declared(style: &str, mut flags: u8) -> u8 {
    for declaration in style.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let value = value.trim().to_ascii_lowercase();
        let (flag, is_set) = match (name.trim(), value.as_str()) {
            ("font-weight", "bold" | "bolder" | "600" | "700" | "800" | "900") => (STRONG, true),
            ("font-weight", "normal" | "400" | "300") => (STRONG, false),
            ("font-style", "italic" | "oblique") => (EMPHASIS, true),
            ("font-style", "normal") => (EMPHASIS, false),
            ("text-decoration" | "text-decoration-line", value)
                if value.contains("line-through") =>
            {
                (STRUCK, true)
            }
            ("vertical-align", "super") => (RAISED, true),
            ("vertical-align", "sub") => (LOWERED, true),
            _ => continue,
        };
        flags = if is_set { flags | flag } else { flags & !flag };
    }
    flags
}

/// What the classes of a text processor's page mean: their names are numbers, `c12`, so that
/// only its style sheet says it.
fn classes(page: &Page) -> HashMap<String, u8> {
    let mut classes = HashMap::new();
    for style in page.all(0, "style") {
        let sheet = page.text(style);
        for rule in sheet.split('}') {
            let Some((selector, body)) = rule.split_once('{') else {
                continue;
            };
            let name = selector.trim().strip_prefix(".c").unwrap_or_default();
            let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            let flags = declared(body, 0);
            if is_number && flags > 0 {
                classes.insert(format!("c{name}"), flags);
            }
        }
    }
    classes
}
