//! What pages say in their own voice, in the language of the page.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::language::{NumberStyle, format_number};

/// The words of the default templates, per language.
const FILES: [(&str, &str); 18] = [
    ("ar", include_str!("words/ar.ftl")),
    ("cs", include_str!("words/cs.ftl")),
    ("de", include_str!("words/de.ftl")),
    ("en", include_str!("words/en.ftl")),
    ("es", include_str!("words/es.ftl")),
    ("fa", include_str!("words/fa.ftl")),
    ("fr", include_str!("words/fr.ftl")),
    ("he", include_str!("words/he.ftl")),
    ("it", include_str!("words/it.ftl")),
    ("ja", include_str!("words/ja.ftl")),
    ("nl", include_str!("words/nl.ftl")),
    ("pl", include_str!("words/pl.ftl")),
    ("pt", include_str!("words/pt.ftl")),
    ("ru", include_str!("words/ru.ftl")),
    ("tr", include_str!("words/tr.ftl")),
    ("uk", include_str!("words/uk.ftl")),
    ("zh", include_str!("words/zh.ftl")),
    ("zh-Hant", include_str!("words/zh-Hant.ftl")),
];

/// The words that a page says in its own voice.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The language they are in: English where there are none in the page's.
    pub(super) locale: String,
    /// Name and text.
    pub(super) of: BTreeMap<String, String>,
}

impl Words {
    /// The words for a locale; `own` is a Fluent file of the workspace's templates that replaces
    /// some or all of them.
    pub(super) fn of(locale: &str, own: Option<&str>) -> Self {
        let mut language = locale;
        let built_in = loop {
            if let Some((_, text)) = FILES.iter().find(|(name, _)| *name == language) {
                break Some((language, *text));
            }
            match language.rsplit_once('-') {
                Some((shorter, _)) => language = shorter,
                None => break None,
            }
        };
        let found = built_in.or_else(|| FILES.iter().find(|(name, _)| *name == "en").copied());
        let (name, text) = found.unwrap_or(("en", ""));
        let mut words = Self {
            locale: if built_in.is_some() || own.is_some() {
                locale.to_owned()
            } else {
                name.to_owned()
            },
            of: BTreeMap::new(),
        };
        for text in std::iter::once(text).chain(own) {
            for (_, entry) in Catalog::parse(text).value.messages() {
                if let Some(value) = entry.value() {
                    words.of.insert(entry.id.clone(), value.text());
                }
            }
        }
        words
    }

    /// A text about a number of all sentences: "Sentences translated from an older version: 3 of 42" is
    /// called `older`, "Translated by a machine …" `machine`.
    pub(super) fn share(&self, name: &str, count: usize, total: usize) -> String {
        let shown = |number: usize| {
            let number = number.to_string();
            let shown = format_number(&self.locale, &number, &NumberStyle::default());
            shown.unwrap_or(number)
        };
        let text = self
            .of
            .get(name)
            .map_or("{ $count } / { $total }", String::as_str);
        text.replace("{ $count }", &shown(count))
            .replace("{ $total }", &shown(total))
    }

    /// "12 % translated".
    pub(super) fn translated(&self, percent: usize) -> String {
        let number = percent.to_string();
        let number = format_number(&self.locale, &number, &NumberStyle::default());
        let text = self
            .of
            .get("translated")
            .map_or("{ $percent }%", String::as_str);
        text.replace(
            "{ $percent }",
            &number.unwrap_or_else(|| percent.to_string()),
        )
    }
}
