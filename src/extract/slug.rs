//! Names of files made from titles.

/// Longest name of a file that is made from a title, in characters.
const LONGEST: usize = 60;

/// A name for the file of an article: its title in lower case, umlauts written out, hyphens between
/// words.
///
/// # Examples
/// ```
/// use satz::extract::slug;
/// assert_eq!(slug("Größere Brücke: 9 Mal „schöner“!"), "groessere-bruecke-9-mal-schoener");
/// ```
pub fn slug(title: &str) -> String {
    let mut out = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let mut short = String::new();
    for word in out.trim_matches('-').split('-') {
        if !short.is_empty() && short.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(LONGEST));
    }
    if short.is_empty() {
        "artikel".to_owned()
    } else {
        short
    }
}
