//! The words of the desk in the languages it speaks: Fluent catalogs, resolved here and handed to the page.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde_json::{Map, Value, json};
use unic_langid::LanguageIdentifier;

use crate::language::{autonym, direction};

/// The languages of the desk, with their catalogs.
pub const LANGUAGES: [(&str, &str); 5] = [
    ("de", include_str!("words/de.ftl")),
    ("en", include_str!("words/en.ftl")),
    ("fr", include_str!("words/fr.ftl")),
    ("uk", include_str!("words/uk.ftl")),
    ("ar", include_str!("words/ar.ftl")),
];

/// Numbers that between them have every plural form of these languages.
const SAMPLES: [u32; 9] = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

/// What a message names and the page puts in as text. Of `$count`, which is a number, it depends how a message
/// reads.
const NAMES: [&str; 3] = ["name", "text", "total"];

/// The words of all languages as JSON: a text per message, or where it depends on a number, a text per
/// sample. Where the page puts something in stands its name in private characters, as `\u{E000}name\u{E001}`.
///
/// # Examples
/// ```
/// let words: serde_json::Value = serde_json::from_str(satz::web::words()).unwrap();
/// assert_eq!(words["en"]["words"]["save"], "Save");
/// ```
pub fn words() -> &'static str {
    static WORDS: OnceLock<String> = OnceLock::new();
    WORDS.get_or_init(|| {
        let languages = LANGUAGES.iter().map(|(locale, text)| {
            let language = json!({
                "name": autonym(locale),
                "dir": direction(locale),
                "words": resolved(locale, text),
            });
            ((*locale).to_owned(), language)
        });
        Value::Object(languages.collect()).to_string()
    })
}

/// The messages of a catalog, resolved.
fn resolved(locale: &str, text: &str) -> Map<String, Value> {
    let language: LanguageIdentifier = locale.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Texts are put into elements of their own, which isolate them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| {
        matches!(value, FluentValue::Number(_)).then(|| "\u{E000}count\u{E001}".to_owned())
    }));
    let resource = FluentResource::try_new(text.to_owned());
    let resource = resource.unwrap_or_else(|(resource, _)| resource);
    let ids: Vec<String> = { resource.entries() }
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    // What is in the catalog twice shows in its test.
    let _ = bundle.add_resource(resource);
    let mut words = Map::new();
    for id in ids {
        let by_number: Map<String, Value> = { SAMPLES.iter() }
            .filter_map(|sample| Some((sample.to_string(), format(&bundle, &id, *sample)?.into())))
            .collect();
        let mut texts = by_number.values();
        let first = texts.next().cloned().unwrap_or_default();
        let is_one = texts.all(|text| *text == first);
        words.insert(
            id,
            if is_one {
                first
            } else {
                Value::Object(by_number)
            },
        );
    }
    words
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, count: u32) -> Option<String> {
    let mut arguments = FluentArgs::new();
    arguments.set("count", FluentValue::from(f64::from(count)));
    for name in NAMES {
        arguments.set(name, format!("\u{E000}{name}\u{E001}"));
    }
    let pattern = bundle.get_message(id)?.value()?;
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
    Some(text.into_owned())
}
