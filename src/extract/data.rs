//! What a page says about itself.

use crate::document::{HtmlPage, Token, TokenKind};

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// Its titles, the one for sharing first.
    pub(super) titles: Vec<String>,
    pub(super) address: Option<String>,
    pub(super) site: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<String>,
}

/// Reads `meta`, `link` and `time` elements, and the title.
pub(super) fn data(text: &str, page: &HtmlPage) -> Data {
    let mut data = Data::default();
    let mut title = None;
    for (at, token) in page.tokens.iter().enumerate() {
        let TokenKind::Start(name, _) = &token.kind else {
            continue;
        };
        let value = |name: &str| {
            let value = token.attribute(name)?.value.trim().to_owned();
            (!value.is_empty()).then_some(value)
        };
        match name.as_str() {
            "html" => data.language = data.language.or_else(|| value("lang")),
            "title" if title.is_none() => {
                title = page
                    .tokens
                    .get(at + 1)
                    .map(|token: &Token| token.span.of(text).trim().to_owned());
            }
            "link" if value("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                data.address = data.address.or_else(|| value("href"));
            }
            "time" => {
                let day = value("datetime").and_then(|time| super::date::machine(&time));
                data.date = data.date.or(day);
            }
            "meta" => meta(&value, &mut data),
            _ => {}
        }
    }
    data.titles.extend(title);
    data.address = data.address.filter(|address| address.starts_with("http"));
    data
}

fn meta(value: &dyn Fn(&str) -> Option<String>, data: &mut Data) {
    let key = value("property")
        .or_else(|| value("name"))
        .or_else(|| value("itemprop"));
    let (Some(key), Some(content)) = (key, value("content")) else {
        return;
    };
    match key.to_ascii_lowercase().as_str() {
        "og:title" => data.titles.insert(0, content),
        "twitter:title" => data.titles.push(content),
        "og:url" => data.address = Some(content),
        "og:site_name" => data.site = Some(content),
        // The words of publishing outrank any `time` element.
        "article:published_time" | "datepublished" | "date" | "dc.date" | "dcterms.date" => {
            data.date = super::date::machine(&content).or(data.date.take());
        }
        _ => {}
    }
}

/// Letters and digits alone, in lower case: what two spellings of one line share.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
