//! The files of a site, and what their names tell of languages.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::locale_of;
use super::{Found, Place};

/// The files of a folder and below, and the texts of some of them.
pub struct Tree<'a> {
    /// Paths of the files; none in hidden folders.
    pub files: &'a [String],
    /// The text of a file, also of a hidden one; none if there is none.
    pub read: &'a dyn Fn(&str) -> Option<String>,
    /// Endings of files that can be articles.
    pub endings: &'a [&'a str],
    /// Locale of the articles.
    pub source: &'a str,
}

/// How translations are told from the original, where nothing tells yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// `a.en.md` beside `a.md`.
    Suffix,
    /// `en/a.md` beside `a.md`.
    Folder,
}

/// A place of articles, and what locales are called there.
pub(super) struct Pair {
    pub(super) place: Place,
    pub(super) names: BTreeMap<String, String>,
}

/// Endings of articles; others only where there are none of these.
const MARKDOWN: [&str; 3] = ["md", "mdx", "markdown"];

impl Tree<'_> {
    pub(super) fn text(&self, path: &str) -> Option<String> {
        (self.read)(path)
    }

    /// The configurations of these names, hidden ones at the usual places, too.
    pub(super) fn configurations(&self, names: &[&str]) -> Vec<String> {
        let is_one = |path: &&String| {
            path.matches('/').count() <= 3
                && names.iter().any(|name| {
                    let before = path.strip_suffix(name);
                    before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
                })
        };
        let mut found: Vec<String> = self.files.iter().filter(is_one).cloned().collect();
        for name in names.iter().filter(|name| name.starts_with('.')) {
            let usual = ["", "docs/", "website/", "site/"].map(|base| format!("{base}{name}"));
            found.extend(usual.into_iter().filter(|path| self.text(path).is_some()));
        }
        found
    }

    /// The endings of articles below a folder as a pattern has them; none if there is no article.
    fn ending(&self, folder: &str, is_one: impl Fn(&str) -> bool) -> Option<String> {
        let below = self
            .files
            .iter()
            .filter(|path| path.starts_with(folder) && is_one(path));
        let there: BTreeSet<String> = below
            .filter_map(|path| Some(path.rsplit_once('.')?.1.to_lowercase()))
            .filter(|ending| self.endings.contains(&ending.as_str()))
            .collect();
        let usual: Vec<&str> = { MARKDOWN.iter().copied() }
            .filter(|ending| there.contains(*ending))
            .collect();
        match &usual[..] {
            [] => None,
            [one] => Some((*one).to_owned()),
            several => Some(format!("{{{}}}", several.join(","))),
        }
    }

    /// The place of patterns that are always the same, if there are articles.
    pub(super) fn fixed(&self, source: &str, target: &str) -> Vec<Pair> {
        let folder = source.split("{path}").next().unwrap_or_default();
        let ending = self.ending(folder, |_| true);
        let pair = ending.map(|ending| Pair {
            place: Place {
                source: format!("{source}.{ending}"),
                targets: BTreeMap::from([("*".to_owned(), format!("{target}.{ending}"))]),
            },
            names: BTreeMap::new(),
        });
        pair.into_iter().collect()
    }

    /// The places below a folder in which names tell the language of a file.
    pub(super) fn marked(
        &self,
        root: &str,
        fresh: Option<Marks>,
        named: &BTreeSet<String>,
        found: &Found,
    ) -> Vec<Pair> {
        let mut pairs = self.in_folders(root, named, found);
        if pairs.is_empty() {
            pairs.extend(self.with_suffixes(root, found));
        }
        let is_source = found
            .default
            .as_ref()
            .is_none_or(|default| default == self.source);
        if pairs.is_empty() && is_source && !found.text.is_empty() {
            let marks = self.unmarked(root, named).or(fresh);
            pairs.extend(marks.and_then(|marks| self.beside_unmarked(root, marks, named)));
        }
        pairs
    }

    /// `docs/de/a.md` beside `docs/en/a.md`, or beside `docs/a.md`.
    fn in_folders(&self, root: &str, named: &BTreeSet<String>, found: &Found) -> Vec<Pair> {
        // For each folder of folders of languages: the name of the source, and the paths below it.
        let mut places: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
        for path in self.files.iter().filter(|path| self.is_article(path)) {
            let Some(below) = path.strip_prefix(root) else {
                continue;
            };
            let mut before = root.to_owned();
            let mut rest = below;
            while let Some((name, further)) = rest.split_once('/') {
                if locale_of(name).as_deref() == Some(self.source) {
                    let place = places.entry((before, name.to_owned())).or_default();
                    place.insert(further);
                    break;
                }
                before = format!("{before}{name}/");
                rest = further;
            }
        }
        let pairs = places.iter().filter_map(|((before, name), articles)| {
            let pattern = |folder: &str, ending: &str| format!("{before}{folder}{{path}}.{ending}");
            let own = format!("{before}{name}/");
            let ending = self.ending(&own, |_| true)?;
            let mut names = self.siblings(before, articles, named);
            let mut targets = BTreeMap::from([("*".to_owned(), pattern("{locale}/", &ending))]);
            let unmarked = articles
                .iter()
                .filter(|path| self.has(&format!("{before}{path}")));
            if unmarked.count() * 2 > articles.len() {
                let default = found.default.clone().unwrap_or_else(|| "en".to_owned());
                if default != self.source && !names.contains_key(&default) {
                    targets.insert(default.clone(), pattern("", &ending));
                    names.insert(default.clone(), default);
                }
            }
            let is_alone = names.is_empty() && named.is_empty() && found.text.is_empty();
            names.insert(self.source.to_owned(), name.clone());
            let source = format!("{own}{{path}}.{ending}");
            let place = Place { source, targets };
            (!is_alone).then_some(Pair { place, names })
        });
        pairs.collect()
    }

    /// Folders of other languages that have some of the articles, or that the configuration names.
    fn siblings(
        &self,
        before: &str,
        articles: &BTreeSet<&str>,
        named: &BTreeSet<String>,
    ) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        for path in self.files.iter().filter(|path| self.is_article(path)) {
            let below = path
                .strip_prefix(before)
                .and_then(|below| below.split_once('/'));
            let Some((name, further)) = below else {
                continue;
            };
            if let Some(locale) = locale_of(name).filter(|locale| locale != self.source)
                && (articles.contains(further) || named.contains(&locale))
            {
                names.insert(locale, name.to_owned());
            }
        }
        names
    }

    /// `a.de.md` beside `a.en.md`, or beside `a.md`.
    fn with_suffixes(&self, root: &str, found: &Found) -> Option<Pair> {
        let mut own: Vec<(&str, &str)> = Vec::new();
        let mut names = BTreeMap::new();
        let mut suffix = None;
        for path in self.files.iter().filter(|path| self.is_article(path)) {
            let Some((stem, name, ending)) = suffixed(path).filter(|_| path.starts_with(root))
            else {
                continue;
            };
            match locale_of(name) {
                Some(locale) if locale == self.source => {
                    own.push((stem, ending));
                    suffix = Some(name);
                }
                Some(locale) => drop(names.insert(locale, name.to_owned())),
                None => {}
            }
        }
        let suffix = suffix?;
        let common = own[0]
            .0
            .split_once('/')
            .map(|(folder, _)| format!("{folder}/"));
        let is_common = |folder: &String| own.iter().all(|(stem, _)| stem.starts_with(folder));
        let common = common.filter(|folder| root.is_empty() && is_common(folder));
        let root = common.as_deref().unwrap_or(root);
        if found.text.is_empty() && own.len() < 2 {
            return None;
        }
        let marked = format!(".{suffix}.");
        let ending = self.ending(root, |path| path.contains(&marked))?;
        let mut targets = BTreeMap::from([(
            "*".to_owned(),
            format!("{root}{{path}}.{{locale}}.{ending}"),
        )]);
        let unmarked = own
            .iter()
            .filter(|(stem, ending)| self.has(&format!("{stem}.{ending}")));
        if unmarked.count() * 2 > own.len() {
            let default = found.default.clone().unwrap_or_else(|| "en".to_owned());
            if default != self.source {
                targets.insert(default.clone(), format!("{root}{{path}}.{ending}"));
                names.insert(default.clone(), default);
            }
        }
        names.insert(self.source.to_owned(), suffix.to_owned());
        let source = format!("{root}{{path}}{marked}{ending}");
        let place = Place { source, targets };
        Some(Pair { place, names })
    }

    /// How translations are told from articles that have no mark.
    fn unmarked(&self, root: &str, named: &BTreeSet<String>) -> Option<Marks> {
        let articles = self.files.iter().filter(|path| path.starts_with(root));
        for path in articles.filter(|path| self.is_article(path)) {
            if let Some((stem, name, ending)) = suffixed(path)
                && locale_of(name).is_some()
                && self.has(&format!("{stem}.{ending}"))
            {
                return Some(Marks::Suffix);
            }
            let below = path[root.len()..].split_once('/');
            if let Some((name, further)) = below
                && let Some(locale) = locale_of(name)
                && (self.has(&format!("{root}{further}")) || named.contains(&locale))
            {
                return Some(Marks::Folder);
            }
        }
        None
    }

    /// Articles without a mark, and their translations with one.
    fn beside_unmarked(&self, root: &str, marks: Marks, named: &BTreeSet<String>) -> Option<Pair> {
        let ending = self.ending(root, |_| true)?;
        let mut names = BTreeMap::new();
        let target = match marks {
            Marks::Folder => {
                let below = self.files.iter().filter_map(|path| path.strip_prefix(root));
                let articles: BTreeSet<&str> = below.collect();
                names = self.siblings(root, &articles, named);
                format!("{root}{{locale}}/{{path}}.{ending}")
            }
            Marks::Suffix => {
                let files = self.files.iter().filter(|path| path.starts_with(root));
                for (stem, name, ending) in files.filter_map(|path| suffixed(path)) {
                    if let Some(locale) = locale_of(name)
                        && self.has(&format!("{stem}.{ending}"))
                    {
                        names.insert(locale, name.to_owned());
                    }
                }
                format!("{root}{{path}}.{{locale}}.{ending}")
            }
        };
        let place = Place {
            source: format!("{root}{{path}}.{ending}"),
            targets: BTreeMap::from([("*".to_owned(), target)]),
        };
        Some(Pair { place, names })
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.files
            .binary_search_by(|file| file.as_str().cmp(path))
            .is_ok()
    }

    /// Whether there are articles below a folder.
    pub(super) fn has_articles(&self, folder: &str) -> bool {
        let mut below = self.files.iter().filter(|path| path.starts_with(folder));
        below.any(|path| self.is_article(path))
    }

    fn is_article(&self, path: &str) -> bool {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| MARKDOWN.contains(&ending) && self.endings.contains(&ending))
    }
}

/// A path before its suffix, the suffix, and the ending: `a.en.md`.
fn suffixed(path: &str) -> Option<(&str, &str, &str)> {
    let (stem, ending) = path.rsplit_once('.')?;
    let (stem, name) = stem.rsplit_once('.')?;
    (!name.contains('/') && !stem.ends_with('/')).then_some((stem, name, ending))
}
