//! Where pages lie in the output folder.

use super::form_of;

/// Where the file of an article in a form lies below the output folder.
pub(super) fn output_path(locale: &str, key: &str, form: &str) -> String {
    let extension = form_of(form).map_or(form, |form| form.extension);
    format!("{locale}/{key}.{extension}")
}
