//! Which locales a locale falls back to.

use super::public_part;
use icu_locale::fallback::LocaleFallbackConfig;
use icu_locale::subtags::Script;
use icu_locale::{DataLocale, LanguageIdentifier, Locale, LocaleExpander, LocaleFallbacker};

/// The locales that a locale falls back to, the nearest first, by CLDR's parent locales; never
/// into another script. A locale for private use falls back to none.
///
/// # Examples
/// ```
/// use satz::language::parents;
/// assert_eq!(parents("de-AT"), ["de"]);
/// assert_eq!(parents("es-MX"), ["es-419", "es"]);
/// assert_eq!(parents("zh-TW"), ["zh-Hant"]);
/// assert!(parents("zh-Hant").is_empty());
/// assert!(parents("sr-Latn").is_empty());
/// assert!(parents("de-x-leicht").is_empty());
/// ```
pub fn parents(locale: &str) -> Vec<String> {
    let Ok(id) = locale.parse::<Locale>() else {
        return Vec::new();
    };
    // What is for private use may be anything: nothing supplies it.
    if public_part(locale) != locale {
        return Vec::new();
    }
    let own = script(locale);
    let fallbacker = LocaleFallbacker::new();
    let mut chain = fallbacker
        .for_config(LocaleFallbackConfig::default())
        .fallback_for(DataLocale::from(&id));
    let mut found = Vec::new();
    // Longer chains there are none.
    for _ in 0..8 {
        chain.step();
        if chain.get().is_unknown() {
            break;
        }
        let parent = chain.get().to_string();
        if parent != locale && script(&parent) == own {
            found.push(parent);
        }
    }
    found
}

/// The script that a locale is written in.
fn script(locale: &str) -> Option<Script> {
    let mut id = locale.parse::<LanguageIdentifier>().ok()?;
    LocaleExpander::new_extended().maximize(&mut id);
    id.script
}
