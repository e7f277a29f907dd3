//! Astro, with Starlight or without: collections with a folder per language.

use super::tree::Marks;
use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Astro",
    files: &[
        "astro.config.mjs",
        "astro.config.js",
        "astro.config.ts",
        "astro.config.mts",
    ],
    is_own: |_| true,
    roots: |tree, found| {
        let folder = |name: &str| format!("{}src/{name}/", found.base);
        let (docs, content) = (folder("content/docs"), folder("content"));
        if tree.has_articles(&docs) {
            return vec![Root::Marked(docs, Some(Marks::Folder))];
        }
        vec![
            Root::Marked(content, None),
            Root::Marked(folder("pages"), Some(Marks::Folder)),
        ]
    },
};
