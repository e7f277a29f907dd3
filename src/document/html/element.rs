//! What is known of HTML's elements. <https://html.spec.whatwg.org/multipage/indices.html>

/// What an element is to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Stands within a sentence.
    Inline,
    /// Stands within a sentence and is not looked into: `svg`, `math`.
    Picture,
    /// Ends a sentence and has no content: `hr`, `meta`.
    Void,
    /// Ends a sentence and is not looked into: `script`, `pre`.
    Closed,
    /// Ends a sentence and holds text or other elements.
    Block,
}

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
];

const CLOSED: &[&str] = &[
    "applet",
    "audio",
    "canvas",
    "iframe",
    "listing",
    "noembed",
    "noframes",
    "object",
    "plaintext",
    "pre",
    "script",
    "style",
    "template",
    "textarea",
    "video",
    "xmp",
];

/// Inline elements of HTML; what is none of all these is a component.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "br", "cite", "code", "data",
    "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "map", "mark", "math", "meter",
    "nobr", "output", "picture", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
    "slot", "small", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var",
    "wbr",
];

/// Elements that are named in outlines; all others are `element` there.
const NAMED: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements that end a sentence and need no name of their own in outlines.
const OTHERS: &[&str] = &[
    "center", "colgroup", "datalist", "dialog", "dir", "frameset", "hgroup", "noscript",
    "optgroup", "search",
];

/// What an element is, by its name in lower case.
pub(crate) fn role(name: &str) -> Role {
    if matches!(name, "svg" | "math") {
        Role::Picture
    } else if matches!(name, "br" | "img" | "wbr" | "source" | "basefont") {
        Role::Inline
    } else if VOID.contains(&name) {
        Role::Void
    } else if CLOSED.contains(&name) {
        Role::Closed
    } else if NAMED.contains(&name) || OTHERS.contains(&name) {
        Role::Block
    } else {
        // What is unknown is shown within the line, as are the elements of a page's own.
        Role::Inline
    }
}

/// Whether an element has no end tag.
pub(crate) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether an element is one of HTML's, by its name in lower case; all others are components.
pub(super) fn is_known(name: &str) -> bool {
    role(name) != Role::Inline || INLINE.contains(&name)
}

/// Whether an element is one of HTML's that stand within a sentence.
pub(crate) fn is_inline_element(name: &str) -> bool {
    INLINE.contains(&name) && name != "label"
}

/// The element's name in outlines.
pub(super) fn label(name: &str) -> &'static str {
    let found = NAMED.iter().find(|known| **known == name);
    found.copied().unwrap_or("element")
}

/// Whether an open element ends where another begins, without an end tag.
pub(crate) fn ends_before(open: &str, next: &str) -> bool {
    let row_group = matches!(next, "tbody" | "thead" | "tfoot");
    match open {
        "p" => !matches!(next, "button" | "option" | "select" | "input" | "noscript"),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr") || row_group,
        "tbody" | "thead" | "tfoot" => row_group,
        "tr" | "caption" | "colgroup" => next == "tr" || row_group,
        "option" => matches!(next, "option" | "optgroup"),
        "optgroup" => next == "optgroup",
        "head" => next == "body",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            label(next).len() == 2 && next.starts_with('h') && next != "hr"
        }
        _ => false,
    }
}

/// Whether an end tag of another element does not reach through an open one.
pub(crate) fn shields(open: &str) -> bool {
    matches!(
        open,
        "td" | "th" | "caption" | "table" | "button" | "template"
    )
}
