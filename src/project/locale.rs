use unic_langid::LanguageIdentifier;

use super::Fault;
use super::path::is_device;

/// Says whether a locale can be used: a valid language identifier in its canonical spelling, and
/// no name that Windows keeps for a device (`con` is a language and a console).
///
/// # Errors
/// If it cannot; the fault says why.
///
/// # Examples
/// ```
/// use satz::project::validate_locale;
/// assert!(validate_locale("pt-BR").is_ok());
/// assert!(validate_locale("pt_br").unwrap_err().to_string().contains("`pt-BR`"));
/// assert!(validate_locale("../en").is_err());
/// ```
pub fn validate_locale(name: &str) -> Result<(), Fault> {
    let Ok(id) = name.parse::<LanguageIdentifier>() else {
        return Err(Fault::new(
            format!("`{name}` is not a language identifier"),
            "write one like `en`, `pt-BR` or `zh-Hant`",
        ));
    };
    let canonical = id.to_string();
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
