//! Formatted text appended to a string.

use std::fmt::{Arguments, Write as _};

/// Appends formatted text. Writing to a string cannot fail.
pub(super) fn put(out: &mut String, text: Arguments<'_>) {
    let _ = out.write_fmt(text);
}
