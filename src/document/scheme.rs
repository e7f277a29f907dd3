//! Which addresses a link may lead to.

/// Schemes that a link may have where nothing else is said.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Whether an address is relative or of one of the schemes (in lower case).
///
/// # Examples
/// ```
/// use satz::assemble::{SCHEMES, is_allowed};
/// assert!(is_allowed("https://example.org", SCHEMES));
/// assert!(is_allowed("../bild.png?x=1:2", SCHEMES));
/// assert!(!is_allowed(" java\tscript:alert(1)", SCHEMES));
/// ```
pub fn is_allowed(address: &str, schemes: &[&str]) -> bool {
    // Browsers ignore white space and control characters within a scheme.
    let bare: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(*c))
        .collect();
    let Some(end) = bare.find([':', '/', '?', '#']) else {
        return true;
    };
    let scheme = bare[..end].to_ascii_lowercase();
    !bare[end..].starts_with(':') || schemes.contains(&scheme.as_str())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
