//! What a build made of an article, so that the next one makes only what has changed.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use crate::publish::{Counts, Fact, Facts, Form, Hash, form_of, hash};
use crate::store::{Kept, Pack, Paths, Workspace, pack_fields, pack_text, unpack_text};

/// An article that was built.
#[derive(Debug)]
pub(in crate::cli) struct Built {
    pub(in crate::cli) facts: Facts,
    /// None if nothing was made yet: it is not wanted, or it leads to articles of which nothing is
    /// known yet.
    pub(in crate::cli) made: Option<Made>,
    /// Whether this run is about it.
    pub(in crate::cli) is_wanted: bool,
}

/// What lies in the output folder for an article.
#[derive(Debug, Default)]
pub(in crate::cli) struct Made {
    /// Paths of the articles that its pages lead to, and in which locales those are published.
    pub(in crate::cli) links: Vec<(String, Vec<SmolStr>)>,
    /// Its pages.
    pub(in crate::cli) pages: Vec<Page>,
    /// Files that it names, for each locale.
    pub(in crate::cli) files: Vec<Copied>,
}

/// A page that was written.
#[derive(Debug)]
pub(in crate::cli) struct Page {
    pub(in crate::cli) locale: SmolStr,
    pub(in crate::cli) form: &'static Form,
    pub(in crate::cli) hash: Hash,
}

/// A file beside an article that it names.
#[derive(Debug)]
pub(in crate::cli) struct Copied {
    pub(in crate::cli) locale: SmolStr,
    /// The file itself, in the workspace.
    pub(in crate::cli) from: String,
    /// Its path in the output below the locale's folder.
    pub(in crate::cli) below: String,
    /// None if there is no such file.
    pub(in crate::cli) hash: Option<Hash>,
}

impl Made {
    /// Whether the articles that its pages lead to are published where they were.
    pub(in crate::cli) fn is_up_to_date(&self, published: &BTreeMap<String, Vec<SmolStr>>) -> bool {
        let now = |path: &String| published.get(path).map_or(&[][..], Vec::as_slice);
        self.links
            .iter()
            .all(|(path, locales)| now(path) == locales)
    }
}

impl Page {
    /// Where it lies below the output folder.
    pub(in crate::cli) fn path(&self, key: &str) -> String {
        [&self.locale, "/", key, ".", self.form.extension].concat()
    }
}

impl Copied {
    /// Where its copy lies below the output folder.
    pub(in crate::cli) fn below(&self) -> String {
        [&self.locale, "/", &self.below].concat()
    }

    /// The copy, in the workspace.
    fn target(&self, workspace: &Workspace) -> String {
        [&workspace.project.output, "/", &self.below()].concat()
    }
}

impl Kept for Built {
    fn files(&self, workspace: &Workspace, paths: &mut Paths) {
        let (project, key) = (&workspace.project, &self.facts.key);
        let Some(made) = &self.made else { return };
        for page in &made.pages {
            paths.push(&project.output_parts(&page.locale, key, page.form.extension));
        }
        for file in &made.files {
            paths.push(&[&file.from]);
            paths.push(&[&file.target(workspace)]);
        }
    }

    fn holds(&self, workspace: &Workspace) -> bool {
        let Some(made) = &self.made else { return true };
        let is = |path: &str, wanted: &Hash| workspace.holds(path, |bytes| hash(bytes) == *wanted);
        let (project, key) = (&workspace.project, &self.facts.key);
        let page = |page: &Page| {
            let path = project.output_path(&page.locale, key, page.form.extension);
            is(&path, &page.hash)
        };
        let copied = |file: &Copied| match &file.hash {
            Some(hash) => is(&file.from, hash) && is(&file.target(workspace), hash),
            None => !workspace.holds(&file.from, |_| true),
        };
        made.pages.iter().all(page) && made.files.iter().all(copied)
    }
}

impl Pack for &'static Form {
    fn pack(&self, out: &mut Vec<u8>) {
        pack_text(self.name, out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        form_of(unpack_text(from)?)
    }
}

impl Pack for Hash {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Pack::unpack(from).map(Self)
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
pack_fields!(Copied {
    locale,
    from,
    below,
    hash
});
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
