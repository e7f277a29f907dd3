//! Drafts: articles whose front matter says that they are not to be published yet.

use serde_json::{Deserializer, Map, Value};

use super::Prepared;
use crate::document::FrontMatter;

/// The fields that say so, each with the values by which it does.
const FIELDS: [(&str, [&str; 3]); 2] = [
    ("draft", ["true", "yes", "on"]),
    ("published", ["false", "no", "off"]),
];

impl Prepared {
    /// Whether the article says that it is not to be published: `draft: true`, `published: false`. Its
    /// catalogs are kept in step, but nothing in them is work that has to be done.
    pub fn is_draft(&self) -> bool {
        is_draft(&self.text)
    }
}

fn is_draft(article: &str) -> bool {
    // Most articles have neither word, and no front matter need be read.
    if !FIELDS.iter().any(|(field, _)| article.contains(field)) {
        return false;
    }
    let article = article.trim_start_matches('\u{FEFF}');
    let fields = match article.get(..1) {
        Some("{") => json(article),
        Some("+") => toml(article),
        _ => yaml(article),
    };
    fields.iter().any(|(name, value)| {
        let mut known = FIELDS.iter().filter(|(field, _)| field == name);
        known.any(|(_, words)| {
            let mut words = words.iter();
            words.any(|word| value.trim().eq_ignore_ascii_case(word))
        })
    })
}

fn yaml(article: &str) -> Vec<(String, String)> {
    let front = FrontMatter::find(article);
    let scalars = front.map_or_else(Vec::new, |(front, _)| front.scalars());
    let fields = scalars.into_iter().map(|(name, value, _)| (name, value));
    fields.collect()
}

/// The fields above the first table, line by line: what is broken below them does not publish a draft.
fn toml(article: &str) -> Vec<(String, String)> {
    let Some((front, _)) = FrontMatter::find(article) else {
        return Vec::new();
    };
    let lines = front.span.of(article).lines();
    let lines = lines.take_while(|line| !line.trim_start().starts_with('['));
    let pairs = lines.filter_map(|line| line.split_once('='));
    let fields = pairs.map(|(name, value)| {
        let value = value.split('#').next().unwrap_or_default();
        let value = value.trim().trim_matches(['"', '\'']);
        (name.trim().to_owned(), value.to_owned())
    });
    fields.collect()
}

/// The fields of the object that an article begins with, as Hugo reads it.
fn json(article: &str) -> Vec<(String, String)> {
    let mut values = Deserializer::from_str(article).into_iter::<Map<String, Value>>();
    let Some(Ok(object)) = values.next() else {
        return Vec::new();
    };
    // An object in the midst of a line is text.
    let line = article[values.byte_offset()..].lines().next();
    if !line.unwrap_or_default().trim().is_empty() {
        return Vec::new();
    }
    let fields = object.into_iter().map(|(name, value)| match value {
        Value::String(text) => (name, text),
        other => (name, other.to_string()),
    });
    fields.collect()
}

#[cfg(test)]
mod tests {
    use super::is_draft;

    #[test]
    fn front_matter_says_what_is_a_draft() {
        for (article, wanted) in [
            ("---\ndraft: true\n---\n\nText.\n", true),
            ("\u{FEFF}---\ntitle: Hof\ndraft: Yes\n---\n", true),
            ("---\npublished: false\n---\n", true),
            ("---\ndraft: false\n---\n\nText.\n", false),
            ("---\npublished: true\n---\n\nText.\n", false),
            ("---\nseo:\n  draft: true\n---\n\nText.\n", false),
            ("Text.\n\n---\ndraft: true\n---\n", false),
            ("+++\ndraft = true # bald\n+++\n\nText.\n", true),
            ("+++\ndraft = false\n+++\n\nText.\n", false),
            ("+++\n[menu]\ndraft = true\n+++\n\nText.\n", false),
            ("{\"title\": \"Hof\", \"draft\": true}\n\nText.\n", true),
            ("{\n  \"published\": false\n}\nText.\n", true),
            ("{\"draft\": \"true\"}", true),
            ("{\"draft\": false}\n\nText.\n", false),
            ("{\"seo\": {\"draft\": true}}\n\nText.\n", false),
            ("{\"draft\": true} steht im Kopf.\n", false),
            ("{\"draft\": true\n\nText.\n", false),
            ("{{< draft true >}}\n\nText.\n", false),
            ("Ein draft: true ist ein Entwurf.\n", false),
            ("", false),
        ] {
            assert_eq!(is_draft(article), wanted, "{article}");
        }
    }
}
