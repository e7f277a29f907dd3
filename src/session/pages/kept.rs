//! What a build made of an article, so that the next one makes only what has changed.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use crate::config::Project;
use crate::publish::{Counts, Fact, Facts, Form, Hash, form_of, hash};
use crate::store::{Kept, Pack, Paths, Workspace, pack_fields, pack_text, unpack_text};

/// An article that was built.
#[derive(Debug)]
pub(super) struct BuiltArticle {
    pub(super) facts: Facts,
    /// None if nothing was made yet: it is not wanted, or it leads to articles of which nothing is
    /// known yet.
    pub(super) made: Option<MadePages>,
    /// Whether this run is about it.
    pub(super) is_wanted: bool,
}

/// What lies in the output folder for an article.
#[derive(Debug, Default)]
pub(super) struct MadePages {
    /// Paths of the articles that its pages lead to, and in which locales those are published.
    pub(super) links: Vec<(String, Vec<SmolStr>)>,
    /// Its pages.
    pub(super) pages: Vec<PageRecord>,
    /// Files that it names, for each locale.
    pub(super) files: Vec<Copied>,
}

/// A page that was written.
#[derive(Debug)]
pub(super) struct PageRecord {
    pub(super) locale: SmolStr,
    pub(super) form: &'static Form,
    pub(super) hash: Hash,
    /// Whether a file of somebody else is in its place.
    pub(super) is_refused: bool,
}

/// A file beside an article that it names.
#[derive(Debug)]
pub(super) struct Copied {
    pub(super) locale: SmolStr,
    /// The file itself, in the workspace.
    pub(super) from: String,
    /// Its copy, in the workspace.
    pub(super) to: String,
    /// Whether it lies in the site, and not in the output folder.
    pub(super) is_in_site: bool,
    /// None if there is no such file.
    pub(super) hash: Option<Hash>,
}

impl MadePages {
    /// Whether the articles that its pages lead to are published where they were.
    pub(super) fn is_up_to_date(&self, published: &BTreeMap<String, Vec<SmolStr>>) -> bool {
        let now = |path: &String| published.get(path).map_or(&[][..], Vec::as_slice);
        self.links
            .iter()
            .all(|(path, locales)| now(path) == locales)
    }
}

impl Copied {
    /// Where the copy lies below the output folder, `output`.
    pub(super) fn below(&self, output: &str) -> &str {
        let below = self.to.strip_prefix(output).unwrap_or_default();
        below.trim_start_matches('/')
    }
}

impl PageRecord {
    /// Where it lies in the workspace.
    pub(super) fn place(&self, project: &Project, facts: &Facts) -> String {
        if self.form.is_site() {
            let place = project.target_path(&self.locale, &facts.path);
            place.unwrap_or_default()
        } else {
            project.output_path(&self.locale, &facts.key, self.form.extension)
        }
    }

    /// Where it lies below the output folder.
    pub(super) fn path(&self, key: &str) -> String {
        [&self.locale, "/", key, ".", self.form.extension].concat()
    }
}

impl BuiltArticle {
    /// Whether some page could not be written, since its place is somebody's.
    pub(super) fn is_refused(&self) -> bool {
        let pages = self.made.iter().flat_map(|made| &made.pages);
        pages.into_iter().any(|page| page.is_refused)
    }
}

impl Kept for BuiltArticle {
    fn files(&self, workspace: &Workspace, paths: &mut Paths) {
        let project = &workspace.project;
        let Some(made) = &self.made else { return };
        for page in &made.pages {
            paths.push(&[&page.place(project, &self.facts)]);
        }
        for file in &made.files {
            paths.push(&[&file.from]);
            paths.push(&[&file.to]);
        }
    }

    fn holds(&self, workspace: &Workspace) -> bool {
        let Some(made) = &self.made else { return true };
        let is = |path: &str, wanted: &Hash| workspace.holds(path, |bytes| hash(bytes) == *wanted);
        let project = &workspace.project;
        let page = |page: &PageRecord| is(&page.place(project, &self.facts), &page.hash);
        let copied = |file: &Copied| match &file.hash {
            Some(hash) => is(&file.from, hash) && is(&file.to, hash),
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

pack_fields!(BuiltArticle {
    facts,
    made,
    is_wanted
});
pack_fields!(MadePages {
    links,
    pages,
    files
});
pack_fields!(PageRecord {
    locale,
    form,
    hash,
    is_refused
});
pack_fields!(Copied {
    locale,
    from,
    to,
    hash,
    is_in_site
});
pack_fields!(Facts {
    key,
    path,
    date,
    author,
    editions
});
pack_fields!(Fact {
    locale,
    title,
    title_locale,
    description,
    is_indexed,
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
