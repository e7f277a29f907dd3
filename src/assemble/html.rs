//! Output form `html`: a complete page, readable without scripts.
//!
//! Raw HTML is kept only where the article itself has exactly it, so that a translation can add
//! none; links lead to http, https, mailto and relative addresses only.

mod own;
mod render;

pub(super) use render::is_safe;

use super::{Assembled, Assembly, Form, text};
use crate::document::{BlockKind, FrontMatter};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

/// The form's row.
pub(super) const FORM: Form = Form {
    name: "html",
    render: page,
};

/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 14] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
];
/// Scripts written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 8] = [
    "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa",
];

fn page(assembly: &Assembly<'_>, assembled: &Assembled) -> String {
    if assembly.format.name == "html" {
        return own::page(assembly, assembled);
    }
    let (title, description, body) = if assembly.format.name == "markdown" {
        markdown(assembly, assembled)
    } else {
        plain(assembly, assembled)
    };
    let description = description.map_or_else(String::new, |text| {
        format!(
            "<meta name=\"description\" content=\"{}\">\n",
            attribute(&text)
        )
    });
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n{description}<style>\n{css}</style>\n</head>\n<body>\n\
         <main>\n{body}</main>\n</body>\n</html>\n",
        lang = attribute(assembly.locale),
        dir = direction(assembly.locale),
        title = content(title.trim()),
        css = include_str!("html.css"),
    )
}

/// Title, description and body of a Markdown article.
fn markdown(assembly: &Assembly<'_>, assembled: &Assembled) -> (String, Option<String>, String) {
    let front = FrontMatter::find(&assembled.text).map(|(front, _)| front);
    let field = |name: &str| {
        let block = front.as_ref()?.field(name)?;
        Some(block.text())
    };
    let start = FrontMatter::body(&assembled.text);
    let rendered = render::body(assembly, assembled, start);
    let mut body = String::new();
    if let Some(title) = field("title").filter(|_| !rendered.has_title) {
        body = format!("<h1>{}</h1>\n", content(&title));
    }
    body.push_str(&rendered.html);
    let title = field("title").unwrap_or(rendered.heading);
    (title, field("description"), body)
}

/// Title and body of a plain-text article; furniture is left out.
fn plain(assembly: &Assembly<'_>, assembled: &Assembled) -> (String, Option<String>, String) {
    let mut title = None;
    let mut body = String::new();
    for (kind, span) in text::shown(assembly, assembled) {
        let html = render::marked(assembly, assembled, span);
        let (open, close) = match kind {
            BlockKind::Heading if title.is_none() => ("<h1>".to_owned(), "</h1>"),
            BlockKind::Heading => ("<h2>".to_owned(), "</h2>"),
            BlockKind::Byline | BlockKind::Dateline | BlockKind::Attribution => {
                (format!("<p class=\"{}\">", kind.name()), "</p>")
            }
            _ => ("<p>".to_owned(), "</p>"),
        };
        for paragraph in html {
            body.push_str(&open);
            body.push_str(&paragraph);
            body.push_str(close);
            body.push('\n');
        }
        if title.is_none() && kind == BlockKind::Heading {
            title = Some(span.of(&assembled.text).to_owned());
        }
    }
    (title.unwrap_or_default(), None, body)
}

/// The direction of a locale's script.
fn direction(locale: &str) -> &'static str {
    let mut parts = locale.split(['-', '_']);
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script = parts.find(|part| part.len() == 4 && part.chars().all(char::is_alphabetic));
    let leftward = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(script)),
        None => RIGHT_TO_LEFT.contains(&language.as_str()),
    };
    if leftward { "rtl" } else { "ltr" }
}

fn attribute(text: &str) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = escape_html(&mut out, text);
    out
}

fn content(text: &str) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = escape_html_body_text(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn script_decides_before_language() {
        assert_eq!(direction("ar"), "rtl");
        assert_eq!(direction("fa-IR"), "rtl");
        assert_eq!(direction("az-Arab"), "rtl");
        assert_eq!(direction("ks-Deva"), "ltr");
        assert_eq!(direction("cs"), "ltr");
    }
}
