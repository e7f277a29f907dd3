//! Which generator a site is made with, and where it has its articles and their translations.
//!
//! Pure: what is looked at is a list of files, and the texts of a few of them.

mod docusaurus;
mod eleventy;
mod hugo;
mod jekyll;
mod languages;
mod mdbook;
mod mkdocs;
mod plain;
mod starlight;
mod texts;
mod tree;
mod vitepress;
mod zola;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

pub use texts::Texts;
pub use tree::Tree;
use tree::{Marks, Pair};

/// A program that makes sites.
struct Generator {
    /// Its name.
    name: &'static str,
    /// Names of its configuration files; of those in folders, the last part counts.
    files: &'static [&'static str],
    /// Whether a configuration of such a name is its own.
    is_own: fn(&str) -> bool,
    /// Where articles are, given the folder of its configuration, with its last `/`.
    roots: fn(&Tree<'_>, &Found) -> Vec<Root>,
}

/// All that are known; the first that fits counts.
static GENERATORS: [&Generator; 10] = [
    &docusaurus::GENERATOR,
    &starlight::GENERATOR,
    &vitepress::GENERATOR,
    &mkdocs::GENERATOR,
    &zola::GENERATOR,
    &hugo::GENERATOR,
    &mdbook::GENERATOR,
    &jekyll::GENERATOR,
    &eleventy::GENERATOR,
    &plain::GENERATOR,
];

/// A configuration file of a generator.
struct Found {
    /// Its folder, with its last `/`; empty for the workspace.
    base: String,
    text: String,
    /// The language without a mark of its own, where the configuration names it.
    default: Option<String>,
}

/// A folder of articles.
enum Root {
    /// What the files in it are called tells their language; if nothing does, this is meant.
    Marked(String, Option<Marks>),
    /// Source and target are always these.
    Fixed(String, String),
}

/// What a site is made with, and where its articles and their translations are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExistingSite {
    /// The name of its generator.
    pub generator: &'static str,
    /// Its configuration file, if it has one.
    pub configuration: Option<String>,
    /// Locales that it has, or that its configuration names, but for the source.
    pub locales: Vec<String>,
    /// What locales are called in it, where that is not their own name.
    pub folders: BTreeMap<String, String>,
    /// Where its articles are.
    pub places: Vec<Place>,
    /// Files in its folders that are no articles.
    pub ignore: Vec<&'static str>,
}

/// An entry of `articles` for a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where the articles are.
    pub source: String,
    /// Where their translations are: per locale, `*` for all others.
    pub targets: BTreeMap<String, String>,
}

/// Files at the root of a site that are nobody's articles.
const FURNITURE: [&str; 7] = [
    "README*",
    "CHANGELOG*",
    "CONTRIBUTING*",
    "CODE_OF_CONDUCT*",
    "LICENSE*",
    "SECURITY*",
    "vendor/**",
];

impl ExistingSite {
    /// Recognises the site that some files are, with articles in `source`; `None` if they are none.
    pub fn recognise(tree: &Tree<'_>) -> Option<Self> {
        let site = |generator: &&Generator| {
            let (configuration, found) = generator.find(tree)?;
            generator.site(tree, configuration, &found)
        };
        GENERATORS.iter().find_map(site)
    }

    /// The name of a generator and the language of its site, where that is another than the source.
    pub fn other_source(tree: &Tree<'_>) -> Option<(&'static str, String)> {
        let of = |generator: &&Generator| {
            let (configuration, found) = generator.find(tree)?;
            let default = found.default.filter(|default| default != tree.source);
            configuration
                .and(default)
                .map(|default| (generator.name, default))
        };
        GENERATORS.iter().find_map(of)
    }

    /// Its `articles`, `folders` and `ignore`, as they stand in a `satz.yaml` for these locales, the
    /// source among them.
    pub fn configuration(&self, locales: &[String]) -> String {
        let is_known = |locale: &String| locale == "*" || locales.contains(locale);
        let mut text = "articles:\n".to_owned();
        for place in &self.places {
            let mut targets = place.targets.iter().filter(|(locale, _)| is_known(locale));
            let target = match (targets.next(), targets.next()) {
                (Some((locale, target)), None) if locale == "*" => format!("{target:?}"),
                _ => {
                    let rows = place.targets.iter().filter(|(locale, _)| is_known(locale));
                    let rows = rows.map(|(locale, target)| match locale.as_str() {
                        "*" => format!("\"*\": {target:?}"),
                        _ => format!("{locale}: {target:?}"),
                    });
                    format!("{{{}}}", rows.collect::<Vec<_>>().join(", "))
                }
            };
            let _ = writeln!(text, "  - source: {:?}\n    target: {target}", place.source);
        }
        let names = self.folders.iter().filter(|(locale, _)| is_known(locale));
        let names: Vec<_> = names.collect();
        if !names.is_empty() {
            let rows: Vec<String> = { names.iter() }
                .map(|(locale, name)| format!("{locale}: {name}"))
                .collect();
            let _ = writeln!(text, "folders: {{{}}}", rows.join(", "));
        }
        if !self.ignore.is_empty() {
            let _ = writeln!(text, "ignore: {:?}", self.ignore);
        }
        text
    }
}

impl Generator {
    /// Its configuration nearest to the top, with its path.
    fn find(&self, tree: &Tree<'_>) -> Option<(Option<String>, Found)> {
        if self.files.is_empty() {
            let found = Found {
                base: String::new(),
                text: String::new(),
                default: None,
            };
            return Some((None, found));
        }
        let mut paths = tree.configurations(self.files);
        paths.sort_by_key(|path| path.matches('/').count());
        paths.into_iter().find_map(|path| {
            let text = tree.text(&path)?;
            let name = self.files.iter().find(|name| path.ends_with(**name))?;
            (self.is_own)(&text).then(|| {
                let base = path[..path.len() - name.len()].to_owned();
                let default = languages::default(&text);
                (
                    Some(path),
                    Found {
                        base,
                        text,
                        default,
                    },
                )
            })
        })
    }

    fn site(
        &self,
        tree: &Tree<'_>,
        configuration: Option<String>,
        found: &Found,
    ) -> Option<ExistingSite> {
        let named = languages::named(&found.text);
        let mut locales: BTreeSet<String> = named.iter().cloned().collect();
        let mut folders = BTreeMap::new();
        let mut places = Vec::new();
        for root in (self.roots)(tree, found) {
            let pairs = match root {
                Root::Fixed(source, target) => tree.fixed(&source, &target),
                Root::Marked(folder, fresh) => tree.marked(&folder, fresh, &named, found),
            };
            for Pair { place, names } in pairs {
                for (locale, name) in names {
                    if locale != name {
                        folders.insert(locale.clone(), name);
                    }
                    locales.insert(locale);
                }
                places.push(place);
            }
        }
        locales.remove(tree.source);
        let is_at_root = |place: &Place| place.source.starts_with("{path}");
        let ignore = if places.iter().any(is_at_root) {
            FURNITURE.to_vec()
        } else {
            Vec::new()
        };
        (!places.is_empty()).then(|| ExistingSite {
            generator: self.name,
            configuration,
            locales: locales.into_iter().collect(),
            folders,
            places,
            ignore,
        })
    }
}
