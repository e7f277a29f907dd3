use rayon::prelude::*;

use super::context::Context;
use crate::catalog::{Catalog, Pattern};
use crate::check::{Finding, Localized, Names, Place, check_strings};
use crate::compare::{State, Strings as Comparison, compare_strings};
use crate::project::StringsFile;
use crate::report::{Change, Found, Status, words};
use crate::store::{Error, Workspace};
use crate::text::{LineIndex, Parsed, Severity};

/// The catalogs of an application, those of the source read. Those of the other locales are read
/// one locale after the other.
pub(super) struct Strings {
    files: Vec<File>,
}

struct File {
    listed: StringsFile,
    source: Parsed<Catalog>,
    /// Whether it is to be looked at, and not only referred to.
    is_wanted: bool,
}

impl Strings {
    /// Reads the source catalogs. To be looked at are those with one of the `keys`, or all if there
    /// are none. What cannot be read is reported.
    pub(super) fn load(context: &mut Context<'_>, workspace: &Workspace, keys: &[String]) -> Self {
        let (listed, errors) = workspace.strings();
        for error in errors {
            context.fail(error);
        }
        let paths: Vec<Option<&str>> = listed.iter().map(|file| file.source.as_deref()).collect();
        let sources = read(context, workspace, &paths);
        let both = listed.into_iter().zip(sources);
        let file = |(listed, source): (StringsFile, Option<Parsed<Catalog>>)| {
            Some(File {
                is_wanted: !listed.is_excepted && (keys.is_empty() || keys.contains(&listed.key)),
                listed,
                source: source?,
            })
        };
        let files = both.filter_map(file).collect();
        Self { files }
    }

    /// How complete the catalogs are in a locale.
    pub(super) fn status(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locale: &str,
    ) -> Vec<Status> {
        let read = Reading::read(self, context, workspace, locale);
        let rows = read.compared().map(|(file, _, compared)| {
            let source = &file.source.value;
            let mut row = Status {
                locale: locale.to_owned(),
                article: file.listed.key.clone(),
                units: compared.items.len(),
                obsolete: compared.obsolete.len(),
                ..Status::default()
            };
            for item in &compared.items {
                let count = words(&text(source, item.source));
                row.words += count;
                if item.state.is_covered() {
                    row.words_current += count;
                }
                *match item.state {
                    State::Current => &mut row.current,
                    State::Inherited => &mut row.inherited,
                    _ => &mut row.missing,
                } += 1;
            }
            row
        });
        rows.collect()
    }

    /// What is missing in a locale, and what the source does not have.
    pub(super) fn changes(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locale: &str,
    ) -> Vec<Change> {
        let read = Reading::read(self, context, workspace, locale);
        let mut changes = Vec::new();
        for (file, target, compared) in read.compared() {
            let mut change = |state, id, source, target| {
                changes.push(Change {
                    locale: locale.to_owned(),
                    article: file.listed.key.clone(),
                    id,
                    state,
                    source,
                    was: None,
                    target,
                    facts: Vec::new(),
                });
            };
            let source = &file.source.value;
            let open = compared
                .items
                .iter()
                .filter(|item| !item.state.is_covered());
            for item in open {
                let id = source.entries[item.source].written_id();
                change(item.state.name(), id, text(source, item.source), None);
            }
            for at in &compared.obsolete {
                let id = target.value.entries[*at].written_id();
                let own = text(&target.value, *at);
                change("obsolete", id, String::new(), Some(own));
            }
        }
        changes
    }

    /// What the checks find in a locale, or in the source by itself, if it weighs `least` or more.
    pub(super) fn found(
        &self,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locale: &str,
        least: Severity,
    ) -> Vec<Found> {
        let project = &workspace.project;
        let read = Reading::read(self, context, workspace, locale);
        let mut source_names = Names::default();
        for file in &self.files {
            source_names.add(&file.source.value);
        }
        let mut names = Names::default();
        for target in read.targets.iter().chain(&read.parents).flatten() {
            names.add(&target.value);
        }
        let place = Place::new(locale, &project.source, names, &source_names);
        let work = |(file, target, compared): (&File, &Parsed<Catalog>, Comparison)| {
            let key = &file.listed.key;
            let weigh = |code: &str, own| project.weigh(code, own, locale, key);
            let wanted = |code: &str, own| weigh(code, own).is_some_and(|own| own >= least);
            let subject = Localized::new(&place, &file.source.value, target, &compared);
            let text = &target.value.text;
            let lines = LineIndex::new(text);
            let found = |Finding { diagnostic, id, .. }| {
                let severity = weigh(diagnostic.code, diagnostic.severity);
                let place = lines.place(text, diagnostic.span.start);
                Some(Found {
                    code: diagnostic.code.to_owned(),
                    severity: severity.filter(|severity| *severity >= least)?,
                    locale: locale.to_owned(),
                    article: key.clone(),
                    id,
                    path: read.path(file).to_owned(),
                    line: place.line,
                    column: place.column,
                    message: diagnostic.message,
                    hints: diagnostic.hints,
                })
            };
            let findings = check_strings(&subject, &wanted).into_iter();
            findings.filter_map(found).collect::<Vec<Found>>()
        };
        let compared: Vec<_> = read.compared().collect();
        let found: Vec<Vec<Found>> = compared.into_par_iter().map(work).collect();
        found.into_iter().flatten().collect()
    }
}

/// The catalogs of an application in one locale.
struct Reading<'a> {
    strings: &'a Strings,
    name: &'a str,
    /// As many as there are files; none for what cannot be read or belongs to an article.
    targets: Vec<Option<Parsed<Catalog>>>,
    /// Those of the locales that it falls back to: as many for each, one locale after the other.
    parents: Vec<Option<Parsed<Catalog>>>,
}

impl<'a> Reading<'a> {
    fn read(
        strings: &'a Strings,
        context: &mut Context<'_>,
        workspace: &Workspace,
        locale: &'a str,
    ) -> Self {
        let mut all = |locale: &str| -> Vec<Option<Parsed<Catalog>>> {
            let files = strings.files.iter();
            if locale == workspace.project.source {
                return files.map(|file| Some(file.source.clone())).collect();
            }
            let path = |file: &'a File| match file.listed.targets.get(locale) {
                Some((path, true)) => Some(path.as_str()),
                _ => None,
            };
            read(context, workspace, &files.map(path).collect::<Vec<_>>())
        };
        let targets = all(locale);
        let parents = workspace.project.chain(locale);
        let parents = parents.into_iter().flat_map(all).collect();
        Self {
            strings,
            name: locale,
            targets,
            parents,
        }
    }

    /// Every catalog that is to be looked at, and it beside the source's.
    fn compared(&self) -> impl Iterator<Item = (&'a File, &Parsed<Catalog>, Comparison)> {
        let count = self.strings.files.len();
        let files = self.strings.files.iter().zip(&self.targets).enumerate();
        files.filter_map(move |(at, (file, target))| {
            let target = target.as_ref().filter(|_| file.is_wanted)?;
            let parents = self.parents.iter().skip(at).step_by(count.max(1)).flatten();
            let parents: Vec<&Catalog> = parents.map(|parent| &parent.value).collect();
            let compared = compare_strings(&file.source.value, &target.value, &parents);
            Some((file, target, compared))
        })
    }

    /// Where a catalog is, or has to be.
    fn path(&self, file: &'a File) -> &'a str {
        match file.listed.targets.get(self.name) {
            Some((path, _)) => path,
            None => file.listed.source.as_deref().unwrap_or_default(),
        }
    }
}

/// Reads catalogs, several at once; where there is no file, an empty one. One that cannot be read
/// is reported; it is left out, as is one of an article.
fn read(
    context: &mut Context<'_>,
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
            context.fail(error);
            None
        })
    };
    read.into_iter().map(&mut told).collect()
}

/// What a message reads as, its attributes after its value.
fn text(catalog: &Catalog, entry: usize) -> String {
    let content = catalog.content(&catalog.entries[entry]).unwrap_or_default();
    let attributes = content.attributes.iter().map(|attribute| &attribute.value);
    let values = content.value.iter().chain(attributes);
    let texts: Vec<String> = values.map(Pattern::reading).collect();
    texts.join("\n")
}
