//! The catalogs of an application: listed, read, and put beside their source.

use std::borrow::Cow;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::localized::{LocalizedCatalog, counts};
use super::sink::Report;
use super::source_file::{File, Wanted};
use super::{Failure, Selection, Session};
use crate::catalog::Catalog;
use crate::check::{Localized, Names, Place, certain_edits, check};
use crate::compare::{State, compare_messages};
use crate::config::StringsFile;
use crate::report::{Change, Found, Parts, Status};
use crate::store::{Error, Workspace};
use crate::text::{Edit, Parsed, Severity};

impl Session {
    /// The catalogs of an application, as far as they are selected.
    pub(super) fn application(
        &self,
        selection: &Selection,
        report: &mut Report<'_>,
    ) -> Result<Application, Failure> {
        let keys = self.keys(selection)?;
        Ok(Application::list(report, &self.workspace, &keys))
    }
}

/// The catalogs of an application.
pub(super) struct Application {
    listed: Vec<Listed>,
}

struct Listed {
    file: StringsFile,
    /// Whether it is to be looked at, and not only referred to.
    is_wanted: bool,
}

/// What is found in a locale, and how complete each catalog is.
#[derive(Default)]
pub(super) struct InLocale {
    pub(super) locale: String,
    pub(super) found: Parts<Found>,
    pub(super) rows: Vec<Status>,
}

/// Catalogs that are read at once, where each is looked at by itself: memory does not grow with
/// their number then.
const BATCH: usize = 64;

/// Catalogs whose source has been read.
pub(super) struct Sources<'a>(Vec<File<'a>>);

impl Application {
    /// Lists the catalogs. To be looked at are those with one of the `keys`, or all if there are
    /// none. What cannot be listed is reported.
    pub(super) fn list(report: &mut Report<'_>, workspace: &Workspace, keys: &[String]) -> Self {
        let (files, errors) = workspace.strings();
        for error in errors {
            report.fail(error);
        }
        let listed = files.into_iter().map(|file| Listed {
            is_wanted: !file.is_excepted && (keys.is_empty() || keys.contains(&file.key)),
            file,
        });
        Self {
            listed: listed.collect(),
        }
    }

    /// Reads the source of all.
    pub(super) fn sources(&self, report: &mut Report<'_>, workspace: &Workspace) -> Sources<'_> {
        Sources::read(&self.listed, report, workspace)
    }

    /// What `work` makes of the catalogs in each locale, batch by batch.
    fn in_batches<T: Default>(
        &self,
        report: &mut Report<'_>,
        workspace: &Workspace,
        locales: &[&String],
        batch: usize,
        work: impl Fn(&mut Report<'_>, &Sources<'_>, &mut [T]),
    ) -> Vec<T> {
        let mut made: Vec<T> = locales.iter().map(|_| T::default()).collect();
        for listed in self.listed.chunks(batch.max(1)) {
            let sources = Sources::read(listed, report, workspace);
            work(report, &sources, &mut made);
        }
        made
    }

    /// What `work` makes of each catalog in each locale, locale by locale.
    fn each<T: Send>(
        &self,
        report: &mut Report<'_>,
        workspace: &Workspace,
        locales: &[String],
        work: impl Fn(&LocalizedCatalog<'_>) -> Vec<T> + Sync,
    ) -> Vec<T> {
        let locales: Vec<&String> = locales.iter().collect();
        let batch = |report: &mut Report<'_>, sources: &Sources<'_>, made: &mut [Vec<T>]| {
            for (made, locale) in made.iter_mut().zip(&locales) {
                let read = Reading::read(&sources.0, report, workspace, locale);
                let compared: Vec<LocalizedCatalog<'_>> = read.compared().collect();
                made.par_extend(compared.par_iter().flat_map_iter(&work));
            }
        };
        let made = self.in_batches(report, workspace, &locales, BATCH, batch);
        let mut all = Vec::with_capacity(made.iter().map(Vec::len).sum());
        for part in made {
            all.extend(part);
        }
        all
    }

    /// How complete the catalogs are in locales.
    pub(super) fn status(
        &self,
        workspace: &Workspace,
        locales: &[String],
        report: &mut Report<'_>,
    ) -> Vec<Status> {
        let status = |one: &LocalizedCatalog<'_>| Vec::from_iter(Some(one.status()).filter(counts));
        self.each(report, workspace, locales, status)
    }

    /// What is missing in locales, and what the source does not have.
    pub(super) fn changes(
        &self,
        workspace: &Workspace,
        locales: &[String],
        report: &mut Report<'_>,
    ) -> Vec<Change> {
        self.each(report, workspace, locales, |one: &LocalizedCatalog<'_>| {
            one.changes()
        })
    }

    /// What the checks find in locales that is `wanted`, and how complete each catalog is; with the
    /// source by itself before them, if that is wanted.
    pub(super) fn inspect(
        &self,
        report: &mut Report<'_>,
        workspace: &Workspace,
        locales: &[String],
        with_source: bool,
        wanted: Wanted<'_>,
    ) -> Vec<InLocale> {
        let project = &workspace.project;
        // What is missing and what is obsolete shows without knowing all names.
        let is_thorough = wanted(State::Current, Severity::Error);
        let source = Some(&project.source).filter(|_| with_source && is_thorough);
        let locales: Vec<&String> = source.into_iter().chain(locales).collect();
        let size = if is_thorough {
            self.listed.len()
        } else {
            BATCH
        };
        let batch = |report: &mut Report<'_>, sources: &Sources<'_>, made: &mut [InLocale]| {
            let source_names = if is_thorough {
                sources.names()
            } else {
                Names::default()
            };
            for (made, locale) in made.iter_mut().zip(&locales) {
                let read = Reading::read(&sources.0, report, workspace, locale);
                let names = if is_thorough {
                    read.names()
                } else {
                    Names::default()
                };
                let place = Place::new(locale, &project.source, names, &source_names);
                let compared: Vec<LocalizedCatalog<'_>> = read.compared().collect();
                let work =
                    |one: &LocalizedCatalog<'_>| (one.found(project, &place, wanted), one.status());
                let all: Vec<(Vec<Found>, Status)> = compared.par_iter().map(work).collect();
                let of_locale = *locale != &project.source;
                made.locale.clone_from(locale);
                for (found, row) in all {
                    if !found.is_empty() || (of_locale && counts(&row)) {
                        made.found.push(found);
                        made.rows.push(row);
                    }
                }
            }
        };
        self.in_batches(report, workspace, &locales, size, batch)
    }
}

impl<'a> Sources<'a> {
    /// What cannot be read is reported.
    fn read(listed: &'a [Listed], report: &mut Report<'_>, workspace: &Workspace) -> Self {
        let paths = listed.iter().map(|one| one.file.source.as_deref());
        let sources = read(report, workspace, &paths.collect::<Vec<_>>());
        let file = |(listed, source): (&'a Listed, Option<Parsed<Catalog>>)| {
            let source = source?;
            let mut gaps = Vec::new();
            gaps.resize_with(source.value.entries.len(), OnceLock::new);
            Some(File {
                listed: &listed.file,
                is_wanted: listed.is_wanted,
                source,
                key: listed.file.key.as_str().into(),
                words: OnceLock::new(),
                gaps,
            })
        };
        Self(listed.iter().zip(sources).filter_map(file).collect())
    }

    /// What the catalogs define.
    fn names(&self) -> Names<'_> {
        Names::of(self.0.iter().map(|file| &file.source.value).collect())
    }

    /// What would set right what is certain in a locale: path, text and edits of every catalog that
    /// there is something in.
    pub(super) fn fixes(
        &self,
        report: &mut Report<'_>,
        workspace: &Workspace,
        locale: &str,
    ) -> Vec<(String, String, Vec<Edit>)> {
        let project = &workspace.project;
        let source_names = self.names();
        let read = Reading::read(&self.0, report, workspace, locale);
        let place = Place::new(locale, &project.source, read.names(), &source_names);
        let fixes = |one: LocalizedCatalog<'_>| {
            let key = &one.file.listed.key;
            // No fix depends on what is missing, and locales that this one falls back to are not asked.
            let wants = |code: &str, own| {
                code != "missing" && project.weigh(code, own, locale, key).is_some()
            };
            let source = &one.file.source.value;
            let find = |target: &Parsed<Catalog>, comparison: &_| {
                check(&Localized::new(&place, source, target, comparison), &wants)
            };
            let findings = find(one.target, &one.comparison);
            let text = one.target.value.text.clone();
            let edits = certain_edits(&text, &findings, |text| {
                let target = Catalog::parse(text);
                find(&target, &compare_messages(source, &target.value, &[]))
            });
            (!edits.is_empty()).then(|| (one.path().to_owned(), text, edits))
        };
        read.compared().filter_map(fixes).collect()
    }
}

/// The catalogs of an application in one locale.
struct Reading<'a> {
    files: &'a [File<'a>],
    name: &'a str,
    /// As many as there are files; none for what cannot be read or belongs to an article.
    targets: Vec<Option<Cow<'a, Parsed<Catalog>>>>,
    /// Those of the locales that it falls back to: as many for each, one locale after the other.
    parents: Vec<Option<Cow<'a, Parsed<Catalog>>>>,
}

impl<'a> Reading<'a> {
    fn read(
        files: &'a [File<'a>],
        report: &mut Report<'_>,
        workspace: &Workspace,
        locale: &'a str,
    ) -> Self {
        let mut all = |locale: &str| -> Vec<Option<Cow<'a, Parsed<Catalog>>>> {
            let files = files.iter();
            if locale == workspace.project.source {
                return files
                    .map(|file| Some(Cow::Borrowed(&file.source)))
                    .collect();
            }
            let path = |file: &'a File<'a>| match file.listed.targets.get(locale) {
                Some((path, true)) => Some(path.as_str()),
                _ => None,
            };
            let paths: Vec<Option<&str>> = files.map(path).collect();
            let read = read(report, workspace, &paths).into_iter();
            read.map(|catalog| catalog.map(Cow::Owned)).collect()
        };
        let targets = all(locale);
        let parents = workspace.project.chain(locale);
        let parents = parents.into_iter().flat_map(all).collect();
        Self {
            files,
            name: locale,
            targets,
            parents,
        }
    }

    /// What the locale's catalogs define, and those of the locales that it falls back to.
    fn names(&self) -> Names<'_> {
        let all = self.targets.iter().chain(&self.parents).flatten();
        Names::of(all.map(|target| &target.value).collect())
    }

    /// Every catalog that is to be looked at, beside the source's.
    fn compared(&self) -> impl Iterator<Item = LocalizedCatalog<'_>> {
        let count = self.files.len();
        let files = self.files.iter().zip(&self.targets).enumerate();
        files.filter_map(move |(at, (file, target))| {
            let target = target.as_deref().filter(|_| file.is_wanted)?;
            let parents = self.parents.iter().skip(at).step_by(count.max(1)).flatten();
            let parents: Vec<&Catalog> = parents.map(|parent| &parent.value).collect();
            Some(LocalizedCatalog {
                locale: self.name,
                file,
                target,
                comparison: compare_messages(&file.source.value, &target.value, &parents),
            })
        })
    }
}

/// Reads catalogs, several at once; where there is no file, an empty one. One that cannot be read
/// is reported; it is left out, as is one of an article.
fn read(
    report: &mut Report<'_>,
    workspace: &Workspace,
    paths: &[Option<&str>],
) -> Vec<Option<Parsed<Catalog>>> {
    let one = |at: usize| match paths[at] {
        Some(path) => workspace.read_strings(path),
        None => Ok(Some(Parsed::default())),
    };
    let read: Vec<Result<Option<Parsed<Catalog>>, Error>> =
        (0..paths.len()).into_par_iter().map(one).collect();
    let mut told = |result: Result<Option<Parsed<Catalog>>, Error>| {
        result.unwrap_or_else(|error| {
            report.fail(error);
            None
        })
    };
    read.into_iter().map(&mut told).collect()
}
