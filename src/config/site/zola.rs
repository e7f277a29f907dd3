//! Zola: suffixes, the default language has none.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Zola",
    files: &["config.toml", "zola.toml"],
    is_own: |text| {
        let keys = [
            "base_url",
            "default_language",
            "compile_sass",
            "build_search_index",
        ];
        let mut lines = text.lines();
        lines.any(|line| keys.iter().any(|key| line.trim_start().starts_with(key)))
    },
    roots: |_, found| {
        vec![Root::Marked(
            format!("{}content/", found.base),
            Some(Marks::Suffix),
        )]
    },
};
