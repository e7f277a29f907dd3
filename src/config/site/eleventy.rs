//! Eleventy: a folder per language.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Eleventy",
    files: &[
        "eleventy.config.js",
        "eleventy.config.mjs",
        "eleventy.config.cjs",
        ".eleventy.js",
    ],
    is_own: |_| true,
    roots: |tree, found| {
        let mut folders = ["content", "src", "docs", "site"].into_iter();
        let folder = folders.find_map(|name| {
            let folder = format!("{}{name}/", found.base);
            tree.has_articles(&folder).then_some(folder)
        });
        let root = folder.unwrap_or_else(|| found.base.clone());
        vec![Root::Marked(root, Some(Marks::Folder))]
    },
};
