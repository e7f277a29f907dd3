//! A workspace that the server has open: its session, what the editor has unsaved above it, and what was found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::Text;
use super::uri;
use crate::config::Setting;
use crate::report::{Found, MemoryOffer, Suggestion};
use crate::session::{Failure, FileRole, Session, Sink, SuggestQuestion};
use crate::text::Encoding;

/// An open workspace.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) session: Session,
    /// What was found in each file, by its path, when all were looked at last.
    pub(super) found: BTreeMap<String, Vec<Found>>,
    /// Files of which that may not be so any more: of the same articles as those that were edited.
    behind: BTreeSet<String>,
    /// Whether files changed since all were looked at.
    pub(super) is_dirty: bool,
    /// Whether they changed on the disk, or nobody has looked yet.
    pub(super) is_urgent: bool,
    /// What could not be read when all were looked at last.
    pub(super) failures: Vec<String>,
    /// What the memory has for the open units of articles, by article and locale; none where nobody has looked.
    offers: BTreeMap<(String, String), Vec<Suggestion>>,
    /// Files whose findings may be others than the editor was told.
    pub(super) touched: BTreeSet<String>,
}

/// What a workspace is opened with.
#[derive(Debug, Clone, Default)]
pub(super) struct Opening {
    pub(super) settings: Vec<Setting>,
    pub(super) cache: Option<PathBuf>,
}

impl Folder {
    /// Opens the workspace that a folder lies in.
    pub(super) fn open(folder: &Path, opening: &Opening) -> Result<Self, Failure> {
        let Opening { settings, cache } = opening.clone();
        let session = Session::open(folder, &settings, cache, &mut ())?;
        Ok(Self {
            session,
            found: BTreeMap::new(),
            behind: BTreeSet::new(),
            is_dirty: true,
            is_urgent: true,
            failures: Vec::new(),
            offers: BTreeMap::new(),
            touched: BTreeSet::new(),
        })
    }

    /// What the memory has for a unit, the best first, as far as it was asked already.
    pub(super) fn offers(&self, article: &str, locale: &str, id: &str) -> &[MemoryOffer] {
        let units = self.offers.get(&(article.to_owned(), locale.to_owned()));
        let unit = units.into_iter().flatten().find(|unit| unit.id == id);
        unit.map_or(&[], |unit| &unit.offers)
    }

    /// Asks the memory for the open units of an article, if it has any and nobody has asked.
    pub(super) fn recall(
        &mut self,
        article: &str,
        locale: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), Failure> {
        let key = (article.to_owned(), locale.to_owned());
        if self.offers.contains_key(&key) {
            return Ok(());
        }
        let units = self.session.article_units(article, &[locale.to_owned()])?;
        let mut units = units.catalogs.iter().flat_map(|catalog| &catalog.units);
        if units.all(|unit| unit.state.is_covered()) {
            return Ok(());
        }
        let question = SuggestQuestion {
            locale: locale.to_owned(),
            ids: Vec::new(),
            articles: vec![article.to_owned()],
            count: 3,
            least: 0.6,
        };
        let suggestions = self.session.suggest(&question, sink)?;
        self.offers.insert(key, suggestions);
        Ok(())
    }

    /// Takes note that a file is another one on the disk, or gone.
    pub(super) fn refresh(&mut self, path: &str) {
        // What hung together with it may not any more.
        for path in self.paths_around(path) {
            self.found.remove(&path);
            self.touched.insert(path);
        }
        self.session.refresh();
        self.offers.clear();
        (self.is_dirty, self.is_urgent) = (true, true);
        self.touched.insert(path.to_owned());
    }

    pub(super) fn root(&self) -> &Path {
        self.session.root()
    }

    /// The address of a file, given by its path in the workspace.
    pub(super) fn uri(&self, path: &str) -> String {
        uri::uri_of(&self.root().join(path))
    }

    /// A file as it is on the disk.
    pub(super) fn read(&self, path: &str, encoding: Encoding) -> Option<Arc<Text>> {
        let text = self.session.read(path).ok()??;
        Some(Arc::new(Text::of_file(text, encoding)))
    }

    /// Puts an editor's text above a file, or takes it away.
    pub(super) fn set_text(&mut self, path: &str, text: Option<String>) {
        // An article has its consequences in all languages.
        let is_catalog = matches!(&self.session.role_of(path), FileRole::Catalog { locale, .. } if *locale != self.session.project().source);
        self.session.set_text(path, text);
        self.is_urgent |= !is_catalog;
        self.is_dirty = true;
        self.touched.insert(path.to_owned());
    }

    /// Looks at a file, and notes what is found in it and in those that hang together with it, of an article in
    /// some locales and in its own. Returns the paths of those that were looked at.
    pub(super) fn look_at(
        &mut self,
        path: &str,
        locales: &[String],
    ) -> Result<Vec<String>, Failure> {
        let project = self.session.project();
        let (mut looked_at, mut locales) = (vec![path.to_owned()], locales.to_vec());
        let mut around = self.paths_around(path);
        match self.session.role_of(path) {
            FileRole::Article(article) => {
                // With the first locale comes what is wrong with the article itself.
                locales.extend(project.locales.first().cloned());
                looked_at.extend(
                    locales
                        .iter()
                        .map(|locale| project.catalog_path(locale, &article)),
                );
            }
            FileRole::Catalog { locale, article } => {
                locales.push(locale);
                looked_at.extend(
                    locales
                        .iter()
                        .map(|locale| project.catalog_path(locale, &article)),
                );
            }
            _ => looked_at.append(&mut around),
        }
        let Some(found) = self.session.findings_around(path, &locales, &mut ())? else {
            return Ok(vec![path.to_owned()]);
        };
        for path in &looked_at {
            self.found.remove(path);
            self.behind.remove(path);
        }
        self.behind
            .extend(around.into_iter().filter(|path| !looked_at.contains(path)));
        for found in found {
            if looked_at.iter().any(|path| *path == found.at.path) {
                let at = found.at.path.to_string();
                self.found.entry(at).or_default().push(found);
            }
        }
        Ok(looked_at)
    }

    /// Whether what was found in a file may not be so any more.
    pub(super) fn is_behind(&self, path: &str) -> bool {
        self.behind.contains(path)
    }

    /// Looks at everything.
    pub(super) fn look_at_all(&mut self, sink: &mut dyn Sink) -> Result<(), Failure> {
        let mut found: BTreeMap<String, Vec<Found>> = BTreeMap::new();
        for finding in self.session.all_findings(sink)? {
            let at = finding.at.path.to_string();
            found.entry(at).or_default().push(finding);
        }
        let changed = |path: &&String| self.found.get(*path) != found.get(*path);
        let paths: BTreeSet<&String> = self.found.keys().chain(found.keys()).collect();
        let changed: Vec<String> = paths.into_iter().filter(changed).cloned().collect();
        self.touched.extend(changed);
        self.found = found;
        self.behind.clear();
        (self.is_dirty, self.is_urgent) = (false, false);
        Ok(())
    }

    /// The files that hang together with one: those of the same article.
    pub(super) fn paths_around(&self, path: &str) -> Vec<String> {
        let project = self.session.project();
        let locales = || std::iter::once(&project.source).chain(&project.locales);
        match self.session.role_of(path) {
            FileRole::Article(article) | FileRole::Catalog { article, .. } => {
                let mut paths: Vec<String> = locales()
                    .map(|locale| project.catalog_path(locale, &article))
                    .collect();
                paths.extend(self.session.article_path(&article));
                paths
            }
            FileRole::Strings { key, .. } => self.session.strings_paths(&key),
            _ => vec![path.to_owned()],
        }
    }
}
