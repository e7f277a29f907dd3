//! What a run over the articles must not pass over in silence: that there are none, files among them
//! that it does not read, locales that are no languages.

use std::collections::BTreeSet;
use std::fs;

use super::prepare::endings;
use super::{Error, Workspace};
use crate::article::{Unsupported, linked_names};
use crate::config::{Article, Articles, CONFIGURATION, Project, articles, language_fault};

impl Workspace {
    /// Says of each ending of files among the articles that satz does not read that there are such
    /// files, unless an article links to them or `ignore` names them.
    ///
    /// # Errors
    /// If there is nothing to look at: no folder of articles, or none in it and no catalog of an
    /// application.
    pub fn survey(&self) -> Result<Vec<Error>, Error> {
        let (paths, errors) = self.article_files();
        let found = articles(&self.project, &paths, &endings());
        let is_bare = found.articles.is_empty() && found.faults.is_empty() && errors.is_empty();
        let mut unread = self.unread(&paths, &found.articles);
        let Some(folder) = self.project.article_folder() else {
            let unused = self.unused_pattern(&found).filter(|_| errors.is_empty());
            return unused.map_or(Ok(unread), Err);
        };
        let full = self.root.join(folder);
        let is_there = fs::metadata(&full).is_ok_and(|meta| meta.is_dir());
        let is_named = Some(folder) != Project::default().article_folder();
        if !is_bare || (is_there || !is_named) && self.has_strings() {
            return Ok(unread);
        }
        if !unread.is_empty() {
            return Err(unread.swap_remove(0));
        }
        if !is_there && !is_named && !self.project.strings.is_empty() {
            let message =
                "the patterns of `strings` find no catalog; correct them, or put the files there";
            return Err(Error::new(CONFIGURATION, message));
        }
        let message = if is_there {
            "holds no article; put one there, or run `satz add FILE`"
        } else {
            "there is no such folder, where the articles are to be; correct `articles` in satz.yaml, or run `satz add FILE`"
        };
        Err(Error::new(full, message))
    }

    /// What to say of a pattern of `articles` that takes no file.
    fn unused_pattern(&self, found: &Articles) -> Option<Error> {
        let taken = found.articles.iter().map(|article| &article.path);
        let taken = taken.chain(found.faults.iter().map(|(path, _)| path));
        let taken: BTreeSet<usize> = taken
            .filter_map(|path| self.project.layout_of(path))
            .collect();
        let layouts = self.project.layouts.iter().enumerate();
        let (_, layout) = { layouts }.find(|(index, _)| !taken.contains(index))?;
        let pattern = layout.source().text();
        let message = format!(
            "the pattern `{pattern}` of `articles` takes no file; correct it, or remove the entry"
        );
        let text = self.read(CONFIGURATION).ok().flatten().unwrap_or_default();
        let error = Error::new(CONFIGURATION, message);
        Some(match text.lines().position(|line| line.contains(pattern)) {
            Some(index) => error.at(index + 1),
            None => error,
        })
    }

    /// Whether there is a catalog of an application: not only such as satz wrote for an article.
    fn has_strings(&self) -> bool {
        let (files, errors) = self.strings();
        let is_own = |path: &String| matches!(self.read_strings(path), Ok(None));
        let mut sources = files.iter().map(|file| &file.source);
        !errors.is_empty() || sources.any(|path| !path.as_ref().is_some_and(is_own))
    }

    /// What is not read among files, and is no file that an article links to.
    fn unread(&self, paths: &[String], articles: &[Article]) -> Vec<Error> {
        let mut unread = self.project.unsupported(paths);
        if unread.is_empty() {
            return Vec::new();
        }
        let mut linked = BTreeSet::new();
        for article in articles {
            if let Ok(Some(text)) = self.read(&article.path) {
                linked.extend(linked_names(&text));
            }
        }
        for files in &mut unread {
            let name = |path: &String| path.rsplit('/').next().unwrap_or_default().to_owned();
            files.paths.retain(|path| !linked.contains(&name(path)));
        }
        unread.retain(|files| !files.paths.is_empty());
        let error = |files: &Unsupported| Error::new(&files.paths[0], files.message());
        unread.iter().map(error).collect()
    }

    /// What to say of locales that are no languages, with the lines that name them.
    pub fn strange_locales(&self) -> Vec<Error> {
        let locales = std::iter::once(&self.project.source).chain(&self.project.locales);
        let locales = locales.filter(|locale| !self.project.renames(locale));
        let strange = locales.filter_map(|locale| Some((locale, language_fault(locale)?)));
        let strange: Vec<_> = strange.collect();
        if strange.is_empty() {
            return Vec::new();
        }
        let text = self.read(CONFIGURATION).ok().flatten().unwrap_or_default();
        let error = |(locale, fault): (&String, _)| {
            let is_part = |c: char| c.is_alphanumeric() || c == '-';
            let names = |line: &str| line.split(|c| !is_part(c)).any(|word| word == locale);
            let error = Error::from_fault(CONFIGURATION, &fault);
            match text.lines().position(names) {
                Some(index) => error.at(index + 1),
                None => error,
            }
        };
        strange.into_iter().map(error).collect()
    }
}
