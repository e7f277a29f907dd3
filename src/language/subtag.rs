//! Whether a locale is a language: its parts are looked up in the registry of IANA.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The registry's parts, by kind.
struct Registry {
    languages: HashSet<String>,
    scripts: HashSet<&'static str>,
    regions: HashSet<&'static str>,
    variants: HashSet<&'static str>,
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| read(include_str!("subtag/registry.txt")));

/// What people call languages and countries, and what they call them in codes of other lists.
const NAMES: &str = include_str!("subtag/names.txt");

/// A part of a locale that is in no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unregistered {
    /// The part as it was written.
    pub part: String,
    /// What it stands for by its place: `language`, `script`, `region` or `variant`.
    pub kind: &'static str,
    /// The locale that was probably meant.
    pub meant: Option<String>,
}

/// The part of a locale, spelt as usual, that the registry of IANA does not have; None if it has
/// them all. What stands behind `-x-` is for private use, and so are `qaa` to `qtz` and their like.
///
/// # Examples
/// ```
/// use satz::language::unregistered;
/// assert_eq!(unregistered("pt-BR"), None);
/// assert_eq!(unregistered("de-x-leicht"), None);
/// assert_eq!(unregistered("english").unwrap().meant.as_deref(), Some("en"));
/// assert_eq!(unregistered("en-UK").unwrap().meant.as_deref(), Some("en-GB"));
/// assert_eq!(unregistered("kuchen").unwrap().meant, None);
/// ```
pub fn unregistered(locale: &str) -> Option<Unregistered> {
    let public = public_part(locale);
    let mut parts = public.split('-').enumerate();
    parts.find_map(|(index, part)| {
        let (kind, is_known) = look_up(index, part);
        if is_known {
            return None;
        }
        let meant = meant(kind, part).map(|right| {
            let mut parts: Vec<&str> = public.split('-').collect();
            parts[index] = right;
            parts.join("-")
        });
        Some(Unregistered {
            part: part.to_owned(),
            kind,
            meant,
        })
    })
}

/// A locale without what is for private use in it: `de` of `de-x-leicht`.
///
/// # Examples
/// ```
/// assert_eq!(satz::language::public_part("sr-Latn-x-haus"), "sr-Latn");
/// ```
pub fn public_part(locale: &str) -> &str {
    locale
        .split_once("-x-")
        .map_or(locale, |(public, _)| public)
}

/// What a part of a locale stands for, and whether it is registered.
fn look_up(index: usize, part: &str) -> (&'static str, bool) {
    let is_digit = part.starts_with(|c: char| c.is_ascii_digit());
    let within = |first: &str, last: &str| part >= first && part <= last;
    match part.len() {
        _ if index == 0 => {
            let is_private = part.len() == 3 && within("qaa", "qtz");
            ("language", is_private || REGISTRY.languages.contains(part))
        }
        4 if !is_digit => {
            let is_private = within("Qaaa", "Qabx");
            ("script", is_private || REGISTRY.scripts.contains(part))
        }
        2 | 3 => {
            let is_private = within("QM", "QZ") || within("XA", "XZ");
            ("region", is_private || REGISTRY.regions.contains(part))
        }
        _ => ("variant", REGISTRY.variants.contains(part)),
    }
}

/// The code of a language or region that a person names by another word.
fn meant(kind: &str, part: &str) -> Option<&'static str> {
    let part = part.to_lowercase();
    let mut rows = NAMES.lines().filter(|line| !line.starts_with('#'));
    rows.find_map(|row| {
        let mut words = row.split_whitespace();
        let code = words.next()?;
        let is_region = code.starts_with(|c: char| c.is_ascii_uppercase());
        let fits = (kind == "region") == is_region && words.any(|word| word == part);
        fits.then_some(code)
    })
}

fn read(text: &'static str) -> Registry {
    let mut registry = Registry {
        languages: HashSet::new(),
        scripts: HashSet::new(),
        regions: HashSet::new(),
        variants: HashSet::new(),
    };
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut section = "";
    for line in lines.filter(|line| !line.is_empty()) {
        if matches!(
            line,
            "languages" | "three" | "scripts" | "regions" | "variants"
        ) {
            section = line;
            continue;
        }
        let words = line.split(' ');
        match section {
            "languages" => registry.languages.extend(words.map(str::to_owned)),
            "three" => {
                let of_word = |word: &'static str| {
                    let (head, tails) = word.split_once('=').unwrap_or((word, ""));
                    tails.chars().map(move |tail| format!("{head}{tail}"))
                };
                registry.languages.extend(words.flat_map(of_word));
            }
            "scripts" => registry.scripts.extend(words),
            "regions" => registry.regions.extend(words),
            _ => registry.variants.extend(words),
        }
    }
    registry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registered_parts_are_known() {
        for locale in [
            "en",
            "uk",
            "pt-BR",
            "zh-Hant",
            "es-419",
            "gsw",
            "dsb",
            "de-1996",
            "sr-Latn-RS",
            "ca-valencia",
            "sl-rozaj-biske",
            "qaa",
            "en-XA",
            "art-x-bergdeutsch",
            "und",
            "zh-Qaaa",
            "hsb",
            "frr",
            "nds",
            "mul",
        ] {
            assert_eq!(unregistered(locale), None, "{locale}");
        }
    }

    #[test]
    fn others_are_told_with_what_was_meant() {
        for (locale, kind, meant) in [
            ("englisch", "language", Some("en")),
            ("french", "language", Some("fr")),
            ("ukrainian-UA", "language", Some("uk-UA")),
            ("eng", "language", Some("en")),
            ("ger-AT", "language", Some("de-AT")),
            ("cz", "language", Some("cs")),
            ("jp", "language", Some("ja")),
            ("en-UK", "region", Some("en-GB")),
            ("en-EN", "region", None),
            ("xx", "language", None),
            ("zh-Hans-CN-xyzzy", "variant", None),
            ("zh-Chin", "script", None),
            ("qzz", "language", None),
        ] {
            let found = unregistered(locale).unwrap_or_else(|| panic!("{locale}"));
            assert_eq!(
                (found.kind, found.meant.as_deref()),
                (kind, meant),
                "{locale}"
            );
        }
    }

    #[test]
    fn every_name_leads_to_a_code_and_to_one_alone() {
        let mut seen = HashSet::new();
        for row in NAMES.lines().filter(|line| !line.starts_with('#')) {
            let mut words = row.split_whitespace();
            let code = words.next().unwrap();
            let is_region = code.starts_with(|c: char| c.is_ascii_uppercase());
            let (_, is_known) = look_up(usize::from(is_region), code);
            assert!(is_known, "{row}");
            for word in words {
                assert!(seen.insert((is_region, word)), "{word}");
            }
        }
    }
}
