//! `mdBook`: a book per language.

use super::{Generator, Root};

pub(super) static GENERATOR: Generator = Generator {
    name: "mdBook",
    files: &["book.toml"],
    is_own: |_| true,
    roots: |tree, found| {
        let mut lines = found.text.lines();
        let value = lines.find_map(|line| {
            line.trim_start()
                .strip_prefix("src")?
                .trim_start()
                .strip_prefix('=')
        });
        let folder = value.map_or("src", |value| value.trim().trim_matches(['"', '\'', '/']));
        // One book of several, each in the folder of its language.
        let own = format!("{}/", tree.source);
        let above = found.base.strip_suffix(&own);
        let above = above.map(str::to_owned).or_else(|| {
            let book = format!("{}{own}book.toml", found.base);
            tree.has(&book).then(|| found.base.clone())
        });
        let pattern = |base: &str| format!("{base}{folder}/{{path}}");
        let (source, target) = match above {
            Some(above) => (format!("{above}{own}"), format!("{above}{{locale}}/")),
            None => (found.base.clone(), format!("{}{{locale}}/", found.base)),
        };
        vec![Root::Fixed(pattern(&source), pattern(&target))]
    },
};
