//! The end of a build: what it says, index pages, what is left of builds before, and the manifest.

use std::collections::{HashMap, HashSet};

use super::kept::Built;
use super::{faulty, write};
use crate::cli::context::Context;
use crate::cli::{Failure, Outcome};
use crate::publish::{Fact, Facts, Manifest, Output, Site, Unpublished, hash, index};
use crate::store::{Removal, Workspace, Writer};

/// Name of the manifest in the output folder.
const MANIFEST: &str = "manifest.json";

/// What a build made, as it ends.
struct Ending<'a> {
    workspace: &'a Workspace,
    site: &'a Site<'a>,
    /// The locales that are written.
    locales: &'a [String],
    articles: &'a [Built],
    manifest: Manifest,
    /// Paths of the outputs in the manifest.
    places: HashSet<String>,
}

pub(super) fn finish(
    context: &mut Context<'_>,
    writer: &Writer<'_>,
    site: &Site<'_>,
    locales: &[String],
    articles: &[Built],
) -> Result<Outcome, Failure> {
    let workspace = writer.workspace();
    let project = &workspace.project;
    let mut ending = Ending {
        workspace,
        site,
        locales,
        articles,
        manifest: Manifest::new(&project.source),
        places: HashSet::new(),
    };
    ending.list(context)?;
    let is_complete = ending.manifest.unpublished.is_empty();
    ending.indexes(context, writer)?;
    let path = format!("{}/{MANIFEST}", project.output);
    let text = workspace.read(&path)?;
    let before = text.as_deref().map(Manifest::parse);
    if before == Some(None) {
        context.note(format_args!(
            "{path}: cannot be read, so that nothing of builds before is removed"
        ));
    }
    let before = before.flatten();
    let before = before.unwrap_or_else(|| Manifest::new(&project.source));
    ending.carry_over(&before);
    for output in &before.outputs {
        if !ending.places.contains(&output.path) {
            remove(context, writer, output);
        }
    }
    let new = ending.manifest.text();
    let manifest = crate::store::Write {
        path,
        old: text,
        new,
    };
    writer.write(std::slice::from_ref(&manifest))?;
    writeln!(context.out, "{}", manifest.path)?;
    Ok(if is_complete {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// Removes an output of a build before.
fn remove(context: &mut Context<'_>, writer: &Writer<'_>, output: &Output) {
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

impl Ending<'_> {
    /// Lists what was made, locale by locale, and says why the rest is not published.
    fn list(&mut self, context: &mut Context<'_>) -> Result<(), Failure> {
        let project = &self.workspace.project;
        let locales = std::iter::once(&project.source).chain(&project.locales);
        for locale in locales.filter(|locale| self.locales.contains(locale)) {
            for built in self.articles.iter().filter(|built| built.is_wanted) {
                let facts = &built.facts;
                let Some(fact) = { &facts.editions }.iter().find(|one| one.locale == *locale)
                else {
                    continue;
                };
                let name = format!("{locale}/{}", facts.key);
                for note in &fact.notes {
                    context.note(format_args!("{name}: {note}"));
                }
                if let Some((reason, sentence)) = &fact.refusal {
                    context.note(format_args!("{name}: not published, {sentence}"));
                    self.manifest.unpublished.push(Unpublished {
                        locale: locale.clone(),
                        article: facts.key.clone(),
                        reason: reason.clone(),
                        units: fact.counts,
                    });
                }
                self.outputs(context, built, fact)?;
            }
        }
        Ok(())
    }

    /// Lists what was made of an article in a locale.
    fn outputs(
        &mut self,
        context: &mut Context<'_>,
        built: &Built,
        fact: &Fact,
    ) -> Result<(), Failure> {
        let Some(made) = &built.made else {
            return Ok(());
        };
        let facts = &built.facts;
        let output = &self.workspace.project.output;
        for page in made.pages.iter().filter(|page| page.locale == fact.locale) {
            let path = page.path(&facts.key);
            writeln!(context.out, "{output}/{path}")?;
            let language = &fact.title_locale;
            self.push(Output {
                path,
                form: page.form.clone(),
                title: Some(fact.title.clone()),
                title_locale: (*language != fact.locale).then(|| language.clone()),
                date: facts.date.clone(),
                units: Some(fact.counts),
                ..of_article(facts, &fact.locale, &page.hash)
            });
        }
        for file in made.files.iter().filter(|file| file.locale == fact.locale) {
            let Some(hash) = &file.hash else { continue };
            self.push(Output {
                path: file.below(),
                form: "file".to_owned(),
                from: Some(file.source(self.workspace)),
                ..of_article(facts, &fact.locale, hash)
            });
        }
        Ok(())
    }

    /// Adds to the manifest what is not in it yet.
    fn push(&mut self, output: Output) {
        if self.places.insert(output.path.clone()) {
            self.manifest.outputs.push(output);
        }
    }

    /// Writes the index page of every locale that is written.
    fn indexes(&mut self, context: &mut Context<'_>, writer: &Writer<'_>) -> Result<(), Failure> {
        let facts: Vec<&Facts> = self.articles.iter().map(|built| &built.facts).collect();
        for locale in self.locales {
            let made = index(self.site, &facts, locale);
            let made = made.map_err(|fault| faulty(self.workspace, &fault))?;
            let Some((below, text)) = made else {
                continue;
            };
            let path = format!("{}/{below}", self.workspace.project.output);
            self.push(Output {
                path: below,
                form: "index".to_owned(),
                locale: locale.clone(),
                hash: hash(&text),
                ..Output::default()
            });
            let write = write(self.workspace, path, text)?;
            writer.write(std::slice::from_ref(&write))?;
            writeln!(context.out, "{}", write.path)?;
        }
        Ok(())
    }

    /// Takes over from the manifest before what this run was not about.
    fn carry_over(&mut self, before: &Manifest) {
        let project = &self.workspace.project;
        let is_known =
            |locale: &String| *locale == project.source || project.locales.contains(locale);
        let refused = self.manifest.unpublished.iter();
        let refused: HashSet<_> = refused
            .map(|other| (other.locale.clone(), other.article.clone()))
            .collect();
        let mut there: HashMap<&str, bool> = HashMap::new();
        for output in &before.outputs {
            let is_refused = output
                .article
                .clone()
                .is_some_and(|article| refused.contains(&(output.locale.clone(), article)));
            if is_refused || !is_known(&output.locale) || self.places.contains(&output.path) {
                continue;
            }
            let stays = if output.form == "index" {
                !self.locales.contains(&output.locale) || !self.site.forms.contains(&"html")
            } else {
                output.from.as_deref().is_some_and(|from| {
                    *there
                        .entry(from)
                        .or_insert_with(|| !matches!(self.workspace.read(from), Ok(None)))
                })
            };
            if stays {
                self.push(output.clone());
            }
        }
        let published: HashSet<_> = { self.manifest.outputs.iter() }
            .map(|output| (output.locale.clone(), output.article.clone()))
            .collect();
        for other in &before.unpublished {
            let is_new = !self.locales.contains(&other.locale);
            let key = (other.locale.clone(), Some(other.article.clone()));
            if is_new && is_known(&other.locale) && !published.contains(&key) {
                self.manifest.unpublished.push(other.clone());
            }
        }
    }
}

/// The part of an output that is the same for all of an article in a locale.
fn of_article(facts: &Facts, locale: &str, hash: &str) -> Output {
    Output {
        locale: locale.to_owned(),
        article: Some(facts.key.clone()),
        from: Some(facts.path.clone()),
        hash: hash.to_owned(),
        ..Output::default()
    }
}
