//! `owners`: whom the summary of a change names for a locale.

use std::collections::BTreeMap;

use crate::config::Fault;

/// Owners are of known locales, and nothing but names.
pub(super) fn check(owners: &BTreeMap<String, String>, known: &[&str]) -> Result<(), Fault> {
    for (locale, names) in owners {
        if !known.contains(&locale.as_str()) {
            let message = format!("`owners` names the locale `{locale}`");
            return Err(Fault::new(
                message,
                "add it to `locales`, or remove it here",
            ));
        }
        // They go unchanged into a page that others read: no markup.
        let is_plain = |c: char| c.is_alphanumeric() || "@/.-_, ".contains(c);
        if names.trim().is_empty() || !names.chars().all(is_plain) {
            let message = format!("`owners` has no names for `{locale}`");
            let hint = "write people or teams, like `owners: {en: '@anna, @house/english'}`";
            return Err(Fault::new(message, hint));
        }
    }
    Ok(())
}
