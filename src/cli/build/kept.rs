//! What a build made of an article, so that the next one makes only what has changed.

use std::collections::BTreeMap;

use crate::publish::{Counts, Fact, Facts, form_of, hash};
use crate::store::{Kept, Workspace, pack_fields};

/// An article that was built.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) facts: Facts,
    /// None if nothing was made yet: it is not wanted, or it leads to articles of which nothing is
    /// known yet.
    pub(super) made: Option<Made>,
    /// Whether this run is about it.
    pub(super) is_wanted: bool,
}

/// What lies in the output folder for an article.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// Paths of the articles that its pages lead to, and in which locales those are published.
    pub(super) links: Vec<(String, Vec<String>)>,
    /// Its pages.
    pub(super) pages: Vec<Page>,
    /// Files that it names, for each locale.
    pub(super) files: Vec<Copied>,
}

/// A page that was written.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) locale: String,
    /// Name of its form.
    pub(super) form: String,
    pub(super) hash: String,
}

/// A file beside an article that it names.
#[derive(Debug)]
pub(super) struct Copied {
    pub(super) locale: String,
    /// Its path below the folder of articles, and in the output below the locale's folder.
    pub(super) path: String,
    /// None if there is no such file.
    pub(super) hash: Option<String>,
}

impl Made {
    /// Whether the articles that its pages lead to are published where they were.
    pub(super) fn is_up_to_date(&self, published: &BTreeMap<String, Vec<String>>) -> bool {
        let now = |path: &String| published.get(path).map_or(&[][..], Vec::as_slice);
        self.links
            .iter()
            .all(|(path, locales)| now(path) == locales)
    }
}

impl Page {
    /// Where it lies below the output folder.
    pub(super) fn path(&self, key: &str) -> String {
        let extension = form_of(&self.form).map_or("", |form| form.extension);
        format!("{}/{key}.{extension}", self.locale)
    }
}

impl Copied {
    /// The file itself, in the workspace.
    pub(super) fn source(&self, workspace: &Workspace) -> String {
        format!("{}/{}", workspace.project.articles, self.path)
    }

    /// Where its copy lies below the output folder.
    pub(super) fn below(&self) -> String {
        format!("{}/{}", self.locale, self.path)
    }

    /// The copy, in the workspace.
    fn target(&self, workspace: &Workspace) -> String {
        format!("{}/{}", workspace.project.output, self.below())
    }
}

impl Kept for Built {
    fn files(&self, workspace: &Workspace) -> Vec<String> {
        let output = &workspace.project.output;
        let Some(made) = &self.made else {
            return Vec::new();
        };
        let page = |page: &Page| format!("{output}/{}", page.path(&self.facts.key));
        let copied = made.files.iter();
        let copied = copied.flat_map(|file| [file.source(workspace), file.target(workspace)]);
        made.pages.iter().map(page).chain(copied).collect()
    }

    fn holds(&self, workspace: &Workspace) -> bool {
        let Some(made) = &self.made else { return true };
        let is = |path: &str, wanted: &str| workspace.holds(path, |bytes| hash(bytes) == wanted);
        let output = &workspace.project.output;
        let page = |page: &Page| {
            let path = format!("{output}/{}", page.path(&self.facts.key));
            is(&path, &page.hash)
        };
        let copied = |file: &Copied| match &file.hash {
            Some(hash) => is(&file.source(workspace), hash) && is(&file.target(workspace), hash),
            None => !workspace.holds(&file.source(workspace), |_| true),
        };
        made.pages.iter().all(page) && made.files.iter().all(copied)
    }
}

pack_fields!(Built {
    facts,
    made,
    is_wanted
});
pack_fields!(Made {
    links,
    pages,
    files
});
pack_fields!(Page { locale, form, hash });
pack_fields!(Copied { locale, path, hash });
pack_fields!(Facts {
    key,
    path,
    date,
    editions
});
pack_fields!(Fact {
    locale,
    title,
    title_locale,
    counts,
    refusal,
    notes
});
pack_fields!(Counts {
    total,
    current,
    empty,
    inherited,
    edited,
    stale,
    missing
});
