//! What languages call themselves.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icu_locale::LanguageIdentifier;

/// What languages call themselves: `fr français`, one a line.
static NAMES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    include_str!("names.txt")
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect()
});

/// What a locale is called in its own language; a region that the list does not name follows in
/// brackets, and a language that it does not name is called by its code.
///
/// # Examples
/// ```
/// use satz::language::autonym;
/// assert_eq!(autonym("uk"), "українська");
/// assert_eq!(autonym("pt-BR"), "português (Brasil)");
/// assert_eq!(autonym("fr-CA"), "français (CA)");
/// assert_eq!(autonym("hsb"), "hornjoserbšćina");
/// assert_eq!(autonym("de-x-leicht"), "Deutsch (leicht)");
/// assert_eq!(autonym("xx"), "xx");
/// ```
pub fn autonym(locale: &str) -> String {
    if let Some(name) = NAMES.get(locale) {
        return (*name).to_owned();
    }
    if let Some((public, private)) = locale.split_once("-x-") {
        return format!("{} ({private})", autonym(public));
    }
    let Ok(id) = locale.parse::<LanguageIdentifier>() else {
        return locale.to_owned();
    };
    let script = id.script.map(|script| format!("{}-{script}", id.language));
    let by_script = script.and_then(|both| NAMES.get(both.as_str()));
    let Some(name) = by_script.or_else(|| NAMES.get(id.language.as_str())) else {
        return locale.to_owned();
    };
    let mut rest: Vec<String> = Vec::new();
    if by_script.is_none() {
        rest.extend(id.script.map(|script| script.to_string()));
    }
    rest.extend(id.region.map(|region| region.to_string()));
    if rest.is_empty() {
        return (*name).to_owned();
    }
    format!("{name} ({})", rest.join(", "))
}
