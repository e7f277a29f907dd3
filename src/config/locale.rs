//! Names of locales: what is a valid language, and what can be a folder.

use unic_langid::LanguageIdentifier;

use super::Fault;
use super::path::is_device;
use crate::language::{public_part, unregistered};

/// Says whether a locale can be used: a valid language identifier in its canonical spelling, and
/// no name that Windows keeps for a device (`con` is a language and a console).
///
/// # Errors
/// If it cannot; the fault says why.
///
/// # Examples
/// ```
/// use satz::config::validate_locale;
/// assert!(validate_locale("pt-BR").is_ok());
/// assert!(validate_locale("pt_br").unwrap_err().to_string().contains("`pt-BR`"));
/// assert!(validate_locale("de-x-leicht").is_ok());
/// assert!(validate_locale("Ukrainian").unwrap_err().to_string().contains("`uk`"));
/// assert!(validate_locale("../en").is_err());
/// ```
pub fn validate_locale(name: &str) -> Result<(), Fault> {
    let public = public_part(name);
    // Whoever writes `English` means no spelling of it.
    let usual = public.parse::<LanguageIdentifier>();
    if usual.as_ref().map_or(true, |id| *id != public)
        && let Some(meant) = unregistered(name).and_then(|unknown| unknown.meant)
    {
        return Err(Fault::new(
            format!("`{name}` is no language"),
            format!("did you mean `{meant}`?"),
        ));
    }
    let Ok(id) = usual else {
        return Err(Fault::new(
            format!("`{name}` is not a language identifier"),
            "write one like `en`, `pt-BR` or `zh-Hant`",
        ));
    };
    // What is for private use: words of up to eight letters or digits.
    let private = &name[public.len()..];
    let is_word = |word: &str| {
        (1..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if !private.is_empty() && !private["-x-".len()..].split('-').all(is_word) {
        return Err(Fault::new(
            format!("`{name}` is not a language identifier"),
            "write words of at most eight letters behind `-x-`, like `de-x-leicht`",
        ));
    }
    let canonical = id.to_string() + &private.to_ascii_lowercase();
    if canonical != name {
        return Err(Fault::new(
            format!("the locale `{name}` is not in its usual spelling"),
            format!("write `{canonical}`"),
        ));
    }
    if is_device(name) {
        return Err(Fault::new(
            format!("Windows keeps the name `{name}` for a device"),
            format!("add a region or script, like `{name}-Latn`"),
        ));
    }
    Ok(())
}

/// What to say of a locale that is no language by the registry of IANA; None if it is one.
pub fn language_fault(locale: &str) -> Option<Fault> {
    let unknown = unregistered(locale)?;
    let message = match unknown.kind {
        "language" => format!("`{}` is no language", unknown.part),
        kind => format!("`{}` in `{locale}` is no {kind}", unknown.part),
    };
    let hint = match &unknown.meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!(
            "write the code of a language, like `en` or `pt-BR`, or one of your own behind `-x-`, like `de-x-{}`",
            unknown
                .part
                .chars()
                .take(8)
                .collect::<String>()
                .to_lowercase()
        ),
    };
    Some(Fault::new(message, hint))
}
