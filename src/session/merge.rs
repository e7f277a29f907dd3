//! Two versions of a catalog made one.

use crate::catalog::Catalog;
use crate::update::{Merged, merge};

/// Merges two versions of a catalog, unit by unit, given the version that both come from. Where both
/// changed one unit differently, both texts stand between conflict markers.
///
/// # Examples
/// ```
/// let merged = satz::session::merge_catalogs("a = 1\nb = 1\n", "a = 2\nb = 1\n", "a = 1\nb = 2\n");
/// assert_eq!(merged.text, "a = 2\nb = 2\n");
/// assert!(merged.conflicts.is_empty());
/// ```
pub fn merge_catalogs(base: &str, ours: &str, theirs: &str) -> Merged {
    let catalog = |text: &str| Catalog::parse(text).value;
    merge(&catalog(base), &catalog(ours), &catalog(theirs))
}
