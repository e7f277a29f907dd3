//! Files of other tools taken back into the catalogs.

use std::collections::{BTreeMap, BTreeSet};

use super::export::markup_of;
use super::lookup::Lookup;
use super::validity::known_format;
use super::verdict::{ImportOutcome, Imported, pattern, placeables, verdict};
use crate::article::{Prepared, TargetFile};
use crate::catalog::{Catalog, Id, Maker, Review};
use crate::compare::Comparison;
use crate::exchange::ReturnedUnit;
use crate::session::sink::{Report, Sink};
use crate::session::{Failure, Session};
use crate::store::Write;
use crate::text::LineIndex;
use crate::update::{TakenUnit, mark_reviewed, take_back};

/// A file that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A question for files to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportQuestion {
    /// The files.
    pub files: Vec<ImportFile>,
    /// The locale, if the files do not say it.
    pub locale: Option<String>,
    /// Who stands for what the files say is reviewed.
    pub review: Option<Review>,
    /// Whether it is written.
    pub writes: bool,
}

/// A unit that came back, where it belongs.
struct Placed<'q> {
    file: usize,
    unit: &'q ReturnedUnit,
    locale: String,
    found: Option<(usize, Id)>,
    line: usize,
}

impl Session {
    /// Takes files back that other tools have translated: by id and tag, never by likeness. What was made
    /// for an older source, what somebody changed in the catalog meanwhile, and what lost a code is not
    /// written over what is there.
    ///
    /// # Errors
    /// If a file cannot be read as what it is, its locale is not configured, or the work was stopped.
    pub fn import(
        &self,
        question: &ImportQuestion,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Imported>, Failure> {
        let report = &mut Report::new(sink);
        let articles = self.articles_of(&[], report)?;
        let lookup = Lookup::of(&articles);
        let mut files = Vec::new();
        for file in &question.files {
            match read_file(file) {
                Ok(returned) => files.push(returned),
                Err(failure) => {
                    report.fail(failure);
                    files.push(crate::exchange::Returned::default());
                }
            }
        }
        let (mut placed, mut terms) = (Vec::new(), Vec::new());
        for (at, returned) in files.iter().enumerate() {
            let index = LineIndex::new(&question.files[at].text);
            if returned.units.is_empty() && returned.terms.is_empty() {
                continue;
            }
            let locale = self.locale_of(question, at, returned.locale.as_deref())?;
            terms.extend(returned.terms.iter().map(|term| {
                let line = index.place(&question.files[at].text, term.place).line;
                ((at, locale.clone()), (line, term))
            }));
            placed.extend(returned.units.iter().map(|unit| Placed {
                file: at,
                unit,
                locale: locale.clone(),
                found: lookup.find(unit),
                line: index.place(&question.files[at].text, unit.place).line,
            }));
        }
        let writer = if question.writes {
            Some(self.writer(report)?)
        } else {
            None
        };
        let mut imported = Vec::new();
        let locales: BTreeSet<&str> = placed.iter().map(|placed| placed.locale.as_str()).collect();
        for locale in locales {
            let mut by_article: BTreeMap<usize, Vec<&Placed<'_>>> = BTreeMap::new();
            for unit in placed.iter().filter(|unit| unit.locale == locale) {
                match &unit.found {
                    Some((article, _)) => by_article.entry(*article).or_default().push(unit),
                    None => imported.push(unknown(question, unit)),
                }
            }
            for (at, units) in by_article {
                let article = &articles[at];
                // A catalog that cannot be read has been reported.
                let Some(target) = article.target(locale) else {
                    continue;
                };
                let (results, new) = self.taken(question, article, target, &units);
                if let (Some(writer), Some(new)) = (&writer, new) {
                    let write = Write {
                        path: target.path.clone(),
                        old: target.text.clone(),
                        new,
                    };
                    if let Err(error) = writer.write(&[write]) {
                        report.fail(error);
                        continue;
                    }
                }
                imported.extend(results);
            }
        }
        for of_file in terms.chunk_by(|one, other| one.0 == other.0) {
            let (at, locale) = &of_file[0].0;
            let name = question.files[*at].name.as_str();
            let of_file: Vec<_> = of_file.iter().map(|(_, term)| *term).collect();
            imported.extend(self.take_terms((name, locale), &of_file, writer.as_ref())?);
        }
        if let Some(writer) = writer {
            writer.close()?;
        }
        imported.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        Ok(imported)
    }

    /// The locale that a file is in.
    fn locale_of(
        &self,
        question: &ImportQuestion,
        file: usize,
        said: Option<&str>,
    ) -> Result<String, Failure> {
        if let Some(locale) = &question.locale {
            return Ok(self.locale(locale)?);
        }
        let name = &question.files[file].name;
        let said = said.map(|said| said.replace('_', "-"));
        let locales = &self.project().locales;
        let by_path = || {
            let parts = name.split(['/', '\\', '.']);
            let mut named = parts.filter_map(|part| locales.iter().find(|locale| *locale == part));
            named.next_back()
        };
        let found = match &said {
            Some(said) => locales
                .iter()
                .find(|locale| locale.eq_ignore_ascii_case(said)),
            None => by_path(),
        };
        found.cloned().ok_or_else(|| {
            let what = said.map_or("does not say its locale".to_owned(), |said| {
                format!("is in `{said}`, which is no locale of the workspace")
            });
            format!("{name}: {what}; say it with --locale").into()
        })
    }

    /// What becomes of units in one catalog, and the catalog's new text if it changes.
    fn taken(
        &self,
        question: &ImportQuestion,
        article: &Prepared,
        target: &TargetFile,
        units: &[&Placed<'_>],
    ) -> (Vec<Imported>, Option<String>) {
        let project = self.project();
        let comparison = project.compare(article, target);
        let places: BTreeMap<_, usize> = (comparison.items.iter().enumerate())
            .map(|(at, item)| (item.id.base, at))
            .collect();
        let catalog = &target.catalog.value;
        let mut results: Vec<Imported> = Vec::new();
        let mut taken: Vec<TakenUnit> = Vec::new();
        let mut written: BTreeMap<usize, &str> = BTreeMap::new();
        let mut vouched = BTreeSet::new();
        for placed in units {
            let Some((_, id)) = placed.found else {
                continue;
            };
            let Some(&at) = places.get(&id.base) else {
                results.push(unknown(question, placed));
                continue;
            };
            let item = &comparison.items[at];
            let text = placed.unit.target.as_deref().unwrap_or_default();
            let is_covered = item.leader != at;
            let mut outcome = verdict(
                placed.unit,
                &id,
                item,
                markup_of(article.format),
                question.review.is_some(),
            );
            if is_covered && outcome == ImportOutcome::Written {
                outcome = ImportOutcome::Open;
            }
            let has_more = |entry: usize| !catalog.entries[entry].attributes.is_empty();
            if outcome == ImportOutcome::Written && item.entry.is_some_and(has_more) {
                let fault = "its message has attributes; write it into the catalog by hand";
                outcome = ImportOutcome::Refused(vec![fault.to_owned()]);
            }
            if outcome == ImportOutcome::Written {
                match written.get(&at) {
                    Some(before) if *before == text => outcome = ImportOutcome::Unchanged,
                    Some(_) => outcome = ImportOutcome::Conflict,
                    None => drop(written.insert(at, text)),
                }
            }
            let name = base_name(&question.files[placed.file].name);
            let entry = item.entry.filter(|_| item.target.is_some());
            match &outcome {
                ImportOutcome::Written => taken.push(TakenUnit::Current {
                    id: item.id,
                    entry,
                    members: members(&comparison, at),
                    source: item.source.clone(),
                    pattern: pattern(text, &placeables(catalog, item.entry)),
                    maker: Maker::of_file(name),
                }),
                ImportOutcome::Older(true) if !is_covered => taken.push(TakenUnit::Older {
                    id,
                    was: placed.unit.source.clone(),
                    text: text.to_owned(),
                    maker: Maker::of_file(name),
                }),
                ImportOutcome::Conflict => {
                    if let Some(entry) = entry {
                        taken.push(TakenUnit::Beside {
                            entry,
                            text: text.to_owned(),
                            file: name.to_owned(),
                        });
                    }
                }
                _ => {}
            }
            let is_reviewed = placed.unit.state >= crate::exchange::UnitState::Reviewed;
            if is_reviewed && matches!(outcome, ImportOutcome::Written | ImportOutcome::Confirmed) {
                vouched.insert(item.id);
            }
            results.push(Imported {
                article: article.key.clone(),
                source: item.source.clone(),
                present: item.target.clone(),
                outcome,
                ..unknown(question, placed)
            });
        }
        let has_notes = project.notes(&target.locale);
        let label = has_notes.then_some(project.source.as_str());
        let mut new = target.text.clone();
        if !taken.is_empty() {
            let text = take_back(catalog, &taken, label);
            new = Some(project.update(article, &target.with_text(text), false).0);
        }
        if let (Some(review), true, Some(text)) = (&question.review, has_notes, &new) {
            let file = target.with_text(text.clone());
            let comparison = project.compare(article, &file);
            new = Some(reviewed(&file, &comparison, &vouched, review));
        }
        (results, new.filter(|new| target.text.as_ref() != Some(new)))
    }
}

/// The ids of the units that the text of one covers besides its own.
fn members(comparison: &Comparison, leader: usize) -> Vec<Id> {
    let others = comparison.items.iter().skip(leader + 1);
    others
        .take_while(|item| item.leader == leader)
        .map(|item| item.id)
        .collect()
}

/// Puts a review above the messages of units.
fn reviewed(
    target: &TargetFile,
    comparison: &Comparison,
    units: &BTreeSet<Id>,
    review: &Review,
) -> String {
    let catalog: &Catalog = &target.catalog.value;
    let items = comparison.items.iter().enumerate();
    let edits = items
        .filter(|(_, item)| units.contains(&item.id))
        .filter_map(|(at, item)| {
            mark_reviewed(catalog, item.entry?, &comparison.members(at), Some(review))
        });
    crate::text::apply(&catalog.text, &edits.collect::<Vec<_>>())
}

/// The name of a file without its folders.
fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A unit that came back, of which nothing is known.
fn unknown(question: &ImportQuestion, placed: &Placed<'_>) -> Imported {
    Imported {
        file: question.files[placed.file].name.clone(),
        line: placed.line,
        locale: placed.locale.clone(),
        article: String::new(),
        id: placed.unit.id.clone(),
        sent_source: placed.unit.source.clone(),
        source: String::new(),
        target: placed.unit.target.clone().unwrap_or_default(),
        present: None,
        state: placed.unit.state,
        outcome: ImportOutcome::Unknown,
    }
}

/// Reads a file; if it is not what its format says, it is not read at all.
fn read_file(file: &ImportFile) -> Result<crate::exchange::Returned, Failure> {
    let format = known_format(file.name.as_ref(), &file.text)?;
    let parsed = (format.read)(&file.text);
    match parsed.diagnostics.first() {
        Some(fault) => {
            let line = LineIndex::new(&file.text)
                .place(&file.text, fault.span.start)
                .line;
            Err(format!(
                "{}:{line}: {}; `satz import --check` says more",
                file.name, fault.message
            )
            .into())
        }
        None => Ok(parsed.value),
    }
}
