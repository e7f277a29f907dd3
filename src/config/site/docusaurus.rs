//! Docusaurus: documents, blog, pages and older versions, translations below `i18n`.

use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "Docusaurus",
    files: &[
        "docusaurus.config.js",
        "docusaurus.config.ts",
        "docusaurus.config.mjs",
        "docusaurus.config.cjs",
    ],
    is_own: |_| true,
    roots: |_, found| {
        let base = &found.base;
        let places = [
            ("docs", "docusaurus-plugin-content-docs/current"),
            ("versioned_docs", "docusaurus-plugin-content-docs"),
            ("blog", "docusaurus-plugin-content-blog"),
            ("src/pages", "docusaurus-plugin-content-pages"),
        ];
        let root = |(from, to)| {
            let source = format!("{base}{from}/{{path}}");
            Root::Fixed(source, format!("{base}i18n/{{locale}}/{to}/{{path}}"))
        };
        places.map(root).into()
    },
};
