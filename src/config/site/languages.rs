//! Languages in names of files and folders, and in configurations of any form.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use crate::config::validate_locale;
use crate::language::unregistered;

/// Words that sites call folders of languages by.
const WORDS: [(&str, &str); 10] = [
    ("arabic", "ar"),
    ("deutsch", "de"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("italian", "it"),
    ("polish", "pl"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
];

/// The locale that a name of a file or folder means: `pt_BR` is `pt-BR`, `german` is `de`.
pub(super) fn locale_of(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    if let Some((_, locale)) = WORDS.iter().find(|(word, _)| *word == lower) {
        return Some((*locale).to_owned());
    }
    let code = lower.split(['-', '_']).next().unwrap_or_default();
    if code.len() != 2 || unregistered(code).is_some() {
        return None;
    }
    let locale = name.parse::<LanguageIdentifier>().ok()?.to_string();
    validate_locale(&locale).is_ok().then_some(locale)
}

/// The locales that a configuration names where it speaks of languages.
pub(super) fn named(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut block: Option<usize> = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let indent = line.len() - line.trim_start().len();
        let lower = line.to_lowercase();
        let speaks = [
            "languages",
            "locale",
            "i18n:",
            "default_lang",
            "contentlanguage",
        ];
        let is_comment = line.trim_start().starts_with(['#', '/']);
        if !is_comment && speaks.iter().any(|word| lower.contains(word)) {
            block.get_or_insert(indent);
        } else if block.is_some_and(|outer| indent <= outer && !is_closing(line)) {
            block = None;
        }
        if block.is_some() && !is_comment {
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let words = line
                .split(|c: char| !is_part(c))
                .filter(|word| word.len() < 12);
            found.extend(words.filter(|word| !is_setting(word)).filter_map(locale_of));
        }
    }
    found
}

/// A line that closes what a block began with, or goes on with a list at the margin.
fn is_closing(line: &str) -> bool {
    line.trim_start().starts_with(['-', '}', ']'])
}

/// Words of configurations that are codes of languages, too.
fn is_setting(word: &str) -> bool {
    matches!(
        word,
        "id" | "to" | "as" | "is" | "no" | "so" | "or" | "my" | "English" | "Deutsch"
    )
}

/// The language that has no mark of its own, as a configuration names it.
pub(super) fn default(text: &str) -> Option<String> {
    let names = [
        "defaultcontentlanguage",
        "defaultlocale",
        "default_lang",
        "default_language",
    ];
    let line = text.lines().find(|line| {
        let key = line.trim_start().to_lowercase();
        names.iter().any(|name| key.starts_with(name))
    })?;
    let (_, value) = line.split_once([':', '='])?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let word = value.trim_start_matches(|c| !is_part(c));
    locale_of(word.split(|c| !is_part(c)).next()?)
}
