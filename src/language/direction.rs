//! Which way a locale's script goes.

use icu_locale::{LanguageIdentifier, LocaleDirectionality};

use super::public_part;

/// The direction of a locale's script, as `dir` of HTML spells it: `ltr` or `rtl`. By CLDR; what
/// is no language identifier goes from left to right.
///
/// # Examples
/// ```
/// use satz::language::direction;
/// assert_eq!(direction("ar"), "rtl");
/// assert_eq!(direction("az-Arab"), "rtl");
/// assert_eq!(direction("ks-Deva"), "ltr");
/// assert_eq!(direction("ar-x-einfach"), "rtl");
/// ```
pub fn direction(locale: &str) -> &'static str {
    let leftward = public_part(locale)
        .parse::<LanguageIdentifier>()
        .is_ok_and(|id| LocaleDirectionality::new_extended().is_right_to_left(&id));
    if leftward { "rtl" } else { "ltr" }
}
