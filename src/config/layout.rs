//! Where the articles of a site lie and where their translations go, as patterns of paths.

use std::collections::{BTreeMap, BTreeSet};

use super::path::composed;
use super::{Fault, Project, folder_fault};
use crate::language::unregistered;

/// Stands for the path of an article, of one or more names, without its ending.
const PATH: &str = "{path}";

/// Stands for what a locale is called in the site.
const LOCALE: &str = "{locale}";

/// Stands for all locales that are not named in a `target`.
const OTHERS: &str = "*";

/// A path of an article in some locale: `content/{path}.{locale}.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathPattern {
    text: String,
    before: String,
    after: String,
    /// Lower case; none if any ending will do.
    endings: Vec<String>,
}

impl PathPattern {
    /// Reads a pattern. It ends with the ending of its files, with several as in `.{md,mdx}`, or
    /// with `.*`.
    ///
    /// # Errors
    /// If it leads out of the workspace, has not one `{path}`, or no ending.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let hint = "write one like `docs/de/{path}.md`";
        let wrong = |message: &str| Fault::new(format!("the pattern `{text}` {message}"), hint);
        let (stem, endings) = endings_of(text).ok_or_else(|| {
            wrong(
                "does not say how its files end; `.{md,mdx}` stands for two endings, `.*` for any",
            )
        })?;
        let (before, after) = stem
            .split_once(PATH)
            .ok_or_else(|| wrong("does not say where the path of an article stands: `{path}`"))?;
        let plain = format!("{before}x{after}.x").replace(LOCALE, "x");
        if plain.contains(['{', '}', '*']) {
            let message =
                "has a sign that stands for nothing; known are `{path}`, once, and `{locale}`";
            return Err(wrong(message));
        }
        if let Some(fault) = folder_fault(&plain) {
            return Err(wrong(&fault.message));
        }
        Ok(Self {
            text: text.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
            endings,
        })
    }

    /// All files below a folder.
    fn below(folder: &str) -> Self {
        Self {
            text: format!("{folder}/{PATH}.*"),
            before: format!("{folder}/"),
            after: String::new(),
            endings: Vec::new(),
        }
    }

    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn names_locale(&self) -> bool {
        self.before.contains(LOCALE) || self.after.contains(LOCALE)
    }

    /// The pattern with a locale's name in its place.
    fn of(&self, name: &str) -> Self {
        Self {
            before: self.before.replace(LOCALE, name),
            after: self.after.replace(LOCALE, name),
            ..self.clone()
        }
    }

    /// The folder that all its files lie in; empty for the workspace itself.
    fn folder(&self) -> &str {
        let fixed = self.before.split(LOCALE).next().unwrap_or_default();
        fixed.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Where the article of this path and ending is.
    fn path(&self, path: &str, ending: &str) -> String {
        [&self.before, path, &self.after, ".", ending].concat()
    }

    /// What `{path}` stands for in a file that the pattern takes, and its ending.
    fn take<'a>(&self, file: &'a str) -> Option<(&'a str, &'a str)> {
        let (stem, ending) = file.rsplit_once('.')?;
        let is_right = |known: &String| known.eq_ignore_ascii_case(ending);
        if !self.endings.is_empty() && !self.endings.iter().any(is_right) {
            return None;
        }
        let path = stem
            .strip_prefix(&*self.before)?
            .strip_suffix(&*self.after)?;
        is_path(path, ending).then_some((path, ending))
    }

    /// What `{path}` and `{locale}` stand for in a file that the pattern takes, if `{locale}` stands
    /// in it once.
    fn take_any<'a>(&self, file: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let (stem, ending) = file.rsplit_once('.')?;
        let (path, name) = if let Some((head, tail)) = self.before.split_once(LOCALE) {
            let rest = stem.strip_prefix(head)?;
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (name, rest) = rest.split_at(end);
            let path = rest.strip_prefix(tail)?;
            (path.strip_suffix(&*self.after.replace(LOCALE, name))?, name)
        } else {
            let (head, tail) = self.after.split_once(LOCALE)?;
            let rest = stem.strip_suffix(tail)?;
            let end = rest.trim_end_matches(is_name).len();
            let (rest, name) = rest.split_at(end);
            let path = rest.strip_suffix(head)?;
            (path.strip_prefix(&*self.before)?, name)
        };
        let is_right = |known: &String| known.eq_ignore_ascii_case(ending);
        let is_known = self.endings.is_empty() || self.endings.iter().any(is_right);
        (is_known && is_path(path, ending)).then_some((path, name, ending))
    }
}

/// Where articles lie, and where their translations go: an entry of `articles` in a `satz.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    source: PathPattern,
    /// Per locale, and for all others; none if translations go into the output folder.
    targets: BTreeMap<String, PathPattern>,
    /// Names of the articles, around their path.
    name: (String, String),
}

impl Layout {
    /// All files below a folder; translations go into the output folder.
    pub fn folder(folder: &str) -> Self {
        Self {
            source: PathPattern::below(folder),
            targets: BTreeMap::new(),
            name: (String::new(), String::new()),
        }
    }

    /// Reads an entry: the pattern of the articles, those of their translations by locale, `*` for
    /// all others, and that of the articles' names. `source` is what the site calls the locale of
    /// the articles.
    pub(super) fn read(
        pattern: &str,
        targets: BTreeMap<String, String>,
        catalog: Option<&str>,
        source: &str,
        catalogs: &str,
    ) -> Result<Self, Fault> {
        let pattern = PathPattern::parse(pattern)?;
        let mut layout = Self {
            source: pattern.of(source),
            name: match catalog {
                Some(name) => name_of(name, catalogs)?,
                None => name_from(&pattern, source),
            },
            targets: BTreeMap::new(),
        };
        for (locale, text) in targets {
            let target = PathPattern::parse(&text)?;
            if locale == OTHERS && !target.names_locale() {
                return Err(Fault::new(
                    format!("the pattern `{text}` does not say where the locale stands"),
                    "write `{locale}` in its place",
                ));
            }
            if target.endings != pattern.endings {
                return Err(Fault::new(
                    format!("`{}` and `{text}` have not the same ending", pattern.text),
                    "a translation has the format of its article",
                ));
            }
            if target.of(source) == layout.source && locale != OTHERS {
                return Err(Fault::new(
                    format!("`{text}` is where the articles themselves lie"),
                    "write the place of their translations",
                ));
            }
            layout.targets.insert(locale, target);
        }
        Ok(layout)
    }

    /// The pattern of its articles.
    pub fn source(&self) -> &PathPattern {
        &self.source
    }

    /// Whether it is more than a folder.
    pub(super) fn is_pattern(&self) -> bool {
        !self.targets.is_empty() || !self.source.endings.is_empty() || !self.name.0.is_empty()
    }

    /// The folder that all its articles lie in; empty for the workspace itself.
    pub(super) fn source_folder(&self) -> &str {
        self.source.folder()
    }

    /// What is wrong with its endings, given those of the files that satz reads.
    pub(super) fn fault(&self, endings: &[&str]) -> Option<Fault> {
        let mut own = self.source.endings.iter();
        let stranger = own.find(|ending| !endings.contains(&ending.as_str()))?;
        let message = format!(
            "`{}`: satz reads no files that end in `.{stranger}`",
            self.source.text
        );
        Some(Fault::new(
            message,
            format!("it reads {}", endings.join(", ")),
        ))
    }

    /// The patterns of their translations, per locale, `*` for all others.
    pub fn targets(&self) -> &BTreeMap<String, PathPattern> {
        &self.targets
    }

    fn target(&self, locale: &str) -> Option<&PathPattern> {
        self.targets.get(locale).or(self.targets.get(OTHERS))
    }

    fn key(&self, path: &str) -> String {
        let key = [&self.name.0, path, &self.name.1].concat();
        composed(&key).into_owned()
    }

    /// What the path is of which the name of an article is made.
    fn path_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        let path = key
            .strip_prefix(&*self.name.0)?
            .strip_suffix(&*self.name.1)?;
        is_path(path, "x").then_some(path)
    }
}

/// Which files are translations that a site keeps beside its articles.
pub(super) struct Targets<'a> {
    /// For each locale of the project and each layout.
    known: Vec<PathPattern>,
    /// Those of other locales, with the articles.
    others: Vec<(&'a PathPattern, &'a PathPattern)>,
    paths: BTreeSet<&'a str>,
}

impl Targets<'_> {
    /// Whether a file is one: of a locale of the project, or of any language whose article is there.
    /// `article` is what `{path}` stands for if it is an article: where a pattern of articles fixes
    /// more of the path, it is one.
    pub(super) fn have(&self, file: &str, article: &str) -> bool {
        let is_nearer = |path: &str| path.len() < article.len();
        let mut known = self.known.iter();
        let mut others = self.others.iter();
        known.any(|target| target.take(file).is_some_and(|(path, _)| is_nearer(path)))
            || others.any(|(target, source)| {
                let taken = target.take_any(file);
                taken.is_some_and(|(path, name, ending)| {
                    is_nearer(path) && is_language(name) && {
                        let original = source.path(path, ending);
                        original != file && self.paths.contains(&*original)
                    }
                })
            })
    }
}

/// Whether a name in a path begins with the code of a language.
fn is_language(name: &str) -> bool {
    let code = name.split(['-', '_']).next().unwrap_or_default();
    code.len() >= 2 && unregistered(code).is_none()
}

impl Project {
    /// What a locale is called in the site.
    pub fn site_name<'a>(&'a self, locale: &'a str) -> &'a str {
        self.folders.get(locale).map_or(locale, String::as_str)
    }

    /// Whether translations are written into the site, beside the articles.
    pub fn is_site(&self) -> bool {
        self.layouts.iter().any(|layout| !layout.targets.is_empty())
    }

    /// The folder of the articles, where that is all there is to say.
    pub fn article_folder(&self) -> Option<&str> {
        match &self.layouts[..] {
            [layout] if !layout.is_pattern() => layout.source.before.strip_suffix('/'),
            _ => None,
        }
    }

    /// The folders in which articles lie, none within another; empty for the workspace itself.
    pub fn article_folders(&self) -> Vec<&str> {
        outermost(self.layouts.iter().map(|layout| layout.source.folder()))
    }

    /// The folders that translations are written into, none within another.
    pub fn target_folders(&self) -> Vec<String> {
        let all = self.layouts.iter().flat_map(|layout| {
            let target = |locale: &String| {
                let pattern = layout.target(locale)?.of(self.site_name(locale));
                Some(pattern.folder().to_owned())
            };
            self.locales.iter().filter_map(target)
        });
        let all: Vec<String> = all.collect();
        let all = outermost(all.iter().map(String::as_str)).into_iter();
        all.map(str::to_owned).collect()
    }

    /// Key of an article as its path alone gives it; `None` for what no pattern takes.
    pub fn article_key(&self, path: &str) -> Option<String> {
        let (index, taken, _) = self.take(path)?;
        Some(self.layouts[index].key(taken))
    }

    /// What `{path}` stands for in the path of an article.
    pub(super) fn taken_path<'a>(&self, file: &'a str) -> Option<&'a str> {
        self.take(file).map(|(_, path, _)| path)
    }

    /// Which of the layouts takes a file as an article.
    pub fn layout_of(&self, path: &str) -> Option<usize> {
        self.take(path).map(|(index, ..)| index)
    }

    /// Where the site has the translation of an article, if it has any.
    pub fn target_path(&self, locale: &str, article: &str) -> Option<String> {
        let (index, path, ending) = self.take(article)?;
        let pattern = self.layouts[index].target(locale)?;
        Some(pattern.of(self.site_name(locale)).path(path, ending))
    }

    /// Whether a file is where the site has a translation into a locale.
    pub fn is_target(&self, locale: &str, file: &str) -> bool {
        let mut targets = self
            .layouts
            .iter()
            .filter_map(|layout| layout.target(locale));
        targets.any(|target| target.of(self.site_name(locale)).take(file).is_some())
    }

    /// Whether the site has translations of an article.
    pub fn has_target(&self, article: &str) -> bool {
        let layout = self.layout_of(article);
        layout.is_some_and(|index| !self.layouts[index].targets.is_empty())
    }

    /// The layout that takes a file and fixes most of its path, what `{path}` stands for, and the
    /// ending.
    fn take<'a>(&self, file: &'a str) -> Option<(usize, &'a str, &'a str)> {
        let mut best: Option<(usize, &str, &str)> = None;
        for (index, layout) in self.layouts.iter().enumerate() {
            let Some((path, ending)) = layout.source.take(file) else {
                continue;
            };
            if best.is_none_or(|(_, other, _)| path.len() < other.len()) {
                best = Some((index, path, ending));
            }
        }
        best
    }

    /// The path that an article of this name has, or would have: `name` may be a path, with or
    /// without an ending, or a key.
    pub fn article_path(&self, name: &str, ending: &str) -> String {
        let stem = match name.rsplit_once('.') {
            Some((stem, other)) if other.eq_ignore_ascii_case(ending) => stem,
            _ => name,
        };
        let path = format!("{stem}.{ending}");
        if self.article_key(&path).is_some() {
            return if stem == name { path } else { name.to_owned() };
        }
        let fits = |layout: &&Layout| {
            layout
                .source
                .take(&layout.source.path("x", ending))
                .is_some()
        };
        let mut layouts = self.layouts.iter().filter(fits);
        let named = layouts
            .clone()
            .find_map(|layout| Some((layout, layout.path_of(stem)?)));
        let first = layouts.next().unwrap_or(&self.layouts[0]);
        let (layout, stem) = named.unwrap_or((first, stem));
        layout.source.path(stem, ending)
    }

    /// The key that an article of this name has, or would have; `endings` are those of articles.
    pub fn named_key(&self, name: &str, endings: &[&str]) -> String {
        let own = name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase());
        let own = own.filter(|ending| endings.contains(&ending.as_str()));
        let candidates = own
            .iter()
            .map(String::as_str)
            .chain(endings.iter().copied());
        let mut keys = candidates.map(|ending| self.article_key(&self.article_path(name, ending)));
        keys.find_map(|key| key)
            .unwrap_or_else(|| composed(name).into_owned())
    }

    /// Where a person would look for an article of this name.
    pub fn place_of(&self, name: &str) -> String {
        match self.article_folder() {
            Some(folder) if !name.starts_with(&format!("{folder}/")) => format!("{folder}/{name}"),
            _ => name.to_owned(),
        }
    }

    /// Whether a file would be an article if it had the right ending.
    pub fn may_be_article(&self, path: &str) -> bool {
        self.layouts.iter().any(|layout| {
            let any = PathPattern {
                endings: Vec::new(),
                ..layout.source.clone()
            };
            any.take(path).is_some()
        })
    }

    /// Where a file that lies beside articles goes in the output, below a locale's folder; `None`
    /// if it lies elsewhere.
    pub fn beside(&self, path: &str) -> Option<String> {
        self.layouts.iter().find_map(|layout| {
            let source = layout.source.folder();
            let below = match source {
                "" => path,
                _ => path.strip_prefix(source)?.strip_prefix('/')?,
            };
            let folder = layout.name.0.rsplit_once('/').map(|(folder, _)| folder);
            Some(folder.map_or_else(|| below.to_owned(), |folder| format!("{folder}/{below}")))
        })
    }

    /// What tells translations from articles among these files.
    pub(super) fn targets<'a>(&'a self, paths: &'a [String]) -> Targets<'a> {
        let mut targets = Targets {
            known: Vec::new(),
            others: Vec::new(),
            paths: BTreeSet::new(),
        };
        for layout in &self.layouts {
            let known = self
                .locales
                .iter()
                .filter_map(|locale| Some(layout.target(locale)?.of(self.site_name(locale))));
            targets.known.extend(known);
            if let Some(others) = layout.targets.get(OTHERS) {
                targets.others.push((others, &layout.source));
            }
        }
        if !targets.others.is_empty() {
            targets.paths.extend(paths.iter().map(String::as_str));
        }
        targets
    }
}

/// Whether there is something between the parts of a pattern that can be the path of an article.
fn is_path(path: &str, ending: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.ends_with('/')
        && !ending.is_empty()
        && !ending.contains('/')
}

/// A pattern without its ending, and the endings; none if it has none.
fn endings_of(text: &str) -> Option<(&str, Vec<String>)> {
    if let Some(stem) = text.strip_suffix(".*") {
        return Some((stem, Vec::new()));
    }
    let (stem, endings) = match text.strip_suffix('}').filter(|_| !text.ends_with(PATH)) {
        Some(list) => list.rsplit_once(".{")?,
        None => text.rsplit_once('.')?,
    };
    let endings: Vec<String> = endings.split(',').map(str::to_lowercase).collect();
    let is_plain =
        |ending: &String| !ending.is_empty() && ending.chars().all(|c| c.is_ascii_alphanumeric());
    endings.iter().all(is_plain).then_some((stem, endings))
}

/// The names of articles that a `catalog` says: `handbuch/{path}`, or a whole path of catalogs.
fn name_of(text: &str, catalogs: &str) -> Result<(String, String), Fault> {
    let prefix = format!("{catalogs}/{LOCALE}/");
    let name = text.strip_prefix(&prefix).unwrap_or(text);
    let name = name.strip_suffix(".ftl").unwrap_or(name);
    let parts = name.split_once(PATH).filter(|(before, after)| {
        let plain = format!("{before}x{after}");
        !plain.contains(['{', '}', '*']) && folder_fault(&plain).is_none()
    });
    let (before, after) = parts.ok_or_else(|| {
        Fault::new(
            format!("`{text}` is no place for catalogs"),
            format!("write one like `handbuch/{PATH}`, which means {prefix}handbuch/{PATH}.ftl"),
        )
    })?;
    Ok((before.to_owned(), after.to_owned()))
}

/// The names that articles have by their pattern: without the locale.
fn name_from(pattern: &PathPattern, source: &str) -> (String, String) {
    let is_locale = |part: &str| part == LOCALE || part == source;
    let before = pattern.before.split('/').filter(|part| !is_locale(part));
    let before: Vec<&str> = before.collect();
    let after = pattern.after.replace(LOCALE, source);
    let suffix = format!(".{source}");
    let after = after.strip_suffix(&suffix).unwrap_or(&after);
    (before.join("/"), after.to_owned())
}

/// The folders that lie in no other of them, sorted.
fn outermost<'a>(folders: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let all: BTreeSet<&str> = folders.collect();
    let lies_in = |folder: &str, other: &str| {
        other.is_empty()
            || folder
                .strip_prefix(other)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    let is_inner = |folder: &str| {
        all.iter()
            .any(|other| *other != folder && lies_in(folder, other))
    };
    all.iter()
        .copied()
        .filter(|folder| !is_inner(folder))
        .collect()
}
