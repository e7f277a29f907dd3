//! The end of a build: what it says, index pages, what is left of builds before, and the manifest.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::kept::{Built, Copied, Page};
use crate::cli::build::faulty;
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::publish::{
    Common, Fact, Facts, Hash, Index, Listing, Manifest, Output, Site, Unpublished, hash,
};
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
    articles: &'a [Built],
    listing: Listing<'a>,
}

/// An article in a locale that this run is about.
struct Part<'a> {
    facts: &'a Facts,
    fact: &'a Fact,
    pages: &'a [Page],
    files: &'a [Copied],
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
pub(in crate::cli) fn inputs(articles: &[Built], cache: Option<&Cache>) -> Vec<u8> {
    let keys = articles.iter().map(|built| built.facts.key.as_str());
    let mut inputs = Vec::new();
    match cache.and_then(|cache| cache.digest(keys)) {
        Some(digest) => inputs.extend_from_slice(&digest),
        None => pack_all(articles, &mut inputs),
    }
    inputs.extend(articles.iter().map(|built| u8::from(built.is_wanted)));
    inputs
}

pub(in crate::cli) fn finish(
    context: &mut Context<'_>,
    writer: &Writer<'_>,
    cache: &Cache,
    site: &Site<'_>,
    locales: &[String],
    articles: &[Built],
    inputs: &[u8],
) -> Result<Outcome, Failure> {
    let mut ending = Ending {
        writer,
        cache,
        site,
        locales,
        articles,
        listing: Listing::new(&writer.workspace().project.source),
    };
    let parts = ending.parts();
    let all = || parts.iter().flat_map(|(_, parts)| parts);
    let is_complete = all().all(|part| part.fact.refusal.is_none());
    ending.tell(context, all())?;
    let ended = cache.recall(writer.workspace(), "end", inputs, || {
        ending.write(context, &parts)
    })?;
    let output = &writer.workspace().project.output;
    for (path, _) in &ended.files {
        writeln!(context.out, "{output}/{path}")?;
    }
    Ok(if is_complete {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// Removes an output of a build before.
fn remove(context: &mut Context<'_>, writer: &Writer<'_>, output: &Output<'_>) {
    let folder = &writer.workspace().project.output;
    let path = format!("{folder}/{}", output.path);
    match writer.remove(&path, |bytes| hash(bytes) == output.hash) {
        Ok(Removal::Removed) => context.note(format_args!("{path}: removed")),
        Ok(Removal::Absent) => {}
        Ok(Removal::Changed) => context.note(format_args!(
            "{path}: no longer published, but changed since it was built; remove it yourself"
        )),
        Err(error) => context.fail(error),
    }
}

/// The first of them that are so; they are taken off.
fn front<'a, T>(all: &mut &'a [T], is_so: impl Fn(&T) -> bool) -> &'a [T] {
    let count = all.iter().take_while(|one| is_so(one)).count();
    let (head, tail) = all.split_at(count);
    *all = tail;
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
    let mut pages: Vec<&Page> = pages.collect();
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

    /// Says what was made, and why the rest is not published.
    fn tell<'p>(
        &self,
        context: &mut Context<'_>,
        parts: impl Iterator<Item = &'p Part<'a>>,
    ) -> Result<(), Failure>
    where
        'a: 'p,
    {
        let project = &self.workspace().project;
        let mut line = String::new();
        for part in parts {
            let (facts, fact) = (part.facts, part.fact);
            let name = format_args!("{}/{}", fact.locale, facts.key);
            for note in &fact.notes {
                context.note(format_args!("{name}: {note}"));
            }
            if let Some((_, sentence)) = &fact.refusal {
                context.note(format_args!("{name}: not published, {sentence}"));
            }
            for page in part.pages {
                if page.is_refused {
                    continue;
                }
                line.clear();
                line.push_str(&page.place(project, facts));
                line.push('\n');
                context.out.write_all(line.as_bytes())?;
            }
        }
        Ok(())
    }

    /// Writes the index pages and the manifest, and removes what is left of builds before.
    fn write(
        &mut self,
        context: &mut Context<'_>,
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
                        remove(context, self.writer, output);
                    }
                }
            }
            Some(None) => context.note(format_args!(
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
        let Some(index) = Index::of(self.site, &facts, locale) else {
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
            let stays = if output.form == "index" {
                !is_written(&output.locale) || !self.site.forms.contains(&"html")
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
