//! The end of a build: what it says, index pages, what is left of builds before, and the manifest.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::faulty;
use super::kept::{BuiltArticle, Copied, PageRecord};
use crate::publish::{
    Common, Fact, Facts, Hash, Index, Listing, Manifest, Output, SITEMAP, Site, Unpublished, feed,
    feed_path, front_pages, hash, sitemap,
};
use crate::session::Failure;
use crate::session::sink::Report;
use crate::store::{Cache, Kept, Paths, Removal, Workspace, Writer, pack_all, pack_fields};

/// Name of the manifest in the output folder.
const MANIFEST: &str = "manifest.json";

/// What a build made, as it ends.
struct Ending<'a> {
    writer: &'a Writer<'a>,
    cache: &'a Cache,
    site: &'a Site<'a>,
    /// The locales that are written.
    locales: &'a [String],
    articles: &'a [BuiltArticle],
    /// Whether something failed, so that articles may be absent: pages about all of them stay as they are.
    has_failed: bool,
    listing: Listing<'a>,
    leftovers: Vec<Leftover>,
}

/// An article in a locale that this run is about.
struct Part<'a> {
    facts: &'a Facts,
    fact: &'a Fact,
    pages: &'a [PageRecord],
    files: &'a [Copied],
}

impl Part<'_> {
    /// Whether it is not published because the workspace or the article wants it so, which is no fault.
    fn is_left_out(&self) -> bool {
        let reason = self
            .fact
            .refusal
            .as_ref()
            .map(|(reason, _)| reason.as_str());
        reason.is_some_and(|reason| {
            matches!(
                reason,
                "draft" | "untranslated" | "threshold" | "unreviewed" | "machine"
            )
        })
    }
}

/// What the end of a build wrote, beside the pages of articles.
struct Ended {
    /// Path below the output folder and hash of each file.
    files: Vec<(String, Hash)>,
    /// Whether the manifest has something of builds before that this one was not about.
    is_carried: bool,
}

impl Kept for Ended {
    fn files(&self, workspace: &Workspace, paths: &mut Paths) {
        for (path, _) in &self.files {
            paths.push(&[&workspace.project.output, "/", path]);
        }
    }

    fn holds(&self, workspace: &Workspace) -> bool {
        let output = &workspace.project.output;
        let holds = |(path, wanted): &(String, Hash)| {
            workspace.holds(&format!("{output}/{path}"), |bytes| hash(bytes) == *wanted)
        };
        // What was taken over may be gone now.
        !self.is_carried && self.files.iter().all(holds)
    }
}

pack_fields!(Ended { files, is_carried });

/// What the end of a build hangs on: what was made of each article, and what this run is about.
/// `cache`: where all that was made is kept, if it is.
pub(super) fn inputs(articles: &[BuiltArticle], cache: Option<&Cache>) -> Vec<u8> {
    let keys = articles.iter().map(|built| built.facts.key.as_str());
    let mut inputs = Vec::new();
    match cache.and_then(|cache| cache.digest(keys)) {
        Some(digest) => inputs.extend_from_slice(&digest),
        None => pack_all(articles, &mut inputs),
    }
    inputs.extend(articles.iter().map(|built| u8::from(built.is_wanted)));
    inputs
}

/// What a build came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Built {
    /// The articles that the question was about, locale by locale.
    pub editions: Vec<BuiltEdition>,
    /// The source locale.
    pub source: String,
    /// Paths of index pages and the manifest, in the workspace.
    pub files: Vec<String>,
    /// What earlier builds left and nothing stands for any more.
    pub leftovers: Vec<Leftover>,
    /// Paths of pages in a site that are not what satz has written, and are left alone.
    pub refused: Vec<String>,
    /// How many articles of a site are byte for byte what their catalogs give back.
    pub proved: usize,
}

/// An article in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltEdition {
    /// The locale.
    pub locale: String,
    /// The article's key.
    pub article: String,
    /// What was noticed as it was assembled.
    pub notes: Vec<String>,
    /// Why it is not published, if it is not.
    pub refusal: Option<String>,
    /// Whether the workspace or the article wants it so, which is no fault.
    pub is_left_out: bool,
    /// Paths of its pages, in the workspace.
    pub pages: Vec<String>,
}

/// An output of an earlier build that nothing stands for any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Its path in the workspace.
    pub path: String,
    /// What became of it.
    pub state: LeftoverState,
}

/// What became of an output of an earlier build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftoverState {
    /// It was removed.
    Removed,
    /// Somebody changed it since: it is left to them.
    Changed,
    /// The same, where it is a translation in a site.
    ChangedInSite,
}

impl Built {
    /// Whether every article that the question was about is published, or left out as it is wanted.
    pub fn is_complete(&self) -> bool {
        let mut editions = self.editions.iter();
        editions.all(|edition| edition.is_left_out || edition.refusal.is_none())
    }
}

/// Writes what is made of all articles together, if its `inputs` are given, and says what the build came to.
pub(super) fn finish(
    report: &mut Report<'_>,
    writer: &Writer<'_>,
    cache: &Cache,
    site: &Site<'_>,
    locales: &[String],
    articles: &[BuiltArticle],
    inputs: Option<&[u8]>,
) -> Result<Built, Failure> {
    let mut ending = Ending {
        writer,
        cache,
        site,
        locales,
        articles,
        has_failed: !report.failures.is_empty(),
        listing: Listing::new(&writer.workspace().project.source),
        leftovers: Vec::new(),
    };
    let parts = ending.parts();
    let editions = parts.iter().flat_map(|(_, parts)| parts);
    let editions = editions.map(|part| ending.edition(part)).collect();
    let project = &writer.workspace().project;
    let mut files = Vec::new();
    if let Some(inputs) = inputs {
        let ended = cache.recall(writer.workspace(), "end", inputs, || {
            ending.write(report, &parts)
        })?;
        let path = |(path, _): &(String, Hash)| format!("{}/{path}", project.output);
        files.extend(ended.files.iter().map(path));
    }
    Ok(Built {
        editions,
        source: project.source.clone(),
        files,
        leftovers: ending.leftovers,
        refused: Vec::new(),
        proved: 0,
    })
}

/// Takes off the leading items that fit, and returns them.
fn front<'a, T>(items: &mut &'a [T], fits: impl Fn(&T) -> bool) -> &'a [T] {
    let count = items.iter().take_while(|item| fits(item)).count();
    let (head, tail) = items.split_at(count);
    *items = tail;
    head
}

/// Lists in the manifest what was made of an article in a locale.
fn list<'a>(output: &str, part: &Part<'a>, listing: &mut Listing<'a>) {
    let (facts, fact) = (part.facts, part.fact);
    if let Some((reason, _)) = &fact.refusal {
        listing.push_unpublished(Unpublished {
            locale: fact.locale.as_str().into(),
            article: facts.key.as_str().into(),
            reason: reason.into(),
            units: fact.counts,
        });
    }
    let of_article = || Output {
        locale: fact.locale.as_str().into(),
        article: Some(facts.key.as_str().into()),
        from: Some(facts.path.as_str().into()),
        ..Output::default()
    };
    let language = &fact.title_locale;
    let common = Common::of(&Output {
        title: Some(fact.title.as_str().into()),
        title_locale: (*language != fact.locale).then(|| language.as_str().into()),
        date: facts.date.as_deref().map(Cow::from),
        units: Some(fact.counts),
        ..of_article()
    });
    let pages = part.pages.iter().filter(|page| !page.form.is_site());
    let mut pages: Vec<&PageRecord> = pages.collect();
    pages.sort_by_key(|page| page.form.extension);
    for page in pages {
        let path = page.path(&facts.key);
        listing.push_file(&path, page.form.name, &common, page.hash);
    }
    for file in part.files.iter().filter(|file| !file.is_in_site) {
        let Some(hash) = file.hash else { continue };
        listing.push(&Output {
            path: file.below(output).into(),
            form: "file".into(),
            from: Some(file.from.as_str().into()),
            hash,
            ..of_article()
        });
    }
}

impl<'a> Ending<'a> {
    fn workspace(&self) -> &'a Workspace {
        self.writer.workspace()
    }

    /// What this run was about, locale by locale.
    fn parts(&self) -> Vec<(&'a str, Vec<Part<'a>>)> {
        let project = &self.workspace().project;
        let locales = std::iter::once(&project.source).chain(&project.locales);
        let mut parts: Vec<_> = locales.map(|locale| (&**locale, Vec::new())).collect();
        for built in self.articles.iter().filter(|built| built.is_wanted) {
            // In each article, everything is in the order of the locales.
            let made = built.made.as_ref();
            let mut editions = &built.facts.editions[..];
            let mut pages = made.map_or(&[][..], |made| &made.pages);
            let mut files = made.map_or(&[][..], |made| &made.files);
            for (locale, own) in &mut parts {
                let fact = front(&mut editions, |fact| fact.locale == *locale);
                let pages = front(&mut pages, |page| page.locale == *locale);
                let files = front(&mut files, |file| file.locale == *locale);
                own.extend(fact.first().map(|fact| Part {
                    facts: &built.facts,
                    fact,
                    pages,
                    files,
                }));
            }
        }
        parts.retain(|(locale, _)| self.locales.iter().any(|written| written == locale));
        parts
    }

    /// What was made of an article in a locale, or why it is not published.
    fn edition(&self, part: &Part<'_>) -> BuiltEdition {
        let project = &self.workspace().project;
        let (facts, fact) = (part.facts, part.fact);
        let written = part.pages.iter().filter(|page| !page.is_refused);
        BuiltEdition {
            locale: fact.locale.to_string(),
            article: facts.key.clone(),
            notes: fact.notes.clone(),
            refusal: fact.refusal.as_ref().map(|(_, sentence)| sentence.clone()),
            is_left_out: part.is_left_out(),
            pages: written.map(|page| page.place(project, facts)).collect(),
        }
    }

    /// Removes an output of an earlier build.
    fn remove(&mut self, report: &mut Report<'_>, output: &Output<'_>) {
        let path = format!("{}/{}", self.workspace().project.output, output.path);
        let state = match self
            .writer
            .remove(&path, |bytes| hash(bytes) == output.hash)
        {
            Ok(Removal::Removed) => LeftoverState::Removed,
            Ok(Removal::Changed) => LeftoverState::Changed,
            Ok(Removal::Absent) => return,
            Err(error) => return report.fail(error),
        };
        self.leftovers.push(Leftover { path, state });
    }

    /// Writes the index pages and the manifest, and removes what is left of builds before.
    fn write(
        &mut self,
        report: &mut Report<'_>,
        parts: &[(&str, Vec<Part<'a>>)],
    ) -> Result<Ended, Failure> {
        let path = self.workspace().project.output.clone() + "/" + MANIFEST;
        let one = |locale: &'a String| {
            let own = || parts.iter().filter(|(name, _)| name == locale);
            let own = || own().flat_map(|(_, parts)| parts);
            let outputs = own().map(|part| part.pages.len() + part.files.len()).sum();
            let project = &self.workspace().project;
            let source = &project.source;
            let mut listing = Listing::with_room(source, outputs);
            own().for_each(|part| list(&project.output, part, &mut listing));
            Ok((locale, listing, self.index(locale)?))
        };
        let (old, made) = rayon::join(
            || self.workspace().read(&path),
            || {
                let all = self.locales.par_iter().map(one);
                all.collect::<Result<Vec<_>, Failure>>()
            },
        );
        let old = old?;
        let is_known = old.is_some();
        let mut made = made?;
        let indexes = made
            .iter_mut()
            .filter_map(|(locale, listing, index)| Some((&**locale, listing, index.as_ref()?)));
        let mut files = Vec::new();
        for (locale, listing, (path, hash)) in indexes {
            listing.push(&Output {
                path: path.as_str().into(),
                form: "index".into(),
                locale: locale.into(),
                hash: *hash,
                ..Output::default()
            });
            files.push((path.clone(), *hash));
        }
        for output in self.site_files()? {
            files.push((output.path.to_string(), output.hash));
            self.listing.push(&output);
        }
        // As far as that is easy in the order of the manifest, which is sorted by paths.
        made.sort_by_key(|(locale, ..)| *locale);
        for (_, listing, _) in made {
            self.listing.append(listing);
        }
        self.listing.sort();
        let mut new = self.listing.text();
        let old = old.filter(|old| *old != new);
        let parse = |old| Manifest::parse_others(old, &self.listing);
        let (before, mut sum) = rayon::join(|| old.as_deref().map(parse), || hash(&new));
        let mut is_carried = false;
        match before {
            Some(Some(before)) => {
                is_carried = self.carry_over(&before);
                if is_carried {
                    self.listing.sort();
                }
                for output in &before.outputs {
                    if !self.listing.has(&output.path) {
                        self.remove(report, output);
                    }
                }
            }
            Some(None) => report.note(format_args!(
                "{path}: cannot be read, so that nothing of builds before is removed"
            )),
            None => {}
        }
        if is_carried {
            new = self.listing.text();
            sum = hash(&new);
        }
        if self.site.forms.is_empty() && self.listing.is_empty() && !is_known {
            return Ok(Ended { files, is_carried });
        }
        files.push((MANIFEST.to_owned(), sum));
        self.writer.write_output(&path, new.as_bytes())?;
        Ok(Ended { files, is_carried })
    }

    /// Writes the index page of a locale, if it has one and what it shows has changed. Gives its
    /// path and its hash.
    fn index(&self, locale: &str) -> Result<Option<(String, Hash)>, Failure> {
        let workspace = self.workspace();
        let facts: Vec<&Facts> = self.articles.iter().map(|built| &built.facts).collect();
        let index = Index::of(self.site, &facts, locale);
        let Some(index) = index.filter(|_| !self.has_failed) else {
            return Ok(None);
        };
        let name = format!("index/{locale}");
        let made_of = index.inputs();
        let made = self
            .cache
            .recall(workspace, &name, made_of.as_bytes(), || {
                let text = index.render(self.site);
                let text = text.map_err(|fault| faulty(workspace, &fault))?;
                let file = (index.path(), hash(&text));
                let path = format!("{}/{}", workspace.project.output, file.0);
                self.writer.write_output(&path, text.as_bytes())?;
                Ok::<Ended, Failure>(Ended {
                    files: vec![file],
                    is_carried: false,
                })
            })?;
        Ok(made.files.into_iter().next())
    }

    /// Writes what belongs to the site as a whole, if it has an address: the choice of a language, the
    /// page for what is absent, the map, and the feeds.
    fn site_files(&self) -> Result<Vec<Output<'static>>, Failure> {
        if self.has_failed {
            return Ok(Vec::new());
        }
        let (site, workspace) = (self.site, self.workspace());
        let project = &workspace.project;
        let facts: Vec<&Facts> = self.articles.iter().map(|built| &built.facts).collect();
        let all = std::iter::once(&project.source).chain(&project.locales);
        let indexes: Vec<Index<'_>> = all
            .filter_map(|locale| Index::of(site, &facts, locale))
            .collect();
        let pages = front_pages(site, &indexes).map_err(|fault| faulty(workspace, &fault))?;
        let pages = pages
            .into_iter()
            .map(|(path, text)| (path.to_owned(), "front", text));
        let mut texts: Vec<(String, &str, String, &str)> = pages
            .map(|(path, form, text)| (path, form, text, project.source.as_str()))
            .collect();
        if let Some(text) = sitemap(site, &facts) {
            texts.push((SITEMAP.to_owned(), "sitemap", text, &project.source));
        }
        for locale in self.locales {
            let text = feed(site, &facts, locale);
            texts.extend(text.map(|text| (feed_path(locale), "feed", text, locale.as_str())));
        }
        let mut outputs = Vec::new();
        for (path, form, text, locale) in texts {
            let place = format!("{}/{path}", project.output);
            self.writer.write_output(&place, text.as_bytes())?;
            outputs.push(Output {
                path: path.into(),
                form: form.into(),
                locale: locale.to_owned().into(),
                hash: hash(&text),
                ..Output::default()
            });
        }
        Ok(outputs)
    }

    /// Takes over from the manifest before what this run was not about; whether there was anything.
    fn carry_over(&mut self, before: &Manifest<'static>) -> bool {
        let own = self.listing.len();
        let project = &self.workspace().project;
        let all = || std::iter::once(&project.source).chain(&project.locales);
        let is_known = |locale: &str| all().any(|own| own == locale);
        let is_written = |locale: &str| self.locales.iter().any(|own| own == locale);
        let refused = self.listing.unpublished().iter();
        let refused: HashSet<_> = refused
            .map(|other| (other.locale.clone(), other.article.clone()))
            .collect();
        let mut there: HashMap<&str, bool> = HashMap::new();
        let mut carried = Vec::new();
        for output in &before.outputs {
            let is_refused = output
                .article
                .clone()
                .is_some_and(|article| refused.contains(&(output.locale.clone(), article)));
            if is_refused || !is_known(&output.locale) || self.listing.has(&output.path) {
                continue;
            }
            let has_pages = self.site.forms.contains(&"html");
            let stays = if matches!(&*output.form, "index" | "feed") {
                !is_written(&output.locale) || !has_pages || self.has_failed
            } else if matches!(&*output.form, "front" | "sitemap") {
                !has_pages || self.has_failed
            } else {
                output.from.as_deref().is_some_and(|from| {
                    *there
                        .entry(from)
                        .or_insert_with(|| !matches!(self.workspace().read(from), Ok(None)))
                })
            };
            if stays {
                carried.push(output);
            }
        }
        for output in &carried {
            self.listing.push(output);
        }
        let published: HashSet<_> = { carried.iter() }
            .map(|output| (output.locale.clone(), output.article.clone()))
            .collect();
        for other in &before.unpublished {
            let is_new = !is_written(&other.locale);
            let key = (other.locale.clone(), Some(other.article.clone()));
            if is_new && is_known(&other.locale) && !published.contains(&key) {
                self.listing.push_unpublished(other.clone());
            }
        }
        own < self.listing.len()
    }
}
