//! Which file is which: articles, their catalogs, their translations.

use super::align::endings;
use super::sink::{Report, Sink};
use super::{Failure, Session};
use crate::config::{Article, Layout};

/// The files of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFiles {
    /// The article's key.
    pub article: String,
    /// Its path.
    pub source: String,
    /// Its catalogs and translations, the source catalog first, then locale by locale.
    pub files: Vec<LocaleFile>,
}

/// A file of an article in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleFile {
    /// The locale.
    pub locale: String,
    /// What it is: `catalog` or `target`.
    pub kind: &'static str,
    /// Its path.
    pub path: String,
    /// Whether it is there.
    pub exists: bool,
}

impl Session {
    /// The files of every article, sorted by key.
    ///
    /// # Errors
    /// If the work was stopped.
    pub fn article_files(&self, sink: &mut dyn Sink) -> Result<Vec<ArticleFiles>, Failure> {
        let report = &mut Report::new(sink);
        let (articles, errors) = self.workspace.articles(&endings());
        report.fail_all(errors)?;
        Ok(articles
            .iter()
            .map(|article| self.files_of(article))
            .collect())
    }

    /// The patterns of `articles`, each with how many articles there are.
    pub fn article_patterns(&self) -> Vec<(Layout, usize)> {
        let project = self.project();
        let (articles, _) = self.workspace.articles(&endings());
        let layouts = project.layouts.iter().enumerate();
        let row = |(index, layout): (usize, &Layout)| {
            let own = { articles.iter() }
                .filter(|article| project.layout_of(&article.path) == Some(index));
            (layout.clone(), own.count())
        };
        layouts.map(row).collect()
    }

    fn files_of(&self, article: &Article) -> ArticleFiles {
        let project = self.project();
        let file = |locale: &str, kind, path: String| LocaleFile {
            locale: locale.to_owned(),
            kind,
            exists: self.workspace.holds(&path, |_| true),
            path,
        };
        let source = &project.source;
        let catalog = |locale: &str| {
            file(
                locale,
                "catalog",
                project.catalog_path(locale, &article.key),
            )
        };
        let mut files = vec![catalog(source)];
        for locale in &project.locales {
            files.push(catalog(locale));
            let target = project
                .target_path(locale, &article.path)
                .unwrap_or_else(|| project.output_path(locale, &article.key, &article.extension));
            files.push(file(locale, "target", target));
        }
        ArticleFiles {
            article: article.key.clone(),
            source: article.path.clone(),
            files,
        }
    }
}
